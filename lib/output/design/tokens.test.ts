import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accentSheet, toAccent } from '@/lib/output/design/accent';
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
    ['of one colour', '#1a4bcb', { light: '#1a4bcb', dark: '#93b7ff' }],
    ['without a dark form', { light: '#17683B' }, { light: '#17683b', dark: '#80cb98' }],
    ['in capitals', { light: '#1A4BCB', dark: '#96B5FF' }, { light: '#1a4bcb', dark: '#96b5ff' }],
  ])('may be given %s', (_, given, expected) => {
    expect(toAccent(given)).toEqual(expected);
    expect(checkAccent(given)).toEqual([]);
  });

  it.each([
    { light: '#8a1c5b', dark: '#ff9fd0' },
    { light: '#555555', dark: '#bbbbbb' },
    { light: '#17683b', dark: '#7fd6a2' },
  ])('is accepted where text in it can be read: %o', (accent) => {
    expect(checkAccent(accent)).toEqual([]);
  });

  it('has a dark form in which text can be read, whatever its hue', () => {
    const levels = ['00', '44', '88', 'cc', 'ff'];
    for (const red of levels) {
      for (const green of levels) {
        for (const blue of levels) {
          const problems = checkAccent(`#${red}${green}${blue}`);
          expect.soft(problems.filter(({ message }) => message.includes('accent.dark'))).toEqual([]);
        }
      }
    }
  });

  it.each([
    [{ light: '#7f9fe0', dark: '#96b5ff' }, 'light', '2.25', 'darker', '#4b68a5'],
    ['#ffff00', 'light', '1.02', 'darker', '#6d6d09'],
    [{ light: '#1a4bcb', dark: '#1a4bcb' }, 'dark', '2.12', 'lighter', '#5388fe'],
  ])(
    'is refused where it cannot, with the nearest colour in which it can: %o',
    (accent, scheme, contrast, way, near) => {
      const [problem, ...others] = checkAccent(accent);
      expect(others).toEqual([]);
      expect(problem?.message).toMatch(
        new RegExp(`^"accent.${scheme}": in #.* has a contrast of ${contrast}, and needs`),
      );
      expect(problem?.fix).toBe(`choose a ${way} colour, such as ${near}`);
      const { light, dark } = toAccent(accent);
      expect(checkAccent({ light, dark, [scheme]: near })).toEqual([]);
    },
  );
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
    // These pages alone load their sheets.
    expect([...imported, 'search/search.css', 'contribute/contribute.css'].sort()).toEqual(sheets.sort());
  });

  it('are the colours that the browser shows around the page', () => {
    const paper = tokens.colors.find(({ name }) => name === 'paper');
    const layout = readFileSync('app/layout.tsx', 'utf8');
    expect(layout).toContain(`color: '${paper?.light}'`);
    expect(layout).toContain(`color: '${paper?.dark}'`);
  });
});
