import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';

/** Attributes and properties whose strings people read or hear. */
const spoken = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'caption', 'description', 'about']);

/** Attributes and properties whose strings are code. */
const code = new Set([
  'className',
  'rel',
  'sizes',
  'viewBox',
  'preserveAspectRatio',
  'aria-keyshortcuts',
  'colorScheme',
  'template',
]);

/** Nodes whose strings are code, or messages for developers. */
const codeNodes = new Set(['ImportDeclaration', 'TSLiteralType', 'NewExpression']);

/** Names that are the same in every language. */
const names = new Set(['Google Calendar', 'Outlook.com', 'Office 365', 'Ctrl', 'K']);

const letter = /\p{L}/u;

/** Two plain words, or a word with a capital letter first. */
const sentence = /^[^\p{L}]*\p{Lu}\p{Ll}|^[\p{L}’]{2,} [\p{L}’]{2,}\b[^:[-]*$/u;

/** The texts for readers that a source has as literals: text of elements, attributes such as `title`, and strings that read like text. */
function findLiterals(source: string): string[] {
  const found: string[] = [];
  const add = (text: string, pattern: RegExp) => {
    if (pattern.test(text.trim()) && !names.has(text.trim())) found.push(text.trim());
  };
  /** @param pattern what a string must look like to count as text */
  const visit = (node: unknown, pattern: RegExp) => {
    if (typeof node !== 'object' || node === null) return;
    const { type, value, ...fields } = node as Readonly<Record<string, unknown>>;
    const name = nameOf(fields);
    if (type === 'JSXText') add(String(value), letter);
    else if (type === 'TemplateElement') add((value as { cooked: string }).cooked, pattern);
    else if (type === 'Literal' && typeof value === 'string') add(value, pattern);
    else if (!codeNodes.has(String(type)) && !code.has(name)) {
      visit(value, spoken.has(name) ? letter : pattern);
      for (const [field, each] of Object.entries(fields)) if (field !== 'key') visit(each, pattern);
    }
  };
  visit(parseAst(source, { lang: 'tsx' }), sentence);
  return found;
}

/** The name of an attribute, and of a property that is not a parameter. */
function nameOf({ name, key }: Readonly<Record<string, unknown>>): string {
  const named = (name ?? key) as { readonly name?: unknown } | undefined;
  return typeof named?.name === 'string' ? named.name : '';
}

/** What is English on every site: /components/, which only dev and previews have, and files for programs. */
const english = /^app\/(?:components|llms\.txt|robots\.txt)\//;

const sources = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.tsx?$/.test(path) && !/\.(?:test\.tsx?|d\.ts)$/.test(path) && !english.test(path)),
);

describe('a text for readers, which belongs to lib/base/words,', () => {
  it.each(sources)('is not in %s', (path) => {
    expect(findLiterals(readFileSync(path, 'utf8'))).toEqual([]);
  });

  it.each([
    ['in an element', '<p>Mentioned in</p>', '<p> · {words.post.mentionedIn}</p>'],
    ['in an element of another script', '<p>最新</p>', '<p>…</p>'],
    ['in an attribute', '<nav aria-label="pages" />', '<nav aria-label={words.pages.label} />'],
    ['in an attribute as an expression', `<nav aria-label={\`page \${n}\`} />`, `<nav aria-label={\`\${n}/\${m}\`} />`],
    ['in a property', "pageHead({ title: 'events' })", "pageHead({ path: 'events' })"],
    ['chosen by a condition', "<p>{over ? 'Past' : next}</p>", "<p className={over ? 'Past' : next} />"],
    ['in a constant', "const title = 'Releases over time';", "const title = 'releases-over-time';"],
    ['in a list', "const facts = [['When', when]];", "const facts = [['when', when]];"],
    ['as a sentence', "const text = 'none in this period';", "throw new Error('none in this period');"],
    ['in a template', `const text = \`Posts from \${year}\`;`, `const text = \`posts-\${year}\`;`],
    ['in place of a name', "const title = 'The Calendar';", "const title = 'Google Calendar';"],
  ])('is found %s', (_, wrong, right) => {
    expect(findLiterals(wrong)).toHaveLength(1);
    expect(findLiterals(right)).toEqual([]);
  });
});
