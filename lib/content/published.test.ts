import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { checkPublished } from '@/lib/check/addresses';
import { loadContent } from '@/lib/content/load';
import { readLedger, recordAddresses, visibleAddresses } from '@/lib/content/published';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const march = new Date('2022-03-15T00:00:00Z');

const site = {
  'blog/2022/03/a.md': postText(),
  'blog/2022/03/draft.md': postText({ fields: ['draft: true'] }),
  'blog/2022/04/later.md': postText().replace('2022-03', '2022-04'),
  'projects.yaml':
    'projects:\n  - { id: tool, name: Tool, about: GitOps, repository: https://example.org/tool, color: "#000000" }\n',
  'events/talk.yaml': 'title: A talk\nkind: talk\nstart: 2022-03-03\n',
  'releases/tool-1.0.0.yaml': 'project: tool\nversion: "1.0.0"\n',
  'people/ann.yaml': 'name: Ann\n',
};

async function record(dir: string, instant: Date) {
  const { posts, community } = await loadContent(dir);
  return recordAddresses(dir, visibleAddresses(posts, community, instant), instant);
}

async function problemsOf(dir: string, instant: Date): Promise<string[]> {
  return checkPublished(await loadContent(dir), await readLedger(dir), instant).map(formatDiagnostic);
}

describe('the ledger', () => {
  it('lists each visible address on a line, sorted, in the file of the month', async () => {
    const { dir, shown } = await writeContent(site);
    expect(await record(dir, march)).toMatchObject({ file: shown('published/2022-03.txt') });
    expect(await readFile(join(dir, 'published/2022-03.txt'), 'utf8')).toBe(
      '/blog/2022/03/a/\n/events/talk/\n/people/ann/\n/releases/tool/1.0.0/\n',
    );
    expect(await problemsOf(dir, march)).toEqual([]);
  });

  it('adds new addresses only once', async () => {
    const { dir } = await writeContent({ ...site, 'published/2022-03.txt': '/blog/2022/03/a/\n/people/ann/\n' });
    expect((await record(dir, new Date('2022-04-02T00:00:00Z'))).added).toEqual([
      '/blog/2022/04/later/',
      '/events/talk/',
      '/releases/tool/1.0.0/',
    ]);
    const before = await stat(join(dir, 'published/2022-04.txt'));
    expect((await record(dir, new Date('2022-04-03T00:00:00Z'))).added).toEqual([]);
    expect((await stat(join(dir, 'published/2022-04.txt'))).mtimeMs).toBe(before.mtimeMs);
    expect(await readFile(join(dir, 'published/2022-03.txt'), 'utf8')).toBe('/blog/2022/03/a/\n/people/ann/\n');
    const more = await recordAddresses(dir, ['/blog/2022/04/b/'], new Date('2022-04-30T23:59:59Z'));
    expect(more.added).toEqual(['/blog/2022/04/b/']);
    expect(await readFile(join(dir, 'published/2022-04.txt'), 'utf8')).toBe(
      '/blog/2022/04/b/\n/blog/2022/04/later/\n/events/talk/\n/releases/tool/1.0.0/\n',
    );
  });

  it.each([
    ['a file of another name', { 'published/march.txt': '' }, 'published/file'],
    ['a line that is not an address', { 'published/2022-03.txt': 'https://example.org/\n' }, 'published/line'],
    [
      'an address in two files',
      { 'published/2022-02.txt': '/people/ann/\n', 'published/2022-03.txt': '/people/ann/\n' },
      'published/twice',
    ],
  ])('must not contain %s', async (_, files, code) => {
    const { dir } = await writeContent({ ...site, ...files });
    expect(await problemsOf(dir, march)).toEqual([expect.stringContaining(code)]);
    const sound = await writeContent({
      ...site,
      'published/2022-02.txt': '/people/ann/\n',
      'published/2022-03.txt': '/events/talk/\n',
    });
    expect(await problemsOf(sound.dir, march)).toEqual([]);
  });
});

describe('a published address', () => {
  const ledger = (path: string) => ({ 'published/2022-03.txt': `/blog/2022/03/a/\n${path}\n` });

  it('that no longer exists is reported, with the most similar page', async () => {
    const { dir, shown } = await writeContent({ ...site, ...ledger('/events/tolk/') });
    expect(await problemsOf(dir, march)).toEqual([
      `${shown('published/2022-03.txt')}:2:1: error published/gone: "/events/tolk/" was published but no longer exists ` +
        '(fix: add "aliases: [/events/tolk/]" to the file of /events/talk/)',
    ]);
  });

  it.each([
    ['blog/2022/03/a.md', postText({ fields: ['aliases: [/events/tolk/]'] })],
    ['events/talk.yaml', 'title: A talk\nkind: talk\nstart: 2022-03-03\naliases: [/events/tolk/]\n'],
    ['releases/tool-1.0.0.yaml', 'project: tool\nversion: "1.0.0"\naliases: /events/tolk\n'],
    ['people/ann.yaml', 'name: Ann\naliases: [/events/tolk/]\n'],
  ])('still exists if it is an alias of %s', async (path, text) => {
    const { dir } = await writeContent({ ...site, ...ledger('/events/tolk/'), [path]: text });
    expect(await problemsOf(dir, march)).toEqual([]);
  });

  it('may not be hidden again', async () => {
    const draft = await writeContent({ ...site, ...ledger('/blog/2022/03/draft/') });
    expect(await problemsOf(draft.dir, march)).toEqual([expect.stringContaining('published/hidden')]);
    const later = await writeContent({ ...site, ...ledger('/blog/2022/04/later/') });
    expect(await problemsOf(later.dir, march)).toEqual([expect.stringContaining('dated in the future')]);
    expect(await problemsOf(later.dir, new Date('2022-04-02T00:00:00Z'))).toEqual([]);
  });

  it('is not expected before the month in which it was published', async () => {
    const { dir } = await writeContent({ ...site, ...ledger('/events/tolk/') });
    expect(await problemsOf(dir, new Date('2022-02-28T00:00:00Z'))).toEqual([]);
  });
});
