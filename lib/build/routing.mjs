// Which addresses lead elsewhere, and the headers of answers: loaded by plain Node with the framework's configuration.
import { readFileSync } from 'node:fs';
import { securityHeaders } from '../base/headers.mjs';
import { otherForms } from '../base/other-forms.mjs';

/**
 * @typedef {object} Site
 * @property {string} basePath `/sub/path`, or the empty string.
 * @property {boolean} isDev
 * @property {boolean} isPreview
 */

/**
 * Addresses answered by a route of another name: a segment of the framework is either fixed or a parameter, and `<id>.ics` is
 * neither.
 *
 * @param {Site} site
 * @param {string | undefined} devPort where `npm run dev` answers below `/__news/` (lib/build/dev-server.ts).
 */
export function rewrites({ isDev }, devPort) {
  return {
    beforeFiles: [
      ...(devPort ? [{ source: '/__news/:file', destination: `http://127.0.0.1:${devPort}/:file` }] : []),
      // The framework mistakes a bracket in an address for one of its own routes, and answers 500. In development its
      // own scripts have such names.
      ...(isDev ? [] : [{ source: '/:path(.*(?:\\[|%5B|%5b).*)', destination: '/404/' }]),
      ...otherForms().map(rule),
      {
        source: '/blog/:year(\\d{4})/:month(\\d{2})/:slug/index.md',
        destination: '/as-markdown/:year/:month/:slug',
      },
      { source: '/events/kind/:kind([a-z-]+).ics', destination: '/events/kind/:kind/events.ics' },
      { source: '/events/:id([a-z0-9][a-z0-9._-]*).ics', destination: '/events/:id/event.ics' },
    ],
  };
}

/**
 * The headers of every answer. In development the framework's own scripts run, which no strict policy allows.
 *
 * @param {Site} site
 */
export function headers({ basePath, isDev, isPreview }) {
  // What a browser may load ahead of a click: app/speculation-rules.json/route.file.ts.
  const speculation = { key: 'Speculation-Rules', value: `"${basePath}/speculation-rules.json"` };
  return [
    ...(isDev ? [] : [...securityHeaders(), { source: '/:path*', headers: [speculation] }]),
    ...(isPreview ? [{ source: '/:path*', headers: [{ key: 'X-Robots-Tag', value: 'noindex' }] }] : []),
  ];
}

/**
 * Pages' addresses end in a slash. The framework takes `tool-v2.3.0/` for a file and would redirect it to the form without a
 * slash, so its own redirects are off, and these, none of which matches an address that ends in a slash, take their place.
 *
 * @param {Site} site
 * @param {string | undefined} aliasFile JSON with pairs of an old address and the address of its post.
 */
export function redirects({ basePath }, aliasFile) {
  const pages = [
    { source: '/authors/:id([^/]+)/', destination: '/people/:id/' },
    {
      source: '/blog/:year(\\d{4})/:month(\\d{2})/:slug((?!.*/$)[^/]+)',
      destination: '/blog/:year/:month/:slug/',
    },
    {
      source: '/releases/:project/:version((?!.*/$)(?!(?:feed|atom)\\.(?:xml|json)$)[^/]+)',
      destination: '/releases/:project/:version/',
    },
    {
      source: '/:section(events|people)/:id((?!.*/$)(?!.*\\.(?:ics|xml)$)(?!feed\\.json$)[^/]+)',
      destination: '/:section/:id/',
    },
    { source: '/:path((?!_next/)(?!.*/$)(?:[^/]+/)*[^/.]+)', destination: '/:path/' },
  ];
  return [...belowSubPath(basePath, aliasFile), ...pages].map((each) => ({ ...each, permanent: true }));
}

/** What the framework leaves undone below a sub-path: its own address without the slash, and old addresses of posts. */
function belowSubPath(basePath, aliasFile) {
  if (!basePath) return [];
  /** @type {[string, string][]} */
  const aliases = aliasFile ? JSON.parse(readFileSync(aliasFile, 'utf8')) : [];
  return [
    { source: `/:base(${literally(basePath.slice(1))}(?!/))`, destination: `${basePath}/`, basePath: false },
    // Without a final slash in the source, the rule is for both forms.
    ...aliases.map(([alias, url]) => rule([alias.replace(/\/$/, ''), url])),
  ];
}

/**
 * A rule that leads from one path to another.
 *
 * @param {[from: string, to: string]} paths decoded.
 */
function rule([from, to]) {
  // The framework reads the destination as a URL as well, in which a backslash is a slash: what has a meaning is encoded.
  const encode = (/** @type {string} */ sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return { source: literally(encodeURI(from)), destination: encodeURI(to).replace(/[*+?(){}:]/g, encode) };
}

/** A path in which no character has a meaning of its own (path-to-regexp). */
function literally(path) {
  return path.replace(/[.*+?^${}()|[\]\\:]/g, '\\$&');
}
