// Builds the site of another community as docs/forking.md and docs/adding-a-kind.md say: other content, another lib/site.ts, and
// the kind of entry that the page's code blocks define. Then it checks everything that the two pages promise.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { atomProblems, jsonFeedProblems, rssProblems } from '@/e2e/feed-rules';
import { type SiteCopy, withSiteCopy } from '@/e2e/suites/site-copy';
import { toHref } from '@/lib/base/urls';
import { nextCli } from '@/lib/build/run';

const page = 'docs/adding-a-kind.md';

/** No text that readers, their programs or search engines get may hold it. */
const foreign = /flux|weave|gitops|\bcontrollers?\b|bug[ -]scrub/i;

/** What the fork's own pages say. A folder with nothing in it would hold no foreign word either. */
const forkWords = ['Hello from the anvil', 'Open forge', 'A farrier', 'Anvil Community News'];

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
  ['events/kind/open-forge/index.html', 'Events: Open forge'],
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
    const site = join(copy.dir, 'lib/site.ts');
    await writeFile(site, toOtherSite(await readFile(site, 'utf8')));
    for (const [path, text] of files) {
      await mkdir(dirname(join(copy.dir, path)), { recursive: true });
      await writeFile(join(copy.dir, path), text);
    }
    const problems = build(copy)
      ? [...(await checkWords(copy)), ...(await checkKind(copy)), ...checkNew(copy), ...(await checkTypes(copy))]
      : ['the site cannot be built'];
    for (const problem of problems) console.error(problem);
    console.log(`A fork with a kind of its own: ${problems.length} problems.`);
    return problems.length === 0 ? 0 : 1;
  });
}

/** Our settings with every name exchanged, so that a setting that is added is exchanged, too. */
function toOtherSite(text: string): string {
  return text
    .replace(/fluxcd\.io/g, 'anvil.example')
    .replace(/flux[a-z0-9]*/g, 'anvil')
    .replace(/Flux/g, 'Anvil')
    .replace(/GitOps/g, 'blacksmithing')
    .replace(/controller/g, 'hammer')
    .replace(/Bug scrub/g, 'Open forge')
    .replace(/bug([ -])scrub/g, 'open$1forge')
    .replace(/Kubernetes/g, 'villages');
}

/** The files that the page shows, by path: each has its path on a line of its own above it. */
function filesOf(text: string): Map<string, string> {
  const blocks = [...text.matchAll(/^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$/gms)];
  if (blocks.length !== 4) throw new Error(`${page} shows ${blocks.length} files with their paths, and must show 4.`);
  return new Map(blocks.map(([, path = '', content = '']) => [path, content]));
}

function build({ runOwn }: SiteCopy): boolean {
  return (
    runOwn('lib/check/main.ts', '--strict') &&
    runOwn('lib/build/main.ts') &&
    runOwn('lib/output/export/main.ts', '--out', 'out')
  );
}

/** Every exported file that contains a word of this community, and words of the fork's that are in none. */
async function checkWords({ dir }: SiteCopy): Promise<string[]> {
  const out = join(dir, 'out');
  const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter(
    (file) => file.isFile() && !/\.(?:png|jpe?g|webp|avif|gif|ico|pdf|woff2)$/.test(file.name),
  );
  const problems: string[] = [];
  const missing = new Set(forkWords);
  for (const { parentPath, name } of files) {
    const file = relative(out, join(parentPath, name));
    const text = `${file}\n${await readFile(join(parentPath, name), 'utf8')}`;
    for (const word of missing) if (text.includes(word)) missing.delete(word);
    const { index } = foreign.exec(text) ?? {};
    if (index === undefined) continue;
    const around = text.slice(Math.max(0, index - 60), index + 60).replace(/\s+/g, ' ');
    problems.push(`${file}: "…${around}…" (fix: take the word from lib/site.ts or content/)`);
  }
  return [...problems, ...[...missing].map((word) => `the fork's "${word}" is on no page`)];
}

/** Everything that the page about kinds promises and that is not in the exported site. */
async function checkKind({ dir }: SiteCopy): Promise<string[]> {
  const problems: string[] = [];
  for (const [file, ...texts] of expected) {
    const content = await readFile(join(dir, 'out', file), 'utf8').catch(() => '');
    const missing = texts.filter((text) => !content.includes(text));
    if (missing.length > 0) problems.push(`${file} lacks ${missing.map((text) => `"${text}"`).join(', ')}`);
  }
  const found = await indexedTitles(join(dir, 'out'));
  problems.push(...[first, second].filter((title) => !found.includes(title)).map((title) => `search lacks "${title}"`));
  const rules = { 'feed.xml': rssProblems, 'atom.xml': atomProblems, 'feed.json': jsonFeedProblems };
  for (const [name, problemsOf] of Object.entries(rules)) {
    const feed = await readFile(join(dir, 'out/jobs', name), 'utf8').catch(() => '');
    problems.push(
      ...problemsOf(feed, toOtherSite(toHref(`/jobs/${name}`))).map((problem) => `jobs/${name}: ${problem}`),
    );
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
