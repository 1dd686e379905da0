// The site's icon in pixels, for phones' home screens: the same image as `public/favicon.svg`.
import { Resvg } from '@resvg/resvg-js';
import { getMark, markSvg } from '@/lib/output/design/mark';

/** The icons of the web manifest: their file names, and pixels. */
export const icons = [
  { name: '192.png', size: 192, purpose: 'any' },
  { name: '512.png', size: 512, purpose: 'any' },
  { name: 'maskable.png', size: 512, purpose: 'maskable' },
] as const;

/**
 * The icon as SVG: the mark in white on the accent colour, or on white if it has colours of its own.
 *
 * @param accent `#rrggbb`
 * @param purpose `maskable`: may be cropped to any shape, so the mark is within the middle four fifths (W3C manifest, 2.5).
 */
export function iconSvg(accent: string, purpose: 'any' | 'maskable', mark = getMark()): string {
  const [radius, place] = purpose === 'maskable' ? [0, { x: 8, y: 8, size: 16 }] : [6, { x: 6, y: 6, size: 20 }];
  const [ground, ink] = mark.colors.length === 0 ? [accent, '#fff'] : ['#fff', accent];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>News</title><rect width="32" height="32" rx="${radius}" fill="${ground}"/>${markSvg(mark, place, ink)}</svg>`;
}

/** The icon as PNG. @param size pixels */
export function drawIcon(svg: string, size: number): Buffer<ArrayBuffer> {
  return Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());
}
