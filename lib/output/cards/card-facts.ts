// What a social picture shows: decided at build, drawn when somebody first asks for it.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { byFolder, type EntryKind, kinds } from '@/lib/kinds/index';
import { site } from '@/lib/site';

const count = z.number().int().nonnegative();

/** A month as lib/output/pictures/cover.ts draws it, with its fields in the order of the seed. */
const coverFacts = z.strictObject({
  month: z.string(),
  ...byFolder(() => count),
  releases: z.array(z.enum(['breaking', 'secured', 'plain'])).readonly(),
  contributors: count,
});

/** The shapes of the mark, by the names of what has them. */
export const markShapes: readonly string[] = ['plain', ownerOf('disc'), ownerOf('square'), 'breaking'];

function ownerOf(shape: EntryKind['shape']): string {
  return kinds.find((kind) => kind.shape === shape)?.name ?? 'plain';
}

const figure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cover'), facts: coverFacts }),
  /** Six at most, in a grid: names of kinds, or what releases are. What is missing is a dot. `seed` turns them. */
  z.strictObject({ kind: z.literal('shapes'), seed: z.string(), shapes: z.array(z.string()).max(6).readonly() }),
  z.strictObject({ kind: z.literal('leaf'), day: z.string(), month: z.string() }),
  /** A served picture: its path on the site, and what its content is known by. */
  z.strictObject({ kind: z.literal('picture'), path: z.string(), hash: z.string() }),
]);

export const cardFactsSchema = z.strictObject({
  /** What kind of page it is, or when it was published. */
  kicker: z.string().optional(),
  title: z.string(),
  /** Below the title, three lines at most. */
  line: z.string().optional(),
  figure,
});

/** What is drawn on one picture. */
export type CardFacts = z.output<typeof cardFactsSchema>;

/** Light colours of the look by the names of their tokens: `#rrggbb`. */
export const cardColorsSchema = z.record(z.string(), z.string());
export type CardColors = z.output<typeof cardColorsSchema>;

/** All pictures of a build, by the paths of their pages. */
export const cardListSchema = z.strictObject({
  colors: cardColorsSchema,
  cards: z.record(z.string(), cardFactsSchema),
});
export type CardList = z.output<typeof cardListSchema>;

/** Changes with whatever in the drawing is neither a fact nor a colour: fonts, measures, composition. */
const template = 1;

/** What a picture is known by: the same for the same drawing, another for any other. */
export function cardKey(facts: CardFacts, colors: CardColors): string {
  const drawn = JSON.stringify([template, site.name, facts, colors]);
  return createHash('sha256').update(drawn).digest('base64url').slice(0, 16);
}

/** Photographs are smaller as JPEG, everything else as PNG. */
export function cardType({ figure: { kind } }: CardFacts): {
  readonly ending: 'jpg' | 'png';
  readonly type: 'image/jpeg' | 'image/png';
} {
  return kind === 'picture' ? { ending: 'jpg', type: 'image/jpeg' } : { ending: 'png', type: 'image/png' };
}
