import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planOwnRoutes, writeOwnRoutes } from '@/lib/build/own-routes';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const jobs = { folder: 'jobs', feed: {} };
const papers = { folder: 'papers', feed: undefined };

async function filesIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(dir.length + 1));
}

describe('the routes of own kinds', () => {
  it('are a page and the three feeds', () => {
    expect([...planOwnRoutes([jobs]).keys()]).toEqual([
      '(own)/jobs/page.tsx',
      '(own)/jobs/feed.xml/route.ts',
      '(own)/jobs/atom.xml/route.ts',
      '(own)/jobs/feed.json/route.ts',
    ]);
  });

  it('are a page alone where the kind has no feed', () => {
    expect([...planOwnRoutes([papers]).keys()]).toEqual(['(own)/papers/page.tsx']);
  });

  it('say the folder, and the format of each feed', () => {
    const routes = planOwnRoutes([jobs]);
    expect(routes.get('(own)/jobs/page.tsx')).toContain("kindPage('jobs')");
    expect(routes.get('(own)/jobs/atom.xml/route.ts')).toContain("serveFeed(await kindFeed('jobs'), 'atom')");
  });

  it('read their configuration from literals, as the framework asks for', () => {
    expect(planOwnRoutes([jobs]).get('(own)/jobs/feed.xml/route.ts')).toContain(
      "\nexport const dynamic = 'force-static';\n",
    );
  });
});

describe('writing them', () => {
  it('writes each file, and leaves one alone that is right already', async () => {
    const { dir } = await writeContent({ 'blog/page.tsx': '' });
    await writeOwnRoutes([jobs], dir);
    const page = join(dir, '(own)/jobs/page.tsx');
    const before = await stat(page, { bigint: true });
    await writeFile(join(dir, '(own)/jobs/feed.xml/route.ts'), 'old');
    await writeOwnRoutes([jobs], dir);
    expect((await stat(page, { bigint: true })).mtimeNs).toBe(before.mtimeNs);
    expect(await readFile(join(dir, '(own)/jobs/feed.xml/route.ts'), 'utf8')).toContain("kindFeed('jobs')");
  });

  it('removes the routes of a kind that is no more, and keeps those of the others', async () => {
    const { dir } = await writeContent({});
    await writeOwnRoutes([jobs, papers], dir);
    await writeOwnRoutes([papers], dir);
    expect(await filesIn(dir)).toEqual(['(own)/papers/page.tsx']);
  });

  it('removes the feeds of a kind that has none any more', async () => {
    const { dir } = await writeContent({});
    await writeOwnRoutes([jobs], dir);
    await writeOwnRoutes([{ ...jobs, feed: undefined }], dir);
    expect(await filesIn(dir)).toEqual(['(own)/jobs/page.tsx']);
  });

  it('leaves nothing where there are no own kinds', async () => {
    const { dir } = await writeContent({ 'blog/page.tsx': '' });
    await writeOwnRoutes([jobs], dir);
    await writeOwnRoutes([], dir);
    expect(await readdir(dir)).toEqual(['blog']);
  });

  it('refuses an address of the site itself, and takes one that is free', async () => {
    const { dir } = await writeContent({});
    await mkdir(join(dir, 'tags'));
    await expect(writeOwnRoutes([{ folder: 'tags', feed: undefined }], dir)).rejects.toThrow('/tags/');
    await expect(writeOwnRoutes([jobs], dir)).resolves.toBeUndefined();
  });
});
