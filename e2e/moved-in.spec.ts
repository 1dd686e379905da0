// Hugo posts as their authors wrote them: every post at its address with what its source says, every picture beside it there.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { ask } from '@/e2e/http';
import { movedIn } from '@/e2e/sites';
import { loadPosts } from '@/lib/content/load-posts';
import { linkKind } from '@/lib/mdx/links';
import { getPictures } from '@/lib/output/pictures/pictures';
import { site as community } from '@/lib/site';
import { findDifferences } from '@/lib/tooling/testing/hold-to-account';
import { readPage } from '@/lib/tooling/testing/page-truth';

test('the posts lie beside this repository', () => {
  test.skip(movedIn.length === 0, 'skipped: there is no ../shared with posts to try');
  expect(movedIn.map(({ name }) => name)).toEqual(['seed', 'corpus']);
});

for (const site of movedIn) {
  test(`every post of the ${site.name} is at its address, with its files and old addresses`, async () => {
    const { posts } = await loadPosts(site.env.CONTENT_DIR ?? '');
    expect(posts.length).toBe(site.name === 'seed' ? 1 : 13);
    for (const post of posts) {
      const page = await ask(site.origin, encodeURI(post.url));
      expect(page.status, post.url).toBe(200);
      expect((await ask(site.origin, encodeURI(post.url.slice(0, -1)))).status, post.url).toBe(308);
      for (const { name } of post.files) {
        expect((await ask(site.origin, encodeURI(post.url + name))).status, name).toBe(200);
      }
      for (const alias of post.aliases) {
        const moved = await ask(site.origin, encodeURI(alias));
        expect([moved.status, moved.headers.get('location')], alias).toEqual([308, post.url]);
      }
    }
  });

  test(`every post of the ${site.name} shows what its source says`, async () => {
    const dir = site.env.CONTENT_DIR ?? '';
    const { posts } = await loadPosts(dir);
    for (const post of posts) {
      const { body: html } = await ask(site.origin, encodeURI(post.url));
      const source = await readFile(join(dir, post.file), 'utf8');
      const beside = [...(await getPictures(post))].map(([name, { width, height }]) => ({ name, width, height }));
      const isOurs = (path: string) => linkKind(path) === 'site';
      const differences = findDifferences(source, html, beside, { docs: community.docsOrigin, isOurs });
      expect(differences, post.file).toEqual([]);
      for (const { src } of readPage(html).pictures) {
        const picture = await ask(site.origin, src);
        expect([picture.status, picture.headers.get('content-type')?.split('/')[0]], src).toEqual([200, 'image']);
      }
    }
  });
}
