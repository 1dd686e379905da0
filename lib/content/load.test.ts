import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { mentionsOf, toContent } from '@/lib/content/content';
import { loadContent } from '@/lib/content/load';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

describe('posts that an edition names', () => {
  const other = '/blog/2022/02/other/';

  async function problemsOf(line: string) {
    const { dir } = await writeContent({
      'blog/2022/02/other.mdx': postText(),
      'blog/2022/03/edition.mdx': postText({ fields: [line] }),
    });
    return (await loadContent(dir)).problems.map(formatDiagnostic);
  }

  it.each([`posts: [${other}]`, 'posts: [/blog/2022/02/other]', 'posts: []'])('may be written as %s', async (line) => {
    expect(await problemsOf(line)).toEqual([]);
  });

  it.each([
    [
      'posts: [/blog/2022/02/othr/]',
      `:4:9: error edition/unknown-post: there is no post /blog/2022/02/othr/ (fix: did you mean ${other}?)`,
    ],
    [`posts: [${other}, ${other}]`, `:4:31: error edition/twice: "${other}" is in "posts:" twice`],
    ['posts: [/blog/2022/03/edition/]', ':4:9: error edition/names-itself'],
    ['posts: [other]', 'error post/address'],
  ])('may not be %s', async (line, message) => {
    const problems = await problemsOf(line);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });
});

describe('an entry that cannot be read', () => {
  it('is reported once, and not again where it is named', async () => {
    const post = postText({ fields: ['events: [a]'], body: '<Event id="a" />\n' });
    const problemsOf = async (files: Record<string, string>) => {
      const { dir } = await writeContent({ 'blog/2022/03/edition.mdx': post, ...files });
      return (await check(dir, { isWanted: (file) => !file.startsWith('lib/') })).problems.map(({ code }) => code);
    };
    expect(await problemsOf({ 'events/a.yaml': 'title: A\nkind: tlk\nstart: 2022-03-03\n' })).toEqual(['event/value']);
    expect(await problemsOf({ 'events/b.yaml': 'title: A\nkind: talk\nstart: 2022-03-03\n' })).toEqual([
      'edition/unknown-id',
    ]);
  });
});

describe('entries that a text places', () => {
  const talk = 'title: A talk\nkind: talk\nstart: 2022-03-03\n';

  async function load(body: string, ...fields: string[]) {
    const { dir } = await writeContent({
      'events/a.yaml': talk,
      'events/b.yaml': talk.replace('A', 'Another'),
      'blog/2022/03/edition.mdx': postText({ fields, body }),
    });
    const loaded = await loadContent(dir);
    const content = toContent(loaded, [], { now: new Date('2022-04-01'), isPreview: false });
    return {
      events: loaded.posts[0]?.coverage.events,
      mentioned: ['a', 'b'].filter((id) => mentionsOf(content, 'events', id).length > 0),
      problems: loaded.problems.map(formatDiagnostic),
    };
  }

  it('are named, after those that the front matter lists', async () => {
    const placed = await load('<Event id="a" />\n', 'events: [b]');
    expect(placed).toEqual({ events: ['b', 'a'], mentioned: ['a', 'b'], problems: [] });
    expect(await load('<Event id="a" />\n')).toEqual({ events: ['a'], mentioned: ['a'], problems: [] });
    expect(await load('Text.\n')).toEqual({ events: [], mentioned: [], problems: [] });
  });

  it('may be in the front matter as well', async () => {
    expect(await load('<Event id="a" />\n', 'events: [a, b]')).toMatchObject({ events: ['a', 'b'], problems: [] });
  });

  it('leave the places of what the front matter lists alone', async () => {
    const { problems } = await load('<Event id="c" />\n', 'events: [a, a, d]');
    expect(problems.map((problem) => problem.replace(/^.*?mdx:/, '').slice(0, 28))).toEqual([
      '4:13: error edition/twice: "',
      '4:16: error edition/unknown-',
    ]);
  });
});
