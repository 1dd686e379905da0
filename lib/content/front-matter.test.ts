import { describe, expect, it } from 'vitest';
import { parseFrontMatter, type SplitText } from '@/lib/content/front-matter';

function split(text: string): SplitText {
  const result = parseFrontMatter(text);
  if (Array.isArray(result)) throw new Error(JSON.stringify(result));
  return result;
}

/** The diagnostics as `line:column code`. */
function placesOf(text: string): string[] {
  const result = parseFrontMatter(text);
  return Array.isArray(result) ? result.map(({ line, column, code }) => `${line}:${column} ${code}`) : [];
}

const sound = '---\ntitle: x\n---\nbody\n';

describe('a valid file', () => {
  it('is split into its data and its body, with the line on which the body begins', () => {
    const { frontMatter, body, bodyLine } = split(sound);
    expect(frontMatter.data).toEqual({ title: 'x' });
    expect(body).toBe('body\n');
    expect(bodyLine).toBe(4);
  });

  it.each([
    ['an empty line before the body', '---\na: 1\n---\n\nbody', '\nbody'],
    ['rules in the body', '---\na: 1\n---\nbody\n\n---\n\nmore\n---js\n', 'body\n\n---\n\nmore\n---js\n'],
    ['no body', '---\na: 1\n---', ''],
    ['no body and a line end', '---\na: 1\n---\n', ''],
    ['empty lines around the data', '---\n\na: 1\n\n---\nbody', 'body'],
    ['nothing in the front matter', '---\n---\nbody', 'body'],
    ['a comment in the front matter', '---\n# nothing yet\n---\nbody', 'body'],
    ['dashes inside a text of several lines', '---\na: |\n  ---\n---\nbody', 'body'],
  ])('with %s reports the line on which the body begins', (_, text, body) => {
    const found = split(text);
    expect(found.body).toBe(body);
    expect(
      text
        .split('\n')
        .slice(found.bodyLine - 1)
        .join('\n'),
    ).toBe(body);
  });

  it('reports the places of its data as lines of the file', () => {
    const { frontMatter } = split('---\n\ntitle: x\n# why\ntags: [a]\n---\n');
    expect(frontMatter.placeOf(['title'])).toEqual({ line: 3, column: 8 });
    expect(frontMatter.placeOf(['tags', 0])).toEqual({ line: 5, column: 8 });
  });
});

describe('front matter in Hugo’s other formats', () => {
  const expected = {
    title: 'x: "y"',
    date: '2022-03-01T14:30:00Z',
    tags: ['a', 'b'],
    params: { deep: { er: 1 } },
    resources: [{ src: '**.png' }, { src: '**.jpg' }],
  };

  it('can be TOML', () => {
    const text = `+++\ntitle = 'x: "y"' # why\ndate = 2022-03-01T14:30:00Z\ntags = [\n  "a",\n  "b",\n]\n[params.deep]\n er = 1\n[[resources]]\nsrc = "**.png"\n[[resources]]\nsrc = "**.jpg"\n+++\n\nbody\n`;
    const { frontMatter, body, bodyLine } = split(text);
    expect(frontMatter.data).toMatchObject({ ...expected, date: expect.stringMatching(/^2022-03-01T14:30:00/) });
    expect(body).toBe('\nbody\n');
    expect(bodyLine).toBe(15);
    expect(frontMatter.placeOf(['title'])).toEqual({ line: 2, column: 9 });
    expect(frontMatter.placeOf(['tags', 1])).toEqual({ line: 4, column: 8 });
    expect(frontMatter.placeOfKey(['params', 'deep'], 'er')).toEqual({ line: 9, column: 2 });
    expect(frontMatter.placeOf(['resources', 1, 'src'])).toEqual({ line: 13, column: 7 });
    expect(frontMatter.placeOf(['nothing'])).toEqual({ line: 2, column: 1 });
  });

  it('can be TOML with unchanged dates and multi-line text', () => {
    const { frontMatter } = split(
      '+++\na = 2022-03-01\nb = 2022-03-01T10:00:00+02:00\nc = """\nd = 1\n"""\nd = 2\n+++\n',
    );
    expect(frontMatter.data).toMatchObject({ a: '2022-03-01', b: expect.stringMatching(/10:00:00.*\+02:00$/), d: 2 });
    expect(frontMatter.placeOf(['d'])).toEqual({ line: 7, column: 5 });
  });

  it('can be JSON', () => {
    const { frontMatter, body, bodyLine } = split(`${JSON.stringify(expected, null, '\t')}\n\nbody {\n`);
    expect(frontMatter.data).toEqual(expected);
    expect(body).toBe('\nbody {\n');
    expect(frontMatter.placeOf(['title'])).toEqual({ line: 2, column: 11 });
    expect(bodyLine).toBeGreaterThan(20);
  });
});

describe('accepts', () => {
  it.each([
    ['spaces after the lines', '--- \ntitle: x\n---\t\nbody\n', 2, 4],
    ['empty lines before', '\n  \n---\ntitle: x\n---\nbody\n', 4, 6],
    ['empty lines before TOML', '\n+++\ntitle = "x"\n+++\nbody\n', 3, 5],
  ])('%s', (_, text, line, bodyLine) => {
    const found = split(text);
    expect(found).toMatchObject({ body: 'body\n', bodyLine });
    expect(found.frontMatter.data).toEqual({ title: 'x' });
    expect(found.frontMatter.placeOfKey([], 'title').line).toBe(line);
  });

  it('a value that is repeated by an alias', () => {
    const { data } = split('---\nurl: &u https://a.example\nlinks: [*u]\neventUrl: *u\n---\n').frontMatter;
    expect(data).toEqual({ url: 'https://a.example', links: ['https://a.example'], eventUrl: 'https://a.example' });
    expect(placesOf('---\na: &a [x]\nb: *a\n---\n')).toEqual(['3:4 yaml/alias']);
  });
});

describe('rejects', () => {
  it.each([
    ['no front matter', 'title: x\n', '1:1 front-matter/missing'],
    ['an empty file', '', '1:1 front-matter/missing'],
    ['a line before the front matter', `x\n${sound}`, '1:1 front-matter/missing'],
    ['TOML without a closing line', '+++\ntitle = "x"\n', '1:1 front-matter/unclosed'],
    ['broken TOML', '+++\ntitle = "x"\ntags = [a]\n+++\n', '3:9 toml/invalid'],
    ['a hidden character as an escape in TOML', '+++\na = ["b", "\\u202Ec"]\n+++\n', '2:5 text/direction'],
    ['a hidden character as an escape in JSON', '{\n  "title": "ket\\u00adtle"\n}\n', '2:12 text/invisible'],
    ['TOML with a key twice', '+++\na = 1\na = 2\n+++\n', '3:1 toml/invalid'],
    ['JSON without an end', '{\n"title": "x"\n', '1:1 front-matter/unclosed'],
    ['broken JSON', '{\n  "title": "x",\n  draft: true\n}\n', '3:3 json/invalid'],
    ['no closing line', '---\ntitle: x\n\nbody\n', '1:1 front-matter/unclosed'],
    ['four dashes', '----\ntitle: x\n----\n', '1:1 front-matter/opener'],
    ['a closing line with more on it', '---\ntitle: x\n--- a\nbody\n', '3:1 front-matter/closer'],
    ['the same after empty lines', '\n\n---\ntitle: x\n--- a\nbody\n', '5:1 front-matter/closer'],
    ['YAML after empty lines', '\n---\ntitle: [x\n---\n', '3:10 yaml/invalid'],
    ['nothing but text after empty lines', '\n\nx\n', '3:1 front-matter/missing'],
    ['lines of Pelican', 'Title: x\nDate: 2022-03-01\n\nx\n', '1:1 front-matter/missing'],
    ['a closing line with a language', '---\ntitle: x\n---js\n', '3:1 front-matter/closer'],
    ['invalid YAML', '---\ntitle: "x\n---\nbody\n', '2:10 yaml/invalid'],
    ['a list', '---\n- x\n---\n', '2:1 yaml/root'],
  ])('%s', (_, text, place) => {
    expect(placesOf(text)).toEqual([place]);
    expect(placesOf(sound)).toEqual([]);
  });

  it.each(['---js', '---javascript', '---JS', '--- js', '---json', '---toml', '---coffee', '---yaml'])(
    'a language after the dashes: %s',
    (opener) => {
      expect(placesOf(`${opener}\ntitle: x\n---\n`)).toEqual(['1:1 front-matter/opener']);
    },
  );

  it('---js, and never runs it', () => {
    const text = '---js\n(globalThis.ran = true, {title: "x"})\n---\n';
    expect(placesOf(text)).toEqual(['1:1 front-matter/opener']);
    expect(globalThis).not.toHaveProperty('ran');
  });

  it('a problem further down, with its line', () => {
    expect(placesOf('---\ntitle: x\ntags:\n  - *a\n---\n')).toContain('4:5 yaml/alias');
  });

  it('the same file when it is read again', () => {
    const bad = '---\ntitle: "x\n---\nbody\n';
    const first = parseFrontMatter(bad);
    expect(first).toEqual([expect.objectContaining({ code: 'yaml/invalid' })]);
    expect(parseFrontMatter(bad)).toEqual(first);
    expect(parseFrontMatter('')).toEqual(parseFrontMatter(''));
  });
});

it('returns a new object each time', () => {
  const first = split(sound);
  first.frontMatter.data.title = 'changed';
  expect(split(sound).frontMatter.data).toEqual({ title: 'x' });
});
