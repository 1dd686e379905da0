// Imports archives of real communities, if they are there: a folder with checkouts, NEWS_ARCHIVES or ../shared/archives.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '@/lib/check/check';
import { loadPosts } from '@/lib/content/load-posts';
import { importSite } from '@/lib/news/import';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

const archives = resolve(process.env.NEWS_ARCHIVES || '../shared/archives');

/** Of each archive an address that readers know, and what only its code says. */
const known: readonly (readonly [string, string, string, ...string[]])[] = [
  ['opentelemetry.io', 'Hugo', '/blog/2023/opamp-status/'],
  ['falco-website', 'Hugo', '/blog/falco-w-10-2024-weekly-recap/'],
  ['grpc.io', 'Hugo', '/blog/grpc-web-ga/'],
  [
    'kyverno-website',
    'Astro',
    '/blog/2023/11/28/2023-security-audit/',
    '--permalink',
    '/blog/:year/:month/:day/:filename/',
  ],
  ['helm-www', 'Docusaurus', '/blog/helm-2nd-security-audit/'],
  ['bytecodealliance.org', 'Jekyll', '/articles/multi-value-all-the-wasm/'],
  ['lwkd', 'Jekyll', '/2018/20181225/'],
  ['this-week-in-rust', 'Pelican', '/blog/2026/08/19/this-week-in-rust-665/'],
];

const isThere = existsSync(archives) && readdirSync(archives).length > 0;
if (!isThere) console.warn(`There are no archives at ${archives}: their tests are skipped.`);

describe.skipIf(!isThere)('archives of real communities', () => {
  it.each(known)(
    '%s is imported completely, and its old addresses redirect to its posts',
    { timeout: 300_000 },
    async (...archive) => {
      const [name = '', generator, address, ...more] = archive;
      const { dir: root } = await writeContent({});
      const terminal = testTerminal({ root });
      const code = await importSite.run([join(archives, name), '--json', ...more], terminal);
      const report = JSON.parse(terminal.outLines.join('\n'));
      expect({ code, generator: report.generator, left: report.left }).toEqual({ code: 0, generator, left: [] });
      const content = join(root, 'content');
      const { problems } = await check(content);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const { posts } = await loadPosts(content);
      const answered = new Set(posts.flatMap(({ url, aliases }) => [url, ...aliases]));
      expect(answered).toContain(address);
      for (const { oldAddress } of report.posts) expect(answered).toContain(oldAddress.replace(/\/?$/, '/'));
    },
  );
});
