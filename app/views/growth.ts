// From adopters to the figures of their growth.
import type { Adopter } from '@/lib/kinds/adopter/kind';

/** Adopters month by month, and how many came at a date that nobody recorded. */
export function toGrowth(adopters: readonly Adopter[]): {
  points: { month: string; added: number; total: number }[];
  undated: number;
} {
  const added = new Map<string, number>();
  for (const { joined } of adopters) {
    const month = joined?.text.slice(0, 7);
    if (month) added.set(month, (added.get(month) ?? 0) + 1);
  }
  const dated = [...added.values()].reduce((sum, count) => sum + count, 0);
  let total = adopters.length - dated;
  const undated = total;
  const points = [...added]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, count]) => {
      total += count;
      return { month, added: count, total };
    });
  return { points, undated };
}
