// The accent colour of lib/site.ts as design tokens: the colour itself, and a soft one for the ground of boxes.
import { parseColor, type Rgb } from '@/lib/output/design/contrast';
import { site } from '@/lib/site';
import type { Site } from '@/lib/site-types';

/** A colour for the light and for the dark scheme, each `#rrggbb` in small letters. */
export type Accent = Readonly<Record<'light' | 'dark', string>>;

/** In OKLCH. On the dark grounds, which are darker than 0.25, a colour of any hue then has more contrast than text needs. */
const derivedLightness = 0.78;

/**
 * The accent colour of lib/site.ts in both schemes. A dark form that is left out has the hue of the light one, and as much of its
 * colourfulness as sRGB can show at {@link derivedLightness}.
 */
export function toAccent(accent: Site['accent'] = site.accent): Accent {
  const { light, dark }: { light: string; dark?: string } = typeof accent === 'string' ? { light: accent } : accent;
  return { light: light.toLowerCase(), dark: dark?.toLowerCase() ?? withLightness(light, derivedLightness) };
}

/**
 * The style sheet with the tokens of an accent colour, which `npm run build` and `npm run dev` write to app/accent.css. The soft
 * colour has the hue of the accent, and so much of its colourfulness that a grey one stays grey.
 */
export function accentSheet(accent?: Site['accent']): string {
  const { light, dark } = toAccent(accent);
  const soft = [withLightness(light, 0.945, 0.105), withLightness(dark, 0.267, 0.48)].join(', ');
  return `/* Written by lib/build/prepare.ts from lib/site.ts. Do not edit: each build overwrites it. */
@theme {
  --color-accent: light-dark(${light}, ${dark});
  --color-accent-soft: light-dark(${soft});
}
`;
}

/** The nearest colour of the same hue that satisfies a condition, lighter or darker in steps of a hundredth; undefined if none does. */
export function shiftUntil(
  color: string,
  direction: 'lighter' | 'darker',
  isWanted: (color: string) => boolean,
): string | undefined {
  const step = direction === 'lighter' ? 0.01 : -0.01;
  for (let [lightness] = toOklab(color); lightness > 0 && lightness < 1; lightness += step) {
    const shifted = withLightness(color, lightness);
    if (isWanted(shifted)) return shifted;
  }
  return undefined;
}

/**
 * A colour of the same hue, in OKLCH (CSS Color 4, section 9.4). Where sRGB cannot show it, its chroma is reduced until it can,
 * as in section 13.2.
 *
 * @param lightness from 0 to 1. @param share of the colour's chroma, from 0 to 1.
 */
function withLightness(color: string, lightness: number, share = 1): string {
  const [, a, b] = toOklab(color);
  for (let factor = share; factor > 0; factor -= 0.02) {
    const parts = toLinearRgb(lightness, factor * a, factor * b);
    if (parts.every((part) => part >= -0.0005 && part <= 1.0005)) return toHex(parts);
  }
  return toHex(toLinearRgb(lightness, 0, 0));
}

/** To OKLab, with the matrices of CSS Color 4, section 18. @returns lightness, a and b. */
function toOklab(color: string): Rgb {
  const linear = parseColor(color).map((part) => toLinear(part / 255));
  const [l = 0, m = 0, s = 0] = times(linear, [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ]).map(Math.cbrt);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** From OKLab, with the same matrices. @returns red, green and blue, from 0 to 1 where sRGB can show the colour. */
function toLinearRgb(lightness: number, a: number, b: number): number[] {
  const cubes = [
    lightness + 0.3963377774 * a + 0.2158037573 * b,
    lightness - 0.1055613458 * a - 0.0638541728 * b,
    lightness - 0.0894841775 * a - 1.291485548 * b,
  ].map((root) => root ** 3);
  return times(cubes, [
    [4.0767416621, -3.3077115913, 0.2309699292],
    [-1.2684380046, 2.6097574011, -0.3413193965],
    [-0.0041960863, -0.7034186147, 1.707614701],
  ]);
}

function toHex(linear: readonly number[]): string {
  const parts = linear.map((part) => Math.round(255 * toGamma(Math.min(1, Math.max(0, part)))));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function times(vector: readonly number[], matrix: readonly Rgb[]): number[] {
  return matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0));
}

function toLinear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function toGamma(part: number): number {
  return part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055;
}
