// Hugo's shortcodes in a Markdown body: where they stand, what they are given, which of them stand in which.

/** What a shortcode is given, as `name "text" key=value` says it. */
export interface ShortcodeArguments {
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/** A shortcode, from its first brace to its last. Offsets count UTF-16 units of the body. */
export interface Shortcode extends ShortcodeArguments {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What stands between its two tags; undefined for one that has no closing tag. */
  readonly inner?: { readonly start: number; readonly end: number } | undefined;
  /** Those that stand in it, in order. */
  readonly children: readonly Piece[];
}

// A shortcode that is only shown, `{{</* name */>}}`, and the text that stands for it.
export interface ShownShortcode {
  readonly shown: string;
  readonly start: number;
  readonly end: number;
}

export type Piece = Shortcode | ShownShortcode;

/** What is wrong with the tags, at an offset of the body. */
export interface TagFault {
  readonly offset: number;
  readonly code: 'shortcode/syntax' | 'shortcode/unclosed' | 'shortcode/crossing' | 'shortcode/unopened';
  readonly message: string;
  readonly fix: string;
}

interface Tag extends ShortcodeArguments {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'whole';
  readonly start: number;
  readonly end: number;
}

/** Whether a body may hold a shortcode at all; most hold none, and then nothing more is done. */
export function mayHoldShortcodes(body: string): boolean {
  return body.includes('{{<') || body.includes('{{%');
}

/**
 * Finds the shortcodes of a body. Those in code spans, in blocks of code and in HTML comments are left alone.
 *
 * @param needsEnd whether a shortcode of that name makes no sense without its closing tag.
 */
export function findShortcodes(
  body: string,
  needsEnd: (name: string) => boolean,
): { pieces: Piece[]; faults: TagFault[] } {
  const { tags, faults } = findTags(body);
  return { pieces: pairUp(tags, faults, needsEnd), faults };
}

interface Open {
  readonly tag: Tag;
  readonly children: Piece[];
}

function pairUp(tags: readonly (Tag | ShownShortcode)[], faults: TagFault[], needsEnd: (name: string) => boolean) {
  const top: Piece[] = [];
  const stack: Open[] = [];
  /** How many closing tags of a name are still to come. */
  const closings = new Map<string, number>();
  const passOver = new Map<string, number>();
  const change = (counts: Map<string, number>, name: string, by: number) =>
    counts.set(name, (counts.get(name) ?? 0) + by);
  for (const tag of tags) if ('kind' in tag && tag.kind === 'close') change(closings, tag.name, 1);
  const put = (piece: Piece) => (stack.at(-1)?.children ?? top).push(piece);

  /** Ends one that has no closing tag: what was found after it stands beside it. */
  const leave = ({ tag, children }: Open, before: string | undefined) => {
    const crosses = before !== undefined && (closings.get(tag.name) ?? 0) > (passOver.get(tag.name) ?? 0);
    if (crosses) {
      change(passOver, tag.name, 1);
      faults.push({
        offset: tag.start,
        code: 'shortcode/crossing',
        message: `the shortcode "${tag.name}" begins inside "${before}" and ends outside`,
        fix: `close "${tag.name}" before "${before}"`,
      });
    } else if (needsEnd(tag.name)) {
      faults.push({
        offset: tag.start,
        code: 'shortcode/unclosed',
        message: `the shortcode "${tag.name}" has no closing tag`,
        fix: `write {{< /${tag.name} >}} after its text`,
      });
    }
    put({ ...whole(tag), children: [] });
    for (const child of children) put(child);
  };

  for (const tag of tags) {
    if ('shown' in tag) put(tag);
    else if (tag.kind === 'whole') put({ ...whole(tag), children: [] });
    else if (tag.kind === 'open') {
      // What nothing closes any more is whole by itself; that keeps the stack short.
      const open = { tag, children: [] };
      if ((closings.get(tag.name) ?? 0) > 0) stack.push(open);
      else leave(open, undefined);
    } else {
      change(closings, tag.name, -1);
      const at = stack.findLastIndex((open) => open.tag.name === tag.name);
      if (at < 0) {
        if ((passOver.get(tag.name) ?? 0) > 0) change(passOver, tag.name, -1);
        else
          faults.push({
            offset: tag.start,
            code: 'shortcode/unopened',
            message: `nothing that this closing tag of "${tag.name}" could close is open`,
            fix: 'remove it, or write the opening tag',
          });
        // The tag itself is no text that readers should see.
        put({ shown: '', start: tag.start, end: tag.end });
        continue;
      }
      for (const open of stack.splice(at + 1)) leave(open, tag.name);
      const { tag: first, children } = stack.pop() as Open;
      put({ ...whole(first), end: tag.end, inner: { start: first.end, end: tag.start }, children });
    }
  }
  for (const open of stack.splice(0)) leave(open, undefined);
  return top;
}

function whole({ name, start, end, positional, named }: Tag): Omit<Shortcode, 'children'> {
  return { name, start, end, positional, named };
}

interface Fence {
  readonly sign: string;
  readonly quoted: boolean;
  /** How far its lines stand in, where it stands in a list. */
  readonly column: number;
}

const container = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/;

/** All tags outside of code, in order. Reads each line once. */
function findTags(body: string): { tags: (Tag | ShownShortcode)[]; faults: TagFault[] } {
  const tags: (Tag | ShownShortcode)[] = [];
  const faults: TagFault[] = [];
  let fence: Fence | undefined;
  let afterBlank = true;
  let inIndented = false;
  let inList = false;
  let depth = 0;
  const closings = new Map<string, number>();
  const lastClosing = (name: string) => {
    const known = closings.get(name) ?? body.lastIndexOf(`/${name}`);
    closings.set(name, known);
    return known;
  };
  for (let at = 0; at < body.length; ) {
    const lineEnd = endOfLine(body, at);
    const line = body.slice(at, lineEnd);
    const [prefix = ''] = container.exec(line) ?? [];
    const content = line.slice(prefix.length);
    const blank = content.trim() === '';
    if (fence && leaves(fence, prefix, blank)) fence = undefined;
    if (fence) {
      const signs = /^(`{3,}|~{3,})[ \t]*$/.exec(content)?.[1];
      if (signs?.startsWith(fence.sign)) fence = undefined;
      at = lineEnd + 1;
      afterBlank = false;
      continue;
    }
    const opener = /^(`{3,})[^`]*$|^(~{3,})/.exec(content);
    if (opener) {
      const inItem = /[-*+.)]/.test(prefix) || (inList && prefix.length > 0);
      fence = {
        sign: opener[1] ?? opener[2] ?? '',
        quoted: prefix.includes('>'),
        column: inItem ? prefix.length : 0,
      };
      at = lineEnd + 1;
      continue;
    }
    // Four spaces after an empty line are a block of code, but in a list or between two tags.
    const isItem = /(?:[-*+]|\d[.)])[ \t]/.test(prefix);
    inList = isItem || (inList && (blank || /^[ \t]/.test(line)));
    inIndented = !blank && depth === 0 && !inList && /^(?: {4}|\t)/.test(line) && (afterBlank || inIndented);
    afterBlank = blank;
    if (inIndented || blank) {
      at = lineEnd + 1;
      continue;
    }
    at = readLine(at + prefix.length, lineEnd);
  }
  return { tags, faults };

  /** Reads what is no block of code. @returns where to go on, which is after the line or after what began in it. */
  function readLine(from: number, end: number): number {
    let at = from;
    while (at < end) {
      const next = /[`\\<{]/g;
      next.lastIndex = at;
      const found = next.exec(body);
      if (!found || found.index >= end) break;
      at = found.index;
      if (found[0] === '\\') at += 2;
      else if (found[0] === '`') at = afterCodeSpan(body, at);
      else if (body.startsWith('<!--', at)) {
        const close = body.indexOf('-->', at);
        at = close < 0 ? at + 4 : close + 3;
      } else if (body.startsWith('{{<', at) || body.startsWith('{{%', at)) at = readTag(at);
      else at += 1;
      // Something that went on over lines: the rest of its last line belongs to it.
      if (at > end) return readLine(at, endOfLine(body, at));
    }
    return end + 1;
  }

  function readTag(start: number): number {
    const tag = lexTag(body, start);
    if (typeof tag === 'string') {
      faults.push({
        offset: start,
        code: 'shortcode/syntax',
        message: tag,
        fix: 'write it like {{< name "text" key="text" >}}, or {{</* name */>}} to show it',
      });
      return start + 3;
    }
    tags.push(tag);
    if ('kind' in tag && tag.kind === 'close') depth = Math.max(0, depth - 1);
    else if ('kind' in tag && tag.kind === 'open' && lastClosing(tag.name) > tag.end) depth += 1;
    return tag.end;
  }
}

function leaves({ quoted, column }: Fence, prefix: string, blank: boolean): boolean {
  if (quoted && !prefix.includes('>')) return true;
  return column > 0 && !blank && !quoted && prefix.length < Math.min(column, 2);
}

function endOfLine(body: string, at: number): number {
  const end = body.indexOf('\n', at);
  return end < 0 ? body.length : end;
}

/** CommonMark 0.31, section 6.1: as many backquotes as at the beginning end the code; none such in the block, and it is none. */
function afterCodeSpan(body: string, start: number): number {
  let open = start;
  while (body[open] === '`') open += 1;
  const length = open - start;
  const blank = /\n[ \t>]*\n/g;
  blank.lastIndex = open;
  const limit = blank.exec(body)?.index ?? body.length;
  const runs = /`+/g;
  runs.lastIndex = open;
  for (let run = runs.exec(body); run && run.index < limit; run = runs.exec(body)) {
    if (run[0].length === length) return run.index + length;
  }
  return open;
}

/** Reads one tag. @returns what is wrong with it where it is none. */
function lexTag(body: string, start: number): Tag | ShownShortcode | string {
  const sign = body[start + 2] === '<' ? '>' : '%';
  const closer = `${sign}}}`;
  if (body.startsWith('/*', start + 3)) {
    const end = body.indexOf(`*/${closer}`, start);
    if (end < 0) return 'this shown shortcode has no end';
    return { shown: body.slice(start, start + 3) + body.slice(start + 5, end) + closer, start, end: end + 5 };
  }
  let at = start + 3;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(body);
    if (match) at += match[0].length;
    return match ?? undefined;
  };
  take(/\s*/y);
  const closes = body[at] === '/';
  if (closes) at += 1;
  take(/\s*/y);
  const name = take(/[\p{L}_][\p{L}\p{N}_./-]*/uy)?.[0];
  if (!name) return 'this shortcode has no name';
  const cleanName = name.replace(/\/$/, '').replace(/\.html$/, '');
  const positional: string[] = [];
  const named = new Map<string, string>();
  if (name.endsWith('/')) at -= 1;
  for (;;) {
    take(/\s*/y);
    if (body.startsWith(closer, at)) {
      const kind = closes ? 'close' : 'open';
      return { name: cleanName, kind, start, end: at + 3, positional, named };
    }
    if (body[at] === '/' && body.startsWith(closer, at + 1)) {
      return { name: cleanName, kind: 'whole', start, end: at + 4, positional, named };
    }
    const key = take(/([\p{L}_][\p{L}\p{N}_-]*)\s*=\s*/uy)?.[1];
    const value = take(/"((?:[^"\\]|\\[\s\S])*)"|`([^`]*)`|(?:(?![>%]\}\}|\/[>%]\}\})[^\s"`])+/y);
    if (!value) return `the tag of the shortcode "${cleanName}" has no end`;
    const text = value[1] === undefined ? (value[2] ?? value[0]) : unquote(value[1]);
    if (key) named.set(key, text);
    else positional.push(text);
    if (positional.length + named.size > 100) return `the shortcode "${cleanName}" is given too much`;
  }
}

function unquote(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === 't' ? '\t' : sign));
}
