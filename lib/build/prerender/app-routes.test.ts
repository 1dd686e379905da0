import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRoutes, workerSource } from '@/lib/build/prerender/app-routes';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const listed = 'export const generateStaticParams = () => [];';

async function patternsOf(files: Record<string, string>, withFiles = false) {
  const { dir } = await writeContent(files);
  const routes = await findRoutes(withFiles, dir);
  return routes.map(({ kind, pattern }) => `${kind} ${pattern}`);
}

describe('the routes that we prerender', () => {
  it('are pages and route handlers with parameters and a list', async () => {
    const files = {
      'page.tsx': '',
      'layout.tsx': '',
      'blog/[year]/page.tsx': listed,
      'blog/[year]/[slug]/page.tsx': listed,
      'tags/[tag]/page.tsx': 'no list',
      'cards/[...path]/route.ts': 'no list',
      '[...alias]/route.built.ts': listed,
      'search/live/[...file]/route.dev.ts': listed,
      'components/[name]/page.preview.tsx': listed,
    };
    expect(await patternsOf(files)).toEqual(['route /[...alias]', 'page /blog/[year]/[slug]', 'page /blog/[year]']);
  });

  it('include files: those with a list, and without the framework those with a fixed address, too', async () => {
    const files = { 'feed.xml/route.file.ts': '', 'data/[name]/route.file.ts': listed, 'raw/[name]/route.file.ts': '' };
    expect(await patternsOf(files)).toEqual(['route /data/[name]']);
    expect(await patternsOf(files, true)).toEqual(['file /data/[name]', 'file /feed.xml']);
  });

  it.each(['blog/layout.tsx', 'blog/loading.tsx', 'blog/[slug]/error.tsx', 'blog/template.tsx'])(
    'are refused where only the framework can render what is around them: %s',
    async (special) => {
      const pages = { 'blog/[slug]/page.tsx': listed, 'tags/[tag]/page.tsx': listed };
      expect(await patternsOf({ ...pages, 'other/layout.tsx': '' })).toEqual(['page /blog/[slug]', 'page /tags/[tag]']);
      await expect(patternsOf({ ...pages, [special]: '' })).rejects.toThrow('around');
    },
  );

  it.each(['blog/(group)/[slug]/page.tsx', 'blog/@modal/[slug]/page.tsx'])('are refused at %s', async (file) => {
    await expect(patternsOf({ [file]: listed })).rejects.toThrow('around');
  });
});

it('names each route once in the source of the process', async () => {
  const { dir } = await writeContent({ 'a/[b]/page.tsx': listed });
  const source = workerSource(await findRoutes(false, dir));
  expect(source).toContain(`import * as route0 from "./${join(dir, 'a/[b]/page.tsx')}"`);
  expect(source).toContain('"pattern":"/a/[b]","kind":"page"');
});
