// Plans the contents of a folder for static hosts from the framework's manifests.
import { z } from 'zod';
import { compare } from '@/lib/base/compare';
import { fixedAddress, reverseRule } from '@/lib/output/export/address-pattern';

/** A rule with conditions is not exported: no static host has them. */
const conditions = { source: z.string(), has: z.unknown().optional(), missing: z.unknown().optional() };
const rule = z.object({ ...conditions, destination: z.string() });

/** The parts of `routes-manifest.json` that are used here. */
export const routesManifest = z.object({
  basePath: z.string(),
  redirects: z.array(
    rule.extend({ statusCode: z.number(), basePath: z.boolean().optional(), internal: z.boolean().optional() }),
  ),
  rewrites: z.object({ beforeFiles: z.array(rule) }),
  headers: z.array(z.object({ ...conditions, headers: z.array(z.object({ key: z.string(), value: z.string() })) })),
});

/** The parts of `prerender-manifest.json` that are used here. */
export const prerenderManifest = z.object({
  routes: z.record(
    z.string(),
    z.object({
      routeType: z.enum(['page', 'route']),
      initialStatus: z.number().optional(),
      initialHeaders: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** A file of the folder. */
export interface PlannedFile {
  /** Below the build's `server/app`. */
  readonly from: string;
  /** Below the folder that is written. */
  readonly to: string;
  /** Where readers find it, decoded, without the sub-path. */
  readonly address: string;
}

/** An old address. `address` is decoded, without the sub-path; `to` is the value of `Location`, encoded, with the sub-path. */
export interface PlannedRedirect {
  readonly address: string;
  readonly to: string;
  readonly status: number;
}

/** Headers of one address, or of all below a place (`/*`). With the sub-path. */
export interface PlannedHeaders {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface ExportPlan {
  readonly basePath: string;
  readonly files: readonly PlannedFile[];
  readonly redirects: readonly PlannedRedirect[];
  readonly headers: readonly PlannedHeaders[];
}

/** Headers of the framework, and those that a static host writes by itself. */
const inner = /^(?:x-next|location$|etag$|content-length$)/;

/**
 * A path as `_redirects` and `_headers` have it: encoded, and without signs that hosts read as patterns (`*`, `:name`).
 *
 * @param path decoded, with the sub-path.
 */
export function toRulePath(path: string): string {
  return withoutPatterns(encodeURI(path));
}

/** An encoded path in which no sign is a pattern to hosts, nor begins a query or a fragment. */
export function withoutPatterns(path: string): string {
  return path.replace(/[*:?#]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Decides what is written where. */
export function planExport(
  routes: z.output<typeof routesManifest>,
  { routes: prerendered }: z.output<typeof prerenderManifest>,
): ExportPlan {
  const { basePath } = routes;
  const files: PlannedFile[] = [];
  const redirects: PlannedRedirect[] = [];
  const headers: PlannedHeaders[] = wideHeaders(routes);
  for (const [path, { routeType, initialStatus = 200, initialHeaders = {} }] of Object.entries(prerendered)) {
    const address = path === '/' ? '/' : `${path}/`;
    if (path === '/_not-found') {
      files.push({ from: '_not-found.html', to: '404.html', address: '/404.html' });
    } else if (path === '/_global-error' || initialStatus >= 400) {
      // What answers 404, as pages do that only previews have, is not in the folder.
    } else if (initialHeaders.location !== undefined) {
      redirects.push({ address, to: initialHeaders.location, status: initialStatus });
    } else if (routeType === 'page') {
      files.push({ from: `${path.slice(1) || 'index'}.html`, to: `${address.slice(1)}index.html`, address });
    } else {
      const asked = routes.rewrites.beforeFiles.map((each) => reverseRule(each, basePath + path)).find(Boolean);
      const shown = asked?.slice(basePath.length) ?? path;
      files.push({ from: `${path.slice(1)}.body`, to: shown.slice(1), address: shown });
      const own = Object.entries(initialHeaders).filter(([name]) => !inner.test(name));
      headers.push({ path: toRulePath(basePath + shown), headers: Object.fromEntries(own) });
    }
  }
  redirects.push(...configuredRedirects(routes, files));
  const taken = new Set(files.map(({ address }) => address));
  const once = new Map(redirects.filter(({ address }) => !taken.has(address)).map((each) => [each.address, each]));
  return {
    basePath,
    files: files.sort((a, b) => compare(a.to, b.to)),
    redirects: asFiles([...once.values()], files).sort((a, b) => compare(a.address, b.address)),
    headers,
  };
}

/** Old addresses of files, `/a.html/`, without the final slash, which no reader has seen; unless something is below them. */
function asFiles(redirects: readonly PlannedRedirect[], files: readonly PlannedFile[]): PlannedRedirect[] {
  const all = [...redirects, ...files].map(({ address }) => address);
  return redirects.map((each) => {
    const { address } = each;
    const isFile = /\.html?\/$/.test(address) && !all.some((other) => other !== address && other.startsWith(address));
    return isFile ? { ...each, address: address.slice(0, -1) } : each;
  });
}

/** Redirects of lib/build/routing.mjs. One with parameters is expanded for every page that it redirects to. */
function configuredRedirects(
  { basePath, redirects }: z.output<typeof routesManifest>,
  files: readonly PlannedFile[],
): PlannedRedirect[] {
  return redirects.flatMap((each) => {
    if (each.internal || each.basePath === false || each.has || each.missing) return [];
    const fixed = fixedAddress(each.destination);
    const targets = fixed === undefined ? files.map(({ address }) => basePath + address) : [decodeURI(fixed)];
    return targets.flatMap((target): PlannedRedirect[] => {
      const asked = reverseRule({ source: decodeURI(each.source), destination: decodeURI(each.destination) }, target);
      // A host adds a missing final slash by itself.
      if (asked === undefined || `${asked}/` === target || !asked.startsWith(`${basePath}/`)) return [];
      const address = asked.slice(basePath.length).replace(/\/?$/, '/');
      return [{ address, to: encodeURI(target), status: each.statusCode }];
    });
  });
}

function wideHeaders({ headers }: z.output<typeof routesManifest>): PlannedHeaders[] {
  return headers.flatMap(({ source, has, missing, headers: list }) => {
    if (has || missing) return [];
    // Each file has these headers itself: static hosts have no rules for endings.
    if (/\.\(\?:[\w?|]+\)\$\)$/.test(source)) return [];
    const wide = /^(.*)\/(?::\w+\*|:\w+\(\.\*\)|\(\.\*\))$/.exec(source)?.[1];
    const path = wide === undefined ? fixedAddress(source) : `${wide}/*`;
    if (path === undefined)
      throw new Error(`The headers of "${source}" cannot be written for a static host (fix: end it in /:path*)`);
    return [{ path, headers: Object.fromEntries(list.map(({ key, value }) => [key.toLowerCase(), value])) }];
  });
}
