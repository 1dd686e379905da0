// The sites of the browser tests: how each is built, and where it is served.
import { site as fixtureSite } from '@/lib/tooling/testing/fixtures/site';
import { siteVariables } from '@/lib/tooling/testing/fixtures/site-variables.mjs';
import { site as ownSite } from '../lib/site';

/** One build of the site. */
export interface Site {
  readonly name: 'own' | 'fixtures' | 'preview' | 'empty' | 'hostile' | 'community';
  /** On 127.0.0.1. `E2E_PORT_OWN` and its like choose another. */
  readonly port: number;
  /** What `npm run build` and `npm run serve` are run with, the same for both. */
  readonly env: Readonly<Record<string, string>>;
  /** `http://127.0.0.1:<port>`, without the sub-path. */
  readonly origin: string;
  /** The origin that its feeds and its canonical addresses name. */
  readonly publicOrigin: string;
  /** The sub-path that the site lives under, `/news`, or the empty string. */
  readonly basePath: string;
}

const content = 'e2e/fixtures/site';

/** Builds are the same whatever the machine's clock and the developer's shell say. */
const common = { NEWS_NOW: '2026-11-22T12:00:00Z', NEWS_PREVIEW: '0', BASE_PATH: '', SITE_URL: '' };

/** Today, so that the newest posts of this repository are public, whenever they were written. */
const today = `${new Date().toISOString().slice(0, 10)}T12:00:00Z`;

/** This repository's own content with its own lib/site.ts, as readers get it. The others have the site of the fixtures. */
export const own = site('own', 4310, {
  CONTENT_DIR: 'content',
  NEWS_NOW: today,
  NEWS_SITE_FILE: '',
  TSX_TSCONFIG_PATH: '',
});

/** The fixtures, as readers get them. */
export const fixtures = site('fixtures', 4311, { CONTENT_DIR: content, NEWS_DIST_DIR: '.next-fixtures' });

/** The fixtures with drafts and scheduled posts, below a sub-path. */
export const preview = site('preview', 4312, {
  CONTENT_DIR: content,
  NEWS_DIST_DIR: '.next-preview',
  NEWS_PREVIEW: '1',
  BASE_PATH: '/news',
});

/** A content folder in which there is nothing. */
export const empty = site('empty', 4313, { CONTENT_DIR: 'e2e/fixtures/empty', NEWS_DIST_DIR: '.next-empty' });

/** What comes from elsewhere: text that would run wherever it is not escaped and passes the check, and posts in Hugo's form. */
export const hostile = site('hostile', 4316, {
  CONTENT_DIR: 'e2e/fixtures/hostile',
  NEWS_DIST_DIR: '.next-hostile',
});

/** What a community has after years: long editions with all their entries. */
export const community = site('community', 4317, {
  CONTENT_DIR: 'e2e/fixtures/community',
  NEWS_DIST_DIR: '.next-community',
});

/** All of them, in the order in which they are built. */
export const sites: readonly Site[] = [fixtures, preview, empty, hostile, community, own];

function site(name: Site['name'], usualPort: number, difference: Readonly<Record<string, string>>): Site {
  const port = Number(process.env[`E2E_PORT_${name.toUpperCase()}`] || usualPort);
  const env: Record<string, string> = { ...common, ...siteVariables, ...difference };
  const publicOrigin = (env.NEWS_SITE_FILE ? fixtureSite : ownSite).origin;
  return { name, port, env, origin: `http://127.0.0.1:${port}`, publicOrigin, basePath: env.BASE_PATH ?? '' };
}
