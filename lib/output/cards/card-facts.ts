// What a social card shows: decided at build, rendered when it is first requested.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { allKinds, byFolder, type EntryKind } from '@/lib/kinds/index';
import { getMark } from '@/lib/output/design/mark';
import { site } from '@/lib/site';

/** Pixels, as Open Graph and X recommend. */
export const cardSize = { width: 1200, height: 630 } as const;

const count = z.number().int().nonnegative();

/** A month for lib/output/pictures/cover.ts, with its fields in the order of the seed. */
const coverFacts = z.strictObject({
  month: z.string(),
  ...byFolder(() => count),
  releases: z.array(z.enum(['breaking', 'secured', 'plain'])).readonly(),
  contributors: count,
});

/** The shapes of the mark: names of kinds, or what releases are. */
export const markShapes: readonly string[] = ['plain', ownerOf('disc'), ownerOf('square'), 'breaking'];

function ownerOf(shape: EntryKind['shape']): string {
  return allKinds.find((kind) => kind.shape === shape)?.name ?? 'plain';
}

const figure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cover'), facts: coverFacts }),
  /** Six at most, in a grid: names of kinds, or what releases are. Missing ones are dots. `seed` turns them. */
  z.strictObject({ kind: z.literal('shapes'), seed: z.string(), shapes: z.array(z.string()).max(6).readonly() }),
  z.strictObject({ kind: z.literal('leaf'), day: z.string(), month: z.string() }),
  /** A served picture: its path on the site, and the checksum of its content. */
  z.strictObject({ kind: z.literal('picture'), path: z.string(), hash: z.string() }),
]);

export const cardFactsSchema = z.strictObject({
  /** What kind of page it is, or when it was published. */
  kicker: z.string().optional(),
  /** Empty: there is no text at all, and the figure has the whole card. */
  title: z.string(),
  /** Below the title, three lines at most. */
  line: z.string().optional(),
  figure,
});

/** What one card shows. */
export type CardFacts = z.output<typeof cardFactsSchema>;

/** Light colours of the look by the names of their tokens: `#rrggbb`. */
export const cardColorsSchema = z.record(z.string(), z.string());
export type CardColors = z.output<typeof cardColorsSchema>;

/** All cards of a build, by their addresses. */
export const cardListSchema = z.strictObject({
  colors: cardColorsSchema,
  cards: z.record(z.string(), cardFactsSchema),
});
export type CardList = z.output<typeof cardListSchema>;

/** Part of the cache key. Increase it when fonts, sizes or the composition change. */
const template = 4;

/** The cache key of a card: the same for the same content and colours only. */
export function cardKey(facts: CardFacts, colors: CardColors): string {
  const content = JSON.stringify([template, site.name, facts, colors, ...(site.mark ? [getMark()] : [])]);
  return createHash('sha256').update(content).digest('base64url').slice(0, 16);
}

/** Photographs are smaller as JPEG, everything else as PNG. */
export function cardType({ figure: { kind } }: CardFacts): {
  readonly ending: 'jpg' | 'png';
  readonly type: 'image/jpeg' | 'image/png';
} {
  return kind === 'picture' ? { ending: 'jpg', type: 'image/jpeg' } : { ending: 'png', type: 'image/png' };
}
