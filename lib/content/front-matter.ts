// Splits a post into its front matter, in YAML, TOML or JSON, and its body. The only importer of gray-matter, which would
// run `---js` as code.
import matter from 'gray-matter';
import { type Diagnostic, error, placeAt, type Where } from '@/lib/base/diagnostic';
import { parseToml } from '@/lib/content/toml';
import { type LocatedData, parseYaml } from '@/lib/content/yaml';

/** A post's file, split. */
export interface SplitText {
  readonly frontMatter: LocatedData;
  readonly body: string;
  /** The 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

/**
 * Splits a post's text into its front matter and the body after it. Front matter is YAML between two lines of `---`; or, as in
 * Hugo, TOML between two lines of `+++`, or one JSON object. Spaces after these lines, and empty lines before, do not matter.
 *
 * @param text the whole file, line ends as LF.
 * @returns the two, or all that is wrong.
 */
export function parseFrontMatter(text: string): SplitText | Diagnostic[] {
  const all = text.split('\n');
  const before = Math.max(
    all.findIndex((line) => line.trim() !== ''),
    0,
  );
  const lines = all.slice(before);
  const [opener = ''] = lines;
  if (opener.trimEnd() === '+++') return splitToml(lines, before);
  if (/^\{\s*(?:"|$)/.test(opener)) return splitJson(text);
  if (opener.trimEnd() === '---') return splitYaml(lines, before);
  const place = { line: before + 1 };
  if (!opener.startsWith('---')) return [explainMissing(opener, place)];
  const message = `the file begins with "${opener.slice(0, 40)}"`;
  return [error('front-matter/opener', message, 'make the first line exactly ---', place)];
}

function explainMissing(first: string, place: Where): Diagnostic {
  if (/^:?(?:title|date|slug|authors?|tags|category):[ \t]/i.test(first)) {
    const message = 'there is no front matter, but there are metadata lines, as in Pelican or MkDocs';
    const fix = 'write --- above and below them, or import the whole site with npm run news -- import';
    return error('front-matter/missing', message, fix, place);
  }
  const fix = 'begin the file with ---, then title and date, then --- again';
  return error('front-matter/missing', 'there is no front matter', fix, place);
}

/** @param before how many empty lines are before the first. */
function splitYaml(lines: readonly string[], before: number): SplitText | Diagnostic[] {
  const closer = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  if (closer < 0) return unclosed('---', before);
  if (lines[closer]?.trimEnd() !== '---') {
    const message = 'a line in the front matter begins with ---';
    return [error('front-matter/closer', message, 'make the closing line exactly ---', { line: before + closer + 1 })];
  }
  const source = lines.slice(1, closer).join('\n');
  let parsed: LocatedData | Diagnostic[] | undefined;
  const refuse = () => {
    throw new Error('front matter must be YAML');
  };
  const yaml = () => {
    parsed = parseYaml(source, before + 2, { mayHaveAliases: true });
    return {};
  };
  // Passing options also keeps gray-matter from answering out of its cache, where a broken file comes back empty.
  // It gets the front matter alone, because it copies its input; without empty lines, because it looks for a comment from each of
  // them on.
  const written = lines.slice(1, closer).filter((line) => line.trim() !== '');
  matter(`${['---', ...written, '---'].join('\n')}\n`, {
    language: 'yaml',
    delimiters: '---',
    engines: { yaml, javascript: refuse, js: refuse, json: refuse, toml: refuse, coffee: refuse },
  });
  // Front matter that is empty, or has comments only, never reaches the engine.
  return joined(parsed ?? parseYaml(source, before + 2), lines, closer, before);
}

function splitToml(lines: readonly string[], before: number): SplitText | Diagnostic[] {
  const closer = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '+++');
  if (closer < 0) return unclosed('+++', before);
  return joined(parseToml(lines.slice(1, closer).join('\n'), before + 2), lines, closer, before);
}

function unclosed(line: string, before: number): Diagnostic[] {
  const fix = `write ${line} on a line of its own after the last field`;
  return [error('front-matter/unclosed', 'the front matter has no closing line', fix, { line: before + 1 })];
}

/** @param closer index of the line that ends the front matter. @param before how many lines are before these. */
function joined(
  frontMatter: LocatedData | Diagnostic[],
  lines: readonly string[],
  closer: number,
  before: number,
): SplitText | Diagnostic[] {
  if (Array.isArray(frontMatter)) return frontMatter;
  return { frontMatter, body: lines.slice(closer + 1).join('\n'), bodyLine: before + closer + 2 };
}

/** JSON is also YAML, whose parser knows the places; whether it is JSON, JSON's own parser decides first. */
function splitJson(text: string): SplitText | Diagnostic[] {
  const end = endOfObject(text);
  if (end < 0) {
    const message = 'the front matter has no closing brace';
    return [error('front-matter/unclosed', message, 'add the missing }')];
  }
  const source = text.slice(0, end);
  try {
    JSON.parse(source);
  } catch (thrown) {
    const [, position = '0'] = /at position (\d+)/.exec((thrown as Error).message) ?? [];
    const message = 'the front matter is not valid JSON from here on';
    const fix = 'put keys and text in quotes, and commas between fields';
    return [error('json/invalid', message, fix, placeAt(source, Number(position)))];
  }
  const frontMatter = parseYaml(source.replaceAll('\t', ' '), 1);
  if (Array.isArray(frontMatter)) return frontMatter;
  const body = text.slice(end).replace(/^[ \t]*\n?/, '');
  return { frontMatter, body, bodyLine: placeAt(text, text.length - body.length).line };
}

/** Where the object that a text begins with ends, or -1. */
function endOfObject(text: string): number {
  let depth = 0;
  // An unclosed string continues to the end, so that its quotes are not tried as beginnings of others.
  for (const match of text.matchAll(/"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|[{}]/g)) {
    if (match[0] === '{') depth += 1;
    else if (match[0] === '}') depth -= 1;
    if (depth === 0) return match.index + 1;
  }
  return -1;
}
