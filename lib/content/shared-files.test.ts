import { describe, expect, it } from 'vitest';
import { loadPosts } from '@/lib/content/load-posts';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

/** The files of the post `blog/<path>`, as `name (other addresses)`, and the codes of all problems. */
async function load(path: string, body: string, others: readonly string[], fields: readonly string[] = []) {
  const { dir } = await writeContent({
    [`blog/${path}`]: postText({ body, fields: ['slug: own', ...fields] }),
    ...Object.fromEntries(
      others.map((name) => [
        `blog/${name}`,
        name.endsWith('.md') ? postText({ fields: ['slug: other', 'aliases: [/old/post/]'] }) : '',
      ]),
    ),
  });
  const { posts, problems } = await loadPosts(dir);
  const post = posts.find(({ slug }) => slug === 'own');
  return {
    files: post?.files.map(({ name, calledBy }) => (calledBy ? `${name} (${calledBy.join(', ')})` : name)),
    image: post?.image,
    codes: problems.map(({ severity, code }) => `${severity} ${code}`),
  };
}

describe('a picture in a folder next to posts', () => {
  it.each([
    ['a path from the file', 'a.md', '![A](images/p.png)', 'images/p.png'],
    ['a path in HTML', 'a.md', '<img src="images/p.png" alt="A">', 'images/p.png'],
    ['a path in a shortcode', 'a.md', '{{< figure src="./images/p.png" >}}', 'images/p.png'],
    ['a reference', 'a.md', '![A][a]\n\n[a]: images/p.png "P"', 'images/p.png'],
    ['a path from the address in Hugo', 'a.md', '![A](../images/p.png)', 'images/p.png (../images/p.png)'],
    ['a path from the root', 'a.md', '![A](/blog/images/p.png)', 'images/p.png (/blog/images/p.png)'],
    ['a path from a folder', 'a/index.md', '![A](../images/p.png)', 'images/p.png (../images/p.png)'],
    ['a path from MDX', 'a.mdx', '<Figure src="images/p.png" alt="A" />', 'images/p.png'],
    ['a path with a query', 'a.md', '![A](images/p.png?raw=true)', 'images/p.png'],
  ])('belongs to the post that uses it: by %s', async (_, path, body, file) => {
    expect(await load(path, body, ['images/p.png'])).toEqual({ files: [file], image: undefined, codes: [] });
  });

  it('can have spaces and accents in its name', async () => {
    for (const written of ['<images/été a.png>', 'images/%C3%A9t%C3%A9%20a.png']) {
      expect((await load('a.md', `![A](${written})`, ['images/été a.png'])).files).toEqual(['images/été a.png']);
    }
  });

  it('is not served, and causes a warning, if no post uses it', async () => {
    const found = await load('a.md', 'Hello. ![A](https://example.org/images/p.png)', ['images/p.png']);
    expect(found).toEqual({ files: [], image: undefined, codes: ['warning file/stray'] });
  });

  it('does not replace a file of the same name next to the post', async () => {
    const { files } = await load('a/index.md', '![A](images/p.png) ![B](../images/p.png)', [
      'a/images/p.png',
      'images/p.png',
    ]);
    expect(files).toEqual(['images/p.png', 'shared/images/p.png (../images/p.png)']);
  });
});

describe('a picture of another post', () => {
  it.each(['../other/p.png', '/blog/other/p.png', '/blog/2022/03/other/p.png', '/old/post/p.png'])(
    'is found by %s',
    async (address) => {
      const found = await load('a/index.md', `![A](${address})`, ['other/index.md', 'other/p.png']);
      expect(found).toEqual({ files: [`other/p.png (${address})`], image: undefined, codes: [] });
    },
  );

  it('is not found by an address outside the content folder', async () => {
    for (const address of ['../../../etc/p.png', '../others/p.png', '/other/p.png', '//blog/other/p.png']) {
      expect((await load('a/index.md', `![A](${address})`, ['other/index.md', 'other/p.png'])).files).toEqual([]);
    }
  });
});

it('finds the front matter picture by an old address, and uses the first of several that exists', async () => {
  const files = ['other/index.md', 'other/p.png'];
  expect((await load('a.md', 'a', files, ['image: /old/post/p.png'])).image).toBe('other/p.png');
  expect((await load('a.md', 'a', files, ['images: [/none.png, /blog/other/p.png]'])).image).toBe('other/p.png');
  expect((await load('a.md', 'a', files, ['images: [/none.png]'])).image).toBeUndefined();
});
