// What links answered in earlier runs, so that no host is asked more often than necessary.
import { z } from 'zod';
import { keepFile, readKept } from '@/lib/base/build-cache';
import { type Outcome, outcomeSchema } from '@/lib/check/external/outcome';

const keptLink = z.strictObject({
  /** When it was asked last. Milliseconds since 1970, as all times here. */
  at: z.number(),
  outcome: outcomeSchema,
  /** When it last answered as it should. */
  goodAt: z.number().optional(),
  /** An archived copy. */
  copy: z.string().optional(),
});

const fileSchema = z.strictObject({ version: z.literal(1), links: z.record(z.string(), keptLink) });

export type KeptLink = z.output<typeof keptLink>;

const hour = 3_600_000;
const day = 24 * hour;

/** How long an answer is valid. A good one for most of a week, so that a weekly run asks again, and a run in between does not. */
const freshFor: Readonly<Record<Outcome['kind'], number>> = {
  good: 6 * day,
  closed: 6 * day,
  circle: hour,
  dead: hour,
  failing: 0,
  private: 0,
  unasked: 0,
};

/** Links that were not asked for so long are forgotten. */
const forgottenAfter = 90 * day;

/** Whether an answer of an earlier run is still valid. One from the future is not: a clock was wrong. */
export function isFresh({ at, outcome }: KeptLink, time: number): boolean {
  return time >= at && time - at < freshFor[outcome.kind];
}

/** Reads the cache. A missing or damaged file is an empty cache. */
export async function readLinkCache(path: string): Promise<Map<string, KeptLink>> {
  const text = readKept(path)?.toString('utf8') ?? '';
  try {
    return new Map(Object.entries(fileSchema.parse(JSON.parse(text)).links));
  } catch {
    return new Map();
  }
}

/** Writes the cache. */
export function keepLinkCache(path: string, links: ReadonlyMap<string, KeptLink>, time: number): void {
  const kept = [...links].filter(([, { at }]) => time - at < forgottenAfter);
  keepFile(path, `${JSON.stringify({ version: 1, links: Object.fromEntries(kept) })}\n`);
}
