import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

/** Runs the command as `npm run check` does. */
function run(dir: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['lib/build/bundled.mjs', 'lib/check/main.ts', '--content', dir],
    {
      encoding: 'utf8',
      env: { ...process.env, NEWS_NOW: '2026-11-22T12:00:00Z' },
    },
  );
  return { status, text: stdout + stderr };
}

describe('the check as one file', () => {
  it('reports a problem with its place', async () => {
    const { dir } = await writeContent({ 'blog/2022/03/a.md': postText({ body: 'a\n\n{{< nothing >}}\n' }) });
    expect(run(dir)).toMatchObject({
      status: 0,
      text: expect.stringMatching(/a\.md:\d+:1: warning shortcode\/unknown/),
    });
  }, 60_000);

  it('accepts correct content', async () => {
    const { dir } = await writeContent({ 'blog/2022/03/a.md': postText({ body: 'a\n' }) });
    expect(run(dir)).toMatchObject({ status: 0, text: expect.stringContaining('1 post and 0 entries checked') });
  }, 60_000);

  it('starts more processes for many posts, from their own source', async () => {
    const posts = Array.from({ length: 60 }, (_, index) => [
      `blog/2022/03/a${index}.md`,
      postText({ body: `b${index}\n` }),
    ]);
    const { dir } = await writeContent(Object.fromEntries(posts));
    expect(run(dir)).toMatchObject({ status: 0, text: expect.stringContaining('60 posts and 0 entries checked') });
  }, 60_000);
});
