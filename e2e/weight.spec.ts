// Limits for the bytes that readers load, for every page of every site built here, and the prefetching of the next page.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { ask } from '@/e2e/http';
import { untilIdle } from '@/e2e/page-checks';
import { community, empty, fixtures, own, preview, type Site, sites } from '@/e2e/sites';
import { wordsOf } from '@/lib/base/words';
import {
  excessOf,
  heaviestOfKinds,
  otherWords,
  requestLimit,
  scriptLimit,
  weighBuild,
} from '@/lib/tooling/bench/weigh-build';
import { site as ownSite } from '../lib/site';

const distDir = ({ env }: Site) => env.NEWS_DIST_DIR || '.next';
const february = '/blog/2022/03/february-update/';

for (const site of [own, community, fixtures, preview, empty]) {
  test(`every page is within its size limit: ${site.name}`, async ({ browserName: _ }, info) => {
    const pages = await weighBuild(distDir(site), site.basePath);
    await info.attach('weights', { body: JSON.stringify(heaviestOfKinds(pages), null, 2) });
    expect(pages.length).toBeGreaterThan(5);
    // The site of a community may be in any language, whose words may be longer than the English ones.
    const most = scriptLimit + (site === own && wordsOf(ownSite.lang) !== wordsOf('en') ? otherWords : 0);
    expect(pages.flatMap((page) => excessOf(page, most))).toEqual([]);
  });
}

test('the February edition loads in a browser exactly the measured bytes', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (['document', 'stylesheet', 'script', 'fetch', 'xhr', 'font'].includes(request.resourceType())) {
      requests.push(new URL(request.url()).pathname);
    }
  });
  await page.goto(community.origin + february);
  await untilIdle(page);
  expect(requests.length, requests.join(' ')).toBeLessThanOrEqual(requestLimit);
  const weights = await Promise.all(
    requests.map(async (path) => ({ path, weight: brotli((await ask(community.origin, path)).bytes) })),
  );
  const sum = (scripts: boolean) =>
    weights.filter(({ path }) => path.endsWith('.js') === scripts).reduce((total, { weight }) => total + weight, 0);
  expect(sum(false), JSON.stringify(weights)).toBeLessThanOrEqual(14_600);
  expect(sum(true), JSON.stringify(weights)).toBeLessThanOrEqual(scriptLimit);
  const weighed = (await weighBuild(distDir(community), '')).find(({ path }) => path === february);
  expect(sum(false)).toBe((weighed?.html ?? 0) + (weighed?.css ?? 0));
  expect(sum(true)).toBe(weighed?.scripts);
});

for (const site of sites) {
  test(`no page has an inline script or style: ${site.name}`, async () => {
    const server = join(distDir(site), 'server');
    const pages = (await readdir(server, { recursive: true })).filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(5);
    for (const file of pages) {
      const tags = (await readFile(join(server, file), 'utf8')).match(/<[a-z](?:"[^"]*"|[^>"])*>/gi) ?? [];
      expect(tags.length, file).toBeGreaterThan(20);
      const isOurs = (tag: string) => /\ssrc="[^"]*\/elements\/|type="application\/ld\+json"/.test(tag);
      const wrong = tags.filter((tag) => /^<style\b|\s(?:style|on\w+)=/i.test(tag.replace(/(?<==)"[^"]*"/g, '""')));
      expect([...wrong, ...tags.filter((tag) => tag.startsWith('<script') && !isOurs(tag))], file).toEqual([]);
    }
  });
}

for (const [site, address] of [
  [community, february],
  [preview, '/blog/2024/06/kitchen-sink/'],
] as const) {
  test(`only links to pages are prefetched: ${site.name}`, async ({ page, context }) => {
    const answer = await ask(site.origin, site.basePath + address);
    const rules = `${site.basePath}/speculation-rules.json`;
    expect(answer.headers.get('speculation-rules')).toBe(`"${rules}"`);
    const file = await ask(site.origin, rules);
    expect(file.headers.get('content-type')).toBe('application/speculationrules+json');
    expect(file.headers.get('cache-control')).toBe('public, max-age=86400');

    const browser = await context.newCDPSession(page);
    const sets: { errorMessage?: string; sourceText: string }[] = [];
    const foreseen = new Set<string>();
    browser.on('Preload.ruleSetUpdated', ({ ruleSet }) => sets.push(ruleSet));
    browser.on('Preload.preloadingAttemptSourcesUpdated', ({ preloadingAttemptSources }) => {
      for (const { key } of preloadingAttemptSources) foreseen.add(new URL(key.url).pathname);
    });
    await browser.send('Preload.enable');
    await page.goto(site.origin + site.basePath + address);
    await expect.poll(() => foreseen.size).toBeGreaterThan(5);
    expect(sets.map(({ errorMessage }) => errorMessage)).toEqual([undefined]);
    expect(foreseen).toContain(`${site.basePath}/events/`);
    expect([...foreseen].filter((path) => !path.endsWith('/') || path === site.basePath + address)).toEqual([]);
  });
}

function brotli(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
