import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRoutes, workerSource } from '@/lib/build/draw/app-routes';
import { writeContent } from '@/lib/tooling/testing/content-folder';

const listed = 'export const generateStaticParams = () => [];';

async function patternsOf(files: Record<string, string>, drawsFiles = false) {
  const { dir } = await writeContent(files);
  const routes = await findRoutes(drawsFiles, dir);
  return routes.map(({ kind, pattern }) => `${kind} ${pattern}`);
}

describe('the routes that are made for many addresses', () => {
  it('are pages and answers with parameters and a list', async () => {
    const files = {
      'page.tsx': '',
      'layout.tsx': '',
      'blog/[year]/page.tsx': listed,
      'blog/[year]/[slug]/page.tsx': listed,
      'tags/[tag]/page.tsx': 'no list',
      'cards/[...path]/route.ts': 'no list',
      '[...alias]/route.ts': listed,
      'search/live/[...file]/route.dev.ts': listed,
    };
    expect(await patternsOf(files)).toEqual(['route /[...alias]', 'page /blog/[year]/[slug]', 'page /blog/[year]']);
  });

  it('count files among them: with a list, and without the framework all of them', async () => {
    const files = { 'feed.xml/route.file.ts': '', 'data/[name]/route.file.ts': listed, 'raw/[name]/route.file.ts': '' };
    expect(await patternsOf(files)).toEqual(['route /data/[name]']);
    expect(await patternsOf(files, true)).toEqual(['file /data/[name]', 'file /feed.xml']);
  });

  it.each(['blog/layout.tsx', 'blog/loading.tsx', 'blog/[slug]/error.tsx', 'blog/template.tsx'])(
    'are not found where something is around them that only the framework knows: %s',
    async (special) => {
      const pages = { 'blog/[slug]/page.tsx': listed, 'tags/[tag]/page.tsx': listed };
      expect(await patternsOf({ ...pages, 'other/layout.tsx': '' })).toEqual(['page /blog/[slug]', 'page /tags/[tag]']);
      await expect(patternsOf({ ...pages, [special]: '' })).rejects.toThrow('around');
    },
  );

  it.each(['blog/(group)/[slug]/page.tsx', 'blog/@modal/[slug]/page.tsx'])('are not found at %s', async (file) => {
    await expect(patternsOf({ [file]: listed })).rejects.toThrow('around');
  });
});

it('names each route once in the source of the process', async () => {
  const { dir } = await writeContent({ 'a/[b]/page.tsx': listed });
  const source = workerSource(await findRoutes(false, dir));
  expect(source).toContain(`import * as route0 from "./${join(dir, 'a/[b]/page.tsx')}"`);
  expect(source).toContain('"pattern":"/a/[b]","kind":"page"');
});
