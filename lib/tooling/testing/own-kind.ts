// Does what docs/adding-a-kind.md says, from its own code blocks, and looks at everything that it promises.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { toHref } from '@/lib/base/urls';
import { nextCli } from '@/lib/build/run';
import { atomBreaches, jsonFeedBreaches, rssBreaches } from '@/lib/tooling/testing/feed-rules';
import { type SiteCopy, withSiteCopy } from '@/lib/tooling/testing/site-copy';

const page = 'docs/adding-a-kind.md';

/** A file that readers or editors get, with texts that must be in it. */
type Expected = readonly [file: string, ...texts: readonly string[]];

const [first, second] = ['Platform engineer', 'Technical writer'];
const note = 'The team answers questions in our chat.';

/** What the page's table promises, as files of the exported site. */
const expected: readonly Expected[] = [
  [
    'jobs/index.html',
    ...[first, second, 'Paid work on the projects', 'Add a job', 'Closes 31 March 2026', 'Sample Foundation'],
    ...['id="job-platform-engineer"', 'href="https://example.com/careers/technical-writer"', '<em>others</em>'],
    ...['/jobs/feed.xml"', 'filename=content%2Fjobs%2Fyour-job.yaml'],
  ],
  ['index.html', 'href="/jobs/"'],
  [
    'blog/2026/01/open-jobs/index.html',
    ...[first, second, note, 'id="entry-jobs-platform-engineer"', 'id="entry-jobs-technical-writer"'],
  ],
  ['blog/2026/01/open-jobs/index.md', first, second, note],
  ['feed.xml', first, second, note],
  ['jobs/feed.xml', first, second, '/jobs/#job-technical-writer', 'Sat, 10 Jan 2026'],
  ['jobs/atom.xml', first, second, '/jobs/#job-technical-writer'],
  ['jobs/feed.json', first, second, '/jobs/#job-technical-writer'],
  ['data/jobs.json', first, second, '"id": "platform-engineer"', '"closes": "2026-03-31"'],
  ['schemas/job.json', '"organisation"', 'What is the last day to apply?', '/schemas/job.json'],
  ['sitemap.xml', '/jobs/'],
];

async function main(): Promise<number> {
  const files = filesOf(await readFile(page, 'utf8'));
  return withSiteCopy('e2e/fixtures/fork', async (copy) => {
    for (const [path, text] of files) {
      await mkdir(dirname(join(copy.dir, path)), { recursive: true });
      await writeFile(join(copy.dir, path), text);
    }
    const problems = (await build(copy))
      ? [...(await look(copy)), ...checkNew(copy), ...(await checkTypes(copy))]
      : ['no build'];
    for (const problem of problems) console.error(`${page}: ${problem}`);
    console.log(`A kind of its own: ${files.size} files of ${page}, ${problems.length} problems.`);
    return problems.length === 0 ? 0 : 1;
  });
}

/** The files that the page shows, by path: each has its path on a line of its own above it. */
function filesOf(text: string): Map<string, string> {
  const blocks = [...text.matchAll(/^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$/gms)];
  if (blocks.length !== 4) throw new Error(`${page} shows ${blocks.length} files with their paths, and must show 4.`);
  return new Map(blocks.map(([, path = '', content = '']) => [path, content]));
}

async function build({ runOwn }: SiteCopy): Promise<boolean> {
  return (
    runOwn('lib/check/main.ts', '--strict') &&
    runOwn('lib/build/main.ts') &&
    runOwn('lib/output/export/main.ts', '--out', 'out')
  );
}

async function look({ dir }: SiteCopy): Promise<string[]> {
  const problems: string[] = [];
  for (const [file, ...texts] of expected) {
    const content = await readFile(join(dir, 'out', file), 'utf8').catch(() => '');
    const missing = texts.filter((text) => !content.includes(text));
    if (missing.length > 0) problems.push(`${file} lacks ${missing.map((text) => `"${text}"`).join(', ')}`);
  }
  const found = await indexedTitles(join(dir, 'out'));
  problems.push(...[first, second].filter((title) => !found.includes(title)).map((title) => `search lacks "${title}"`));
  const rules = { 'feed.xml': rssBreaches, 'atom.xml': atomBreaches, 'feed.json': jsonFeedBreaches };
  for (const [name, breachesOf] of Object.entries(rules)) {
    const feed = await readFile(join(dir, 'out/jobs', name), 'utf8').catch(() => '');
    problems.push(...breachesOf(feed, toHref(`/jobs/${name}`)).map((breach) => `jobs/${name}: ${breach}`));
  }
  return problems;
}

/** The titles of everything that the search can find. */
async function indexedTitles(out: string): Promise<string[]> {
  const names = await readdir(out, { recursive: true });
  const fragments = await Promise.all(
    names.filter((name) => name.endsWith('.pf_fragment')).map((name) => readFile(join(out, name))),
  );
  return fragments.map((bytes) => JSON.parse(gunzipSync(bytes).toString().replace('pagefind_dcd', '')).meta.title);
}

function checkNew({ run }: SiteCopy): string[] {
  const answers = [
    '--title',
    'Release manager',
    '--organisation',
    'Example Ltd',
    '--url',
    'https://example.org/jobs/3',
  ];
  const command = ['--import', 'tsx', 'lib/news/main.ts', 'new', 'job', ...answers];
  const printed = run([...command, '--json']) ?? '';
  return ['jobs/release-manager.yaml', 'organisation: Example Ltd'].flatMap((text) =>
    printed.includes(text) ? [] : [`"npm run news -- new job --json" does not print "${text}"`],
  );
}

/** The types of pages, of commands and of what they use; those of tests, which know our own content, are left out. */
async function checkTypes({ dir, run }: SiteCopy): Promise<string[]> {
  const config = {
    extends: './tsconfig.json',
    include: ['**/*.d.ts', '.next-fork/types/**/*.ts', 'app/**/*', 'components/**/*', 'lib/news/main.ts'],
    exclude: ['**/*.test.*'],
  };
  await writeFile(join(dir, 'types.json'), JSON.stringify(config));
  const program = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const isSound =
    run([nextCli, 'typegen']) !== undefined && run([program, '--noEmit', '--project', 'types.json']) !== undefined;
  return isSound ? [] : ['the types of the site do not fit lib/kinds/own.ts'];
}

process.exitCode = await main();
