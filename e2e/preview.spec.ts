// What search engines are told: nothing of a preview may be found, everything of production may.
import { expect, test } from 'playwright/test';
import { crawl } from '@/e2e/crawl';
import { ask } from '@/e2e/http';
import { fixtures, own, preview } from '@/e2e/sites';

test('nothing of a preview may be found', async () => {
  const { found } = await crawl(preview);
  expect(found.size).toBeGreaterThan(50);
  for (const [path, { answer }] of found) expect(answer.headers.get('x-robots-tag'), path).toBe('noindex');
  const robots = await ask(preview.origin, '/news/robots.txt');
  expect(robots.body).toMatch(/^User-agent: \*\nDisallow: \/\n/);
});

/** The page of a post that was withdrawn keeps its address and leaves search results: the one `noindex` of production. */
const withdrawn = /<p>This post has been withdrawn\.<\/p>/;

for (const site of [own, fixtures]) {
  test(`no word of ${site.name} keeps search engines away`, async () => {
    const { found } = await crawl(site);
    expect(found.size).toBeGreaterThan(50);
    for (const [path, { answer, page }] of found) {
      expect(answer.headers.has('x-robots-tag'), path).toBe(false);
      if (page && !withdrawn.test(answer.body)) {
        expect(answer.body, path).not.toMatch(/noindex|<meta[^>]*\bname="(?:robots|googlebot)"/i);
      }
    }
    expect((await ask(site.origin, '/robots.txt')).body).toMatch(/^User-agent: \*\nDisallow:\n\nSitemap: \S+\n$/);
  });
}
