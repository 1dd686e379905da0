// `npm run test:visual`: builds the fixtures and compares their pages with the stored screenshots; `--update` replaces these.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fixtures } from '@/e2e/sites';
import { ownCommand } from '@/lib/build/run';
import { findBrowser } from '@/lib/tooling/testing/browser';

const require = createRequire(import.meta.url);
const playwright = join(dirname(require.resolve('playwright/package.json')), 'cli.js');

function main(args: readonly string[]): number {
  const unknown = args.find((arg) => arg !== '--update');
  if (unknown !== undefined) {
    console.error(`"${unknown}" is not known here (fix: npm run test:visual, or npm run test:visual -- --update).`);
    return 2;
  }
  if (!findBrowser()) {
    console.log('skipped: there is no Chromium to take pictures with.');
    return 0;
  }
  const built = run(ownCommand('lib/build/main.ts'), fixtures.env);
  if (built !== 0) return built;
  const update = args.includes('--update');
  const code = run([playwright, 'test', '--config', 'playwright.visual.config.ts'], {
    VISUAL_UPDATE: update ? '1' : '',
  });
  if (update && code === 0) console.log('The pictures in e2e/visual/pictures are new: look at them before you commit.');
  return code;
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): number {
  return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}

process.exitCode = main(process.argv.slice(2));
