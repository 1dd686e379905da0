import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDrawing } from '@/lib/build/draw/draw-site';
import { keptPath } from '@/lib/build/draw/framework-output';
import { startProcesses } from '@/lib/build/draw/processes';
import { loadContent } from '@/lib/content/load';
import { writeSnapshot } from '@/lib/content/snapshot';
import { postText, writeContent } from '@/lib/tooling/testing/content-folder';

/** Starts to draw some content, as a build does once it has been checked. */
async function drawingOf(files: Readonly<Record<string, string>>) {
  const { dir } = await writeContent(files);
  const snapshot = join(dir, 'snapshot');
  await writeSnapshot(snapshot, await loadContent(dir));
  const env = {
    CONTENT_DIR: dir,
    NEWS_SNAPSHOT: snapshot,
    NEWS_NOW: '2026-11-22T12:00:00Z',
    NEWS_DIST_DIR: join(dir, 'd'),
  };
  const processes = await startProcesses({ ...env, NEWS_FILES_DRAWN: '1', NEWS_PREVIEW: '0' });
  onTestFinished(() => {
    for (const worker of processes.workers) worker.close();
  });
  return { dist: join(dir, 'd'), drawing: startDrawing(processes) };
}

const posts = {
  'blog/2022/03/a.md': postText({ body: 'One *word*.\n' }),
  'blog/2022/04/b.md': postText({ body: 'Another.\n' }),
};

describe('drawing without the framework', () => {
  it('draws each page and each file, and gives the search what is in the pages', async () => {
    const { drawing } = await drawingOf(posts);
    expect(await drawing.mainOf('/blog/2022/03/a/')).toContain('<p>One <em>word</em>.</p>');
    expect(await drawing.mainOf('/blog/2022/04/b/')).toContain('<p>Another.</p>');
    const { count } = await drawing.done;
    // Two posts as pages and as Markdown, a year, two months, and all that every site has.
    expect(count).toBeGreaterThan(20);
    await expect(drawing.mainOf('/blog/2022/05/c/')).rejects.toThrow('nothing was drawn of it');
  }, 60_000);

  it('is held against what the framework has made, and writes nothing that has no like there', async () => {
    const { drawing, dist } = await drawingOf(posts);
    const site = await drawing.done;
    await mkdir(join(dist, 'server', 'app', 'blog'), { recursive: true });
    const entry = { routeType: 'page', srcRoute: '/blog/[year]' };
    await writeFile(join(dist, 'prerender-manifest.json'), JSON.stringify({ routes: { '/blog/2022': entry } }));
    await writeFile(`${keptPath(dist, '/blog/2022')}.meta`, '{}');
    await writeFile(`${keptPath(dist, '/blog/2022')}.html`, '<!DOCTYPE html><html lang="xx"><body></body></html>');
    const differences = await site.compare(dist);
    expect(differences).toContainEqual(
      expect.stringMatching(/^\/blog\/2022\/0\d\/[ab]\/: the framework has made none$/),
    );
    expect(differences).toContainEqual(
      expect.stringMatching(/^\/blog\/2022\/: ours has .*lang=.*, the framework's .*xx/),
    );
    await expect(site.write(dist, (html) => html)).rejects.toThrow('the framework has made nothing like it');
    expect(await readFile(join(dist, 'prerender-manifest.json'), 'utf8')).not.toContain('/blog/2022/04');
  }, 60_000);

  it('says what cannot be drawn, to everybody who waits for it', async () => {
    const processes = await startProcesses({ NEWS_SNAPSHOT: '/nowhere/snapshot', NEWS_FILES_DRAWN: '1' });
    onTestFinished(() => {
      for (const worker of processes.workers) worker.close();
    });
    const drawing = startDrawing(processes);
    const waiting = drawing.mainOf('/blog/2022/03/a/');
    await expect(drawing.done).rejects.toThrow('/nowhere/snapshot');
    await expect(waiting).rejects.toThrow('/nowhere/snapshot');
  }, 60_000);

  it('says that a process has ended', async () => {
    const { workers } = await startProcesses({});
    const [first, ...others] = workers;
    for (const other of others) other.close();
    const asked = first?.ask<'count'>({ do: 'count' });
    first?.close();
    await expect(asked).rejects.toThrow('a process that makes pages ended with');
    await expect(first?.ask<'count'>({ do: 'count' })).rejects.toThrow();
  }, 60_000);
});
