// Finds plain values in configuration files that are programs (JavaScript, TypeScript, Python). The programs are
// never run.

/** A program without its comments, texts kept. @param language decides what begins a comment. */
export function withoutComments(source: string, language: 'script' | 'python' = 'script'): string {
  const tokens =
    language === 'python'
      ? /("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|#[^\n]*/g
      : /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return source.replace(tokens, (_, text?: string) => text ?? '');
}

/** The value of a string literal; undefined if it is not one, or if it has placeholders. */
export function literalOf(written: string | undefined): string | undefined {
  const [, quote, inner] = /^\s*[urbURB]?(["'`])((?:(?!\1)[^\\]|\\.)*)\1/.exec(written ?? '') ?? [];
  if (inner === undefined || (quote === '`' && inner.includes('${'))) return undefined;
  return inner.replace(/\\(.)/g, '$1');
}

/**
 * The parts between the brackets that a pattern ends before.
 *
 * @param source without comments.
 * @param opener ends with the bracket: `/blog:\s*\{/`.
 */
export function blocksAfter(source: string, opener: RegExp): string[] {
  const pattern = new RegExp(opener.source, `${opener.flags.replace('g', '')}g`);
  return [...source.matchAll(pattern)].map((match) => blockAt(source, match.index + match[0].length));
}

/** What follows an open bracket, up to the one that closes it. */
function blockAt(source: string, start: number): string {
  const tokens = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[[{(]|[\]})]/g;
  tokens.lastIndex = start;
  let depth = 1;
  for (let match = tokens.exec(source); match; match = tokens.exec(source)) {
    if (/^[[{(]/.test(match[0])) depth += 1;
    else if (/^[\]})]/.test(match[0])) depth -= 1;
    if (depth === 0) return source.slice(start, match.index);
  }
  return source.slice(start);
}

/** An object's text with what is inside its brackets left out, so that only its own keys remain. */
function ownPart(block: string): string {
  let rest = block;
  let depth = 0;
  rest = block.replace(
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[[{(]|[\]})]|[^"'`[\](){}]+/g,
    (part) => {
      if (/^[[{(]$/.test(part)) depth += 1;
      const kept = depth === 0 ? part : '';
      if (/^[\]})]$/.test(part)) depth -= 1;
      return kept;
    },
  );
  return rest;
}

/** The text that an object gives to one of its own keys: a literal, or the literal of the constant that it names. */
export function textIn(block: string, key: string, source = block): string | undefined {
  const own = ownPart(block);
  const after = new RegExp(`(?:^|[,{\\s])["']?${key}["']?\\s*:\\s*([^\\n]*)`).exec(own)?.[1];
  if (after === undefined) return undefined;
  return literalOf(after) ?? constantOf(source, /^[\w$]+/.exec(after)?.[0]);
}

/** The value of a word that an object gives to one of its own keys: `true`, `false`, a number. */
export function wordIn(block: string, key: string): string | undefined {
  return new RegExp(`(?:^|[,{\\s])["']?${key}["']?\\s*:\\s*([\\w.-]+)`).exec(ownPart(block))?.[1];
}

function constantOf(source: string, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const after = new RegExp(`(?:const|let|var)\\s+${name.replace(/\$/g, '\\$')}\\b[^=]*=\\s*([^;]*)`).exec(source)?.[1];
  // Of `process.env.URL || "https://example.org"`, the last.
  const literals = after?.split('\n\n')[0]?.match(/(["'`])(?:(?!\1)[^\\\n]|\\.)*\1/g) ?? [];
  return literalOf(literals.at(-1));
}

/** The texts of a list that an object gives to a key. */
export function listIn(block: string, key: string): string[] {
  const [list = ''] = blocksAfter(block, new RegExp(`["']?\\b${key}["']?\\s*[:=]\\s*[[(]`));
  return (list.match(/(["'])(?:(?!\1)[^\\\n]|\\.)*\1/g) ?? []).flatMap((each) => literalOf(each) ?? []);
}
