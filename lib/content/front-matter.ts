// A post's text to its front matter, in YAML, TOML or JSON, and its body. The only importer of gray-matter, which would
// run `---js` as code.
import matter from 'gray-matter';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
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
 * `---`; or, as Hugo has it too, TOML between two lines of `+++`, or one JSON object.
 *
 * @param text the whole file, line ends as LF.
 * @returns the two, or every fault found.
 */
export function parseFrontMatter(text: string): SplitText | Diagnostic[] {
  const lines = text.split('\n');
  const fault = (line: number, code: string, message: string, fix: string): Diagnostic[] => [
    error(code, message, fix, { line }),
  ];
  const [opener = ''] = lines;
  if (opener.trimEnd() === '+++') return splitToml(lines);
  if (/^\{\s*(?:"|$)/.test(opener)) return splitJson(text);
  if (opener !== '---') {
    if (opener.startsWith('---')) {
      const shown = opener.trimEnd() === '---' ? 'spaces after ---' : `"${opener.slice(0, 40)}"`;
      return fault(1, 'front-matter/opener', `the file begins with ${shown}`, 'let the first line be exactly ---');
    }
    return fault(
      1,
      'front-matter/missing',
      'there is no front matter',
      'begin the file with ---, then title and date, then --- again',
    );
  }
  const closer = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  if (closer < 0) {
    return fault(
      1,
      'front-matter/unclosed',
      'the front matter has no closing line',
      'write --- on a line of its own after the last field',
    );
  }
  if (lines[closer] !== '---') {
    return fault(
      closer + 1,
      'front-matter/closer',
      'a line in the front matter begins with ---',
      'let the closing line be exactly ---',
    );
  }

  let parsed: LocatedData | Diagnostic[] | undefined;
  const refuse = () => {
    throw new Error('front matter is YAML and nothing else');
  };
  // Passing options also keeps gray-matter from answering out of its cache, where a broken file comes back empty.
  // It is given the front matter alone: of a whole text it would make copies.
  matter(`${lines.slice(0, closer + 1).join('\n')}\n`, {
    language: 'yaml',
    delimiters: '---',
    engines: {
      yaml: (source: string) => {
        parsed = parseYaml(source.replace(/^\n/, ''), 2);
        return {};
      },
      javascript: refuse,
      js: refuse,
      json: refuse,
      toml: refuse,
      coffee: refuse,
    },
  });
  // Front matter that holds nothing, or comments only, never reaches the engine.
  const frontMatter = parsed ?? parseYaml('', 2);
  if (Array.isArray(frontMatter)) return frontMatter;
  return { frontMatter, body: lines.slice(closer + 1).join('\n'), bodyLine: closer + 2 };
}

function splitToml(lines: readonly string[]): SplitText | Diagnostic[] {
  const closer = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '+++');
  if (closer < 0) {
    const fix = 'write +++ on a line of its own after the last field';
    const message = 'the front matter has no closing line';
    return [error('front-matter/unclosed', message, fix)];
  }
  const frontMatter = parseToml(lines.slice(1, closer).join('\n'), 2);
  if (Array.isArray(frontMatter)) return frontMatter;
  return { frontMatter, body: lines.slice(closer + 1).join('\n'), bodyLine: closer + 2 };
}

/** JSON is YAML too, whose reader knows the places; whether it is JSON, the language's own reader says first. */
function splitJson(text: string): SplitText | Diagnostic[] {
  const end = endOfObject(text);
  if (end < 0) {
    const message = 'the front matter has no closing brace';
    return [error('front-matter/unclosed', message, 'close what is open with }')];
  }
  const source = text.slice(0, end);
  try {
    JSON.parse(source);
  } catch (thrown) {
    const { message } = thrown as Error;
    const [, at = '0'] = /at position (\d+)/.exec(message) ?? [];
    const before = source.slice(0, Number(at)).split('\n');
    const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
    const said = 'the front matter is no JSON from here on';
    return [error('json/invalid', said, 'put keys and text in quotes, and commas between', place)];
  }
  const frontMatter = parseYaml(source.replaceAll('\t', ' '), 1);
  if (Array.isArray(frontMatter)) return frontMatter;
  const rest = text.slice(end).replace(/^[ \t]*\n?/, '');
  return { frontMatter, body: rest, bodyLine: text.slice(0, text.length - rest.length).split('\n').length };
}

/** Where the object that a text begins with ends, or -1. */
function endOfObject(text: string): number {
  let depth = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (match[0] === '{') depth += 1;
    else if (match[0] === '}') depth -= 1;
    if (depth === 0) return match.index + 1;
  }
  return -1;
}
