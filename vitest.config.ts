// How the unit tests run. Most files share the modules of their process: loading them anew for each file would take longer than
// all the tests. Files that mock or reload modules get modules of their own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { siteVariables } from './lib/tooling/testing/fixtures/site-variables.mjs';

const isolated = ['lib', 'components', 'app', 'e2e']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`.replaceAll('\\', '/')),
  )
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => /\bvi\.(?:mock|doMock|resetModules)\(/.test(readFileSync(file, 'utf8')));

const include = ['{lib,components,app,e2e}/**/*.test.{ts,tsx}'];
const exclude = [...configDefaults.exclude, ...isolated];

export default defineConfig({
  resolve: {
    alias: {
      // Whatever a community has chosen. Tests of its own choices import the real files by their relative paths.
      '@/lib/site': join(import.meta.dirname, siteVariables.NEWS_SITE_FILE),
      '@/lib/kinds/own': join(import.meta.dirname, 'lib/tooling/testing/fixtures/own.ts'),
      '@': import.meta.dirname,
    },
  },
  test: {
    env: siteVariables,
    environment: 'node',
    setupFiles: ['lib/tooling/testing/fixtures/setup.ts'],
    pool: 'forks',
    // By default one fewer than there are cores: on two cores a test that waits would leave one of them idle.
    maxWorkers: 2,
    // On a busy machine a test takes many times as long as usual.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'shared', include, exclude, isolate: false } },
      { extends: true, test: { name: 'isolated', include: isolated } },
    ],
  },
});
