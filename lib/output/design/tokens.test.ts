import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accentSheet } from '@/lib/output/design/accent';
import { checkAccent, measurePairs, parseTokens, readTokens } from '@/lib/output/design/tokens';

const css = readFileSync('app/globals.css', 'utf8');
const tokens = readTokens();

describe('parseTokens', () => {
  it('reads colours in both schemes, and sizes', () => {
    expect(parseTokens('@theme { /* x */ --color-ink: light-dark(#111111, #eeeeee); --text-sm: 0.9rem; }')).toEqual({
      colors: [{ name: 'ink', light: '#111111', dark: '#eeeeee' }],
      sizes: [{ name: 'text-sm', value: '0.9rem' }],
    });
  });

  it('rejects a colour without a dark variant, and a style sheet without tokens', () => {
    expect(() => parseTokens('@theme { --color-ink: #111; }')).toThrow('--color-ink is "#111"');
    expect(() => parseTokens('a { color: red }')).toThrow('no @theme');
  });
});

describe('an accent colour', () => {
  const tokensOf = (light: string, dark: string) => readTokens(accentSheet({ light, dark }));

  it('has a soft variant of the same hue', () => {
    const soft = (light: string, dark: string) =>
      tokensOf(light, dark).colors.find(({ name }) => name === 'accent-soft');
    expect(soft('#1a4bcb', '#96b5ff')).toEqual({ name: 'accent-soft', light: '#e6edfc', dark: '#1a2440' });
    expect(soft('#555555', '#bbbbbb')).toMatchObject({ light: '#ededed', dark: '#262626' });
  });

  it.each([
    ['#1a4bcb', '#96b5ff'],
    ['#8a1c5b', '#ff9fd0'],
    ['#555555', '#bbbbbb'],
    ['#17683b', '#7fd6a2'],
  ])('is accepted where text in it can be read: %s and %s', (light, dark) => {
    expect(() => checkAccent(tokensOf(light, dark))).not.toThrow();
  });

  it.each([
    ['#7f9fe0', '#96b5ff', 'in the light scheme a contrast of 2.51, and needs 4.5 (fix: choose a darker accent.light'],
    ['#1a4bcb', '#1a4bcb', 'in the dark scheme a contrast of 2.58, and needs 4.5 (fix: choose a lighter accent.dark'],
    ['#fff', '#96b5ff', '--color-accent is "light-dark(#fff, #96b5ff)"'],
  ])('is refused where it cannot: %s and %s', (light, dark, message) => {
    expect(() => checkAccent(tokensOf(light, dark))).toThrow(message);
  });
});

describe('the tokens of the site', () => {
  it('have enough contrast wherever they are used, in both schemes', () => {
    const measured = measurePairs(tokens);
    expect(measured.length).toBeGreaterThan(40);
    for (const { front, ground, wanted, light, dark } of measured) {
      expect.soft(light, `${front} on ${ground}, light`).toBeGreaterThanOrEqual(wanted);
      expect.soft(dark, `${front} on ${ground}, dark`).toBeGreaterThanOrEqual(wanted);
    }
  });

  it('are the only colours in style sheets and components', () => {
    const colors = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/gi;
    const afterTokens = css.slice(css.indexOf('}', css.indexOf('@theme')));
    // Paper is white where it is printed.
    expect(afterTokens.match(colors)?.filter((color) => color !== '#fff') ?? []).toEqual([]);
    const files = readdirSync('components', { recursive: true }).map(String);
    const sheets = files.filter((file) => file.endsWith('.css'));
    const components = files.filter((file) => /(?<!\.test)\.tsx$/.test(file));
    expect(sheets.length).toBeGreaterThan(8);
    expect(components.length).toBeGreaterThan(20);
    const read = (file: string) => readFileSync(join('components', file), 'utf8');
    for (const file of sheets) expect.soft(read(file), file).not.toMatch(colors);
    for (const file of components) expect.soft(read(file), file).not.toMatch(/["'`]#[0-9a-f]{3,8}["'`]/i);
  });

  it('share their file with the import of every folder’s sheet', () => {
    const sheets = readdirSync('components', { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.css'));
    const imported = [...css.matchAll(/^@import "\.\.\/components\/(.+)" layer\(components\);$/gm)].map(
      ([, file]) => file,
    );
    // The search page alone loads its sheet.
    expect([...imported, 'search/search.css'].sort()).toEqual(sheets.sort());
  });

  it('are the colours that the browser shows around the page', () => {
    const paper = tokens.colors.find(({ name }) => name === 'paper');
    const layout = readFileSync('app/layout.tsx', 'utf8');
    expect(layout).toContain(`color: '${paper?.light}'`);
    expect(layout).toContain(`color: '${paper?.dark}'`);
  });
});
