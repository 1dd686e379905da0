import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorsOf } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { makeCollect } from '@/lib/news/collect';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { startServer } from '@/lib/tooling/testing/fixtures/fake-server';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

const collect = makeCollect({ silence: 150, total: 600, retry: 1 }, () => Date.parse('2022-03-02T09:00:00Z'));

const content = {
  'content/projects.yaml': [
    'projects:',
    '  - {id: tool, name: Tool, about: x, repository: https://github.com/example/tool, color: "#1d4fd8"}',
    '  - {id: lamp, name: The Lamp, about: x, repository: https://github.com/example/lamp, color: "#0f766e"}',
    '',
  ].join('\n'),
  'content/people/ann-lee.yaml': 'name: Ann Lee\n',
};

/** Collects from files or addresses. @returns what is written, by id, without the line for editors. */
async function read(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const { dir: root } = await writeContent({ ...content, ...files });
  const terminal = testTerminal({ root });
  const code = await collect.run(['links', ...args], terminal);
  const errors = errorsOf((await check(join(root, 'content'))).problems);
  const written: Record<string, string[]> = {};
  for (const path of terminal.outLines) {
    const text = await readFile(join(root, path), 'utf8').catch(() => '');
    written[path.replace(/^content\/links\/|\.yaml$/g, '')] = text.trimEnd().split('\n').slice(1);
  }
  return { code, written, said: terminal.errLines.join('\n'), errors, root };
}

const list = (...items: string[]) => ['resources:', ...items.map((item) => `  - ${item}`), ''].join('\n');

const item = (title: string, url: string, ...more: string[]) =>
  `<item><title>${title}</title><link>${url}</link><pubDate>Thu, 17 Feb 2022 23:30:00 -0100</pubDate>${more.join('')}</item>`;

const rss = (...items: string[]) =>
  [
    '<?xml version="1.0"?>',
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>A blog</title>',
    '<language>en-us</language>',
    ...items,
    '</channel></rss>',
    '<!-- made by a cache -->',
  ].join('\n');

describe('a list in the form of Hugo', () => {
  it('becomes links, whenever they are from', async () => {
    const { code, written, errors } = await read(['resources.yaml'], {
      'resources.yaml': list(
        '{youtube: "-bcdefghijk", title: "Tool: a tour", date: "2021-01-31", type: video, thumbnail: x}',
        '{url: "https://a.example/year", title: A year with the lamp & tools, date: 2022-02-17, type: article, description: In short.}',
      ),
    });
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
    expect(written).toEqual({
      'tool-a-tour': [
        'title: "Tool: a tour"',
        'url: https://www.youtube.com/watch?v=-bcdefghijk',
        'form: video',
        'date: 2021-01-31',
        'projects:',
        '  - tool',
      ],
      'a-year-with-the-lamp-and-tools': [
        'title: A year with the lamp & tools',
        'url: https://a.example/year',
        'form: article',
        'date: 2022-02-17',
        'projects:',
        '  - lamp',
        'about: In short.',
      ],
    });
  });

  it('leaves out what is earlier than --since, and takes months as a whole', async () => {
    const { written } = await read(['resources.yaml', '--since', '2022-02-10'], {
      'resources.yaml': list(
        '{url: "https://a.example/1", title: One, date: 2022-02-09}',
        '{url: "https://a.example/2", title: Two, date: 2022-02-10}',
        '{url: "https://a.example/3", title: Three, date: 2022-02}',
        '{url: "https://a.example/4", title: Four, date: 2022-01}',
      ),
    });
    expect(Object.keys(written).sort()).toEqual(['three', 'two']);
  });

  it('skips what is incomplete or unsafe, and says why', async () => {
    const { written, said, errors } = await read(['resources.yaml'], {
      'resources.yaml': list(
        '{url: "http://a.example/1", title: Open, date: 2022-02-09}',
        '{url: "javascript:alert(1)", title: Code, date: 2022-02-09}',
        '{url: "https://a.example/3", title: Someday}',
        '{url: "https://a.example/4", date: 2022-02-09}',
        '{url: "https://a.example/5", title: Wrong day, date: yesterday}',
        '7',
        '{url: "https://a.example/6", title: "<b>Bold</b>", date: 2022-02-09, type: book}',
      ),
    });
    expect(errors).toEqual([]);
    expect(Object.keys(written)).toEqual(['b-bold-b']);
    expect(said).toContain('skipped "Open": "http://a.example/1" is not encrypted');
    expect(said).toContain('skipped "Code": "javascript:" URLs are not allowed');
    expect(said).toContain('skipped "Someday": it has no date');
    expect(said).toContain('skipped item 4: it has no title');
    expect(said).toContain('skipped links/wrong-day.yaml: "date": "yesterday" is not an ISO date');
    expect(said).toContain('skipped item 6: it has no title, no URL, no date');
  });
});

describe('a feed', () => {
  it('in RSS becomes links with names, projects and form, without its descriptions', async () => {
    const { code, written, errors } = await read(['feed.xml', '--project', 'lamp'], {
      'feed.xml': rss(
        item(
          'Tool &amp; &lt;b&gt;more&lt;/b&gt;',
          'https://a.example/1?utm_source=rss&amp;page=2',
          '<dc:creator>Ann Lee</dc:creator>',
        ),
        item(
          'A talk about it',
          'https://youtu.be/abcdefghijk',
          '<author>a@b.example (Grace Hopper)</author>',
          '<description>Secret</description>',
        ),
        item(
          'Episode 3',
          'https://a.example/3',
          '<enclosure url="https://a.example/3.mp3" length="1" type="audio/mpeg"/>',
          '<dc:creator>a@b.example</dc:creator>',
        ),
      ),
    });
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
    expect(written).toEqual({
      'tool-and-more': [
        ...['title: Tool & more', 'url: https://a.example/1?page=2', 'form: article', 'date: 2022-02-18'],
        ...['by:', '  - ann-lee', 'projects:', '  - lamp'],
      ],
      'a-talk-about-it': [
        ...['title: A talk about it', 'url: https://youtu.be/abcdefghijk', 'form: video', 'date: 2022-02-18'],
        ...['by:', '  - Grace Hopper', 'projects:', '  - lamp'],
      ],
      'episode-3': [
        ...['title: Episode 3', 'url: https://a.example/3', 'form: podcast', 'date: 2022-02-18'],
        ...['projects:', '  - lamp'],
      ],
    });
  });

  it('in Atom has the author of the feed, and its language if that is another one', async () => {
    const { written } = await read(['feed.xml', '--form', 'case-study'], {
      'feed.xml': [
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pt_BR"><title>x</title><author><name>Ada Lovelace</name></author>',
        '<entry><title type="html">Um ano com o Tool</title><link rel="edit" href="https://a.example/edit"/>',
        '<link href="https://a.example/ano"/><published>2022-02-17T10:00:00Z</published><updated>2022-03-01T00:00:00Z</updated></entry>',
        '<entry><title>Antes</title><link href="https://a.example/antes"/><updated>2022-01-31T23:59:00Z</updated></entry></feed>',
      ].join('\n'),
    });
    expect(written).toEqual({
      'um-ano-com-o-tool': [
        ...['title: Um ano com o Tool', 'url: https://a.example/ano', 'form: case-study', 'date: 2022-02-17'],
        ...['by:', '  - Ada Lovelace', 'projects:', '  - tool', 'language: pt'],
      ],
      antes: [
        ...['title: Antes', 'url: https://a.example/antes', 'form: case-study', 'date: 2022-01-31'],
        ...['by:', '  - Ada Lovelace', 'language: pt'],
      ],
    });
  });

  it('in RSS 1.0 is read, too', async () => {
    const { written } = await read(['feed.xml'], {
      'feed.xml':
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>x</title></channel><item><title>Old</title><link>https://a.example/old</link><dc:date>2022-02-17</dc:date></item></rdf:RDF>',
    });
    expect(Object.keys(written)).toEqual(['old']);
  });

  it('can be narrowed to what has a word in its title, description or categories', async () => {
    const { written } = await read(['feed.xml', '--word', 'the tool', '--word', 'gitops'], {
      'feed.xml': rss(
        item('With THE-TOOL', 'https://a.example/1'),
        item('Toolbox', 'https://a.example/2'),
        item('Other', 'https://a.example/3', '<category>GitOps</category>'),
        item(
          'Another',
          'https://a.example/4',
          '<description>&lt;p&gt;The &lt;b&gt;tool&lt;/b&gt; did it.&lt;/p&gt;</description>',
        ),
        item('Nothing', 'https://a.example/5'),
      ),
    });
    expect(Object.keys(written).sort()).toEqual(['another', 'other', 'with-the-tool']);
  });

  it('of a server has the links since the previous month, once', async () => {
    const earlier =
      '<item><title>Earlier</title><link>https://a.example/0</link><pubDate>Mon, 31 Jan 2022 10:00:00 GMT</pubDate></item>';
    const server = await startServer({ '/feed.xml': { text: rss(item('One', 'https://a.example/1'), earlier) } });
    const { code, written, said, root } = await read([`${server.origin}/feed.xml`, `${server.origin}/gone.xml`]);
    expect(code).toBe(1);
    expect(Object.keys(written)).toEqual(['one']);
    expect(said).toContain('/gone.xml: failed: it responds with 404');
    const again = testTerminal({ root });
    expect(await collect.run(['links', `${server.origin}/feed.xml`], again)).toBe(0);
    expect(again.outLines).toEqual([]);
    expect(again.errLines.join('\n')).toContain('0 new, 1 unchanged');
    expect(server.requests.at(-1)?.status).toBe(304);
  });

  it.each([
    ['that is cut off', '<rss><channel><item><title>A</title>', /failed: it is not a complete feed/],
    ['that is a page', '<html><body>Sign in</body></html>', /failed: it is not a complete feed/],
    ['that is no feed', '<a></feed>', /failed: it is not a feed in RSS or Atom/],
    ['that is no YAML', 'a: [', /failed: it is neither a feed nor a YAML list: line 1/],
    ['that is another list', 'adopters: []', /failed: it does not have the form/],
  ])('%s is reported', async (_, text, message) => {
    const { code, written, said } = await read(['feed.xml'], { 'feed.xml': text });
    expect({ code, written }).toEqual({ code: 1, written: {} });
    expect(said).toMatch(message);
  });

  it('does not expand entities, nor show what hides', async () => {
    const { written, errors } = await read(['feed.xml'], {
      'feed.xml': `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rss(item('It is &b;', 'https://a.example/1'), item('Left\u202eright', 'https://a.example/2'))}`,
    });
    expect(errors).toEqual([]);
    expect(written).toMatchObject({
      'it-is-and-b': expect.arrayContaining(['title: It is &b;']),
      leftright: expect.arrayContaining(['title: Leftright']),
    });
  });
});

describe('a link that is there already', () => {
  const here = {
    'content/links/mine.yaml':
      'title: Our words\nurl: https://www.youtube.com/watch?v=abcdefghijk\nform: talk\ndate: 2022-02\nby: [Bob]\nabout: Good.\n',
    'content/links/one.yaml': 'title: Uno\nurl: https://b.example/uno\nform: article\ndate: 2021-02-17\n',
  };

  it('is not changed, under whatever address, and what is known more exactly is said', async () => {
    const { code, written, said } = await read(['feed.xml'], {
      ...here,
      'feed.xml': rss(item('Their words', 'https://youtu.be/abcdefghijk?t=9', '<dc:creator>Ann Lee</dc:creator>')),
    });
    expect({ code, written }).toEqual({ code: 0, written: {} });
    expect(said).toContain(
      'mine.yaml was not changed, but feed.xml differs: date is "2022-02" here, "2022-02-18" there',
    );
    expect(said).not.toContain('Their words');
  });

  it('leaves its name to others only with their day, and two sources are one', async () => {
    const { written } = await read(['feed.xml', 'other.xml'], {
      ...here,
      'feed.xml': rss(item('One', 'https://a.example/1')),
      'other.xml': rss(item('Eins', 'https://www.a.example/1/')),
    });
    expect(Object.keys(written)).toEqual(['one-2022-02-18']);
  });
});

it('prints in a dry run what would be written', async () => {
  const { written, said } = await read(['feed.xml', '--dry-run'], {
    'feed.xml': rss(item('One', 'https://a.example/1')),
  });
  expect(written).toEqual({ one: [] });
  expect(said).toContain('1 new, 0 unchanged (dry run: nothing was written)');
});

it.each([
  [[], 'Which feed or list?'],
  [['feed.xml', '--form', 'vidoe'], 'is not a form of link. Did you mean'],
  [['feed.xml', '--project', 'tol'], 'There is no project'],
  [['feed.xml', '--zone', 'UTC'], '--zone does not go with “collect links”'],
])('refuses %j', async (args, message) => {
  await expect(collect.run(['links', ...args], testTerminal())).rejects.toThrow(message);
});
