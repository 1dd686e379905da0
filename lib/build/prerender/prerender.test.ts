import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WorkerProcess } from '@/lib/base/worker-process';
import { storedPath } from '@/lib/build/prerender/framework-output';
import { startPrerenderer } from '@/lib/build/prerender/prerender';
import type { PrerenderWorker } from '@/lib/build/prerender/prerender-worker';
import { loadContent } from '@/lib/content/load';
import { writeSnapshot } from '@/lib/content/snapshot';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function start(env: Readonly<Record<string, string>>) {
  const prerenderer = await startPrerenderer(env);
  if (!prerenderer) throw new Error('The pages cannot be prerendered.');
  onTestFinished(() => prerenderer.close());
  return prerenderer.start();
}

/** Prerenders two posts, as a build does after its check. */
async function prerender() {
  const { dir } = await writeContent({
    'blog/2022/03/a.md': postText({ body: 'One *word*.\n' }),
    'blog/2022/04/b.md': postText({ body: 'Another.\n' }),
  });
  const snapshot = join(dir, 'snapshot');
  await writeSnapshot(snapshot, await loadContent(dir));
  const dist = join(dir, 'd');
  const env = { CONTENT_DIR: dir, NEWS_SNAPSHOT: snapshot, NEWS_NOW: '2026-11-22T12:00:00Z', NEWS_DIST_DIR: dist };
  return { dist, prerendering: await start({ ...env, NEWS_PREVIEW: '0' }) };
}

describe('prerendering', () => {
  it('passes the main content of each page to the search', async () => {
    const { prerendering, dist } = await prerender();
    expect(await prerendering.mainOf('/blog/2022/03/a/')).toContain('<p>One <em>word</em>.</p>');
    expect(await prerendering.mainOf('/blog/2022/04/b/')).toContain('<p>Another.</p>');
    await prerendering.compare(dist);
    await expect(prerendering.mainOf('/blog/2022/05/c/')).rejects.toThrow('the page was not prerendered');
  }, 60_000);

  it('names all differences from the framework, and offers nothing to write then', async () => {
    const { prerendering, dist } = await prerender();
    await mkdir(join(dist, 'server', 'app', 'blog'), { recursive: true });
    const entry = { routeType: 'page', srcRoute: '/blog/[year]' };
    const manifest = JSON.stringify({ routes: { '/blog/2022': entry } });
    await writeFile(join(dist, 'prerender-manifest.json'), manifest);
    await writeFile(`${storedPath(dist, '/blog/2022')}.meta`, '{}');
    await writeFile(`${storedPath(dist, '/blog/2022')}.html`, '<!DOCTYPE html><html lang="xx"><body></body></html>');
    const result = await prerendering.compare(dist);
    expect(Object.keys(result)).toEqual(['differences']);
    expect(result).toMatchObject({
      differences: expect.arrayContaining([
        expect.stringMatching(/^\/blog\/2022\/0\d\/[ab]\/: the framework has not prerendered it$/),
        expect.stringMatching(/^\/blog\/2022\/: ours has .*lang=.*, the framework's .*xx/),
      ]),
    });
    expect(await readFile(join(dist, 'prerender-manifest.json'), 'utf8')).toBe(manifest);
  }, 60_000);

  it('names what cannot be rendered, also to the search', async () => {
    const prerendering = await start({ NEWS_SNAPSHOT: '/nowhere/snapshot' });
    const waiting = prerendering.mainOf('/blog/2022/03/a/');
    await expect(waiting).rejects.toThrow('/nowhere/snapshot');
    expect(await prerendering.compare('/nowhere')).toEqual({
      differences: [expect.stringContaining('/nowhere/snapshot')],
    });
  }, 60_000);

  it('is left to the framework where that is asked for', async () => {
    vi.stubEnv('NEWS_PRERENDER', 'framework');
    expect(await startPrerenderer({})).toBeUndefined();
  });

  it('is left to the framework, with the reason, where a route is its own alone', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const { dir } = await writeContent({
      'blog/[slug]/page.tsx': 'export const generateStaticParams = () => [];',
      'blog/layout.tsx': '',
    });
    expect(await startPrerenderer({}, dir)).toBeUndefined();
    expect(error.mock.calls).toEqual([[expect.stringContaining('only the framework can render the layouts around')]]);
  });
});

it('a task fails where its process has ended', async () => {
  const { dir } = await writeContent({ 'worker.mjs': 'process.on("message", () => undefined);' });
  const worker = new WorkerProcess<PrerenderWorker>(join(dir, 'worker.mjs'));
  const running = worker.run('count');
  worker.close();
  await expect(running).rejects.toThrow('a worker process ended with');
  await expect(worker.run('count')).rejects.toThrow();
});
