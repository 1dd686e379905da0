import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A property of the left or the right side, or a value for one. */
const sided =
  /(?<![\w-])(?:(?:margin|padding|border|inset)-)?(?:left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g;

/** Four values for the sides of a box, of which the right and the left differ. */
const uneven = /(?<![\w-])(?:margin|padding|inset|border-width): [^\s;]+ ([^\s;]+) [^\s;]+ (?!\1;)[^\s;]+;/g;

/** A utility class for one of these sides. */
const utility =
  /(?<=["'`\s:])-?(?:[mp][lr]|left|right|border-[lr]|rounded-[lr]|text-left|text-right)(?:-[\w[\].]+)?(?=["'`\s])/g;

/** What a style sheet or a component says of the left or the right, which right-to-left pages would not turn around. */
function findSides(path: string, text: string): string[] {
  if (path.endsWith('.css')) return [...text.matchAll(sided), ...text.matchAll(uneven)].map(([match]) => match);
  return [...text.matchAll(/className=(?:"[^"]*"|\{[^}]*\})/g)].flatMap(([names]) => names.match(utility) ?? []);
}

/** Code is written from left to right in every language. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  'components/mdx/prose.css': ['text-align: left'],
  'components/ui/ui.css': ['inset: 0.35rem 0.35rem auto auto;'],
};

const sources = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.(?:css|tsx)$/.test(file.name))
    .map((file) => join(file.parentPath, file.name)),
);

describe('the left or the right side, instead of the start or the end,', () => {
  it.each(sources)('is not named in %s', (path) => {
    expect(findSides(path, readFileSync(path, 'utf8'))).toEqual(accepted[path] ?? []);
  });

  it.each([
    ['a.css', 'p { margin-left: 1em; }', 'p { margin-inline-start: 1em; }'],
    ['a.css', 'p { left: 0; }', 'p { inset-inline-start: 0; }'],
    ['a.css', 'p { text-align: right; }', 'p { text-align: end; }'],
    ['a.css', 'p { float: left; }', 'p { float: inline-start; }'],
    ['a.css', 'p { padding: 0 1em 0 0; }', 'p { padding: 0 1em 0 1em; }'],
    ['a.tsx', '<p className="mt-2 ml-4">', '<p className="mt-2 ms-4">'],
    ['a.tsx', '<p className="lg:text-left">', '<p className="lg:text-start">'],
    ['a.tsx', "<p className={wide ? 'pr-2' : ''}>", "<p className={wide ? 'pe-2' : ''}>"],
  ])('is found in %s: %s', (path, wrong, right) => {
    expect(findSides(path, wrong)).toHaveLength(1);
    expect(findSides(path, right)).toEqual([]);
  });
});
