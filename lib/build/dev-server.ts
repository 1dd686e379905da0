// What the framework's development server forwards to us: the script that updates an open page, and its events.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Diagnostic, formatDiagnostic } from '@/lib/base/diagnostic';
import { basePath } from '@/lib/base/urls';
import type { LiveContent, LiveState } from '@/lib/build/dev-content';
import { bundleScript } from '@/lib/build/elements';

/** An event for an open page, in `lib/build/dev-page.browser.ts`. */
export interface DevNews {
  /** When the content that pages show last changed. Milliseconds since 1970. */
  readonly changedAt: number;
  /** Whether the page is that of a post. */
  readonly hasFile: boolean;
  /** All errors, as the check prints them. */
  readonly errors: readonly string[];
  /** Those of the page's own file. */
  readonly warnings: readonly string[];
}

/** The framework closes a connection that is silent for 30 s. Milliseconds. */
const heartbeat = 10_000;

/** Starts a server on a free port of 127.0.0.1, to which next.config.mjs forwards. It does not keep the process alive. */
export async function startDevServer(): Promise<{ port: number; follow(content: LiveContent): void; close(): void }> {
  const pages = new Map<ServerResponse, string>();
  let content: LiveContent | undefined;
  const send = (response: ServerResponse, path: string) => {
    if (content && content.state.changedAt > 0)
      response.write(`data: ${JSON.stringify(toNews(content.state, content.fileAt(path)))}\n\n`);
  };
  const server = createServer(async ({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
    if (pathname === '/page.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' });
      response.end(await bundleScript('lib/build/dev-page.browser.ts', { format: 'esm' }));
    } else if (pathname === '/news.txt') {
      // no-transform: a compressed stream would wait for more.
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' });
      const path = toOwnPath(searchParams.get('page') ?? '/');
      response.write(': open\n\n');
      pages.set(response, path);
      response.once('close', () => pages.delete(response));
      send(response, path);
      content?.look().catch(console.error);
    } else {
      response.writeHead(404).end();
    }
  });
  const timer = setInterval(() => {
    for (const response of pages.keys()) response.write(': still here\n\n');
  }, heartbeat);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  timer.unref();
  return {
    port: (server.address() as AddressInfo).port,
    follow(live) {
      content = live;
      live.shown = () => [...new Set(pages.values())];
      live.follow(() => {
        for (const [response, path] of pages) send(response, path);
      });
    },
    close() {
      clearInterval(timer);
      server.close();
      server.closeAllConnections();
    },
  };
}

function toNews({ changedAt, problems }: LiveState, own: string | undefined): DevNews {
  const lines = (wanted: (diagnostic: Diagnostic) => boolean) => problems.filter(wanted).map(formatDiagnostic);
  return {
    changedAt,
    hasFile: own !== undefined,
    errors: lines(({ severity }) => severity === 'error'),
    warnings: lines(({ severity, file }) => severity === 'warning' && file === own),
  };
}

/** A page's path without the site's sub-path, decoded. */
function toOwnPath(path: string): string {
  const own = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
  try {
    return decodeURIComponent(own);
  } catch {
    return own;
  }
}
