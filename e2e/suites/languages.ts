// Renders the site in each language of the interface, with content in Greek letters, and looks for words that are still English,
// and for pages that are wider than a phone of 320 pixels.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { chromium } from 'playwright';
import { fixtures } from '@/e2e/sites';
import { readableTexts } from '@/e2e/suites/readable-texts';
import { bundleOf } from '@/lib/base/bundle.mjs';
import { languages } from '@/lib/base/words';
import { type AppRoute, anyAddress, findRoutes } from '@/lib/build/prerender/app-routes';
import { findBrowser } from '@/lib/tooling/testing/browser';
import { serveFolder } from '@/lib/tooling/testing/static-server';
import { alike } from '@/lib/tooling/testing/word-problems';

/** What may be the same in all languages: names, formats, identifiers, units, terms. Latin words in other scripts must be these. */
const names =
  /\b(?:[\w-]+\.(?:org|com)|(?:Africa|America|Asia|Europe)\/\w+|WebP|en|RSS|Atom|JSON(?: Feed)?|SVG|PNG|UTC|GMT[+-]?\d*|C?E[SE]?T|CVE-[\d-]+|v?\d[\w.]*|Apache-2\.0|Google(?: Calendar)?|Outlook(?:\.com)?|Office 365|Apple|Thunderbird|iCalendar|\.?ics|YouTube|GitHub|Markdown|JavaScript|Web|Cookie|Issue|PR|X|Gist|Ctrl|K|RFC|MDX?|URL|mail\.example|\d+[a-z]*)\b|https?:\S+|\/\S*/g;

/** How many pages of one folder are opened in the browser: they differ by content alone. */
const sample = 2;

async function main(): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'news-languages-'));
  try {
    const problems: string[] = [];
    const bundle = await bundleOf('lib/tooling/testing/render-all.ts', await renderAllSource());
    if (!bundle) throw new Error('the pages cannot be bundled');
    for (const lang of Object.keys(languages)) render(bundle, lang, join(dir, lang));
    const english = new Set([...textsOf(join(dir, 'en'))].map(([text]) => text));
    for (const lang of Object.keys(languages)) {
      if (lang !== 'en') problems.push(...englishIn(lang, textsOf(join(dir, lang)), english));
    }
    problems.push(...(await overflows(dir)));
    for (const problem of problems) console.error(problem);
    console.log(`The interface in ${Object.keys(languages).length} languages: ${problems.length} problems.`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Routes that are not for readers, or whose files are the same in every language. */
const left = /^\/(?:cards|icons|elements|\.well-known)\b/;

/** The source of a program that renders all routes of `app/` into the folder of its first argument. */
async function renderAllSource(): Promise<string> {
  const routes = (await findRoutes(true, 'app', true)).filter(
    ({ pattern }) => pattern !== anyAddress && !left.test(pattern),
  );
  const load = (route: AppRoute, index: number) => `{ ...${JSON.stringify(route)}, module: route${index} }`;
  return [
    ...routes.map(({ file }, index) => `import * as route${index} from ${JSON.stringify(`./${file}`)};`),
    "import * as layout from './app/layout.tsx';",
    "import * as notFound from './app/not-found.tsx';",
    "import { renderAll } from './lib/tooling/testing/render-all.ts';",
    `await renderAll(layout, notFound, [${routes.map(load)}], process.argv[2]);`,
    '',
  ].join('\n');
}

function render(bundle: string, lang: string, dir: string): void {
  const env = { ...process.env, ...fixtures.env, CONTENT_DIR: 'e2e/fixtures/languages', NEWS_TEST_LANG: lang };
  const { status, stderr } = spawnSync(process.execPath, [bundle, dir], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The site cannot be rendered in ${lang}: ${stderr}`);
  writeFileSync(join(dir, 'style.css'), sheetsOf(`${fixtures.env.NEWS_DIST_DIR}/static`));
}

/**
 * The framework's style sheets of the fixtures, which have been built before. Those that lib/build/trim-styles.ts wrote beside them
 * lack what no page of the fixtures uses, and give short names twice.
 */
function sheetsOf(folder: string): string {
  const files = filesIn(folder).filter((name) => name.endsWith('.css') && !/\b[\da-f]{12}\.css$/.test(name));
  // In whatever order the sheets are, the layers are in that of app/globals.css.
  return [
    '@layer theme, base, components, utilities;',
    ...files.map((name) => readFileSync(join(folder, name), 'utf8')),
  ].join('\n');
}

/** The paths of all files below a folder, sorted. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** What readers of pages, feeds, calendars and Markdown versions read, by text, with the first file that has it. */
function textsOf(dir: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of filesIn(dir)) {
    for (const text of readableTexts(name, () => readFileSync(join(dir, name), 'utf8'))) {
      if (!found.has(text)) found.set(text, name);
    }
  }
  return found;
}

/**
 * Texts that are in English: those with Latin words where the language has none, else those that the English site has as well
 * and that do not consist of words that are written alike in both.
 */
function englishIn(lang: string, texts: ReadonlyMap<string, string>, english: ReadonlySet<string>): string[] {
  const isLatin = new Intl.Locale(lang).maximize().script === 'Latn';
  const same = new Set([...(alike[lang] ?? []), ...monthsIn(lang)].flatMap(phrasesIn));
  return [...texts].flatMap(([text, file]) => {
    const phrases = phrasesIn(text.replace(names, ''));
    if (phrases.length === 0) return [];
    if (isLatin && (!english.has(text) || phrases.every((phrase) => same.has(phrase)))) return [];
    return [`${lang}: ${file}: “${text}” is not translated`];
  });
}

/** The parts of a text in Latin letters, without what is between them other than spaces. */
function phrasesIn(text: string): string[] {
  return text.match(/\p{Script=Latin}+(?: \p{Script=Latin}+)*/gu) ?? [];
}

/** The names of months in a language, long and short: the language's own, even where they are as in English. */
function monthsIn(lang: string): string[] {
  return (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(lang, { month });
    return Array.from({ length: 12 }, (_, index) => format.format(new Date(2001, index)));
  });
}

/** Pages in each language that are wider than the screen, or whose text is not as wide as its box allows. */
async function overflows(dir: string): Promise<string[]> {
  const browserPath = findBrowser()?.path;
  const browser = await chromium.launch({
    ...(browserPath ? { executablePath: browserPath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    const problems: string[] = [];
    for (const lang of Object.keys(languages)) {
      const server = await serveFolder(join(dir, lang));
      for (const path of samplePages(join(dir, lang))) {
        await page.goto(server.origin + path);
        const wide = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          const outside = [...document.querySelectorAll('body *')].find((element) => {
            const { left, right, width } = element.getBoundingClientRect();
            return width > 1 && (left < -1 || right > clientWidth + 1) && !element.closest('pre, table, svg, .sr-only');
          });
          return scrollWidth > clientWidth || outside
            ? `${scrollWidth} pixels: ${outside?.outerHTML.slice(0, 120) ?? ''}`
            : undefined;
        });
        if (wide) problems.push(`${lang}: ${path} is ${wide}`);
      }
      await server.close();
    }
    return problems;
  } finally {
    await browser.close();
  }
}

/** The first pages of each folder. */
function samplePages(dir: string): string[] {
  const pages = filesIn(dir)
    .filter((name) => name.endsWith('index.html'))
    .map((name) => `/${name.slice(0, -'index.html'.length)}`);
  const seen = new Map<string, number>();
  return pages.filter((path) => {
    const folder = path.replace(/[^/]+\/$/, '').replace(/\d+/g, '0');
    seen.set(folder, (seen.get(folder) ?? 0) + 1);
    return (seen.get(folder) ?? 0) <= sample || path === '/';
  });
}

process.exitCode = await main();
