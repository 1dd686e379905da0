// Finds tags of template languages in Markdown, which readers would see as text: Liquid, Jinja, Go, Handlebars, ERB.
import type { Nodes } from 'mdast';
import { type Diagnostic, type Place, warning } from '@/lib/base/diagnostic';
import { shortened } from '@/lib/base/english';
import type { TextBlock } from '@/lib/mdx/text-blocks';

/** `{{ x }}`, `{% x %}`, `{# x #}` and `<% x %>`, but not Hugo's shortcodes. */
const tag = /\{\{(?![<%])[^{}]{1,300}\}\}|(?<!\{)\{%[^{}]{1,1000}%\}|\{# [^{}]{1,300} #\}|<%[^<>]{1,300}%>/g;

/** Blocks of Liquid that lib/mdx/shortcodes.ts reads, and what shows tags as they are. */
const liquidBlock = /^\{%-?\s*(highlight|comment|raw)\b/;

/** Whether an address has a tag in it, so that nobody can say where it leads. */
export function isTemplate(address: string): boolean {
  return /\{\{|\{%|%7B%7B|%7B%25/i.test(address);
}

/** Tags in the text of a block. @param placeAt looks up an offset of the body. */
export function checkTemplates({ text, source, start }: TextBlock, placeAt: (offset: number) => Place): Diagnostic[] {
  return tagsIn(text).map(({ at, length }) => explain(source.slice(at, at + length), placeAt(start + at)));
}

/** Tags in the address of a link or picture, and in HTML. */
export function checkTemplatesOf(node: Nodes, body: string, placeAt: (offset: number) => Place): Diagnostic[] {
  const start = node.position?.start.offset ?? 0;
  const source = body.slice(start, node.position?.end.offset);
  if (node.type === 'html') {
    const withoutComments = source.replace(/<!--.*?(?:-->|$)/gs, (comment) => comment.replace(/[^\n]/g, ' '));
    return tagsIn(withoutComments).map(({ at, length }) => explain(source.slice(at, at + length), placeAt(start + at)));
  }
  if (!('url' in node) || !isTemplate(node.url)) return [];
  const at = Math.max(source.search(/\{[{%]|%7B%(?:7B|25)/i), 0);
  // A bare address ends before the first space of its tag.
  const written = /^\{[{%][^{}]*[%}]\}/.exec(body.slice(start + at, start + at + 300))?.[0] ?? node.url;
  return [explain(written, placeAt(start + at))];
}

/** The tags of a text, without those in `{% raw %}`. */
function tagsIn(text: string): { at: number; length: number }[] {
  if (!/\{[{%#]|<%/.test(text)) return [];
  const found: { at: number; length: number }[] = [];
  let from = 0;
  for (const { index, 0: written } of text.matchAll(tag)) {
    if (index < from) continue;
    const name = liquidBlock.exec(written)?.[1];
    const end = name === undefined ? -1 : text.indexOf(`end${name}`, index);
    if (end >= 0) from = end;
    else if (name === 'raw') from = text.length;
    else if (!/^\{%-?\s*(?:end)?raw\b|^\{%-?\s*end(?:highlight|comment)\b/.test(written)) {
      found.push({ at: index, length: written.length });
    }
  }
  return found;
}

function explain(written: string, place: Place): Diagnostic {
  const message = `${shortened(written)} is shown as it is: this site fills in no templates`;
  return warning('text/template', message, 'write what it is to show, or put an example in backticks', place);
}
