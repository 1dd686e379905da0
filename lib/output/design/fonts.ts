// The fonts of lib/site.ts as a style sheet: faces of the files in public/fonts/, and the tokens with the families.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toUrl } from '@/lib/base/urls';
import { site } from '@/lib/site';
import type { FontFile, SiteFonts } from '@/lib/site-types';

/** The families that a system has for a kind of text, with which every list of families ends. */
export const generic: ReadonlySet<string> = new Set(
  'serif sans-serif monospace system-ui ui-serif ui-sans-serif ui-monospace ui-rounded cursive fantasy'.split(' '),
);

/** What readers' systems have, where a community chooses nothing. */
const systemFonts = {
  text: ['Charter', 'Bitstream Charter', 'Sitka Text', 'Cambria', 'serif'],
  interface: ['system-ui', '-apple-system', 'Segoe UI', 'Roboto', 'Noto Sans', 'sans-serif'],
  code: ['ui-monospace', 'SF Mono', 'Cascadia Code', 'Menlo', 'Consolas', 'monospace'],
} as const;

/**
 * The style sheet that `npm run build` and `npm run dev` write to app/fonts.css.
 *
 * A font that is not there when the text is first shown is not used on that page (`font-display: optional`), so that no text
 * moves while somebody reads it. The browser keeps it for the next page. Those that are preloaded are usually there in time.
 *
 * @param options `versionOf` gives the version of a font file: by default, a checksum of it. A file that is missing has none.
 */
export function fontSheet(fonts: SiteFonts = site.fonts ?? {}, options = { versionOf: versionOfFile }): string {
  const {
    text = systemFonts.text,
    headings = text,
    interface: small = systemFonts.interface,
    code = systemFonts.code,
  } = fonts;
  const faces = (fonts.files ?? []).map((font) => face(font, options.versionOf));
  return `/* Written by lib/build/prepare.ts from lib/site.ts. Do not edit: each build overwrites it. */
${faces.join('')}@theme {
  --font-serif: ${families(text)};
  --font-headings: ${headings === text ? 'var(--font-serif)' : families(headings)};
  --font-sans: ${families(small)};
  --font-mono: ${families(code)};
}
`;
}

/** The addresses of the fonts that every page loads before its style sheet asks for them. */
export function preloadedFonts(
  { files = [] }: SiteFonts = site.fonts ?? {},
  { versionOf = versionOfFile } = {},
): string[] {
  return files.filter(({ preload }) => preload).map(({ file }) => addressOf(file, versionOf));
}

function face({ family, file, weight, style, unicodeRange }: FontFile, versionOf: (file: string) => string): string {
  const lines = [
    `font-family: ${quoted(family)};`,
    `src: url("${addressOf(file, versionOf)}") format("woff2");`,
    'font-display: optional;',
    ...(weight === undefined ? [] : [`font-weight: ${weight};`]),
    ...(style === undefined ? [] : [`font-style: ${style};`]),
    ...(unicodeRange === undefined ? [] : [`unicode-range: ${unicodeRange};`]),
  ];
  return `@font-face {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

/** With its version, so that browsers may keep the file for a year: lib/base/headers.mjs. */
function addressOf(file: string, versionOf: (file: string) => string): string {
  return `${toUrl(file)}?v=${versionOf(file)}`;
}

function versionOfFile(file: string): string {
  return createHash('sha256')
    .update(readFileSync(join('public', file)))
    .digest('hex')
    .slice(0, 8);
}

function families(names: readonly string[]): string {
  return names.map((name) => (generic.has(name) || name === '-apple-system' ? name : quoted(name))).join(', ');
}

/** As a CSS string. The check refuses quotes and backslashes in names. */
function quoted(name: string): string {
  return /^[A-Za-z]+$/.test(name) ? name : `"${name}"`;
}
