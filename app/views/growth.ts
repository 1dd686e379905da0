// From the days on which entries joined to the figures of their growth.
import type { DayOrMonth } from '@/lib/base/dates';

/**
 * Entries month by month, and how many joined at an unknown date.
 *
 * @param joined when each of them joined, where that is known.
 */
export function toGrowth(joined: readonly (DayOrMonth | undefined)[]) {
  const months = joined.flatMap((date) => date?.text.slice(0, 7) ?? []).sort();
  const undated = joined.length - months.length;
  const points = [...new Set(months)].map((month) => {
    const total = undated + months.lastIndexOf(month) + 1;
    return { month, added: total - undated - months.indexOf(month), total };
  });
  return { points, undated };
}
