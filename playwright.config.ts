// How the browser tests run: on the real `next start`, one server for each site of e2e/sites.ts, built before.
import { defineConfig } from 'playwright/test';
import { sites } from '@/e2e/sites';
import { findBrowser } from '@/lib/tooling/testing/browser';
import { siteVariables } from '@/lib/tooling/testing/fixtures/site-variables.mjs';

const executablePath = findBrowser()?.path;
const isRoot = process.getuid?.() === 0;
const json = process.env.PLAYWRIGHT_JSON;

export default defineConfig({
  // What tests import has the site of the fixtures, too.
  tsconfig: siteVariables.TSX_TSCONFIG_PATH,
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [['list'], ...(json ? [['json', { outputFile: json }] as const] : [])],
  use: {
    browserName: 'chromium',
    // One for all tests of a process: what a test leaves is cleared. A new one, with a process of its own, takes half a second.
    reuseContext: true,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        // Chromium's sandbox refuses to run as root.
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-quic',
        '--no-first-run',
        '--disable-sync',
      ],
    },
  },
  webServer: sites.map(({ name, env, origin, port, basePath }) => ({
    name,
    command: 'node lib/build/bundled.mjs lib/build/start.ts --built',
    url: `${origin}${basePath}/`,
    env: { ...env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port) },
    // A server that somebody else left running would be tested in the place of ours.
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    timeout: 60_000,
  })),
});
