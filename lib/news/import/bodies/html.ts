// Converts HTML in bodies: removes or replaces what this site would drop, and escapes text that only looks like HTML.
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'mdast';
import { parseVideo } from '@/lib/base/videos';
import { droppedOf } from '@/lib/mdx/raw-html';
import { parsePlain } from '@/lib/mdx/syntax';
import { walkMarkdown } from '@/lib/mdx/walk';
import { toArgument } from '@/lib/news/import/bodies/boxes';
import { maskCode, maskShortcodes } from '@/lib/news/import/bodies/code';
import type { Draft, Edit } from '@/lib/news/import/bodies/draft';
import { readTag, type Tag } from '@/lib/news/import/bodies/tags';

/** The elements of HTML, those of former versions too. */
const elements: ReadonlySet<string> = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button
  canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
  figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd
  label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup option output
  p param picture plaintext pre progress q rb rp rt ruby s samp script search section select slot small source span strike
  strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr
  xmp`.split(/\s+/),
);

/** What takes the place of elements that posts may not have, and that mean the same. */
const renamed: Readonly<Record<string, string>> = { cite: 'em', u: 'ins', tt: 'code', big: 'strong', acronym: 'abbr' };

/** Elements that are left out with all that is in them. */
const dropped: ReadonlySet<string> = new Set(['script', 'style', 'template', 'svg', 'math', 'canvas', 'head']);

/** Elements in whose place there is a link to what they show. */
const media: Readonly<Record<string, string>> = {
  iframe: 'src',
  embed: 'src',
  object: 'data',
  audio: 'src',
  frame: 'src',
};

/** Separates the Markdown inside HTML of kramdown and Python-Markdown, `<div markdown="1">`, from its tags. */
export function splitMarkdownInHtml(draft: Draft): void {
  if (!/<[a-z][^<>]*\smarkdown(?:[=\s>])/i.test(draft.text)) return;
  const shown = maskCode(draft.text, { indented: true, comments: true });
  const edits: Edit[] = [];
  for (const { index } of shown.matchAll(/<(?=[a-z][^<>]*\smarkdown(?:[=\s>]))/gi)) {
    const tag = readTag(draft.text, index);
    if (tag?.kind !== 'open') continue;
    const close = closingOf(shown, tag);
    if (close === undefined) continue;
    const attribute = tag.attributes.find(({ name }) => name === 'markdown');
    if (!attribute) continue;
    edits.push({ start: attribute.start - 1, end: attribute.end, text: '' });
    if (attribute.text === '0') continue;
    edits.push({ start: tag.end, end: tag.end, text: '\n\n' }, { start: close, end: close, text: '\n\n' });
    draft.count('Markdown in HTML');
  }
  draft.edit(edits);
}

/** Where the closing tag of an element begins. */
function closingOf(text: string, { name, end }: Tag): number | undefined {
  let depth = 1;
  const pattern = new RegExp(`<(/?)${name}(?=[\\s>/])`, 'gi');
  pattern.lastIndex = end;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    depth += match[1] ? -1 : 1;
    if (depth === 0) return match.index;
  }
  return undefined;
}

/** Makes the HTML of a body what posts may have. */
export function putHtml(draft: Draft): void {
  if (!draft.text.includes('<')) return;
  const cleaner = new Cleaner(draft);
  // `{{<youtube ID>}}` looks like HTML.
  const tree = parsePlain(maskShortcodes(draft.text));
  walkMarkdown(tree, (node, _, parent) => {
    if (node.type === 'html') cleaner.read(node, parent);
  });
  draft.edit(cleaner.edits);
}

class Cleaner {
  readonly edits: Edit[] = [];
  /** Up to where all is left out. */
  #until = 0;

  constructor(private readonly draft: Draft) {}

  read(node: Extract<Nodes, { type: 'html' }>, parent: Nodes | undefined): void {
    const { text } = this.draft;
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const next = /<!--[\s\S]*?(?:-->|$)|<!(?!--)|<(?=[/a-z])/gi;
    const written = text.slice(start, end);
    for (let match = next.exec(written); match; match = next.exec(written)) {
      const at = start + match.index;
      if (match[0].startsWith('<!--') || at < this.#until) continue;
      if (match[0] === '<!') {
        this.edits.push({ start: at, end: at + 1, text: '&lt;' });
        continue;
      }
      const tag = readTag(text, at);
      if (!tag) continue;
      const blockEnd = parent?.position?.end.offset ?? end;
      this.#put(tag, Math.max(end, parent?.type === 'root' ? end : blockEnd));
      next.lastIndex = Math.min(written.length, Math.max(tag.end, this.#until) - start);
    }
  }

  #put(tag: Tag, blockEnd: number): void {
    const name = tag.name.toLowerCase();
    if (!elements.has(name)) this.#unknown(tag, name);
    else if (dropped.has(name)) this.#drop(tag, name);
    else if (Object.hasOwn(media, name)) this.#media(tag, name);
    else if (this.#isGeneric(tag, blockEnd)) this.#escape(tag);
    else {
      const shown = renamed[name] ?? name;
      if (isDropped(`<${shown}>`, shown)) this.#replace(tag, '', 'HTML removed');
      else if (tag.kind !== 'close') this.#cleanAttributes(tag, shown);
      else if (shown !== name) this.#replace(tag, `</${shown}>`, 'HTML replaced');
    }
  }

  /** `Vec<i>` and `Result<Option>` in text: a name in angle brackets right after a word, which nothing closes. */
  #isGeneric({ kind, attributes, start, end, name }: Tag, blockEnd: number): boolean {
    const { text } = this.draft;
    if (kind !== 'open' || attributes.length > 0 || !/\w/.test(text[start - 1] ?? '')) return false;
    const isTyped = /[A-Z]/.test(name) && /[a-z]/.test(name);
    if (!isTyped && /^(?:br|hr|wbr|img|input|p|li|td|th|tr|dt|dd)$/i.test(name)) return false;
    return !new RegExp(`</${name}\\s*>`, 'i').test(text.slice(end, blockEnd));
  }

  #replace({ start, end }: Tag, text: string, kind: string): void {
    this.edits.push({ start, end, text });
    this.draft.count(kind);
  }

  /** What only looks like HTML: `<string>`, `Vec<T>`, `<your-name>`. */
  #escape({ start }: Tag): void {
    this.edits.push({ start, end: start + 1, text: '&lt;' });
    this.draft.count('angle brackets escaped');
  }

  #unknown(tag: Tag, name: string): void {
    const { text } = this.draft;
    const isElement = name.includes('-') && (tag.kind === 'close' || text.toLowerCase().includes(`</${name}`));
    const video = tag.attributes.find(({ name: key }) => key === 'videoid' || key === 'video-id')?.text;
    if (!isElement) this.#escape(tag);
    else if (video && /youtube/.test(name) && /^[\w-]{6,20}$/.test(video)) {
      this.#replace(tag, `{{< youtube "${video}" >}}`, 'videos');
    } else {
      const message = `<${tag.name}> is removed, and only its content is kept`;
      if (tag.kind !== 'close') this.draft.report('import/html', tag.start, message, 'write what it showed');
      this.#replace(tag, '', 'HTML removed');
    }
  }

  #drop(tag: Tag, name: string): void {
    const { text } = this.draft;
    const close = tag.kind === 'open' ? text.toLowerCase().indexOf(`</${name}`, tag.end) : -1;
    const end = close < 0 ? tag.end : text.indexOf('>', close) + 1 || text.length;
    this.edits.push({ start: tag.start, end, text: '' });
    this.#until = end;
    this.draft.count('HTML removed');
    if (tag.kind === 'close' || name === 'style') return;
    const what = name === 'script' ? 'a script is removed, because posts cannot run code' : `<${name}> is removed`;
    this.draft.report('import/html', tag.start, what, 'write what it showed, or save it as an image next to the post');
  }

  #media(tag: Tag, name: string): void {
    const { text } = this.draft;
    if (tag.kind === 'close') {
      this.#replace(tag, '', 'HTML removed');
      return;
    }
    const close =
      name === 'embed' || name === 'frame' || tag.kind === 'whole'
        ? -1
        : text.toLowerCase().indexOf(`</${name}`, tag.end);
    const end = close < 0 ? tag.end : text.indexOf('>', close) + 1 || text.length;
    const attributeOf = (key: string) => tag.attributes.find((each) => each.name.toLowerCase() === key)?.text?.trim();
    const inner = close < 0 ? '' : text.slice(tag.end, close);
    const nested = /<(?:source|embed|param)\b[^>]*?\s(?:src|value)=["']([^"']+)["']/i.exec(inner)?.[1];
    const src = (attributeOf(media[name] ?? 'src') || attributeOf('data-src') || nested || '').replace(/&amp;/g, '&');
    this.#until = end;
    this.draft.count('frames');
    this.edits.push({ start: tag.start, end, text: this.#frame(src, attributeOf('title'), tag.start) });
  }

  /** A video as our shortcode, anything else as a link. */
  #frame(src: string, title: string | undefined, at: number): string {
    const address = src.startsWith('//') ? `https:${src}` : src.replace(/^http:/i, 'https:');
    const video = parseVideo(address);
    if (video) {
      const label = title ? ` title="${toArgument(title.replace(/&quot;/g, '"').replace(/&amp;/g, '&'))}"` : '';
      const start = video.start > 0 && video.host === 'YouTube' ? ` start=${video.start}` : '';
      const name = video.host === 'YouTube' ? 'youtube' : 'vimeo';
      return label || start ? `{{< ${name} id="${video.id}"${start}${label} >}}` : `{{< ${name} "${video.id}" >}}`;
    }
    if (address === '') return '';
    this.draft.report(
      'import/html',
      at,
      `content from ${address.slice(0, 80)} is now a link`,
      'check that the link text is clear',
    );
    const host = URL.canParse(address) ? new URL(address).host : address;
    return `<a href="${address.replace(/"/g, '%22')}">${escapeText(title ?? host)}</a>`;
  }

  /** Removes the attributes that our rules drop. */
  #cleanAttributes(tag: Tag, shown: string): void {
    const { text } = this.draft;
    if (tag.attributes.length === 0 && shown === tag.name.toLowerCase()) return;
    const kept = tag.attributes.filter(
      (attribute) => !isDropped(`<${shown} ${text.slice(attribute.start, attribute.end)}>`, shown),
    );
    if (kept.length === tag.attributes.length && shown === tag.name.toLowerCase()) return;
    const written = kept.map(({ start, end }) => text.slice(start, end));
    this.#replace(tag, `<${[shown, ...written].join(' ')}${tag.kind === 'whole' ? ' />' : '>'}`, 'attributes');
  }
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

const results = new Map<string, boolean>();

/** Whether our rules drop an element, or the only attribute that it is written with. @param tag its opening tag. */
function isDropped(tag: string, name: string): boolean {
  const known = results.get(tag);
  if (known !== undefined) return known;
  // Parts of tables alone would not be parsed as such.
  const root = fromHtml(tag.replace(/^<[\w-]+/, '<span'), { fragment: true }) as Root;
  const [span] = root.children;
  const element = span?.type === 'element' ? ({ ...span, tagName: name } as Element) : undefined;
  const what = element ? droppedOf(element) : [];
  const result = what === 'element' || what.length > 0;
  if (results.size < 20_000) results.set(tag, result);
  return result;
}
