// The result of requesting a link, and the cache of earlier results, which avoids unnecessary requests.
import { z } from 'zod';
import { keepFile, readKept } from '@/lib/base/build-cache';

/** A redirect. */
const hop = z.strictObject({
  to: z.string(),
  /** Whether it is permanent (301, 308). */
  permanent: z.boolean(),
});

const hops = z.array(hop);

const outcomeSchema = z.discriminatedUnion('kind', [
  /** It answers. */
  z.strictObject({ kind: z.literal('good'), hops }),
  /** It answers, but only people with a browser or an account see its page. */
  z.strictObject({ kind: z.literal('closed'), hops, reason: z.string() }),
  /** There is no such page, or no such machine. */
  z.strictObject({ kind: z.literal('dead'), hops, reason: z.string(), unreached: z.boolean() }),
  /** It does not answer as it should, and may again. */
  z.strictObject({ kind: z.literal('failing'), hops, reason: z.string(), unreached: z.boolean() }),
  /** It redirects, and never to a page. */
  z.strictObject({ kind: z.literal('circle'), hops, reason: z.string() }),
  /** Its host is not public, so no request was sent. */
  z.strictObject({ kind: z.literal('private'), hops, reason: z.string() }),
  /** It was not asked: the time was up, or the host asks to be left alone. */
  z.strictObject({ kind: z.literal('unasked'), hops, reason: z.string() }),
]);

export type Outcome = z.output<typeof outcomeSchema>;
export type Hop = z.output<typeof hop>;

/** The new address of a link: the last one that only permanent redirects lead to; undefined if it has not moved. */
export function movedTo({ hops: chain }: Pick<Outcome, 'hops'>): string | undefined {
  let to: string | undefined;
  for (const each of chain) {
    if (!each.permanent) break;
    to = each.to;
  }
  return to;
}

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

/** Results older than this are removed from the cache. */
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
