// From the days on which entries joined to the figures of their growth.
import type { DayOrMonth } from '@/lib/base/dates';

/**
 * Entries month by month, and how many came at a date that nobody recorded.
 *
 * @param joined when each of them joined, where that is known.
 */
export function toGrowth(joined: readonly (DayOrMonth | undefined)[]): {
  points: { month: string; added: number; total: number }[];
  undated: number;
} {
  const added = new Map<string, number>();
  for (const date of joined) {
    const month = date?.text.slice(0, 7);
    if (month) added.set(month, (added.get(month) ?? 0) + 1);
  }
  const dated = [...added.values()].reduce((sum, count) => sum + count, 0);
  let total = joined.length - dated;
  const undated = total;
  const points = [...added]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, count]) => {
      total += count;
      return { month, added: count, total };
    });
  return { points, undated };
}
