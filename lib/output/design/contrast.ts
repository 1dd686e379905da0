// The contrast of two colours.

/** Red, green and blue, from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance). @param a `#rrggbb` */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(parseColor(a)), luminance(parseColor(b))].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour's parts. @param color `#rrggbb` */
export function parseColor(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
