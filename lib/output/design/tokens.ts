// The design tokens, read from their sources: the `@theme` of app/globals.css, and the accent colour and the fonts of lib/site.ts.
import { readFileSync } from 'node:fs';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { type Accent, accentSheet, shiftUntil, toAccent } from '@/lib/output/design/accent';
import { contrast } from '@/lib/output/design/contrast';
import { fontSheet } from '@/lib/output/design/fonts';
import { site } from '@/lib/site';
import type { Site } from '@/lib/site-types';

/** A colour in both schemes. */
export interface ColorToken {
  /** `accent-soft` */
  readonly name: string;
  /** `#rrggbb` */
  readonly light: string;
  readonly dark: string;
}

/** A size, a font or any other token that is not a colour. */
export interface SizeToken {
  /** `text-xl` */
  readonly name: string;
  readonly value: string;
}

export interface Tokens {
  readonly colors: readonly ColorToken[];
  readonly sizes: readonly SizeToken[];
}

/** The tokens of the site. @param accent by default that of lib/site.ts. */
export function readTokens(accent = accentSheet()): Tokens {
  return parseTokens(accent + readFileSync('app/globals.css', 'utf8') + fontSheet(undefined, { versionOf: () => '' }));
}

/**
 * Reads the tokens.
 *
 * @param css a style sheet with `@theme { … }`, or several.
 * @throws {Error} if the block is missing, or a colour in it is not written as `light-dark(#rrggbb, #rrggbb)`.
 */
export function parseTokens(css: string): Tokens {
  const blocks = [...css.matchAll(/@theme\s*\{([^}]*)\}/g)].map(([, block]) => block);
  if (blocks.length === 0) throw new Error('The style sheet has no @theme.');
  const colors: ColorToken[] = [];
  const sizes: SizeToken[] = [];
  for (const [, name = '', value = ''] of blocks
    .join('')
    .replace(/\/\*.*?\*\//gs, '')
    .matchAll(/--([\w-]+):\s*([^;]+);/g)) {
    const [, color] = /^color-(.+)$/.exec(name) ?? [];
    if (color === undefined) sizes.push({ name, value });
    else {
      const [, light, dark] = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value) ?? [];
      if (!light || !dark) throw new Error(`--${name} is "${value}" (fix: write it like light-dark(#1b1a18, #eceae4))`);
      colors.push({ name: color, light, dark });
    }
  }
  return { colors, sizes };
}

/** A colour on another, and the contrast that it needs: WCAG 2.2, 1.4.3 for text and 1.4.11 for shapes. */
export interface Pair {
  readonly front: string;
  readonly ground: string;
  readonly wanted: number;
}

const text = 4.5;
const shape = 3;
const meanings = ['breaking', 'security', 'upcoming', 'caution'];
const grounds = ['paper', 'surface', 'sunken'];

/** Every pair of colours that components use. */
export const pairs: readonly Pair[] = [
  ...['ink', 'muted', 'accent', ...meanings].flatMap((front) =>
    grounds.map((ground) => ({ front, ground, wanted: text })),
  ),
  ...['accent', ...meanings].flatMap((tone) =>
    [tone, 'ink', 'muted', 'accent'].map((front) => ({ front, ground: `${tone}-soft`, wanted: text })),
  ),
  // Buttons, calendar leaves of events to come and of past ones, the filter that is on.
  ...['accent', 'muted', 'ink'].map((ground) => ({ front: 'paper', ground, wanted: text })),
  // The shapes of a cover.
  ...['breaking', 'security', 'upcoming', 'caution'].map((front) => ({ front, ground: 'accent-soft', wanted: shape })),
];

/** The colours of a pair in one scheme. */
export interface MeasuredPair extends Pair {
  readonly light: number;
  readonly dark: number;
}

/**
 * An error for each scheme in which text in the accent colour, or on it, is too hard to read. Its fix names the nearest colour in
 * which it is not.
 *
 * @param accent in the form of lib/site.ts, each colour `#rrggbb`.
 */
export function checkAccent(accent: Site['accent'] = site.accent): Diagnostic[] {
  const given = toAccent(accent);
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const worst = worstPair(given, scheme);
    if (!worst) return [];
    const direction = scheme === 'light' ? 'darker' : 'lighter';
    const readable = shiftUntil(given[scheme], direction, (color) => !worstPair({ ...given, [scheme]: color }, scheme));
    const message = `"accent.${scheme}": in ${given[scheme]}, "${worst.front}" on "${worst.ground}" has a contrast of ${worst[scheme].toFixed(2)}, and needs ${worst.wanted}`;
    return error('design/contrast', message, `choose a ${direction} colour${readable ? `, such as ${readable}` : ''}`);
  });
}

/** Of the pairs with too little contrast in one scheme, the one that lacks most. */
function worstPair(accent: Accent, scheme: keyof Accent): MeasuredPair | undefined {
  return measurePairs(readTokens(accentSheet(accent)))
    .filter(({ front, ground }) => `${front} ${ground}`.includes('accent'))
    .filter((pair) => pair[scheme] < pair.wanted)
    .sort((a, b) => a[scheme] / a.wanted - b[scheme] / b.wanted)[0];
}

/** Measures every pair in both schemes. @throws {Error} if a pair names no token. */
export function measurePairs({ colors }: Tokens): MeasuredPair[] {
  const find = (name: string) => {
    const color = colors.find((each) => each.name === name);
    if (!color)
      throw new Error(
        `The style sheet has no colour "${name}" (fix: add --color-${name} to the @theme of app/globals.css).`,
      );
    return color;
  };
  return pairs.map((pair) => {
    const [front, ground] = [find(pair.front), find(pair.ground)];
    return { ...pair, light: contrast(front.light, ground.light), dark: contrast(front.dark, ground.dark) };
  });
}
