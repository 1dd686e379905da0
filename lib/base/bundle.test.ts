import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'bundle-')));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A project with the bundler and one command, which prints where it is and what it imports. */
function makeProject(): string {
  const root = join(scratch, 'first');
  for (const folder of ['lib/base', 'other', 'node_modules']) mkdirSync(join(root, folder), { recursive: true });
  cpSync('lib/base/bundle.mjs', join(root, 'lib/base/bundle.mjs'));
  symlinkSync(resolve('node_modules/esbuild'), join(root, 'node_modules/esbuild'));
  for (const file of ['package-lock.json', 'tsconfig.json']) writeFileSync(join(root, file), '{}');
  writeFileSync(join(root, 'lib/data.json'), '"one"');
  writeFileSync(join(root, 'other/a.ts'), 'export const a = 1;');
  writeFileSync(join(root, 'lib/a.ts'), "import text from './data.json';\nconsole.log(import.meta.dirname, text);\n");
  writeFileSync(join(root, 'lib/outside.ts'), "export { a } from '../other/a.ts';\n");
  return root;
}

/** Makes, or finds, the bundle of a command and runs it. @returns what it prints; `undefined` without a bundle. */
function run(root: string, entry = 'lib/a.ts'): string {
  const script = `const { bundleOf } = await import(process.argv[1]); const path = await bundleOf(process.argv[2]);
    if (path) await import(path); else console.log(path);`;
  const args = ['--input-type=module', '-e', script, join(root, 'lib/base/bundle.mjs'), entry];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return (stdout + stderr).trim();
}

const bundlesOf = (root: string) => readdirSync(join(root, 'node_modules/.cache/news')).length;

describe('bundleOf', () => {
  const first = makeProject();

  it('makes a bundle once', () => {
    expect(run(first)).toBe(`${join(first, 'lib')} one`);
    expect(run(first)).toBe(`${join(first, 'lib')} one`);
    expect(bundlesOf(first)).toBe(1);
  });

  it('rebuilds it in a copy of the project, because the paths differ', () => {
    const copy = join(scratch, 'copy');
    cpSync(first, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    expect(run(copy)).toBe(`${join(copy, 'lib')} one`);
    expect(bundlesOf(copy)).toBe(2);
  });

  it('rebuilds it if imported data has changed', () => {
    writeFileSync(join(first, 'lib/data.json'), '"two, which is longer"');
    expect(run(first)).toBe(`${join(first, 'lib')} two, which is longer`);
  });

  it('rejects a source outside the folders of the cache key, because it would not be rebuilt', () => {
    expect(run(first, 'lib/outside.ts')).toBe('undefined');
    expect(run(first, 'lib/base/bundle.mjs')).not.toBe('undefined');
  });
});
