// Serves `.vercel/output` as its config.json says (Build Output API, version 3), as far as a site of prerendered pages needs it.
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { z } from 'zod';

const condition = z.object({ type: z.string(), key: z.string().optional(), value: z.unknown().optional() });

const route = z.union([
  z.object({ handle: z.string() }),
  z.object({
    src: z.string(),
    dest: z.string().optional(),
    status: z.number().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    continue: z.boolean().optional(),
    methods: z.array(z.string()).optional(),
    has: z.array(condition).optional(),
    missing: z.array(condition).optional(),
  }),
]);

const configSchema = z.object({
  version: z.literal(3),
  routes: z.array(route),
  overrides: z
    .record(z.string(), z.object({ path: z.string().optional(), contentType: z.string().optional() }))
    .default({}),
});

const prerenderSchema = z.object({
  fallback: z.object({ fsPath: z.string() }),
  initialStatus: z.number().default(200),
  initialHeaders: z.record(z.string(), z.string()).default({}),
});

type Config = z.output<typeof configSchema>;
type Rule = Exclude<Config['routes'][number], { handle: string }>;

interface Output {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

/** Serves the folder on 127.0.0.1. @returns its origin, and how to end it. */
export async function serveVercelOutput(dir: string): Promise<{ origin: string; close: () => void }> {
  const config = configSchema.parse(JSON.parse(readFileSync(join(dir, 'config.json'), 'utf8')));
  const server = createServer((request, response) => {
    const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
    const { status, headers, bytes } = answer(dir, config, path, query, request.method ?? 'GET', request.headers);
    response.writeHead(status, headers);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

function answer(
  dir: string,
  config: Config,
  asked: string,
  query: string | undefined,
  method: string,
  sent: NodeJS.Dict<string | string[]>,
): Output {
  const phases = phasesOf(config);
  const first = follow(phases.get('') ?? [], asked, sent);
  const location = first.headers.location;
  if (location !== undefined && first.status !== undefined && first.status >= 300 && first.status < 400) {
    const target = query === undefined ? location : `${location}?${query}`;
    return { status: first.status, headers: { ...first.headers, location: target }, bytes: Buffer.alloc(0) };
  }
  const found = first.status === undefined ? find(dir, config, first.path) : undefined;
  if (found) {
    if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: {}, bytes: Buffer.alloc(0) };
    const hit = follow(phases.get('hit') ?? [], first.path, sent);
    return { ...found, headers: { ...first.headers, ...found.headers, ...hit.headers } };
  }
  const [notFound] = phases.get('error') ?? [];
  const page = find(dir, config, notFound?.dest ?? '/404');
  return { status: 404, headers: { ...first.headers, ...page?.headers }, bytes: page?.bytes ?? Buffer.from('404') };
}

/** The rules, by what comes before them; those before anything by the empty name. */
function phasesOf({ routes }: Config): Map<string, Rule[]> {
  const phases = new Map<string, Rule[]>([['', []]]);
  let phase = '';
  for (const each of routes) {
    if ('handle' in each) {
      phase = each.handle;
      phases.set(phase, phases.get(phase) ?? []);
    } else phases.get(phase)?.push(each);
  }
  return phases;
}

function follow(rules: readonly Rule[], from: string, sent: NodeJS.Dict<string | string[]>) {
  let path = from;
  let status: number | undefined;
  const headers: Record<string, string> = {};
  for (const rule of rules) {
    const match = new RegExp(`^(?:${rule.src.replace(/^\^/, '').replace(/\$$/, '')})$`).exec(path);
    if (!match || rule.methods || !holds(rule, sent)) continue;
    const fill = (text: string) =>
      text.replace(/\$(\d+|[A-Za-z_]\w*)/g, (_, name: string) => match.groups?.[name] ?? match[Number(name)] ?? '');
    for (const [name, value] of Object.entries(rule.headers ?? {})) headers[name.toLowerCase()] = fill(value);
    if (rule.status !== undefined) status = rule.status;
    if (rule.dest !== undefined) path = fill(rule.dest);
    if (!rule.continue) break;
  }
  return { path, status, headers };
}

/** Conditions on headers only; nothing else is used by the framework's own rules. */
function holds({ has = [], missing = [] }: Rule, sent: NodeJS.Dict<string | string[]>): boolean {
  const isThere = ({ type, key = '' }: z.output<typeof condition>) =>
    type === 'header' && sent[key.toLowerCase()] !== undefined;
  return has.every(isThere) && !missing.some(isThere);
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

function find(dir: string, config: Config, asked: string): Output | undefined {
  let path: string;
  try {
    path = decodeURIComponent(asked).replace(/^\/|\/$/g, '') || 'index';
  } catch {
    return undefined;
  }
  if (path.split(/[/\\]/).includes('..') || path.includes('\0') || path.startsWith('/')) return undefined;
  const overridden = Object.entries(config.overrides).find(([, override]) => override.path === path)?.[0];
  const file = join(dir, 'static', overridden ?? path);
  if (isFile(file)) {
    const type =
      config.overrides[overridden ?? path]?.contentType ?? types[extname(file)] ?? 'application/octet-stream';
    return { status: 200, headers: { 'content-type': type }, bytes: readFileSync(file) };
  }
  const prerender = join(dir, 'functions', `${path}.prerender-config.json`);
  if (!isFile(prerender)) return undefined;
  const { fallback, initialHeaders, initialStatus } = prerenderSchema.parse(
    JSON.parse(readFileSync(prerender, 'utf8')),
  );
  const body = join(prerender, '..', fallback.fsPath);
  const type = types[extname(fallback.fsPath)];
  return {
    status: initialStatus,
    headers: { ...(type ? { 'content-type': type } : {}), ...initialHeaders },
    bytes: isFile(body) ? readFileSync(body) : Buffer.alloc(0),
  };
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
