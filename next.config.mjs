// How the framework builds and serves the site: addresses end in a slash, nothing is announced, nothing is phoned home.
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { securityHeaders } from './lib/base/headers.mjs';
import { contentReady } from './lib/build/content-ready.mjs';
import { untraced } from './lib/build/untraced.mjs';

/** `/sub/path/`, `sub/path` and `/sub/path` all mean `/sub/path`; lib/base/urls.ts reads the same variable the same way. */
const basePath = (process.env.BASE_PATH ?? '').replace(/^\/*|\/*$/g, '').replace(/^(?=.)/, '/');

/** Drafts are shown and nothing is to be found by search engines; lib/content/visibility.ts decides it the same way. */
const isPreview = process.env.NEWS_PREVIEW
  ? !['0', 'false'].includes(process.env.NEWS_PREVIEW)
  : process.env.VERCEL_ENV === 'preview';

const isDev = process.env.NODE_ENV === 'development';

/** Where `npm run dev` answers what is asked for below `/__news/`. */
const devPort = isDev ? process.env.NEWS_DEV_PORT : undefined;

/** Whether lib/build/prerender renders all files, so that the framework need not know their routes. */
const rendersFiles = process.env.NEWS_PRERENDER_FILES === '1';

/** Where the content will be that pages are made of; undefined where the framework is run by itself. */
const snapshot = process.env.NEWS_SNAPSHOT;

const distDir = process.env.NEWS_DIST_DIR || '.next';
const scratch = distDir !== '.next';

/** What the route that draws social pictures needs on a server, too. */
const servedWith = ['sharp', 'zod', '@resvg/resvg-js'];

/** What pages are made with, and nothing is served with. */
const madeWith = [
  ...[
    'esbuild',
    'feedsmith',
    'gray-matter',
    'github-slugger',
    'ical.js',
    'satteri',
    'saxes',
    'shiki',
    'yaml',
    'timezones-ical-library',
  ],
  ...['hast-util-from-html', 'hast-util-to-html', 'hast-util-to-jsx-runtime', 'hast-util-to-string'],
  ...['mdast-util-to-markdown', 'mdast-util-to-string', 'next-mdx-remote/serialize', 'next-mdx-remote/rsc', 'pagefind'],
  ...['rehype-raw', 'rehype-sanitize', 'remark-rehype', 'shiki/engine/javascript', 'unified', 'unist-util-visit'],
  '@date-fns/tz',
];

/** Undefined in dev, and where nothing can be written. */
const kept = isDev ? undefined : untraced(madeWith);

/** @type {import('next').NextConfig} */
const config = {
  basePath,
  // `.dev.ts`: what serves while one writes, and is in no build. `.file.ts`: what answers with a file, and is rendered without
  // the framework wherever possible (lib/build/prerender).
  pageExtensions: ['tsx', 'ts', ...(rendersFiles ? [] : ['file.ts']), ...(isDev ? ['dev.ts'] : [])],
  poweredByHeader: false,
  // Pictures are made at build, in the sizes that pages use; nothing is resized on request.
  images: { unoptimized: true },
  reactStrictMode: true,
  trailingSlash: true,
  // The framework takes `tool-v2.3.0/` for a file and would redirect it to the form without a slash.
  // So its own redirects are off and ours, which refuse a final slash themselves, take their place.
  skipTrailingSlashRedirect: true,
  distDir,
  // A build into another folder (tests, bench) has a throw-away tsconfig, so that the framework does not edit ours.
  typescript: scratch
    ? { tsconfigPath: `${distDir}.tsconfig.json`, ignoreBuildErrors: true }
    : // The framework does not know all routes then, and neither do its types; `npm test` checks them.
      { ignoreBuildErrors: rendersFiles },
  // Loaded by Node as they are. To bundle them for every route would take a third of the time that the bundler takes; and what
  // only the making of pages needs, it does not even look into.
  serverExternalPackages: kept ? servedWith : [...servedWith, ...madeWith],
  turbopack: kept ? { resolveAlias: kept } : {},
  enablePrerenderSourceMaps: false,
  ...(snapshot && !isDev && !existsSync(snapshot)
    ? { compiler: { runAfterProductionCompile: () => contentReady(snapshot) } }
    : {}),
  experimental: {
    // No page loads the framework's scripts, so nobody asks for these, and measuring them takes longer than drawing.
    prefetchInlining: false,
    // What runs on the server alone, and only while building, need be neither small nor mapped.
    serverMinification: false,
    turbopackSourceMaps: process.env.NODE_ENV !== 'production',
    // What makes the style sheets runs in a thread: to start a process for it takes longer than it does.
    turbopackPluginRuntimeStrategy: 'workerThreads',
    // Static pages are made on every core; on a machine with two, the default would use one. The framework hands out equal
    // numbers of pages, not of work: one process more than cores, and none of them is idle when the light ones are done.
    cpus: process.env.NEWS_FIRST_ONLY ? 1 : Math.min(availableParallelism() + 1, 8),
  },
  // A segment of the framework is either fixed or a parameter: `<id>.ics` is neither.
  async rewrites() {
    return {
      beforeFiles: [
        // What keeps an open page up to date: lib/build/dev-server.ts.
        ...(devPort ? [{ source: '/__news/:file', destination: `http://127.0.0.1:${devPort}/:file` }] : []),
        // The framework mistakes a bracket in an address for one of its own routes, and answers 500. In development its
        // own scripts have such names.
        ...(isDev ? [] : [{ source: '/:path(.*(?:\\[|%5B|%5b).*)', destination: '/404/' }]),
        // A page that says by itself that it is not there would say so by script only, and none runs.
        ...(isPreview || isDev ? [] : [{ source: '/design/', destination: '/404/' }]),
        {
          source: '/blog/:year(\\d{4})/:month(\\d{2})/:slug/index.md',
          destination: '/as-markdown/:year/:month/:slug',
        },
        { source: '/events/kind/:kind([a-z-]+).ics', destination: '/events/kind/:kind/events.ics' },
        { source: '/events/:id([a-z0-9][a-z0-9._-]*).ics', destination: '/events/:id/event.ics' },
      ],
    };
  },
  async headers() {
    return [
      // In development the framework's own scripts run, which no strict policy lets.
      ...(process.env.NODE_ENV === 'production' ? [...securityHeaders(), speculation()] : []),
      ...(isPreview ? [{ source: '/:path*', headers: [{ key: 'X-Robots-Tag', value: 'noindex' }] }] : []),
    ];
  },
  async redirects() {
    return [
      ...belowSubPath(),
      { source: '/authors/:id([^/]+)/', destination: '/people/:id/', permanent: true },
      {
        source: '/blog/:year(\\d{4})/:month(\\d{2})/:slug((?!.*/$)[^/]+)',
        destination: '/blog/:year/:month/:slug/',
        permanent: true,
      },
      {
        source: '/releases/:project/:version((?!.*/$)(?!(?:feed|atom)\\.(?:xml|json)$)[^/]+)',
        destination: '/releases/:project/:version/',
        permanent: true,
      },
      {
        source: '/:section(events|people)/:id((?!.*/$)(?!.*\\.(?:ics|xml)$)(?!feed\\.json$)[^/]+)',
        destination: '/:section/:id/',
        permanent: true,
      },
      {
        source: '/:path((?!_next/)(?!.*/$)(?:[^/]+/)*[^/.]+)',
        destination: '/:path/',
        permanent: true,
      },
    ];
  },
};

/** What a browser may follow ahead of a click: app/speculation-rules.json/route.file.ts. The policy allows it, as it comes from here. */
function speculation() {
  return {
    source: '/:path*',
    headers: [{ key: 'Speculation-Rules', value: `"${basePath}/speculation-rules.json"` }],
  };
}

/** What the framework leaves undone below a sub-path: its own address without the slash, and old addresses of posts. */
function belowSubPath() {
  if (!basePath) return [];
  /** @type {[string, string][]} */
  const aliases = process.env.NEWS_ALIASES ? JSON.parse(readFileSync(process.env.NEWS_ALIASES, 'utf8')) : [];
  return [
    {
      source: `/:base(${literally(basePath.slice(1))}(?!/))`,
      destination: `${basePath}/`,
      basePath: false,
      permanent: true,
    },
    ...aliases.map(([source, destination]) => ({
      source: literally(encodeURI(source)),
      destination: literally(encodeURI(destination)),
      permanent: true,
    })),
  ];
}

/** A path in which no character has a meaning of its own (path-to-regexp). */
function literally(path) {
  return path.replace(/[.*+?^${}()|[\]\\:]/g, '\\$&');
}

export default config;
