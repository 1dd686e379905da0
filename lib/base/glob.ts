// Patterns for the names of files next to a post, as Hugo writes them.

/** A part of a pattern: a character, `?`, `*` or `**`, as it is written; or one of several patterns. */
type Part = { readonly sign: string } | { readonly options: readonly (readonly Part[])[] };

/** The longest pattern that matches anything, so that no post can make the check take long. Characters. */
const longest = 1_000;

/**
 * Parses a pattern: `*` matches any text without a slash, `**` any text, `?` one character, `{a,b}` one of several. Case does
 * not matter, as in Hugo, and neither does how accents are encoded.
 *
 * @returns whether a name matches. It takes time in proportion to the length of the pattern times that of the name.
 */
export function globMatcher(glob: string): (name: string) => boolean {
  if (glob.length > longest) return () => false;
  const parts = parseGlob(glob);
  return (name) => {
    const characters = [...comparable(name)];
    const start = new Uint8Array(characters.length + 1);
    start[0] = 1;
    return endsOf(parts, characters, start)[characters.length] === 1;
  };
}

function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function parseGlob(glob: string): Part[] {
  const parts: Part[] = [];
  /** The options of the braces that are open. */
  let options: Part[][] | undefined;
  for (const [sign] of comparable(glob).matchAll(/\*+|[\s\S]/gu)) {
    if (sign === '{' && !options) {
      options = [[]];
      parts.push({ options });
    } else if (sign === '}' && options) options = undefined;
    else if (sign === ',' && options) options.push([]);
    else (options?.at(-1) ?? parts).push({ sign });
  }
  return parts;
}

/** Where some parts of a pattern may end in a name if they begin at some places. A place is 1 for yes, by its index. */
function endsOf(parts: readonly Part[], name: readonly string[], starts: Uint8Array): Uint8Array {
  let places = starts;
  for (const part of parts) {
    if (!places.includes(1)) break;
    places = 'options' in part ? endsOfChoice(part.options, name, places) : endsOfSign(part.sign, name, places);
  }
  return places;
}

function endsOfChoice(options: readonly (readonly Part[])[], name: readonly string[], starts: Uint8Array): Uint8Array {
  const ends = new Uint8Array(starts.length);
  for (const option of options) {
    for (const [place, isEnd] of endsOf(option, name, starts).entries()) if (isEnd) ends[place] = 1;
  }
  return ends;
}

function endsOfSign(sign: string, name: readonly string[], starts: Uint8Array): Uint8Array {
  const ends = new Uint8Array(starts.length);
  for (const [place, isStart] of starts.entries()) {
    const next = name[place];
    if (sign.startsWith('*')) {
      // What begins at an earlier place goes on.
      if (isStart) ends[place] = 1;
      if (ends[place] && next !== undefined && (sign !== '*' || next !== '/')) ends[place + 1] = 1;
    } else if (isStart && next !== undefined && (sign === '?' ? next !== '/' : next === sign)) ends[place + 1] = 1;
  }
  return ends;
}

/** Whether a pattern leads out of the post's folder. */
export function climbsOut(glob: string): boolean {
  return glob.startsWith('/') || glob.split(/[\\/]/).includes('..');
}
