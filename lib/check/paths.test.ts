import { describe, expect, it } from 'vitest';
import { knownPaths } from '@/lib/check/paths';
import { loadContent } from '@/lib/content/load';
import { site } from '@/lib/site';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

async function pathsOf(files: Readonly<Record<string, string>>): Promise<ReadonlySet<string>> {
  return knownPaths(await loadContent((await writeContent(files)).dir));
}

/** The requested number of posts, all of one month. */
function posts(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`blog/2022/03/p${index}.md`, postText()]));
}

const ofBlog = (paths: ReadonlySet<string>) =>
  [...paths].filter((path) => path.startsWith('/blog/') && path.endsWith('/')).sort();

describe('knownPaths', () => {
  it('has the home page and the list even where there are no posts', async () => {
    const paths = await pathsOf({});
    expect(paths.has('/')).toBe(true);
    expect(ofBlog(paths)).toEqual(['/blog/']);
  });

  it('has the sections and the search, but no other top-level paths', async () => {
    const paths = await pathsOf({});
    for (const path of ['/search/', '/subscribe/', '/events/', '/tags/']) expect(paths).toContain(path);
    expect(paths).not.toContain('/searches/');
  });

  it('has each post, its archives and its old addresses', async () => {
    const paths = await pathsOf({ 'blog/2022/03/a.md': postText({ fields: ['aliases: [/blog/old, /other/]'] }) });
    expect(ofBlog(paths)).toEqual(['/blog/', '/blog/2022/', '/blog/2022/03/', '/blog/2022/03/a/', '/blog/old/']);
    expect(paths.has('/other/')).toBe(true);
  });

  it('has hidden posts: a post may link to another that is published with it', async () => {
    const hidden = postText({ fields: ['draft: true'] });
    const later = postText().replace('2022', '2999');
    expect(ofBlog(await pathsOf({ 'blog/2022/03/a.md': hidden, 'blog/2999/03/b.md': later }))).toEqual(
      expect.arrayContaining(['/blog/2022/03/a/', '/blog/2999/03/b/']),
    );
  });

  it.each([
    [site.postsPerPage, []],
    [site.postsPerPage + 1, ['/blog/page/2/']],
    [site.postsPerPage * 2, ['/blog/page/2/']],
    [site.postsPerPage * 2 + 1, ['/blog/page/2/', '/blog/page/3/']],
  ])('has the further pages of a list of %d posts', async (count, pages) => {
    expect(ofBlog(await pathsOf(posts(count))).filter((path) => path.startsWith('/blog/page/'))).toEqual(pages);
  });

  it('has tags, feeds and other files for programs', async () => {
    const paths = await pathsOf({ 'blog/2022/03/a.md': postText({ fields: ['tags: [CI/CD]'] }) });
    const wanted = [
      '/tags/',
      '/tags/ci-cd/',
      '/tags/ci-cd/atom.xml',
      '/feed.xml',
      '/blog/index.xml',
      '/blog/2022/03/a/index.md',
    ];
    expect(wanted.filter((path) => !paths.has(path))).toEqual([]);
    expect(paths.has('/tags/other/')).toBe(false);
  });

  it('has no path that responds with 404', async () => {
    const paths = await pathsOf(posts(1));
    for (const path of ['/blog/page/1/', '/blog/2022/04/', '/blog/2021/', '/blog/2022/03/', '/blog/2022/03/p1/']) {
      expect(paths.has(path), path).toBe(path === '/blog/2022/03/');
    }
  });
});
