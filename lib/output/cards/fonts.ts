// The fonts of social cards, from packages, and which characters each of them has.
import { readFileSync } from 'node:fs';
import { packageFile } from '@/lib/base/package-file';

/** A font file. */
export interface CardFont {
  /** The family name in the font file, which the SVG uses. */
  readonly family: string;
  readonly weight: number;
  /** Below `node_modules`. `lib/build/keep-cards.ts` adds the same files to the function that renders. */
  readonly file: string;
}

const font = (family: string, weight: number, file: string): CardFont => ({ family, weight, file });

const charis = font('Charis SIL', 700, '@expo-google-fonts/charis-sil/700Bold/CharisSIL_700Bold.ttf');
const naskh = font(
  'Noto Naskh Arabic',
  700,
  '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
);
const hansBold = font('Noto Sans S Chinese', 700, '@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf');
const hans = font('Noto Sans S Chinese', 400, '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf');
const sansBold = font('Noto Sans', 700, '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf');
/** Latin, Greek and Cyrillic: loaded five times as fast as a font of 65,000 glyphs. */
const sans = font('Noto Sans', 400, '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
const emoji = font('Noto Emoji', 700, '@expo-google-fonts/noto-emoji/700Bold/NotoEmoji_700Bold.ttf');

/** The fonts of headlines, and of everything small; a character has the first font that has a glyph for it. */
export const fontStacks = {
  title: [charis, naskh, sansBold, hansBold, emoji],
  label: [sans, hans, charis, naskh, emoji],
} as const;

/** Every font, once. */
export const cardFonts: readonly CardFont[] = [charis, naskh, sansBold, hansBold, sans, hans, emoji];

/** A name of {@link fontStacks}. */
export type FontStack = keyof typeof fontStacks;

/** Where a font is. */
export function fontPath({ file }: CardFont): string {
  return packageFile(file);
}

const coverages = new Map<CardFont, Uint8Array>();

/** Whether a font has a glyph of its own for a character. @param point its code point. @throws {Error} without the file. */
export function canDraw(font: CardFont, point: number): boolean {
  let coverage = coverages.get(font);
  if (!coverage) {
    coverage = readCoverage(readFileSync(/* turbopackIgnore: true */ fontPath(font)));
    coverages.set(font, coverage);
  }
  return coverage[point] === 1;
}

/** OpenType 1.9.1, `cmap`: formats 4 and 12, which all fonts but those of symbols have. */
function readCoverage(bytes: Buffer): Uint8Array {
  const coverage = new Uint8Array(0x11_0000);
  const tables = Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const record = tables.find((at) => bytes.toString('latin1', at, at + 4) === 'cmap');
  if (record === undefined) return coverage;
  const cmap = bytes.readUInt32BE(record + 8);
  for (let index = 0; index < bytes.readUInt16BE(cmap + 2); index++) {
    const at = cmap + bytes.readUInt32BE(cmap + 8 + 8 * index);
    const format = bytes.readUInt16BE(at);
    if (format === 12) readGroups(bytes, at, coverage);
    if (format === 4) readSegments(bytes, at, coverage);
  }
  return coverage;
}

function readGroups(bytes: Buffer, at: number, coverage: Uint8Array): void {
  for (let group = 0; group < bytes.readUInt32BE(at + 12); group++) {
    const start = at + 16 + 12 * group;
    coverage.fill(1, bytes.readUInt32BE(start), bytes.readUInt32BE(start + 4) + 1);
  }
}

function readSegments(bytes: Buffer, at: number, coverage: Uint8Array): void {
  const size = bytes.readUInt16BE(at + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const end = bytes.readUInt16BE(at + 14 + segment);
    const start = bytes.readUInt16BE(at + 16 + size + segment);
    const delta = bytes.readUInt16BE(at + 16 + 2 * size + segment);
    const offsetAt = at + 16 + 3 * size + segment;
    const offset = bytes.readUInt16BE(offsetAt);
    for (let point = start; point <= end && point < 0xffff; point++) {
      const glyph = offset === 0 ? point : bytes.readUInt16BE(offsetAt + offset + 2 * (point - start));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) coverage[point] = 1;
    }
  }
}
