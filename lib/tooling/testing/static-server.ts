// A plain static server, as nginx or GitHub Pages would be: files, folders with an index, and nothing else.
import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { mediaType } from '@/lib/base/media';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A running server. */
export interface StaticServer {
  /** `http://127.0.0.1:<port>`, without the sub-path. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves a folder on a free port of 127.0.0.1.
 *
 * @param basePath the sub-path that it is served below: `/news`, or the empty string.
 */
export async function serveFolder(dir: string, basePath = ''): Promise<StaticServer> {
  const server = createServer((request, response) => answer(dir, basePath, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

function answer(dir: string, basePath: string, request: IncomingMessage, response: ServerResponse): void {
  const [status, file, headers] = decide(dir, basePath, request);
  const type = file ? (types[extname(file)] ?? mediaType(file) ?? 'application/octet-stream') : 'text/plain';
  response.writeHead(status, { 'content-type': type, ...headers });
  if (!file || request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

type Decision = [status: number, file?: string | undefined, headers?: Readonly<Record<string, string>>];

function decide(dir: string, basePath: string, { method, url = '' }: IncomingMessage): Decision {
  if (method !== 'GET' && method !== 'HEAD') return [405, undefined, { allow: 'GET, HEAD' }];
  const [, written = '', query = ''] = /^([^?]*)(\?.*)?$/s.exec(url) ?? [];
  const path = decode(written);
  if (path === undefined) return [400];
  const missing: Decision = [404, [join(dir, '404.html')].find(isFile)];
  // What could mean another folder, or another host in the address of a redirect.
  if (/\/\.{0,2}\/|\/\.{1,2}$|[\\\0]/.test(path) || /%2f/i.test(written)) return missing;
  if (!`${path}/`.startsWith(`${basePath}/`)) return missing;
  const target = join(dir, path.slice(basePath.length));
  const index = join(target, 'index.html');
  if (!path.endsWith('/') && isFile(target)) return [200, target];
  if (!isFile(index)) return missing;
  return path.endsWith('/') ? [200, index] : [301, undefined, { location: `${written}/${query}` }];
}

/** Whatever is in the way (no such file, a name that is too long), there is nothing to serve. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
