// What kramdown, Python-Markdown and their extensions add to Markdown: attributes, tables of contents, icons, keys, marks.
import { nameInWords } from '@/lib/mdx/picture';
import { codeSpan, maskCode } from '@/lib/news/import/bodies/code';
import { destination } from '@/lib/news/import/bodies/components';
import type { Draft } from '@/lib/news/import/bodies/draft';

/** Attributes in braces: `{: .wide}`, `{:target="_blank"}`, `{ .annotate }`, `{ width="300" }`, `{#id .class}`. */
const attribute = String.raw`(?:[.#][\w:-]+|[\w:-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)|markdown|data-[\w-]+)`;
const attributeList = String.raw`\{:?[ \t]*${attribute}(?:[ \t]+${attribute})*[ \t]*\}`;

/** Leaves out block attributes and those after links, pictures and code. The id of a heading stays, in our form. */
export function dropAttributes(draft: Draft): void {
  if (!draft.text.includes('{')) return;
  moveLanguages(draft);
  const mask = () => maskCode(draft.text, { indented: true, comments: true });
  const alone = new RegExp(String.raw`^[ \t>]*(?:${attributeList}|\{:[^{}\n]*\})[ \t]*(?:\n|$)`, 'gm');
  draft.count('attributes', moveIds(draft) + draft.replace(mask(), alone, () => ''));
  const heading = new RegExp(String.raw`^([ \t>]*#{1,6}[ \t].*?)[ \t]*(${attributeList})[ \t]*$`, 'gm');
  const headings = draft.replace(mask(), heading, (match) => {
    const id = /#([\w:.-]+)/.exec(match[2] ?? '')?.[1];
    const text = draft.text.slice(match.index, match.index + (match[1]?.length ?? 0)).trimEnd();
    return id ? `${text} {#${id}}` : text;
  });
  draft.count('attributes', headings);
  // Right after a link, picture, emphasis or code; braces in sentences stay.
  const inline = new RegExp(String.raw`([)\]*_>\ufdd7])[ \t]?(${attributeList}|\{:[^{}\n]*\})`, 'g');
  const dropped = draft.replace(mask(), inline, (match) => {
    const isHeading = /^[ \t>]*#/.test(lineAt(draft.text, match.index));
    return isHeading ? undefined : draft.text[match.index];
  });
  draft.count('attributes', dropped);
  // At the end of an item or a paragraph.
  const trailing = new RegExp(
    String.raw`([^\s#])[ \t]+(\{:?[ \t]*(?:\.[\w-]+)(?:[ \t]+${attribute})*[ \t]*\})[ \t]*$`,
    'gm',
  );
  draft.count(
    'attributes',
    draft.replace(mask(), trailing, (match) => draft.text[match.index]),
  );
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end);
}

/** `{: #id}` below a heading is the heading's. */
function moveIds(draft: Draft): number {
  const shown = maskCode(draft.text, { indented: true, comments: true });
  return draft.replace(
    shown,
    /^([ \t>]*#{1,6}[ \t][^\n]*)\n[ \t>]*\{:?[ \t]*(?:\.[\w-]+[ \t]+)*#([\w:.-]+)[^{}\n]*\}[ \t]*$/gm,
    (match) => {
      const text = draft.text.slice(match.index, match.index + (match[1]?.length ?? 0)).trimEnd();
      return `${text} {#${match[2]}}`;
    },
  );
}

/** kramdown: a language below its fence, `{: .language-ruby}`. Python-Markdown: in braces after it. */
function moveLanguages(draft: Draft): void {
  const below =
    /^([ \t>]*)(`{3,}|~{3,})[ \t]*(\n[\s\S]*?\n[ \t>]*\2[ \t]*)\n[ \t>]*\{:[^{}\n]*\.language-([\w+#-]+)[^{}\n]*\}[ \t]*$/gm;
  draft.count(
    'attributes',
    draft.replace(draft.text, below, ([, indent, marks, code, lang]) => `${indent}${marks}${lang}${code}`),
  );
  const after = /^([ \t>]*(?:[-*+][ \t]+)?)(`{3,}|~{3,})[ \t]*\{:?[ \t]*\.([\w+#-]+)[^{}\n]*\}[ \t]*$/gm;
  draft.count(
    'attributes',
    draft.replace(draft.text, after, ([, indent, marks, lang]) => `${indent}${marks}${lang}`),
  );
}

/** Languages of fences with options: ` ```rust,ignore ` and ` ```js {1,3} title="a.js" `. Options are left out. */
export function cleanFences(draft: Draft): void {
  const shown = maskCode(draft.text, { indented: true });
  const fence = /^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(`{3,}|~{3,})[ \t]*([\w+#.-]+)([,{:][^\n`]*)$/gm;
  let at = 0;
  const changed = draft.replace(draft.text, fence, (match) => {
    // A line inside another block of code is masked like the fence itself: only an opening one follows what is none.
    if (match.index < at) return undefined;
    const [whole, before = '', marks = '', lang = '', rest = ''] = match;
    if (/^[^\ufdd7]*$/.test(shown.slice(match.index, match.index + whole.length))) return undefined;
    const previous = shown.slice(shown.lastIndexOf('\n', match.index - 2) + 1, Math.max(0, match.index - 1));
    if (previous.includes('\ufdd7')) return undefined;
    at = match.index + whole.length;
    const title = /title=(["'])(.*?)\1/.exec(rest)?.[2];
    return title ? undefined : `${before}${marks}${lang}`;
  });
  draft.count('fence options', changed);
}

/** kramdown's own: the table of contents, `{::options /}`, comments, and `nomarkdown`. */
export function dropKramdown(draft: Draft): void {
  const mask = () => maskCode(draft.text, { indented: true, comments: true });
  const contents = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+[^\n]*\n[ \t]*\{:[ \t]*toc\b[^{}\n]*\}[ \t]*(?:\n|$)/gim;
  draft.count(
    'tables of contents',
    draft.replace(mask(), contents, () => ''),
  );
  draft.count(
    'tables of contents',
    draft.replace(mask(), /^[ \t]*\{:[ \t]*toc\b[^{}\n]*\}[ \t]*(?:\n|$)/gim, () => ''),
  );
  if (!draft.text.includes('{:')) return;
  draft.count(
    'comments',
    draft.replace(mask(), /\{::comment\}[\s\S]*?\{:\/(?:comment)?\}/g, () => ''),
  );
  draft.count(
    'attributes',
    draft.replace(mask(), /\{::(?:options|nomarkdown)\b[^{}\n]*\/?\}|\{:\/(?:nomarkdown)?\}/g, () => ''),
  );
}

/** Python-Markdown's `[TOC]` on a line of its own. */
export function dropContents(draft: Draft): void {
  const shown = maskCode(draft.text, { indented: true, comments: true });
  draft.count(
    'tables of contents',
    draft.replace(shown, /^\[TOC\][ \t]*(?:\n|$)/gm, () => ''),
  );
}

const keyNames: Readonly<Record<string, string>> = {
  ...{
    ctrl: 'Ctrl',
    cmd: 'Cmd',
    alt: 'Alt',
    shift: 'Shift',
    enter: 'Enter',
    esc: 'Esc',
    escape: 'Esc',
    tab: 'Tab',
    del: 'Del',
  },
  ...{
    space: 'Space',
    backspace: 'Backspace',
    up: 'Up',
    down: 'Down',
    left: 'Left',
    right: 'Right',
    win: 'Win',
    option: 'Option',
  },
};

/** What Material for MkDocs adds inside a line: icons, keys, highlighted and inserted text, Critic's marks. */
export function putMaterial(draft: Draft): void {
  const mask = () => maskCode(draft.text, { indented: true, comments: true });
  const icons = /:(?:material|fontawesome|octicons|simple)-[a-z0-9-]+:(?:\{[^{}\n]*\})?[ \t]?/g;
  draft.count(
    'icons',
    draft.replace(mask(), icons, () => ''),
  );
  const keys = draft.replace(mask(), /(?<![+\w])\+\+([a-z0-9"-]+(?:\+[a-z0-9"-]+)*)\+\+(?![+\w])/gi, (match) =>
    (match[1] ?? '')
      .split('+')
      .map(
        (key) =>
          `<kbd>${keyNames[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key.replace(/^"|"$/g, ''))}</kbd>`,
      )
      .join('+'),
  );
  draft.count('keys', keys);
  const wrap = (pattern: RegExp, tag: string) =>
    draft.replace(mask(), pattern, (match) => {
      const [whole, before = '', inside = ''] = match;
      const start = match.index + before.length;
      const written = draft.text.slice(start, match.index + whole.length);
      const length = (written.length - inside.length) / 2;
      return `${before}<${tag}>${written.slice(length, -length)}</${tag}>`;
    });
  draft.count('marks', wrap(/(^|[\s(>*_])==(?!=)(\S(?:[^\n=]*\S)?)==(?!=)/gm, 'mark'));
  draft.count('marks', wrap(/(^|[\s(>*_])\^\^(?!\^)(\S(?:[^\n^]*\S)?)\^\^(?!\^)/gm, 'ins'));
  reportSnippets(draft, mask());
}

function reportSnippets(draft: Draft, shown: string): void {
  const found = [...shown.matchAll(/^[ \t]*-{1,}8<-{1,}[^\n]*$/gm)];
  for (const { index } of found) {
    draft.report('import/template', index, 'the file that was inserted here is missing', 'copy its text to this place');
  }
  draft.replace(shown, /^([ \t]*)(-{1,}8<-{1,}[^\n]*)$/gm, ([, indent, text = '']) => `${indent}${codeSpan(text)}`);
}

/** `[[Other post]]` and `[[other-post|its title]]`. */
export function putWikiLinks(draft: Draft, resolve: (name: string) => string | undefined): void {
  if (!draft.text.includes('[[')) return;
  const shown = maskCode(draft.text, { indented: true, comments: true });
  const done = draft.replace(shown, /(?<![![\\])\[\[([^[\]|\n]+)(?:\|([^[\]\n]+))?\]\](?!\()/g, (match) => {
    const [, name = '', label = name] = match;
    const target = resolve(name.trim());
    // A word in double brackets may mean anything.
    if (target === undefined && match[2] === undefined && !/[/.]|-/.test(name)) return undefined;
    if (target === undefined)
      draft.report('import/link', match.index, `there is no post "${name.trim()}"`, 'link to it by its address');
    return target === undefined ? label.trim() : `[${label.trim()}](${target})`;
  });
  draft.count('wiki links', done);
}

/** Obsidian's pictures, `![[graph.png|300]]`. */
export function putEmbeds(draft: Draft): void {
  if (!draft.text.includes('![[')) return;
  const shown = maskCode(draft.text, { indented: true, comments: true });
  const done = draft.replace(
    shown,
    /!\[\[([^[\]|\n]+\.(?:png|jpe?g|gif|svg|webp|avif))(?:\|([^[\]\n]*))?\]\]/gi,
    (match) => {
      const [, path = '', label = ''] = match;
      const alt = /^\d+(?:x\d+)?$/.test(label) || label === '' ? nameInWords(path).trim() : label;
      return `![${alt}](${destination(path)})`;
    },
  );
  draft.count('pictures in double brackets', done);
}

/** Abbreviations, `*[HTML]: HyperText Markup Language`: the words get their meaning as a title. */
export function putAbbreviations(draft: Draft): void {
  const mask = () => maskCode(draft.text, { indented: true, comments: true });
  const known = new Map<string, string>();
  const definition = /^\*\[([^\]\n]+)\]:[ \t]*([^\n]*)(?:\n|$)/gm;
  draft.replace(mask(), definition, (match) => {
    const [, word = '', meaning = ''] = match;
    known.set(word, meaning.trim());
    return '';
  });
  for (const [word, meaning] of known) {
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const title = meaning.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
    // Not in addresses, tags and names of links.
    const pattern = new RegExp(
      String.raw`(?<![\w/#.<-]|\]\([^)\n]*|<[^>\n]*|^[ ]{0,3}\[[^\]\n]*)${escaped}(?![\w/-]|[^<\n]*>)`,
      'gm',
    );
    let isFirst = true;
    const done = draft.replace(mask(), pattern, () => {
      if (!isFirst) return undefined;
      isFirst = false;
      return `<abbr title="${title}">${word}</abbr>`;
    });
    draft.count('abbreviations', done);
  }
}

/** Python-Markdown's indented code that names its language in the first line, `:::python` or `#!python`. */
export function putCodeLanguages(draft: Draft): void {
  const pattern = /(^|\n[ \t]*\n)((?: {4}|\t)(?::::|#!)([\w+#-]+)[ \t]*\n(?:(?:(?: {4}|\t)[^\n]*|[ \t]*)(?:\n|$))*)/g;
  const done = draft.replace(draft.text, pattern, ([, before = '', block = '', lang = '']) => {
    const lines = block.split('\n').slice(1);
    const code = lines
      .map((line) => line.replace(/^(?: {4}|\t)/, ''))
      .join('\n')
      .trimEnd();
    const end = block.endsWith('\n') ? '\n' : '';
    return `${before}${'```'}${lang.toLowerCase()}\n${code}\n${'```'}\n${end}`;
  });
  draft.count('code languages', done);
}
