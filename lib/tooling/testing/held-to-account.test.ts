// Hugo posts, drawn and compared with what their source says: our own fixtures, and the corpus where it lies beside us.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { loadPosts } from '@/lib/content/load-posts';
import type { Post } from '@/lib/content/posts';
import { hasPublicFile } from '@/lib/content/public-files';
import { compileBody } from '@/lib/mdx/compile';
import { linkKind } from '@/lib/mdx/links';
import { renderBody } from '@/lib/mdx/render';
import { getPictures } from '@/lib/output/pictures/pictures';
import { site } from '@/lib/site';
import { findDifferences } from '@/lib/tooling/testing/hold-to-account';
import { readSource } from '@/lib/tooling/testing/source-truth';

const where = { docs: site.docsOrigin, isOurs: (path: string) => linkKind(path) === 'site' };

async function differencesOf(dir: string, post: Post): Promise<string[]> {
  const source = await readFile(join(dir, post.file), 'utf8');
  const pictures = await getPictures(post);
  const { body, format, context } = post;
  const compiled = await compileBody(body, { format, context, pictures, hasPublicFile });
  const html = renderToStaticMarkup(renderBody(compiled, {}));
  const beside = [...pictures].map(([name, { width, height }]) => ({ name, width, height }));
  const said = readSource(source);
  const slash = (path: string) => path.replace(/\/?$/, '/');
  return [
    ...(said.title === post.title ? [] : [`title: ${post.title}`]),
    ...(said.url === undefined || slash(said.url) === post.url ? [] : [`address: ${post.url}`]),
    ...(said.aliases.map(slash).join() === post.aliases.join() ? [] : [`aliases: ${post.aliases.join()}`]),
    ...findDifferences(source, html, beside, where),
  ];
}

describe.each([
  ['the fixtures of Hugo', resolve('e2e/fixtures/hugo'), 3],
  ['the posts of fluxcd/website', resolve('../shared/corpus/flux-website/content/en'), 13],
  ['the post that reached us', resolve('../shared/seed'), 1],
])('%s', (_, dir, count) => {
  if (!existsSync(dir)) return it.skip(`skipped: there is no folder ${dir}`, () => {});

  it('are drawn as their source says', async () => {
    const { posts } = await loadPosts(dir);
    expect(posts).toHaveLength(count);
    const differences = await Promise.all(posts.map(async (post) => [post.file, await differencesOf(dir, post)]));
    expect(Object.fromEntries(differences)).toEqual(Object.fromEntries(posts.map(({ file }) => [file, []])));
  }, 60_000);
});

describe('the comparison', () => {
  const source =
    '---\ntitle: "A"\n---\n\n## One {#x}\n\n[a](/flux/) ![b](b.png)\n\n```\nc\n```\n\n{{< youtube r_vKf5l1D1M >}}\n';
  const html =
    '<h2>One<a class="anchor" href="#x">#</a></h2><p><a href="https://fluxcd.io/flux/">a</a> <img src="/p/b.png" width="3" height="2"></p><pre>c\n</pre><shortcode-video></shortcode-video>';
  const beside = [{ name: 'b.png', width: 3, height: 2 }];
  const docs = { docs: 'https://fluxcd.io', isOurs: () => false };

  it('finds nothing where all is there', () => {
    expect(findDifferences(source, html, beside, docs)).toEqual([]);
  });

  it.each([
    ['One', 'Two', 'heading 1: "One" in the source, "Two" shown'],
    ['https://fluxcd.io/flux/', '/flux/', 'link: /flux/ is missing'],
    ['b.png', 'c.png', 'picture: b.png is missing'],
    ['height="2"', 'height="3"', 'picture: b.png is 3 × 3, not 3 × 2'],
    ['<pre>c', '<pre>d', 'code 1: "c" in the source, "d" shown'],
    ['<shortcode-video></shortcode-video>', '', 'videos: 1 in the source, 0 shown'],
    ['</p>', '{{< x >}}</p>', 'text: "{{<" shows'],
  ])('finds %s as %s', (right, wrong, difference) => {
    expect(findDifferences(source, html.replace(right, wrong), beside, docs)).toEqual([difference]);
  });
});
