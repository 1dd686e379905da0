// Social cards as link previews fetch them: linked in every page's head, and rendered on the first request.
import { expect, test } from 'playwright/test';
import sharp from 'sharp';
import { cardOf } from '@/e2e/crawl';
import { ask } from '@/e2e/http';
import { community, fixtures, preview, type Site } from '@/e2e/sites';

// A picture takes a busy machine long, and those of the crawl may come first.
test.describe.configure({ timeout: 180_000 });

const samples: readonly [Site, readonly string[]][] = [
  [
    community,
    [
      '/',
      '/blog/2022/03/february-update/',
      '/events/flux-for-helm-users/',
      '/releases/flux/0.27.0/',
      '/adopters/',
      '/tags/',
    ],
  ],
  [
    fixtures,
    [
      '/blog/2024/02/arabic-setup/',
      '/blog/2024/03/配置同步-工具-1.0-发布/',
      '/blog/2024/01/long-title/',
      '/blog/2024/06/kitchen-sink/',
      '/people/sample-writer/',
    ],
  ],
];

for (const [site, paths] of samples) {
  for (const path of paths) {
    test(`${site.name}${path} has a picture of 1200 × 630`, async () => {
      const address = cardOf(await ask(site.origin, encodeURI(path)));
      const card = await ask(site.origin, address);
      expect(card.status).toBe(200);
      expect(card.headers.get('content-type')).toMatch(/^image\/(?:png|jpeg)$/);
      expect(card.headers.get('cache-control')).toContain('immutable');
      expect(card.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await sharp(card.bytes).metadata()).toMatchObject({ width: 1200, height: 630 });
      expect(card.bytes.length).toBeLessThan(300_000);
      const plain = await ask(site.origin, address.replace(/\?.*/, ''));
      expect(plain.headers.get('cache-control')).toContain('max-age=3600');
      expect(plain.headers.get('etag')).toBe(card.headers.get('etag'));
    });
  }
}

test('there are no cards for unknown pages and hidden posts', async () => {
  const hidden = '/cards/blog/2026/10/hidden-draft';
  const list = async (site: Site) => (await ask(site.origin, `${site.basePath}/cards/all.json`)).body;
  expect(await list(fixtures)).not.toContain('hidden-');
  expect(await list(preview)).toContain(`${hidden}.jpg`);
  for (const path of [
    `${hidden}.png`,
    `${hidden}.jpg`,
    '/cards/nothing.png',
    '/cards/__proto__',
    '/cards/../package.json',
    '/cards/%2e%2e.png',
  ]) {
    expect((await ask(fixtures.origin, path)).status, path).toBeGreaterThanOrEqual(300);
  }
  expect((await ask(fixtures.origin, '/cards/nothing.png')).status).toBe(404);
  expect((await ask(fixtures.origin, '/cards/index.png')).status).toBe(200);
});

test('renders once for many simultaneous requests', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => ask(fixtures.origin, '/cards/subscribe.png')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ bytes }) => bytes.toString('base64'))).size).toBe(1);
});

test('the icons of the web manifest exist', async () => {
  const manifest = JSON.parse((await ask(community.origin, '/manifest.webmanifest')).body) as {
    icons: { src: string; sizes: string; type: string }[];
  };
  expect(manifest.icons).toHaveLength(4);
  for (const { src, sizes, type } of manifest.icons) {
    const { status, headers, bytes } = await ask(community.origin, src);
    expect(status, src).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    if (type === 'image/png') expect(`${(await sharp(bytes).metadata()).width}`).toBe(sizes.split('x')[0]);
  }
});
