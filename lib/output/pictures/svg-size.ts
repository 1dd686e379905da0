// Reads the size of an SVG from its root element, and nothing else, however complex the SVG is.
import { SaxesParser } from 'saxes';

/** Pixels of CSS in each unit (CSS Values 4, 6.1 and 6.2); a font has 16 pixels. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  em: 16,
  ex: 8,
};

/** What browsers take for a drawing that says nothing (CSS 2.2, 10.3.2). */
export const defaultSize = { width: 300, height: 150 } as const;

export interface SvgSize {
  /** Pixels, more than 0; not rounded. */
  readonly width: number;
  readonly height: number;
}

/**
 * Reads the size from `width` and `height`, and what they leave open from `viewBox` (SVG 2, 8.12).
 *
 * @returns undefined where they do not give both sides; a share of a page (`100%`) gives none.
 */
export function svgSize(bytes: Uint8Array): SvgSize | undefined {
  const root = rootAttributes(new TextDecoder().decode(bytes));
  const width = toPixels(root.width);
  const height = toPixels(root.height);
  const [boxWidth = 0, boxHeight = 0] = (root.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .slice(2)
    .map(Number);
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : undefined;
  if (width && height) return { width, height };
  if (!ratio) return undefined;
  if (width) return { width, height: width / ratio };
  return height ? { width: height * ratio, height } : { width: boxWidth, height: boxHeight };
}

function toPixels(length = ''): number | undefined {
  const [, number, unit = ''] = /^\s*\+?((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(length) ?? [];
  const pixels = Number(number) * (units[unit.toLowerCase()] ?? Number.NaN);
  return pixels > 0 ? pixels : undefined;
}

/** Ends the parser at the root's first tag. */
class Found extends Error {}

function rootAttributes(text: string): Readonly<Record<string, string>> {
  const parser = new SaxesParser();
  let attributes: Readonly<Record<string, string>> = {};
  parser.on('opentag', (tag) => {
    attributes = tag.attributes as Readonly<Record<string, string>>;
    throw new Found();
  });
  try {
    parser.write(text).close();
  } catch {
    // What is not XML has no size; the check says why.
  }
  return attributes;
}
