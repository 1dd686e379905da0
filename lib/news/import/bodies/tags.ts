// Parses single tags of HTML and JSX, without changing their text.

/** An attribute: its text, or the expression in its braces; neither for a name alone. */
export interface TagAttribute {
  readonly name: string;
  readonly text?: string;
  readonly expression?: string;
  /** Where it is written, from its name to its end. */
  readonly start: number;
  readonly end: number;
}

export interface Tag {
  /** Empty for a fragment, `<>`. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'whole';
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly TagAttribute[];
}

/** Where a pair of braces ends, after the closing one; undefined where it has no end. Braces in strings do not count. */
export function endOfBraces(text: string, start: number): number | undefined {
  let depth = 0;
  const part = /\{|\}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\/\*[\s\S]*?\*\//g;
  part.lastIndex = start;
  for (let match = part.exec(text); match; match = part.exec(text)) {
    if (match[0] === '{') depth += 1;
    else if (match[0] === '}') depth -= 1;
    if (depth === 0) return part.lastIndex;
  }
  return undefined;
}

/** Reads the tag that begins at a `<`; undefined if there is none. */
export function readTag(text: string, start: number): Tag | undefined {
  const opening = /<(\/?)([A-Za-z][\w.:-]*|)/y;
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (!match) return undefined;
  const [, slash, name = ''] = match;
  let at = opening.lastIndex;
  const attributes: TagAttribute[] = [];
  for (;;) {
    const space = /\s*/y;
    space.lastIndex = at;
    const skipped = space.exec(text)?.[0].length ?? 0;
    at += skipped;
    if (text[at] === '>') return { name, kind: slash ? 'close' : 'open', start, end: at + 1, attributes };
    if (text.startsWith('/>', at)) return name ? { name, kind: 'whole', start, end: at + 2, attributes } : undefined;
    if (name === '' || skipped === 0) return undefined;
    if (text[at] === '{') {
      const end = endOfBraces(text, at);
      if (end === undefined) return undefined;
      attributes.push({ name: '...', expression: text.slice(at + 1, end - 1), start: at, end });
      at = end;
      continue;
    }
    const attribute = readAttribute(text, at);
    if (!attribute) return undefined;
    attributes.push(attribute);
    at = attribute.end;
  }
}

function readAttribute(text: string, start: number): TagAttribute | undefined {
  const name = /[^\s"'<>/={}`]+/y;
  name.lastIndex = start;
  const found = name.exec(text)?.[0];
  if (!found) return undefined;
  const equals = /\s*=\s*/y;
  equals.lastIndex = name.lastIndex;
  if (!equals.exec(text)) return { name: found, start, end: name.lastIndex };
  const at = equals.lastIndex;
  if (text[at] === '{') {
    const end = endOfBraces(text, at);
    return end === undefined ? undefined : { name: found, expression: text.slice(at + 1, end - 1).trim(), start, end };
  }
  const value = /"([^"]*)"|'([^']*)'|([^\s"'=<>`{}]+)/y;
  value.lastIndex = at;
  const match = value.exec(text);
  return match ? { name: found, text: match[1] ?? match[2] ?? match[3] ?? '', start, end: value.lastIndex } : undefined;
}

/** Elements of HTML without content. */
export const emptyElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements that begin an HTML block, in which there is no Markdown up to an empty line (CommonMark 0.31, section 4.6). */
export const blockElements: ReadonlySet<string> = new Set(
  `address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption
  figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe legend li main menu nav noframes ol optgroup option p param
  search section summary table tbody td tfoot th thead title tr track ul`.split(/\s+/),
);
