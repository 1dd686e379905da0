import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { TaskLimitError } from '@/lib/base/worker-process';
import { type BodyJob, doBodyJob } from '@/lib/check/body-job';
import { inspectBodies } from '@/lib/check/body-work';
import { loadPosts } from '@/lib/content/load-posts';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function postsWith(...bodies: readonly string[]) {
  const files = bodies.map((body, index) => [`blog/2022/03/${index}.mdx`, postText({ body })] as const);
  const { posts } = await loadPosts((await writeContent(Object.fromEntries(files))).dir);
  return posts.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

it.each([
  [
    'takes too long',
    new TaskLimitError('it takes more than 8 seconds'),
    /too slow to parse: it takes more than 8 seconds/,
  ],
  ['ends its process', new Error('a worker process ended with SIGSEGV'), /cannot be parsed: .*SIGSEGV/],
])(
  'reports a body that %s, and inspects those after it',
  async (_, failure, message) => {
    vi.stubEnv('NEWS_DIST_DIR', await mkdtemp(join(tmpdir(), 'bodies-')));
    const posts = await postsWith('Slow.', '## One', '## Two');
    const processes = [
      async (job: BodyJob) => {
        if (job.body.includes('Slow.')) throw failure;
        return doBodyJob(job);
      },
    ];
    const [slow, ...others] = await inspectBodies(posts, { picturesOf: async () => undefined, processes });
    expect(slow).toMatchObject({
      isRenderable: false,
      diagnostics: [{ severity: 'error', code: 'body/costly', message: expect.stringMatching(message) }],
    });
    expect(others.map(({ isRenderable, ids }) => [isRenderable, ids])).toEqual([
      [true, ['one']],
      [true, ['two']],
    ]);
  },
  60_000,
);
