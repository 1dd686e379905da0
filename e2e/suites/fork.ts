// Makes the site of another community as docs/forking.md and docs/adding-a-kind.md say: with `news init`, and the kind of entry
// that the page's code blocks define. It merges a later version of the original, as docs/upgrading.md says. Then it runs the unit
// tests and a build there, and checks everything that the pages promise.
//
// `npx tsx e2e/suites/fork.ts [REPORT]`: writes the figures of the unit tests to a file, as Vitest does.
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { atomProblems, jsonFeedProblems, rssProblems } from '@/e2e/feed-rules';
import { beginFork } from '@/e2e/suites/later-version';
import { type SiteCopy, withSiteCopy } from '@/e2e/suites/site-copy';
import { languages, wordsOf } from '@/lib/base/words';
import { nextCli } from '@/lib/build/run';

const page = 'docs/adding-a-kind.md';

/** The content that the fork adds to what `init` writes: entries of every kind, so that each page says something. */
const added = 'e2e/fixtures/fork';

const origin = 'https://news.anvil.example';

/** Another language than ours. */
const lang = Object.keys(languages).find((each) => each !== 'en') ?? 'en';
const spoken = wordsOf(lang);
const closingDay = new Intl.DateTimeFormat(spoken.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
  new Date('2026-03-31'),
);

/** What the fork's community answers. */
const answers = [
  ...['--name', 'Anvil Community News', '--about', 'News from the forge.', '--origin', origin],
  ...['--repository', 'https://github.com/anvil/news', '--colour', '#0f766e', '--lang', lang],
];

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
    ...[
      first,
      second,
      'Paid work on the projects',
      spoken.kinds.own.add('job'),
      `Closes ${closingDay}`,
      'Sample Foundation',
    ],
    ...['id="job-platform-engineer"', 'href="https://example.com/careers/technical-writer"', '<em>others</em>'],
    ...['/jobs/feed.xml"', 'href="/contribute/job/"'],
  ],
  ['contribute/job/index.html', spoken.contribute.noServer, 'filename=content%2Fjobs%2Fyour-job.yaml'],
  ['index.html', 'href="/jobs/"'],
  ['events/kind/meetup/index.html', spoken.sections.events.title, 'Open forge'],
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

async function main([report]: readonly string[]): Promise<number> {
  const files = filesOf(await readFile(page, 'utf8'));
  return withSiteCopy('2026-01-15T12:00:00Z', async (copy) => {
    const upgrade = beginFork(copy.dir);
    if (copy.run([...news, 'init', ...answers, '--yes']) === undefined) return 1;
    for (const [path, text] of files) {
      await mkdir(dirname(join(copy.dir, path)), { recursive: true });
      await writeFile(join(copy.dir, path), text);
    }
    const problems = [...upgrade(), ...checkFormat(copy), ...(await checkTypes(copy)), ...checkUnits(copy, report)];
    await cp(added, join(copy.dir, 'content'), { recursive: true });
    if (build(copy)) problems.push(...(await checkWords(copy)), ...(await checkKind(copy)), ...checkNew(copy));
    else problems.push('the site cannot be built');
    for (const problem of problems) console.error(problem);
    console.log(`A fork with a kind of its own: ${problems.length} problems.`);
    return problems.length === 0 ? 0 : 1;
  });
}

const news = ['--import', 'tsx', 'lib/news/main.ts'];

/** A package's program. @param path of its file in the package. */
const programOf = (name: string, path: string) =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), path);

/** What `init` writes is formatted. */
function checkFormat({ run }: SiteCopy): string[] {
  const biome = [programOf('@biomejs/biome', 'bin/biome'), 'check', '--vcs-enabled=false', '--error-on-warnings'];
  return run([...biome, 'lib/site.ts']) === undefined ? ['lib/site.ts is not formatted'] : [];
}

/** All unit tests, with the fork's content, settings and kinds. @param report where their figures are written. */
function checkUnits({ runPlain }: SiteCopy, report: string | undefined): string[] {
  const reporters = report ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  return runPlain([programOf('vitest', 'vitest.mjs'), 'run', ...reporters]) ? [] : ['unit tests fail in the fork'];
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
    problems.push(...problemsOf(feed, `${origin}/jobs/${name}`).map((problem) => `jobs/${name}: ${problem}`));
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
  const fields = ['--title', 'Release manager', '--organisation', 'Example Ltd', '--url', 'https://example.org/jobs/3'];
  const printed = run([...news, 'new', 'job', ...fields, '--json']) ?? '';
  return ['jobs/release-manager.yaml', 'organisation: Example Ltd'].flatMap((text) =>
    printed.includes(text) ? [] : [`"npm run news -- new job --json" does not print "${text}"`],
  );
}

/** The types of everything, with the fork's kinds and settings. */
async function checkTypes({ run }: SiteCopy): Promise<string[]> {
  const isSound =
    run([nextCli, 'typegen']) !== undefined && run([programOf('typescript', 'bin/tsc'), '--noEmit']) !== undefined;
  return isSound ? [] : ['the types of the site do not fit lib/kinds/own.ts'];
}

process.exitCode = await main(process.argv.slice(2));
