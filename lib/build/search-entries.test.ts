import { afterEach, expect, it, vi } from 'vitest';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const now = '2022-03-02T09:00:00Z';

// Each test imports everything anew, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const files = {
  'blog/2022/02/shown.md': postText({ fields: ['author: Ada', 'tags: [oci]', 'lang: ar'] }),
  'blog/2022/02/draft.md': postText({ fields: ['draft: true'] }),
  'blog/2022/02/later.md': postText({ fields: ['publishDate: 2022-03-03'] }),
  'blog/2022/02/withdrawn.md': postText({ fields: ['withdrawn: It was wrong.'] }),
  'blog/2022/02/expired.md': postText({ fields: ['expiryDate: 2022-03-02'] }),
  'projects.yaml':
    'projects:\n  - id: tool\n    name: Tool\n    about: A tool.\n    repository: https://github.com/example/tool\n    color: "#1d4fd8"\n',
  'events/weekly.yaml':
    'title: Weekly\nkind: meeting\nstart: 2021-12-30T23:30\nzone: America/Los_Angeles\nrepeats: FREQ=WEEKLY\n',
  'releases/tool-1.0.yaml': 'project: tool\nversion: "1.0"\ndate: 2022-02\n',
  'releases/tool-1.1.yaml': 'project: tool\nversion: "1.1"\n',
  'adopters/a.yaml': 'name: A\nurl: https://a.example\nprojects: [tool]\njoined: 2022-01-05\n',
  'ecosystem/e.yaml': 'name: E\nurl: https://e.example\nabout: Helps.\nkind: plugin\n',
};

async function sourcesOf(env: Readonly<Record<string, string>> = {}, more: Readonly<Record<string, string>> = {}) {
  const { dir } = await writeContent({ ...files, ...more });
  const variables = { CONTENT_DIR: dir, NEWS_NOW: now, NEWS_PREVIEW: '0', BASE_PATH: '/news', ...env };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  vi.resetModules();
  const { getContent } = await import('@/lib/content/queries');
  const { toSearchSources } = await import('@/lib/build/search-entries');
  return toSearchSources(await getContent(), new Date(now));
}

afterEach(() => {
  vi.unstubAllEnvs();
});

it('are what lists show: no draft, nothing scheduled, nothing withdrawn', async () => {
  const posts = (await sourcesOf()).filter(({ kind }) => kind === 'post');
  expect(posts.map(({ url }) => url)).toEqual(['/news/blog/2022/02/shown/']);
  expect(posts[0]).toMatchObject({ path: '/blog/2022/02/shown/', lang: 'en', years: ['2022'], names: ['Ada', 'oci'] });
});

it('include drafts in a preview, but nothing withdrawn', async () => {
  const urls = (await sourcesOf({ NEWS_PREVIEW: '1' })).map(({ url }) => url);
  expect(urls).toEqual(expect.arrayContaining(['/news/blog/2022/02/draft/', '/news/blog/2022/02/later/']));
  expect(urls.filter((url) => url.includes('withdrawn'))).toEqual([]);
});

it('name every kind, with a date where one is known', async () => {
  const sources = await sourcesOf();
  const byTitle = new Map(sources.map((source) => [source.title, source]));
  expect(byTitle.get('Weekly')).toMatchObject({
    kind: 'event',
    url: '/news/events/weekly/',
    date: { datetime: '2022-03-03', text: '3 March 2022' },
    years: ['2021', '2022'],
  });
  expect(byTitle.get('Tool 1.0')).toMatchObject({
    date: { datetime: '2022-02', text: 'February 2022' },
    years: ['2022'],
  });
  expect(byTitle.get('Tool 1.1')).toMatchObject({ kind: 'release', years: [] });
  expect(byTitle.get('Tool 1.1')?.date).toBeUndefined();
  expect(byTitle.get('A')).toMatchObject({ kind: 'adopter', url: '/news/adopters/#adopter-a', text: 'Uses Tool.' });
  expect(byTitle.get('E')).toMatchObject({ kind: 'ecosystem', url: '/news/ecosystem/#ecosystem-e', text: 'Helps.' });
});

it('come with the newest first, and last what has no date', async () => {
  const dates = (await sourcesOf()).map(({ date }) => date?.datetime);
  expect(dates).toEqual([...dates].sort((a = '', b = '') => (a < b ? 1 : -1)));
  expect(dates[0]).toBe('2022-03-03');
  expect(dates.at(-1)).toBeUndefined();
});

it('leave out an entry without a page that its list no longer shows', async () => {
  vi.doMock('@/lib/kinds/own', async () => {
    const { z } = await import('zod');
    const { dayOrMonth, field, httpsUrl, markdown, text } = await import('@/lib/base/fields');
    const { defineKind } = await import('@/lib/kinds/define-kind');
    const job = defineKind({
      name: 'job',
      folder: 'jobs',
      label: { one: 'job', many: 'jobs' },
      schema: z.strictObject({
        title: field(text, 'What?', 'Writer'),
        url: field(httpsUrl, 'Where?', 'https://example.org/'),
        place: field(text.optional(), 'Where?', 'Kyiv'),
        closes: field(dayOrMonth, 'Until when?', '2022-03-03'),
        about: field(markdown, 'What?', 'You write.'),
      }),
      ends: ({ closes }) => closes,
    });
    return { ownKinds: [job] };
  });
  const job = (title: string, closes: string) =>
    `title: ${title}\nurl: https://j.example\nplace: Kyiv\ncloses: ${closes}\nabout: You *write*.\n`;
  const more = { 'jobs/open.yaml': job('Open', '2022-03-02'), 'jobs/closed.yaml': job('Closed', '2022-02') };
  const jobs = (await sourcesOf({}, more)).filter(({ kind }) => String(kind) === 'job');
  vi.doUnmock('@/lib/kinds/own');
  expect(jobs).toEqual([
    expect.objectContaining({
      title: 'Open',
      url: '/news/jobs/#job-open',
      text: 'Kyiv. Closes 2 March 2022. You write.',
    }),
  ]);
});
