import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFonts } from '@/lib/check/fonts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonts-'));
  await mkdir(join(folder, 'fonts'));
  const font = (bytes: number) => Buffer.concat([Buffer.from('wOF2'), Buffer.alloc(bytes - 4)]);
  await writeFile(join(folder, 'fonts/a.woff2'), font(100_000));
  await writeFile(join(folder, 'fonts/large.woff2'), font(100_001));
  await writeFile(join(folder, 'fonts/other.woff2'), 'wOFF');
});

afterAll(() => rm(folder, { recursive: true }));

const file = (name: string, preload = false) => ({ family: 'Inter', file: `/fonts/${name}`, preload });

/** What is wrong with fonts, severity and message. */
async function problemsOf(fonts: Parameters<typeof checkFonts>[0]): Promise<string[]> {
  return (await checkFonts(fonts, folder)).map(({ severity, message }) => `${severity} ${message}`);
}

describe('the fonts of a community', () => {
  it('are accepted where their files are fonts, and texts use them', async () => {
    expect(await problemsOf({})).toEqual([]);
    expect(await problemsOf({ text: ['Georgia', 'serif'], code: ['Menlo', 'monospace'] })).toEqual([]);
    expect(await problemsOf({ headings: ['Inter', 'serif'], files: [file('a.woff2')] })).toEqual([]);
  });

  it.each([
    ['missing', 'b.woff2', 'there is no file public/fonts/b.woff2'],
    ['in another format', 'other.woff2', 'this is not a WOFF2 file'],
    ['too large', 'large.woff2', '101 kB is more than 100 kB'],
  ])('are refused where a file is %s', async (_, name, message) => {
    const text = ['Inter', 'serif'];
    expect(await problemsOf({ text, files: [file('a.woff2'), file(name)] })).toEqual([
      `error "fonts.files.1.file": ${message}`,
    ]);
  });

  it('are refused where a list does not end with a generic family', async () => {
    const message = 'error "fonts.text": the list does not end with a generic family';
    expect(await problemsOf({ text: ['Georgia'] })).toEqual([message]);
    expect(await problemsOf({ text: [] })).toEqual([message]);
    expect(await problemsOf({ text: ['Georgia', 'ui-serif'] })).toEqual([]);
  });

  it('are refused where more than two are preloaded', async () => {
    const text = ['Inter', 'serif'];
    const two = [file('a.woff2', true), file('a.woff2', true)];
    expect(await problemsOf({ text, files: [...two, file('a.woff2')] })).toEqual([]);
    expect(await problemsOf({ text, files: [...two, file('a.woff2', true)] })).toEqual([
      'error "fonts.files": more than 2 fonts are preloaded',
    ]);
  });

  it('are reported where no text uses them', async () => {
    expect(await problemsOf({ text: ['Georgia', 'serif'], files: [file('a.woff2')] })).toEqual([
      'warning "fonts.files": no text has the font "Inter"',
    ]);
  });
});
