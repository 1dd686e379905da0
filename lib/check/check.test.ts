import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

afterEach(() => {
  vi.unstubAllEnvs();
});

const several = {
  'blog/2022/03/b.mdx': postText({ fields: ['titel: x'], body: '{1}' }),
  'blog/2022/03/a.md': '---\ntitle: A post\ndate: 2026-02-30\n---\n',
  'blog/2022/03/c/index.mdx': postText({ body: 'one\n\n![two](no.png) {three}\n\n<script>four</script>\n' }),
  'blog/2022/03/c/run.js': 'alert(1)',
  'blog/2022/03/d.md': postText({ fields: ['url: /blog/2022/03/e/'] }),
  'blog/2022/03/e.md': postText({ body: '[one](/blog/nowhere/)\n' }),
  'blog/2022/03/f.md': postText(),
  'blog/2022/03/g.md': Buffer.from([0x2d, 0xff]),
};

describe('check', () => {
  it('finds every problem of every file, sorted, each at its line and column', async () => {
    const { dir, shown } = await writeContent(several);
    const { problems, posts } = await check(dir);
    const at = (path: string) => shown(`blog/2022/03/${path}`);
    const lines = problems.map((problem) => formatDiagnostic(problem));
    expect(lines.map((line) => line.replace(/: [^:]*\(fix: .*$/, ''))).toEqual([
      `${at('a.md')}:3:7: error date/calendar: "date"`,
      `${at('b.mdx')}:4:1: error post/unknown-key`,
      `${at('c/index.mdx')}:8:1: error picture/missing`,
      `${at('c/index.mdx')}:8:16: error mdx/expression`,
      `${at('c/index.mdx')}:10:1: error mdx/element`,
      `${at('c/run.js')}:1:1: warning file/type`,
      `${at('e.md')}:1:1: error post/duplicate-address`,
      `${at('e.md')}:6:1: warning link/unknown-page`,
      `${at('g.md')}:1:2: error file/encoding`,
    ]);
    expect(lines[0]).toBe(
      `${at('a.md')}:3:7: error date/calendar: "date": "2026-02-30" is not a date or time that exists ` +
        '(fix: correct the day or the time)',
    );
    expect(lines[1]).toContain('(fix: did you mean "title"?)');
    expect(lines[6]).toContain(`"/blog/2022/03/e/" is also the address of ${at('d.md')} `);
    expect(posts).toBe(4);
  });

  it('gives the same result the second time', async () => {
    const { dir } = await writeContent(several);
    const first = await check(dir);
    expect(first.problems).not.toEqual([]);
    expect((await check(dir)).problems).toEqual(first.problems);
  });

  it('finds nothing in a valid folder or an empty one', async () => {
    const { dir } = await writeContent({ 'blog/2022/03/a.md': postText(), 'blog/2022/03/b.mdx': postText() });
    expect(await check(dir)).toMatchObject({ problems: [], posts: 2 });
    expect(await check((await writeContent({})).dir)).toMatchObject({ problems: [], posts: 0 });
  });

  it('looks at drafts and scheduled posts too, and lets posts link to them', async () => {
    const { dir, shown } = await writeContent({
      'blog/2022/03/a.mdx': postText({ fields: ['draft: true'], body: '[b](/blog/2999/03/b/) {c}' }),
      'blog/2999/03/b.mdx': postText({ body: '[a](/blog/2022/03/a/) [d](/blog/2999/03/d/)' }).replace('2022-', '2999-'),
    });
    const { problems } = await check(dir);
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      `${shown('blog/2022/03/a.mdx')} mdx/expression`,
      `${shown('blog/2999/03/b.mdx')} link/unknown-page`,
    ]);
    expect(problems[1]?.fix).toBe('did you mean /blog/2999/03/b/?');
  });

  it('reports pictures that are not pictures', async () => {
    const { dir, shown } = await writeContent({
      'blog/2022/03/a/index.mdx': postText({ body: '![b](b.png)' }),
      'blog/2022/03/a/b.png': 'no picture',
    });
    expect((await check(dir)).problems).toMatchObject([
      { file: shown('blog/2022/03/a/b.png'), line: 1, column: 1, code: 'picture/type' },
    ]);
  });

  // The page of the entry is what is served there; the alias would lead nowhere, without a word.
  it('finds an old address that is the page of an entry', async () => {
    const files = (alias: string) => ({
      'blog/2022/03/a.md': postText({ fields: [`aliases: [${alias}]`] }),
      'events/talk.yaml': 'title: A talk\nkind: talk\nstart: 2022-03-03\n',
    });
    const clash = await writeContent(files('/events/talk/'));
    expect((await check(clash.dir)).problems.map(({ file }) => file)).toEqual([clash.shown('blog/2022/03/a.md')]);
    expect((await check((await writeContent(files('/events/old-talk/'))).dir)).problems).toEqual([]);
  });

  it('does not start if the clock is wrong', async () => {
    const { dir } = await writeContent({});
    vi.stubEnv('NEWS_NOW', 'tomorrow');
    await expect(check(dir)).rejects.toThrow('NEWS_NOW');
    vi.stubEnv('NEWS_NOW', '2022-03-02T09:00:00Z');
    await expect(check(dir)).resolves.toMatchObject({ posts: 0 });
  });
});
