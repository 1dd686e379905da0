import { describe, expect, it } from 'vitest';
import { ContentError } from '@/lib/base/diagnostic';
import { escapeMdx, fillTemplate } from '@/lib/news/draft/template';

const names = { month: 'May', none: '', list: [{ id: 'a' }, { id: 'b' }], empty: [] };
const fill = (text: string) => fillTemplate(text, names, { toSafe: escapeMdx, file: 't.mdx', firstLine: 5 });

describe('fillTemplate', () => {
  it.each([
    ['In {{month}}, in {{ month }}.', 'In May, in May.'],
    ['a\n{{#if month}}\nb\n{{/if}}\nc', 'a\nb\nc'],
    ['a\n{{#if none}}\nb\n{{/if}}\nc', 'a\nc'],
    ['a\n\n{{#if empty}}\nb\n{{/if}}\n\nc', 'a\n\nc'],
    ['{{#each list}}\n- {{id}} in {{month}}\n{{/each}}\n', '- a in May\n- b in May\n'],
    ['{{#if list}}yes{{/if}}{{#if empty}}no{{/if}}', 'yes'],
  ])('%j', (text, filled) => {
    expect(fill(text)).toBe(filled);
  });

  it.each([
    ['{{mont}}', 'template/unknown-name', 5, 1],
    ['a\n b {{id}}', 'template/unknown-name', 6, 4],
    ['{{list}}', 'template/no-text', 5, 1],
    ['{{#each month}}\n{{/each}}', 'template/no-list', 5, 1],
    ['{{#if month}}\na', 'template/unclosed', 5, 1],
    ['a\n{{/if}}', 'template/closed-twice', 6, 1],
    ['{{#if month}}\n{{/each}}', 'template/closed-twice', 6, 1],
    ['{{#unless month}}', 'template/form', 5, 1],
  ])('%j is rejected', (text, code, line, column) => {
    let problem: unknown;
    try {
      fill(text);
    } catch (error) {
      if (error instanceof ContentError) [problem] = error.problems;
    }
    expect(problem).toMatchObject({ file: 't.mdx', severity: 'error', code, line, column });
  });
});

it.each([
  ['A {B} <C> [D] *E* `F`', 'A \\{B\\} \\<C> \\[D\\] \\*E\\* \\`F\\`'],
  ['_a_ b_c', '\\_a\\_ b_c'],
  ['Fine: 1.0 & more!', 'Fine: 1.0 & more!'],
])('escapes %j for MDX', (text, escaped) => {
  expect(escapeMdx(text)).toBe(escaped);
});
