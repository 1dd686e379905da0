// Checks the fonts of lib/site.ts and their files.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import { hasPublicFile } from '@/lib/content/public-files';
import { generic } from '@/lib/output/design/fonts';
import type { FontFile, SiteFonts } from '@/lib/site-types';

/**
 * In bytes. A variable font with the letters of European languages fits. At 1.6 Mbit/s, which tools take for a slow phone, it takes half
 * a second: what takes longer comes too late for the page that asked for it.
 */
const largest = 100_000;

/** How many fonts pages may load before all else: each delays what comes after it. */
const mostPreloaded = 2;

/** All that is wrong with fonts whose fields are right. Each message begins with the setting. */
export async function checkFonts({ files = [], ...stacks }: SiteFonts, folder = 'public'): Promise<Diagnostic[]> {
  const problems = await Promise.all(files.map((font, index) => checkFile(font, `fonts.files.${index}`, folder)));
  const used = new Set(Object.values(stacks).flat());
  const unused = files.filter(({ family }) => !used.has(family)).map(({ family }) => family);
  return [
    ...problems.flat(),
    ...Object.entries(stacks).flatMap(([name, families]) => checkStack(name, families)),
    ...[...new Set(unused)].map((family) =>
      warning(
        'design/font',
        `"fonts.files": no text has the font "${family}"`,
        'add it to fonts.text, or remove its files',
      ),
    ),
    ...(files.filter(({ preload }) => preload).length > mostPreloaded
      ? [
          error(
            'design/font',
            `"fonts.files": more than ${mostPreloaded} fonts are preloaded`,
            'keep those that every page needs',
          ),
        ]
      : []),
  ];
}

function checkStack(name: string, families: readonly string[]): Diagnostic[] {
  if (generic.has(families.at(-1) ?? '')) return [];
  const fix = `add ${name === 'code' ? "'monospace'" : "'serif' or 'sans-serif'"} at its end`;
  return [error('design/font', `"fonts.${name}": the list does not end with a generic family`, fix)];
}

async function checkFile({ file }: FontFile, setting: string, folder: string): Promise<Diagnostic[]> {
  const report = (message: string, fix: string) => [error('design/font', `"${setting}.file": ${message}`, fix)];
  if (!hasPublicFile(file, folder)) return report(`there is no file public${file}`, 'put the font there');
  const bytes = await readFile(join(folder, file));
  // The signature of WOFF2 (W3C WOFF File Format 2.0, section 4.1).
  if (bytes.subarray(0, 4).toString('latin1') !== 'wOF2')
    return report('this is not a WOFF2 file', 'convert it to WOFF2');
  if (bytes.length <= largest) return [];
  const size = `${Math.ceil(bytes.length / 1000)} kB`;
  return report(
    `${size} is more than ${largest / 1000} kB`,
    'keep the characters that you need, or use several files with unicodeRange',
  );
}
