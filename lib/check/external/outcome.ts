// What became of a link: plain data, which the cache keeps from one run to the next.
import { z } from 'zod';

/** Where one address led on to. */
const hop = z.strictObject({
  to: z.string(),
  /** Whether it is said to be for good (301, 308). */
  permanent: z.boolean(),
});

const hops = z.array(hop);

export const outcomeSchema = z.discriminatedUnion('kind', [
  /** It answers. */
  z.strictObject({ kind: z.literal('good'), hops }),
  /** It answers, and shows its page to people with a browser or an account only. */
  z.strictObject({ kind: z.literal('closed'), hops, reason: z.string() }),
  /** There is no such page, or no such machine. */
  z.strictObject({ kind: z.literal('dead'), hops, reason: z.string(), unreached: z.boolean() }),
  /** It does not answer as it should, and may again. */
  z.strictObject({ kind: z.literal('failing'), hops, reason: z.string(), unreached: z.boolean() }),
  /** It leads on, and never to a page. */
  z.strictObject({ kind: z.literal('circle'), hops, reason: z.string() }),
  /** It leads to what is not for everybody, and was not asked. */
  z.strictObject({ kind: z.literal('private'), hops, reason: z.string() }),
  /** Nobody asked: the time was up, or the host wants to be left alone. */
  z.strictObject({ kind: z.literal('unasked'), hops, reason: z.string() }),
]);

export type Outcome = z.output<typeof outcomeSchema>;
export type Hop = z.output<typeof hop>;

/** Where a link has moved for good: the last address that is reached by permanent redirects alone; undefined where none. */
export function movedTo({ hops: chain }: Pick<Outcome, 'hops'>): string | undefined {
  let to: string | undefined;
  for (const each of chain) {
    if (!each.permanent) break;
    to = each.to;
  }
  return to;
}
