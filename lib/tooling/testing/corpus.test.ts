import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorsOf, formatDiagnostic } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { loadPosts } from '@/lib/content/load-posts';
import { compileBody } from '@/lib/mdx/compile';
import { inspectBody } from '@/lib/mdx/inspect';

const corpus = resolve('../shared/corpus/flux-website/content/en');
const seed = resolve('../shared/seed');

/** Each post's file, and the address under which its readers know it. */
const addresses: Readonly<Record<string, string>> = {
  'blog/2020-12-01-december-update/index.md': '/blog/2020/12/december-update/',
  'blog/2021-03-08-flux-is-a-cncf-incubation-project/index.md': '/blog/2021/03/flux-is-a-cncf-incubation-project/',
  'blog/2021-06-28-bug-scrub-announce.md': '/blog/2021/06/flux-bug-scrub-announce/',
  'blog/2021-11-10-flux-security-audit/index.md': '/blog/2021/11/flux-security-audit/',
  'blog/2022-02-14-security-image-provenance/index.md': '/blog/2022/02/security-image-provenance/',
  'blog/2022-03-01-february-update/index.md': '/blog/2022/03/february-update/',
  'blog/2022-03-09-pod-security-standard-restricted.md': '/blog/2022/03/security-pod-security-standard-restricted/',
  'blog/2022-05-04-april-update.md': '/blog/2022/05/april-2022-update/',
  'blog/2022-10-17-prove-the-authenticity-of-oci-artifacts/index.md':
    '/blog/2022/10/prove-the-authenticity-of-oci-artifacts/',
  'blog/2022-11-11-prove-the-authenticity-of-helm-charts/index.md':
    '/blog/2022/11/verify-the-integrity-of-the-helm-charts-stored-as-oci-artifacts-before-reconciling-them-with-flux/',
  'blog/2023-02-01-january-update.md': '/blog/2023/02/january-2023-update/',
  'blog/2024-05-13-announcing-flux-v2.3.0/index.md': '/blog/2024/05/flux-v2.3.0/',
  'blog/2026-06-30-announcing-flux-v2.9.0/index.md': '/blog/2026/06/flux-v2.9.0/',
};

async function addressesBelow(dir: string): Promise<Record<string, string>> {
  const { posts } = await loadPosts(dir);
  return Object.fromEntries(posts.map(({ file, url }) => [file, url]));
}

async function errorsBelow(dir: string): Promise<string[]> {
  return errorsOf((await check(dir)).problems).map(formatDiagnostic);
}

async function draw(dir: string): Promise<void> {
  const { posts } = await loadPosts(dir);
  for (const { body, format, file, context } of posts) {
    const options = { format, context, pictures: new Map(), hasPublicFile: () => false };
    const { headings, source } = await compileBody(body, options);
    const drawn = source.match(/_jsx\w*\(_component\d+, \{\s*url: /g)?.length ?? 0;
    expect(drawn, `${file}: videos`).toBe(body.match(/^\{\{< youtube /gm)?.length ?? 0);
    expect(source, `${file}: shortcodes`).not.toMatch(/\{\{(?:<|&lt;|%)|HAHAHUGO/);
    expect(headings.length, file).toBeGreaterThan(0);
    // Links are checked against ids that are found without drawing: they must be those that are drawn.
    const { inspection } = inspectBody(body, format);
    expect(inspection.ids, file).toEqual(expect.arrayContaining(headings.map(({ id }) => id)));
  }
}

const skipped = (dir: string) => it.skip(`skipped: there is no folder ${dir}`, () => {});

describe('the posts of fluxcd/website', () => {
  if (!existsSync(corpus)) return skipped(corpus);

  it('are 13, each at the address that it has there', async () => {
    const found = await addressesBelow(corpus);
    expect(found).toEqual(addresses);
    expect(Object.keys(found)).toHaveLength(13);
  });

  it('have no errors', async () => {
    expect(await errorsBelow(corpus)).toEqual([]);
  }, 60_000);

  it('have the old addresses that they have there', async () => {
    const { posts } = await loadPosts(corpus);
    const aliases = posts.flatMap((post) => post.aliases.map((alias) => [alias, post.url]));
    expect(Object.fromEntries(aliases)).toEqual({
      '/blog/2021-11-10-flux-security-audit/': '/blog/2021/11/flux-security-audit/',
      '/blog/2022/10/prove-the-authenticity-of-the-oci-artifacts/':
        '/blog/2022/10/prove-the-authenticity-of-oci-artifacts/',
    });
  });

  it('can all be drawn', () => draw(corpus), 60_000);
});

describe('the post that reached us', () => {
  if (!existsSync(seed)) return skipped(seed);

  it('is 1, at its address', async () => {
    expect(await addressesBelow(seed)).toEqual({
      'blog/february-2022-update/index.md': '/blog/2022/03/february-update/',
    });
  });

  it('has no errors', async () => {
    expect(await errorsBelow(seed)).toEqual([]);
  }, 60_000);

  it('can be drawn', () => draw(seed), 60_000);
});
