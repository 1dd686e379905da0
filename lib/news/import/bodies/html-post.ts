// Converts HTML posts of Jekyll and Pelican to Markdown.
import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { parseVideo } from '@/lib/base/videos';
import { walkElements } from '@/lib/mdx/walk';
import type { Draft } from '@/lib/news/import/bodies/draft';
import { toMarkdown } from '@/lib/output/feeds/html-to-markdown';

/** The first of the private-use characters that replace text that must not change. */
const firstMark = 0xf0000;

/** Turns a body of HTML into Markdown. Templates of ours in it stay. */
export function htmlToMarkdown(draft: Draft): void {
  const kept: string[] = [];
  const keep = (text: string) => String.fromCodePoint(firstMark + kept.push(text) - 1);
  const html = draft.text.replace(/\{\{[<%][\s\S]*?[>%]\}\}|^(`{3,})[^\n]*\n[\s\S]*?\n\1[ \t]*$/gm, (found) =>
    found.startsWith('`') ? `<p>${keep(found)}</p>` : keep(found),
  );
  const tree = fromHtml(html, { fragment: true }) as Root;
  walkElements(tree, (element, index, parent) => {
    const { tagName, properties } = element;
    if (!parent || index === undefined) return undefined;
    if (tagName === 'iframe') {
      const src = String(properties.src ?? '')
        .replace(/^\/\//, 'https://')
        .replace(/^http:/, 'https:');
      const video = parseVideo(src);
      const text = video
        ? `{{< ${video.host === 'YouTube' ? 'youtube' : 'vimeo'} "${video.id}" >}}`
        : `<iframe src="${src}"></iframe>`;
      parent.children[index] = {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [{ type: 'text', value: keep(text) }],
      };
    } else if (/^(?:script|style|svg|video|audio|object|embed)$/.test(tagName)) {
      const { start, end } = element.position ?? {};
      const source = html.slice(start?.offset ?? 0, end?.offset ?? 0).replace(/\n[ \t]*\n/g, '\n');
      parent.children[index] = {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [{ type: 'text', value: keep(source) }],
      };
    } else if (tagName === 'code') {
      const [language] = [properties.className]
        .flat()
        .map(String)
        .filter((name) => /^lang(?:uage)?-/.test(name));
      if (language) properties.dataLanguage = language.replace(/^lang(?:uage)?-/, '');
    }
    return undefined;
  });
  const children = tree.children.filter((node): node is ElementContent => node.type !== 'doctype');
  const markdown = toMarkdown(children).replace(
    /[\u{f0000}-\u{ffffd}]/gu,
    (mark) => kept[(mark.codePointAt(0) ?? 0) - firstMark] ?? mark,
  );
  draft.edit([{ start: 0, end: draft.text.length, text: markdown }]);
  draft.count('HTML to Markdown');
}
