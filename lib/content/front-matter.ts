// A post's text to its front matter, in YAML, TOML or JSON, and its body. The only importer of gray-matter, which would
// run `---js` as code.
import matter from 'gray-matter';
import { type Diagnostic, error, placeAt } from '@/lib/base/diagnostic';
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
 * Splits a post's text into its front matter and the body after it. Front matter is YAML between two lines of exactly
 * `---`; or, as in Hugo, TOML between two lines of `+++`, or one JSON object.
 *
 * @param text the whole file, line ends as LF.
 * @returns the two, or all that is wrong.
 */
export function parseFrontMatter(text: string): SplitText | Diagnostic[] {
  const lines = text.split('\n');
  const [opener = ''] = lines;
  if (opener.trimEnd() === '+++') return splitToml(lines);
  if (/^\{\s*(?:"|$)/.test(opener)) return splitJson(text);
  if (opener === '---') return splitYaml(lines);
  if (!opener.startsWith('---')) {
    const fix = 'begin the file with ---, then title and date, then --- again';
    return [error('front-matter/missing', 'there is no front matter', fix)];
  }
  const shown = opener.trimEnd() === '---' ? 'spaces after ---' : `"${opener.slice(0, 40)}"`;
  return [error('front-matter/opener', `the file begins with ${shown}`, 'make the first line exactly ---')];
}

function splitYaml(lines: readonly string[]): SplitText | Diagnostic[] {
  const closer = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  if (closer < 0) return unclosed('---');
  if (lines[closer] !== '---') {
    const message = 'a line in the front matter begins with ---';
    return [error('front-matter/closer', message, 'make the closing line exactly ---', { line: closer + 1 })];
  }
  const source = lines.slice(1, closer).join('\n');
  let parsed: LocatedData | Diagnostic[] | undefined;
  const refuse = () => {
    throw new Error('front matter must be YAML');
  };
  const yaml = () => {
    parsed = parseYaml(source, 2);
    return {};
  };
  // Passing options also keeps gray-matter from answering out of its cache, where a broken file comes back empty.
  // It gets the front matter alone, because it copies its input; without empty lines, because it looks for a comment from each of
  // them on.
  const written = lines.slice(0, closer + 1).filter((line) => line.trim() !== '');
  matter(`${written.join('\n')}\n`, {
    language: 'yaml',
    delimiters: '---',
    engines: { yaml, javascript: refuse, js: refuse, json: refuse, toml: refuse, coffee: refuse },
  });
  // Front matter that is empty, or has comments only, never reaches the engine.
  return joined(parsed ?? parseYaml(source, 2), lines, closer);
}

function splitToml(lines: readonly string[]): SplitText | Diagnostic[] {
  const closer = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '+++');
  return closer < 0 ? unclosed('+++') : joined(parseToml(lines.slice(1, closer).join('\n'), 2), lines, closer);
}

function unclosed(line: string): Diagnostic[] {
  const fix = `write ${line} on a line of its own after the last field`;
  return [error('front-matter/unclosed', 'the front matter has no closing line', fix)];
}

/** @param closer index of the line that ends the front matter. */
function joined(
  frontMatter: LocatedData | Diagnostic[],
  lines: readonly string[],
  closer: number,
): SplitText | Diagnostic[] {
  if (Array.isArray(frontMatter)) return frontMatter;
  return { frontMatter, body: lines.slice(closer + 1).join('\n'), bodyLine: closer + 2 };
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
  // A string that nothing closes goes on to the end, so that its quotes are not tried as beginnings of others.
  for (const match of text.matchAll(/"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|[{}]/g)) {
    if (match[0] === '{') depth += 1;
    else if (match[0] === '}') depth -= 1;
    if (depth === 0) return match.index + 1;
  }
  return -1;
}
