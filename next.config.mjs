// How the framework builds and serves the site. Its redirects, rewrites and headers are in lib/build/routing.mjs.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { contentReady } from './lib/build/content-ready.mjs';
import { buildPackages, serverPackages, untraced } from './lib/build/packages.mjs';
import { headers, redirects, rewrites } from './lib/build/routing.mjs';

/** `/sub/path/`, `sub/path` and `/sub/path` all mean `/sub/path`; lib/base/urls.ts reads the same variable the same way. */
const basePath = (process.env.BASE_PATH ?? '').replace(/^\/*|\/*$/g, '').replace(/^(?=.)/, '/');

/** Whether drafts are shown and search engines kept out; lib/content/visibility.ts decides it the same way. */
const isPreview = process.env.NEWS_PREVIEW
  ? !['0', 'false'].includes(process.env.NEWS_PREVIEW)
  : process.env.VERCEL_ENV === 'preview';

const isDev = process.env.NODE_ENV === 'development';

/** The port on which `npm run dev` serves what is below `/__news/`. */
const devPort = isDev ? process.env.NEWS_DEV_PORT : undefined;

/** Whether lib/build/prerender renders all files, so that the framework need not know their routes. */
const rendersFiles = process.env.NEWS_PRERENDER_FILES === '1';

/** The file that will have the content; undefined where the framework runs by itself. */
const snapshot = process.env.NEWS_SNAPSHOT;

/** Builds are made beside the one that is served (lib/build/build-folder.ts). */
const distDir = process.env.NEWS_BUILD_DIR || process.env.NEWS_DIST_DIR || '.next';
const scratch = distDir !== '.next';

/** What the bundler takes in place of each package; undefined in dev, and where nothing can be written. */
const untracedPackages = isDev ? undefined : untraced(buildPackages);

/** The sections of the site (lib/site.ts), from lib/build/run.ts: their routes are `page.events.tsx`, `route.events.file.ts`. */
const sections = (process.env.NEWS_SECTIONS ?? '').split(' ').filter(Boolean);

const endings = [
  ...['tsx', 'ts'],
  ...(rendersFiles ? [] : ['file.ts']),
  ...(isDev ? ['dev.ts', 'dev.tsx'] : ['built.ts']),
  ...(isDev || isPreview ? ['preview.tsx'] : []),
];

/** Our tests alone set it: lib/base/bundle.mjs. */
const siteFile = process.env.NEWS_SITE_FILE;

const site = { basePath, isDev, isPreview };

/** @type {import('next').NextConfig} */
const config = {
  basePath,
  // `.dev.ts`: what serves while one writes, and is in no build; `.built.ts`: the reverse; `.preview.tsx`: what only dev and
  // previews have. `.file.ts`: what answers with a file, and is rendered without the framework wherever possible
  // (lib/build/prerender).
  pageExtensions: [...endings, ...sections.flatMap((section) => endings.map((ending) => `${section}.${ending}`))],
  poweredByHeader: false,
  // Pictures are made at build, in the sizes that pages use; nothing is resized on request.
  images: { unoptimized: true },
  // Its badge would cover the diagnostics of lib/build/dev-page.browser.ts. Errors of the code are shown as before.
  devIndicators: false,
  reactStrictMode: true,
  trailingSlash: true,
  // Our own redirects add the slash.
  skipTrailingSlashRedirect: true,
  distDir,
  // A build into another folder (tests, bench) has a temporary tsconfig, so that the framework does not edit ours.
  typescript: scratch
    ? { tsconfigPath: `${distDir}.tsconfig.json`, ignoreBuildErrors: true }
    : // The framework does not know all routes then, and neither do its types; `npm test` checks them.
      { ignoreBuildErrors: rendersFiles },
  serverExternalPackages: untracedPackages ? serverPackages : [...serverPackages, ...buildPackages],
  turbopack: {
    resolveAlias: {
      ...untracedPackages,
      ...(siteFile
        ? { '@/lib/site': `./${siteFile}`, '@/lib/kinds/own': `./${siteFile.replace(/[^/]+$/, 'own.ts')}` }
        : {}),
    },
  },
  enablePrerenderSourceMaps: false,
  ...(snapshot && !isDev && !existsSync(snapshot)
    ? { compiler: { runAfterProductionCompile: () => contentReady(snapshot) } }
    : {}),
  experimental: {
    // No page loads the framework's scripts, so nothing requests these, and measuring them takes longer than rendering.
    prefetchInlining: false,
    // Code that only runs on the server during the build needs no minifying and no source maps.
    serverMinification: false,
    turbopackSourceMaps: process.env.NODE_ENV !== 'production',
    // PostCSS runs in a thread: starting a process for it takes longer than the work itself.
    turbopackPluginRuntimeStrategy: 'workerThreads',
    // On a machine with two cores the default would use one. The framework gives each process as many pages, not as much work:
    // with one process more than cores, no core is idle when the lighter ones are done.
    cpus: process.env.NEWS_FIRST_ONLY ? 1 : Math.min(availableParallelism() + 1, 8),
  },
  rewrites: async () => rewrites(site, devPort),
  headers: async () => headers(site),
  redirects: async () => redirects(site, process.env.NEWS_ALIASES),
};

export default config;
