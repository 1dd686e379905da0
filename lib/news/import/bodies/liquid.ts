// Replaces Liquid in the posts of Jekyll sites with its output, if that is certain.
import { capitalised } from '@/lib/base/english';
import { boxTags, isBoxKind, toArgument } from '@/lib/news/import/bodies/boxes';
import { codeSpan, fenceFor, maskCode, masked } from '@/lib/news/import/bodies/code';
import type { Draft, Edit } from '@/lib/news/import/bodies/draft';
import { printed, valueAt } from '@/lib/news/import/bodies/values';
import type { BodySource } from '@/lib/news/import/source';

const verbatim = ['highlight', 'raw', 'comment', 'codeblock'].map((name) => {
  const close = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
  return [new RegExp(`\\{%-?\\s*${name}\\b[^%]*%\\}`), () => close] as const;
});

const token = /\{\{-?((?:[^{}"']|"[^"]*"|'[^']*')*?)-?\}\}|\{%-?\s*(\w+)((?:[^%"']|%(?!\})|"[^"]*"|'[^']*')*?)-?%\}/g;

/** Replaces Liquid in a body. Tags with an unclear meaning are kept and reported. Code is unchanged, except for `raw` tags. */
export function putLiquid(draft: Draft, source: BodySource): void {
  if (!/\{[{%]/.test(draft.text)) return;
  new Liquid(draft, source).run();
}

class Liquid {
  readonly #edits: Edit[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #shown: string;

  constructor(
    private readonly draft: Draft,
    private readonly source: BodySource,
  ) {
    this.#shown = maskCode(draft.text, { indented: true, comments: true, verbatim });
  }

  run(): void {
    this.#cleanCode();
    const { text } = this.draft;
    const pattern = new RegExp(token.source, 'g');
    for (let match = pattern.exec(this.#shown); match; match = pattern.exec(this.#shown)) {
      const start = match.index;
      const end = start + match[0].length;
      const [, expression, name, args = ''] = match;
      if (name && verbatimNames.has(name)) {
        pattern.lastIndex = this.#replaceBlock(name, text.slice(start, end), start, end);
      } else if (expression === undefined) this.#replaceTag(name ?? '', args.trim(), start, end);
      else this.#replaceOutput(expression.trim(), start, end);
    }
    this.draft.edit(this.#edits);
  }

  /** In code only what says that it is no Liquid is left out, and what Jekyll would have replaced is reported. */
  #cleanCode(): void {
    const { text } = this.draft;
    let isReported = false;
    for (const match of text.matchAll(/(^[ \t>]*|)\{%-?\s*(?:raw|endraw)\s*-?%\}([ \t]*\n)?/gm)) {
      if (this.#shown[match.index + match[0].indexOf('%')] !== masked) continue;
      const isWhole = match[2] !== undefined && (match.index === 0 || text[match.index - 1] === '\n');
      const start = isWhole ? match.index : match.index + (match[1]?.length ?? 0);
      const end = match.index + match[0].length - (isWhole ? 0 : (match[2]?.length ?? 0));
      this.#edits.push({ start, end, text: '' });
      this.draft.count('Liquid raw');
    }
    for (const match of text.matchAll(/\{\{-?\s*((?:page|site)\.[\w.-]+)\s*-?\}\}/g)) {
      if (isReported || this.#shown[match.index] !== masked) continue;
      if (this.#variable(match[1] ?? '') === undefined) continue;
      isReported = true;
      const fix = 'write the value that readers should see';
      this.draft.report('import/template', match.index, `"${match[0]}" in code is kept as it is`, fix);
    }
  }

  #replaceBlock(name: string, tag: string, start: number, tagEnd: number): number {
    const { text } = this.draft;
    const close = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
    close.lastIndex = tagEnd;
    const closed = close.exec(text);
    if (!closed) {
      this.#keep(start, tag);
      return tagEnd;
    }
    const end = closed.index + closed[0].length;
    const content = text.slice(tagEnd, closed.index);
    const isWhole = this.#isAlone(start, end);
    if (name === 'capture') {
      const variable = /^\{%-?\s*capture\s+([\w-]+)/.exec(tag)?.[1];
      if (variable === undefined || /\{[{%]/.test(content)) {
        this.#keep(start, tag);
        return tagEnd;
      }
      this.#variables[variable] = content.trim();
      this.#put(start, end, '', 'Liquid capture');
    } else if (name === 'comment') this.#put(start, end, '', 'Liquid comment');
    else if (name === 'raw') {
      this.#put(start, tagEnd, '', 'Liquid raw');
      this.#put(closed.index, end, '');
    } else this.#put(start, end, toCode(tag, content, this.#indentOf(start), isWhole), `Liquid ${name}`);
    return end;
  }

  /** Whether something has its lines to itself. */
  #isAlone(start: number, end: number): boolean {
    const { text } = this.draft;
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    const lineEnd = text.indexOf('\n', end);
    return (
      /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?$/.test(before) &&
      text.slice(end, lineEnd < 0 ? undefined : lineEnd).trim() === ''
    );
  }

  #indentOf(start: number): string {
    const { text } = this.draft;
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    return before.replace(/[^\s>]/g, ' ');
  }

  #put(start: number, end: number, text: string, kind?: string): void {
    this.#edits.push({ start, end, text });
    if (kind) this.draft.count(kind);
  }

  #keep(start: number, written: string): void {
    const shown = written.replace(/\s+/g, ' ');
    this.draft.report(
      'import/template',
      start,
      `"${shown.slice(0, 80)}" is kept as text`,
      'write what it showed, or remove it',
    );
  }

  #replaceOutput(expression: string, start: number, end: number): void {
    const value = this.#evaluate(expression);
    if (value === undefined) this.#keep(start, this.draft.text.slice(start, end));
    else this.#put(start, end, value, 'Liquid values');
  }

  #evaluate(expression: string): string | undefined {
    const [first = '', ...filters] = splitOutside(expression, '|');
    let value: unknown = this.#operand(first);
    for (const filter of filters) {
      const [, name = '', rest = ''] = /^\s*(\w+)\s*:?\s*([\s\S]*)$/.exec(filter) ?? [];
      const args = splitOutside(rest, ',')
        .filter((each) => each.trim() !== '')
        .map((each) => this.#operand(each));
      value = this.#filter(name, value, args);
      if (value === undefined) return undefined;
    }
    return printed(value);
  }

  #operand(written: string): unknown {
    const text = written.trim();
    const quoted = /^(["'])([\s\S]*)\1$/.exec(text);
    if (quoted) return quoted[2];
    if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
    return this.#variable(text);
  }

  #variable(path: string): unknown {
    const { site, post } = this.source;
    if (!/^[\w.-]+$/.test(path)) return undefined;
    if (Object.hasOwn(this.#variables, path)) return this.#variables[path];
    if (path === 'site.baseurl') return '';
    if (path === 'site.url') return site.origins[0] ?? '';
    if (path === 'page.url') return post.oldAddress;
    if (path.startsWith('site.')) return valueAt(site.params, path.slice(5));
    return path.startsWith('page.') ? valueAt(post.data, path.slice(5)) : undefined;
  }

  #filter(name: string, value: unknown, [first, second]: readonly unknown[]): unknown {
    const text = printed(value);
    if (name === 'default') return text || printed(first);
    if (Array.isArray(value)) return name === 'join' ? value.join(printed(first) ?? ' ') : undefined;
    if (text === undefined) return undefined;
    const [one = '', two = ''] = [printed(first), printed(second)];
    const slashed = /^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(text) ? text : `/${text}`;
    const results: Record<string, () => string> = {
      relative_url: () => slashed,
      absolute_url: () => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : (this.source.site.origins[0] ?? '') + slashed),
      prepend: () => one + text,
      append: () => text + one,
      replace: () => text.replaceAll(one, two),
      replace_first: () => text.replace(one, () => two),
      remove: () => text.replaceAll(one, ''),
      remove_first: () => text.replace(one, ''),
      upcase: () => text.toUpperCase(),
      downcase: () => text.toLowerCase(),
      capitalize: () => capitalised(text),
      strip: () => text.trim(),
      lstrip: () => text.trimStart(),
      rstrip: () => text.trimEnd(),
      escape: () => text,
      escape_once: () => text,
      xml_escape: () => text,
      uri_escape: () => encodeURI(text),
      url_encode: () => encodeURIComponent(text),
      cgi_escape: () => encodeURIComponent(text),
      // Within HTML, only an empty line begins Markdown.
      markdownify: () => (/[*_`[#]/.test(text) ? `\n\n${text}\n\n` : text),
      strip_newlines: () => text.replaceAll('\n', ''),
      strip_html: () => text.replace(/<[^>]*>/g, ''),
    };
    return Object.hasOwn(results, name) ? results[name]?.() : undefined;
  }

  #replaceTag(name: string, args: string, start: number, end: number): void {
    const written = this.draft.text.slice(start, end);
    const value = this.#tag(name, args);
    if (value === undefined) this.#keep(start, written);
    else this.#put(start, end, value, `Liquid ${name}`);
  }

  #tag(name: string, args: string): string | undefined {
    const first = args.split(/\s+/)[0] ?? '';
    switch (name) {
      case 'post_url':
        return this.#postUrl(first);
      case 'link':
        return this.#link(first);
      case 'assign':
        return this.#assign(args);
      case 'include':
      case 'include_cached':
        return this.#include(args);
      case 'gist':
        return toGist(args);
      case 'youtube':
      case 'vimeo':
        return toVideo(name, unquoted(first));
      case 'img':
        return toOctopressPicture(args);
      case 'toc':
        return '';
      case 'twitter':
      case 'tweet':
        return /^https:\/\/\S+$/.test(unquoted(first)) ? `<${unquoted(first)}>` : undefined;
      default:
        return undefined;
    }
  }

  #postUrl(name: string): string | undefined {
    const path = unquoted(name).replace(/^\//, '');
    const names = [path, path.replace(/^.*\//, '')].flatMap((each) => [each, `${each}.md`, `${each}.markdown`]);
    return names.map((each) => this.source.resolveLink(each)).find((each) => each !== undefined);
  }

  #link(written: string): string | undefined {
    const path = this.#evaluateLink(unquoted(written)).replace(/^\//, '');
    const post = this.source.resolveLink(path) ?? this.source.resolveLink(path.replace(/^.*\//, ''));
    if (post !== undefined) return post;
    return path ? `/${path.replace(/^_(?=[^/]+\/)/, '').replace(/(?:index)?\.(?:md|markdown)$/, '')}` : undefined;
  }

  #evaluateLink(text: string): string {
    return text.replace(/\{\{(.*?)\}\}/g, (_, inner: string) => this.#evaluate(inner.trim()) ?? '');
  }

  #assign(args: string): string | undefined {
    const [, name = '', expression = ''] = /^([\w-]+)\s*=\s*([\s\S]*)$/.exec(args) ?? [];
    const value = this.#evaluate(expression);
    if (!name || value === undefined) return undefined;
    this.#variables[name] = value;
    return '';
  }

  #include(args: string): string | undefined {
    const [, file = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(args) ?? [];
    const given: Record<string, string> = {};
    for (const match of rest.matchAll(/([\w-]+)\s*=\s*("[^"]*"|'[^']*'|[\w.-]+)/g)) {
      const value = printed(this.#operand(match[2] ?? ''));
      if (value === undefined) return undefined;
      given[match[1]?.toLowerCase() ?? ''] = value;
    }
    return includeOf(
      file
        .replace(/^.*\//, '')
        .replace(/\.\w+$/, '')
        .toLowerCase(),
      given,
    );
  }
}

const verbatimNames: ReadonlySet<string> = new Set(['highlight', 'raw', 'comment', 'codeblock', 'capture']);

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

/** Splits at a sign that is not inside quotes. */
function splitOutside(text: string, sign: string): string[] {
  const parts = text.match(new RegExp(`(?:"[^"]*"|'[^']*'|[^${sign}"'])+`, 'g'));
  return parts ?? [text];
}

/** What a common include shows, by the name of its file; undefined for others. */
function includeOf(name: string, given: Readonly<Record<string, string>>): string | undefined {
  const pick = (...keys: string[]) => keys.map((key) => given[key]).find((value) => value !== undefined);
  if (/^(?:toc|table.?of.?contents)$/.test(name)) return '';
  if (/youtube|vimeo|video/.test(name)) {
    const provider = /vimeo/.test(name) ? 'vimeo' : (pick('provider') ?? 'youtube');
    const id = pick('id', 'video_id', 'videoid', 'youtube_id', 'youtubeid', 'url', 'src', 'video');
    return id === undefined ? undefined : toVideo(provider, id);
  }
  if (/figure|image|img|picture|photo/.test(name)) {
    const src = pick('image_path', 'src', 'url', 'path', 'file', 'image', 'filename', 'img');
    if (src === undefined) return undefined;
    const [alt, caption, link] = [pick('alt', 'title') ?? '', pick('caption', 'description'), pick('link', 'href')];
    const picture = `![${alt || (caption ?? '')}](${toDestination(src)})`;
    if (caption === undefined || caption === '') return link ? `[${picture}](${toDestination(link)})` : picture;
    const extra = link ? ` link="${toArgument(link)}"` : '';
    return `{{< figure src="${src}" alt="${toArgument(alt)}" caption="${caption.replace(/["\\]/g, '\\$&')}"${extra} >}}`;
  }
  const kind = pick('type', 'kind') ?? name.replace(/[-_].*$/, '');
  const text = pick('content', 'text', 'message', 'body');
  if (text !== undefined && (isBoxKind(name) || /^(?:callout|alert|admonition|notice|box)/.test(name))) {
    const { open, close } = boxTags(isBoxKind(kind) ? kind : 'note', pick('title', 'heading'));
    return `${open}\n${text}\n${close}`;
  }
  return undefined;
}

function toDestination(address: string): string {
  return address.replace(/[\s()<>]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));
}

function toGist(args: string): string | undefined {
  const [, user, id] = /^["']?(?:https:\/\/gist\.github\.com\/)?([\w-]+)\/([0-9a-f]+)/i.exec(args) ?? [];
  return user && id ? `{{< gist ${user} ${id} >}}` : undefined;
}

/** The shortcode of a video. @param written its ID or address. */
export function toVideo(provider: string, written: string): string | undefined {
  const isVimeo = /vimeo/i.test(provider) || /vimeo\.com/.test(written);
  const id = isVimeo
    ? (/(\d{5,12})(?:[/?#].*)?$/.exec(written)?.[1] ?? '')
    : (/(?:youtu\.be\/|[?&]v=|\/(?:embed|shorts|live|v)\/)([\w-]{6,20})/.exec(written)?.[1] ?? written);
  if (isVimeo) return id ? `{{< vimeo ${id} >}}` : undefined;
  return /^[\w-]{6,20}$/.test(id) ? `{{< youtube "${id}" >}}` : undefined;
}

/** Octopress: `{% img [class] /path [width] [height] [title] %}`. */
function toOctopressPicture(args: string): string | undefined {
  const [, src, , title = ''] =
    /^(?:[\w-]+\s+)*?((?:https?:\/|\/|\.\.?\/)\S+)((?:\s+\d+){0,2})\s*([\s\S]*)$/.exec(args) ?? [];
  const alt = /(["'])([^"']*)\1\s*$/.exec(title)?.[2] ?? unquoted(title);
  return src ? `![${alt}](${toDestination(src)})` : undefined;
}

/** A block of code in the place of `{% highlight lang linenos %}`. */
function toCode(tag: string, content: string, indent: string, isAlone: boolean): string {
  const args = /^\{%-?\s*\w+\s*([\s\S]*?)\s*-?%\}$/.exec(tag)?.[1] ?? '';
  const lang =
    /\blang:([\w+#.-]+)/.exec(args)?.[1] ??
    (/^\{%-?\s*codeblock/.test(tag) ? '' : (/^[\w+#.-]+/.exec(args)?.[0] ?? ''));
  const code = content
    .replace(/\{%-?\s*(?:raw|endraw)\s*-?%\}[ \t]*\n?/g, '')
    .replace(/^[ \t]*\n/, '')
    .replace(/\n?[ \t>]*$/, '');
  if (!isAlone && !code.includes('\n')) return codeSpan(code);
  const marks = fenceFor(code);
  const lines = toIndent(code.split('\n'), indent);
  const before = isAlone ? '' : `\n\n${indent}`;
  const after = isAlone ? '' : `\n\n${indent}`;
  return `${before}${marks}${lang}\n${lines.join('\n')}\n${indent}${marks}${after}`;
}

/** Lines inside the list or quote that the tag is in. */
function toIndent(lines: readonly string[], indent: string): string[] {
  if (indent.includes('>')) return lines.map((line) => (line.startsWith(indent.trimEnd()) ? line : indent + line));
  const least = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)), indent.length);
  const missing = ' '.repeat(indent.length - least);
  return lines.map((line) => (line.trim() === '' ? '' : missing + line));
}
