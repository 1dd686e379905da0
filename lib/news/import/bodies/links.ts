// Rewrites links and pictures: to the new addresses of posts, to files next to the post, or to the old site.
import { posix } from 'node:path';
import type { Nodes, Root } from 'mdast';
import { mediaType } from '@/lib/base/media';
import { checkAddress } from '@/lib/mdx/addresses';
import { decode } from '@/lib/mdx/links';
import { nameInWords } from '@/lib/mdx/picture';
import { needsEnd } from '@/lib/mdx/shortcode-specs';
import { findShortcodes, type Piece } from '@/lib/mdx/shortcodes';
import { parsePlain } from '@/lib/mdx/syntax';
import { walkMarkdown } from '@/lib/mdx/walk';
import { codeSpan, maskShortcodes } from '@/lib/news/import/bodies/code';
import { destination } from '@/lib/news/import/bodies/components';
import type { Draft, Edit } from '@/lib/news/import/bodies/draft';
import { type PostFiles, stripOrigin } from '@/lib/news/import/bodies/files';
import { readTag, type TagAttribute } from '@/lib/news/import/bodies/tags';
import type { BodySource } from '@/lib/news/import/source';

/** The replacement of an address: another address, or undefined to remove the link. */
type Target = { readonly address: string } | 'missing' | undefined;

/** Rewrites every address of a body that is Markdown of ours but for its addresses. */
export async function putLinks(draft: Draft, source: BodySource, files: PostFiles): Promise<void> {
  const parsed = maskShortcodes(draft.text);
  const tree = parsePlain(parsed);
  const rewriter = new Rewriter(draft, source, files);
  const pictures = new Set<string>();
  const nodes: Nodes[] = [];
  walkMarkdown(tree as Root, (node) => {
    if (node.type === 'imageReference') pictures.add(node.identifier);
    nodes.push(node);
  });
  for (const node of nodes) {
    if (node.type === 'link' || node.type === 'image') await rewriter.inline(node, parsed);
    else if (node.type === 'definition') await rewriter.definition(node, pictures.has(node.identifier));
    else if (node.type === 'html') await rewriter.html(node);
  }
  await rewriter.shortcodes();
  draft.edit(rewriter.edits);
}

class Rewriter {
  readonly edits: Edit[] = [];

  constructor(
    private readonly draft: Draft,
    private readonly source: BodySource,
    private readonly files: PostFiles,
  ) {}

  async inline(node: Extract<Nodes, { type: 'link' | 'image' }>, parsed: string): Promise<void> {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const written = this.draft.text.slice(start, end);
    const isPicture = node.type === 'image';
    const place = destinationIn(parsed.slice(start, end), node);
    if (!place) {
      // `<https://…>` and bare addresses.
      if (!written.startsWith('[') && !written.startsWith('!')) await this.#bare(written, node.url, start, end);
      return;
    }
    const target = isPicture ? await this.#picture(node.url, start) : await this.#link(node.url, start);
    if (target === undefined) return;
    if (target === 'missing') {
      const text = isPicture ? textOf(node) : written.slice(1, place.label);
      const replaced = isPicture ? this.#missingPicture(node.url, text) : `${text} (${codeSpan(node.url)})`;
      this.edits.push({ start, end, text: replaced });
    } else this.edits.push({ start: start + place.start, end: start + place.end, text: destination(target.address) });
  }

  async #bare(written: string, url: string, start: number, end: number): Promise<void> {
    const target = await this.#link(url, start);
    if (target === undefined) return;
    if (target === 'missing') this.edits.push({ start, end, text: codeSpan(written.replace(/^<|>$/g, '')) });
    else
      this.edits.push({
        start,
        end,
        text: `[${written.replace(/^<|>$/g, '').replace(/[[\]*_]/g, '\\$&')}](${destination(target.address)})`,
      });
  }

  async definition(node: Extract<Nodes, { type: 'definition' }>, isPicture: boolean): Promise<void> {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const written = this.draft.text.slice(start, end);
    const match = /^\[(?:[^[\]\\]|\\[\s\S])*\]:[ \t]*(?:\n[ \t>]*)?(<[^<>\n]*>|[^\s]+)/.exec(written);
    if (!match) return;
    const target = isPicture ? await this.#picture(node.url, start) : await this.#link(node.url, start);
    if (target === undefined) return;
    const at = start + match[0].length - (match[1]?.length ?? 0);
    // Without its definition the brackets of a link would be text: an address that leads nowhere is the post's own.
    const address = target === 'missing' ? (this.#oldAddress(node.url) ?? '#') : target.address;
    this.edits.push({ start: at, end: start + match[0].length, text: destination(address) });
  }

  async html(node: Extract<Nodes, { type: 'html' }>): Promise<void> {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const { text } = this.draft;
    for (const { index } of text.slice(start, end).matchAll(/<(?=[a-z])/gi)) {
      const tag = readTag(text, start + index);
      if (!tag || tag.end > end) continue;
      const name = tag.name.toLowerCase();
      for (const attribute of tag.attributes) {
        if (attribute.text === undefined) continue;
        const key = attribute.name.toLowerCase();
        if (name === 'a' && key === 'href') await this.#attribute(attribute, 'link', tag.start);
        else if (name === 'img' && key === 'src') await this.#image(attribute, tag.start, tag.end, tag.attributes);
        else if (/^(?:video|source|audio)$/.test(name) && key === 'src')
          await this.#attribute(attribute, 'video', tag.start);
        else if (name === 'video' && key === 'poster') await this.#attribute(attribute, 'picture', tag.start);
      }
    }
  }

  async #attribute(attribute: TagAttribute, kind: 'link' | 'picture' | 'video', at: number): Promise<void> {
    const address = unescapeHtml(attribute.text ?? '');
    const found =
      kind === 'picture'
        ? await this.#picture(address, at)
        : kind === 'link'
          ? await this.#link(address, at)
          : this.#absolute(address);
    if (found === undefined) return;
    const shown = found === 'missing' ? (kind === 'link' ? '#' : undefined) : found.address;
    const text =
      shown === undefined ? '' : `${attribute.name}="${shown.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`;
    this.edits.push({ start: attribute.start, end: attribute.end, text });
  }

  async #image(attribute: TagAttribute, start: number, end: number, all: readonly TagAttribute[]): Promise<void> {
    const address = unescapeHtml(attribute.text ?? '');
    const target = await this.#picture(address, start);
    if (target === undefined) return;
    if (target !== 'missing') {
      this.edits.push({ start: attribute.start, end: attribute.end, text: `src="${target.address}"` });
      return;
    }
    const alt =
      all.find(({ name }) => name.toLowerCase() === 'alt')?.text?.trim() || nameInWords(decode(address)).trim();
    const href = this.#oldAddress(address);
    this.edits.push({ start, end, text: href ? `<a href="${href}">${alt}</a>` : alt });
  }

  /** Pictures and links of `figure` and the like. */
  async shortcodes(): Promise<void> {
    const { text } = this.draft;
    if (!/\{\{[<%]/.test(text)) return;
    const pieces: Piece[] = [...findShortcodes(text, needsEnd).pieces];
    for (let piece = pieces.pop(); piece; piece = pieces.pop()) {
      if ('shown' in piece) continue;
      pieces.push(...piece.children);
      if (piece.name !== 'figure') continue;
      const tag = text.slice(piece.start, piece.inner?.start ?? piece.end);
      const src = piece.named.get('src') ?? piece.positional[0] ?? '';
      const target = await this.#picture(src, piece.start);
      if (target === 'missing') {
        const words =
          ['title', 'caption', 'alt'].map((name) => piece.named.get(name)).find((value) => value) ??
          nameInWords(decode(src)).trim();
        this.edits.push({ start: piece.start, end: piece.end, text: this.#missingPicture(src, words) });
        continue;
      }
      if (target) this.#argument(piece.start, tag, src, target.address);
      const link = piece.named.get('link');
      const linked = link === undefined ? undefined : await this.#link(link, piece.start);
      if (link && linked && linked !== 'missing') this.#argument(piece.start, tag, link, linked.address);
      for (const { 0: whole, 1: address = '', index } of tag.matchAll(/\]\(([^\s()<>"]+)\)/g)) {
        const found = await this.#link(address, piece.start);
        if (!found || found === 'missing') continue;
        const end = piece.start + index + whole.length - 1;
        this.edits.push({ start: end - address.length, end, text: destination(found.address) });
      }
    }
  }

  #argument(start: number, tag: string, written: string, address: string): void {
    const at = tag.indexOf(written);
    if (at >= 0) this.edits.push({ start: start + at, end: start + at + written.length, text: address });
  }

  #missingPicture(url: string, alt: string): string {
    const text = (alt.trim() || nameInWords(decode(url)).trim()).replace(/[[\]]/g, '\\$&');
    const href = this.#oldAddress(url);
    return href ? `[${text}](${destination(href)})` : text;
  }

  async #picture(url: string, at: number): Promise<Target> {
    const name = await this.files.take(url);
    if (name !== undefined) {
      this.draft.count('pictures');
      return name === url ? undefined : { address: name };
    }
    const isOther = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
    if (isOther) {
      const repaired = repairScheme(url);
      const wrong = checkAddress(repaired, 'md');
      if (wrong?.severity !== 'error') return repaired === url ? undefined : { address: repaired };
    }
    this.draft.report(
      'import/picture',
      at,
      `there is no image "${url.slice(0, 80)}"`,
      'add it next to the post, or remove it',
    );
    return 'missing';
  }

  async #link(url: string, at: number): Promise<Target> {
    const written = url.trim();
    if (written === '' || written.startsWith('#')) return undefined;
    // Docusaurus: a path of the checkout, and one that its router leaves alone.
    const repaired = repairScheme(
      written.replace(/^@site\/(?=[^\s]+\.mdx?(?:#|$))/, '').replace(/^pathname:\/\/(?=\/)/, ''),
    );
    if (repairScheme(written) !== written) this.draft.count('misspelled URLs');
    const post = this.source.resolveLink(repaired);
    if (post !== undefined) {
      if (post !== url) this.draft.count('links to posts');
      return post === url ? undefined : { address: post };
    }
    const file = await this.#file(repaired);
    if (file !== undefined) return { address: file };
    const wrong = checkAddress(repaired, 'md');
    if (wrong?.severity === 'error') {
      const code = wrong.code === 'link/scheme' ? undefined : repairAddress(repaired);
      if (code !== undefined && checkAddress(code, 'md')?.severity !== 'error') return { address: code };
      this.draft.report(
        'import/link',
        at,
        `the link to "${written.slice(0, 80)}" does not work, and is kept as text`,
        'correct it',
      );
      return 'missing';
    }
    const absolute = this.#absolute(repaired, at);
    return absolute ?? (repaired === url ? undefined : { address: repaired });
  }

  async #file(url: string): Promise<string | undefined> {
    if (!mediaType(url.replace(/[?#].*$/, ''))) return undefined;
    const name = await this.files.take(url, 'any');
    if (name !== undefined) this.draft.count('files');
    return name;
  }

  /** A path of the old site as an address; undefined for what is one. */
  #absolute(url: string, at?: number): { address: string } | undefined {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url)) return undefined;
    const address = this.#oldAddress(url);
    if (address === undefined) {
      if (at !== undefined)
        this.draft.report(
          'import/link',
          at,
          `"${url}" is not a post, and the URL of the old site is unknown`,
          'write the full URL',
        );
      return undefined;
    }
    this.draft.count('links to other pages of the old site');
    return { address };
  }

  /** Where a path led on the old site; undefined where its origin is unknown, or for an address of another site. */
  #oldAddress(url: string): string | undefined {
    const { site, post } = this.source;
    const [origin] = site.origins;
    const path = stripOrigin(site, url);
    if (origin === undefined || path === undefined)
      return /^https:\/\//.test(url) && URL.canParse(url) ? url : undefined;
    const [bare = '', rest = ''] =
      path.split(/(?=[?#])/, 2).length > 1
        ? [path.replace(/[?#].*$/, ''), path.slice(path.search(/[?#]/))]
        : [path, ''];
    const isSource = /\.(?:mdx?|markdown)$/i.test(bare);
    const base = isSource ? `/${posix.dirname(post.file)}/` : post.oldAddress;
    const rooted = bare.startsWith('/') ? bare : new URL(bare, new URL(base, 'https://old.invalid')).pathname;
    const page = isSource ? pageOf(rooted) : rooted;
    const address = origin + (page.startsWith('/') ? page : `/${page}`) + rest;
    return URL.canParse(address) ? address.replace(/ /g, '%20') : undefined;
  }
}

/** The path of a page from that of its source. */
function pageOf(path: string): string {
  const page = path
    .replace(/\/(?:_?index)?\.(?:mdx?|markdown)$/i, '/')
    .replace(/\/_?index\.(?:mdx?|markdown)$/i, '/')
    .replace(/\.(?:mdx?|markdown)$/i, '/');
  return page
    .replace(/^\/(?:src\/)?(?:content|pages)\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?/i, '/')
    .replace(/^\/src\/pages\//, '/');
}

/** Misspelt schemes whose meaning is certain. */
function repairScheme(url: string): string {
  const secure = /^(?:htts|httsp|htps|hhttps?|htttps|hptts|httpss|ttps|tps|httpd?s):\/{1,3}(?=[\w-]+\.)/i;
  if (/^https?:\/\/(?!https?[:/])[^/]/i.test(url)) return url;
  const twice = /^https?:\/\/+(https?):?\/\/(?=[\w-]+\.)/i.exec(url);
  if (twice) return `${twice[1]}://${url.slice(twice[0].length)}`;
  return url
    .replace(secure, 'https://')
    .replace(/^(?:git@)?(github|gitlab)\.com:(?=[\w.-]+\/[\w.-]+)/i, 'https://$1.com/')
    .replace(/^(?:ttp|htp|hhttp|htttp|hptt):\/{1,3}(?=[\w-]+\.)/i, 'http://')
    .replace(/^(https?):?\/(?=[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]|$))/i, '$1://')
    .replace(/^(https?)(?::\/\/\/+|\/\/+)(?=[\w-]+\.)/i, '$1://');
}

/** Hidden characters, backslashes, credentials and a missing scheme. */
function repairAddress(url: string): string {
  const bare = url.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\s]+/gu, '').replaceAll('\\', '/');
  const full = bare.startsWith('//') ? `https:${bare}` : bare;
  return full;
}

function unescapeHtml(text: string): string {
  const decoded = text.replace(/&(?:amp|#38|#x26);/gi, '&').replace(/&(?:quot|#34);/gi, '"');
  return decoded.replace(/\s*\n\s*/g, '').trim();
}

function textOf(node: Extract<Nodes, { type: 'link' | 'image' }>): string {
  return node.type === 'image' ? (node.alt ?? '') : '';
}

/**
 * Where the destination of `[text](destination)` is, and where its text ends; undefined for other links.
 *
 * @param written the source text of the link or picture.
 */
function destinationIn(
  written: string,
  node: Extract<Nodes, { type: 'link' | 'image' }>,
): { start: number; end: number; label: number } | undefined {
  const from = node.type === 'image' ? 2 : 1;
  if (!written.startsWith(node.type === 'image' ? '![' : '[')) return undefined;
  const base = node.position?.start.offset ?? 0;
  const last = node.type === 'link' ? node.children.at(-1)?.position?.end.offset : undefined;
  let label = last === undefined ? endOfLabel(written, from) : written.indexOf('](', last - base);
  if (label < 0) label = endOfLabel(written, from);
  if (label < 0 || written[label + 1] !== '(') return undefined;
  const space = /[\s>]*/y;
  space.lastIndex = label + 2;
  space.exec(written);
  const start = space.lastIndex;
  if (written[start] === '<') {
    const end = written.indexOf('>', start);
    return end < 0 ? undefined : { start, end: end + 1, label };
  }
  let depth = 0;
  for (let at = start; at < written.length; at += 1) {
    const sign = written[at] as string;
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (/\s/.test(sign) || (sign === ')' && depth === 0)) return { start, end: at, label };
    else if (sign === ')') depth -= 1;
  }
  return undefined;
}

/** Where the label of a link or picture ends: at the bracket that closes it. */
function endOfLabel(written: string, from: number): number {
  let depth = 0;
  for (let at = from; at < written.length; at += 1) {
    const sign = written[at];
    if (sign === '\\') at += 1;
    else if (sign === '`') at = endOfSpan(written, at);
    else if (sign === '[') depth += 1;
    else if (sign === ']') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return -1;
}

function endOfSpan(written: string, start: number): number {
  const run = /^`+/.exec(written.slice(start))?.[0] ?? '`';
  const end = written.indexOf(run, start + run.length);
  return end < 0 ? start + run.length - 1 : end + run.length - 1;
}
