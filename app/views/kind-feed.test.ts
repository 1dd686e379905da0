import { beforeEach, expect, it, vi } from 'vitest';
import { kindFeed } from '@/app/views/feeds';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const projects =
  'projects:\n  - id: tool\n    name: Tool\n    about: A tool.\n    repository: https://example.org/tool\n    color: "#1d4fd8"\n';
const release = (...lines: string[]) => ['project: tool', 'url: https://example.org/notes', ...lines, ''].join('\n');

beforeEach(() => {
  vi.stubEnv('NEWS_NOW', '2022-06-01T12:00:00Z');
  vi.stubEnv('NEWS_PREVIEW', '0');
});

/** The entries of a feed, each with its day. Of releases, which may have no date, as entries of own kinds may. */
async function feedOf(files: Readonly<Record<string, string>>): Promise<Record<string, string> | undefined> {
  vi.stubEnv('CONTENT_DIR', (await writeContent(files)).dir);
  const feed = await kindFeed('releases');
  return (
    feed &&
    Object.fromEntries(feed.entries.map(({ title, published }) => [title, published.toISOString().slice(0, 10)]))
  );
}

const files = {
  'projects.yaml': projects,
  'releases/tool-1.yaml': release('version: "1"', 'date: 2021-05-05'),
  'releases/tool-2.yaml': release('version: "2"'),
  'releases/tool-3.yaml': release('version: "3"'),
};

it('contains every entry: with its own date, that of the post that names it, or that of the latest post', async () => {
  const posts = {
    'blog/2022/03/a.md': postText({ fields: ['releases: [tool-2]'] }),
    'blog/2022/05/b.md': postText().replace('2022-03-01', '2022-05-01'),
  };
  expect(await feedOf({ ...files, ...posts })).toEqual({
    'Tool 3': '2022-05-01',
    'Tool 2': '2022-03-01',
    'Tool 1': '2021-05-05',
  });
});

it('contains them where there are no posts yet', async () => {
  expect(Object.keys((await feedOf(files)) ?? {})).toHaveLength(3);
});

it('does not exist for a folder that is not a kind, or that has no feed', async () => {
  vi.stubEnv('CONTENT_DIR', (await writeContent({ 'projects.yaml': projects })).dir);
  expect(await kindFeed('adopters')).toBeUndefined();
  expect(await kindFeed('nothing')).toBeUndefined();
  expect(await kindFeed('releases')).toMatchObject({ folder: '/releases/', entries: [] });
});
