// A post's text to its front matter and its body. The only importer of gray-matter, which would run `---js` as code.
import matter from 'gray-matter';
import { type Fault, type LocatedData, parseYaml } from '@/lib/content/yaml';

/** A post's file, split. */
export interface SplitText {
  readonly frontMatter: LocatedData;
  readonly body: string;
  /** The 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

/**
 * Splits a post's text into the YAML between two lines of exactly `---`, and the body after them.
 *
 * @param text the whole file, line ends as LF.
 * @returns the two, or every fault found.
 */
export function parseFrontMatter(text: string): SplitText | Fault[] {
  const lines = text.split('\n');
  const fault = (line: number, code: string, message: string, fix: string): Fault[] => [
    { line, column: 1, code, message, fix },
  ];
  const [opener = ''] = lines;
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

  let parsed: LocatedData | Fault[] | undefined;
  const refuse = () => {
    throw new Error('front matter is YAML and nothing else');
  };
  // Passing options also keeps gray-matter from answering out of its cache, where a broken file comes back empty.
  const { content } = matter(text, {
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
  return { frontMatter, body: content, bodyLine: closer + 2 };
}
