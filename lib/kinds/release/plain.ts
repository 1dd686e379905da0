// A release as plain HTML, for feeds, Markdown versions and mail: breaking changes and security fixes before the
// highlights, as on its page; then how to upgrade.
import { element, type HtmlNode, list } from '@/lib/base/html';
import { words } from '@/lib/base/words';
import type { MarkdownRenderer, PlainOptions } from '@/lib/kinds/kind';
import type { ReleaseView } from '@/lib/kinds/release/view';

const { releases } = words;
const said = words.kinds.release;

export function plainRelease(
  release: ReleaseView,
  { block, inline }: MarkdownRenderer,
  { alone = false, text }: PlainOptions = {},
): HtmlNode {
  const { title, url, dateText, notesUrl, highlights, breaking, security, upgrade } = release;
  const part = (name: string, items: readonly HtmlNode[], className?: string): HtmlNode =>
    items.length === 0 ? null : [heading(name, className), withClass(list(items), className)];
  return [
    alone
      ? null
      : element(
          'p',
          { className: ['entry-title'] },
          element('strong', {}, element('a', { href: url }, title)),
          dateText ? `${words.comma}${dateText}` : null,
        ),
    part(
      releases.breaking,
      breaking.map(
        ({ change, action }): HtmlNode => [
          inline(change),
          `${words.space}${releases.toDo}${words.space}`,
          inline(action),
        ],
      ),
      'breaking',
    ),
    part(
      releases.secured,
      security.map(
        ({ id, summary, url: more }): HtmlNode => [more ? element('a', { href: more }, id) : id, ': ', inline(summary)],
      ),
      'security',
    ),
    part(said.highlights, highlights.map(inline)),
    upgrade === undefined ? null : [heading(said.upgrade), block(upgrade)],
    notesUrl === undefined ? null : element('p', {}, element('a', { href: notesUrl }, releases.notes)),
    text,
  ];
}

function heading(name: string, className?: string) {
  return withClass(element('p', {}, element('strong', {}, name)), className);
}

function withClass<T extends { properties: Record<string, unknown> }>(node: T, className: string | undefined): T {
  if (className !== undefined) node.properties.className = [className];
  return node;
}
