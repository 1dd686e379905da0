// A plain static server, as nginx or GitHub Pages would be: files, folders with an index, and nothing else. For tests.
import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A server that runs. */
export interface StaticServer {
  /** `http://127.0.0.1:<port>`, without the sub-path. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves a folder on 127.0.0.1.
 *
 * @param dir the folder.
 * @param basePath the sub-path that it is served below: `/news`, or the empty string.
 * @param port 0 for any that is free.
 */
export async function serveFolder(dir: string, basePath = '', port = 0): Promise<StaticServer> {
  const server: Server = createServer((request, response) => answer(dir, basePath, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { origin, close };
}

function answer(dir: string, basePath: string, request: IncomingMessage, response: ServerResponse): void {
  const { status, file, headers = {} } = decide(dir, basePath, request);
  const type = file === undefined ? 'text/plain' : (types[extname(file)] ?? 'application/octet-stream');
  response.writeHead(status, { 'content-type': type, ...headers });
  if (file === undefined || request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

interface Decision {
  readonly status: number;
  readonly file?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function decide(dir: string, basePath: string, { method, url = '' }: IncomingMessage): Decision {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: { allow: 'GET, HEAD' } };
  const [, written = '', query = ''] = /^([^?]*)(\?.*)?$/s.exec(url) ?? [];
  const path = decode(written);
  if (path === undefined) return { status: 400 };
  const missing = { status: 404, ...(isFile(join(dir, '404.html')) ? { file: join(dir, '404.html') } : {}) };
  const parts = path.split('/').slice(1, -1);
  // What could mean another folder, or another host where it is sent back as a redirect.
  const isOdd =
    /[\\\0]/.test(path) ||
    /%2f/i.test(written) ||
    [...parts, path.split('/').at(-1)].some((part) => part === '.' || part === '..');
  if (isOdd || parts.includes('') || !`${path}/`.startsWith(`${basePath}/`)) return missing;
  const target = join(dir, path.slice(basePath.length));
  const index = join(target, 'index.html');
  if (path.endsWith('/')) return isFile(index) ? { status: 200, file: index } : missing;
  if (isFile(target)) return { status: 200, file: target };
  return isFile(index) ? { status: 301, headers: { location: `${written}/${query}` } } : missing;
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // Whatever the reason (no such file, a file in the place of a folder, a name that is too long), there is nothing to serve.
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
