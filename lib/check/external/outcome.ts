// The outcome of asking a link: plain data, which the cache keeps.
import { z } from 'zod';

/** A redirect. */
const hop = z.strictObject({
  to: z.string(),
  /** Whether it is permanent (301, 308). */
  permanent: z.boolean(),
});

const hops = z.array(hop);

export const outcomeSchema = z.discriminatedUnion('kind', [
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
  /** It leads to a machine that is not public, and was not asked. */
  z.strictObject({ kind: z.literal('private'), hops, reason: z.string() }),
  /** It was not asked: the time was up, or the host asks to be left alone. */
  z.strictObject({ kind: z.literal('unasked'), hops, reason: z.string() }),
]);

export type Outcome = z.output<typeof outcomeSchema>;
export type Hop = z.output<typeof hop>;

/** Where a link has moved permanently: the last address that only permanent redirects lead to; undefined for none. */
export function movedTo({ hops: chain }: Pick<Outcome, 'hops'>): string | undefined {
  let to: string | undefined;
  for (const each of chain) {
    if (!each.permanent) break;
    to = each.to;
  }
  return to;
}
