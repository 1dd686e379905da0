// Imported Hugo posts: each has its address, files, pictures and old addresses.
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'playwright/test';
import { visit } from 'unist-util-visit';
import { ask } from '@/e2e/http';
import { hostile } from '@/e2e/sites';
import { loadPosts } from '@/lib/content/load-posts';

test('every post has its address, files and old addresses', async () => {
  const { posts } = await loadPosts(hostile.env.CONTENT_DIR ?? '');
  const get = (path: string) => ask(hostile.origin, encodeURI(path));
  expect(posts.filter(({ url }) => url.startsWith('/blog/2023/'))).toHaveLength(4);
  let [files, aliases, pictures] = [0, 0, 0];
  for (const post of posts) {
    const page = await get(post.url);
    expect(page.status, post.url).toBe(200);
    expect((await get(post.url.slice(0, -1))).status, post.url).toBe(308);
    for (const { name } of post.files) {
      expect((await get(post.url + name)).status, name).toBe(200);
      files += 1;
    }
    for (const alias of post.aliases) {
      const moved = await get(alias);
      expect([moved.status, moved.headers.get('location')], alias).toEqual([308, post.url]);
      aliases += 1;
    }
    for (const src of picturesOf(page.body)) {
      const picture = await ask(hostile.origin, src);
      expect([picture.status, picture.headers.get('content-type')?.split('/')[0]], src).toEqual([200, 'image']);
      pictures += 1;
    }
  }
  expect([files > 2, aliases > 2, pictures > 3]).toEqual([true, true, true]);
});

function picturesOf(html: string): string[] {
  const found: string[] = [];
  visit(fromHtml(html), 'element', ({ tagName, properties }) => {
    if (tagName === 'img') found.push(String(properties.src));
  });
  return found;
}
