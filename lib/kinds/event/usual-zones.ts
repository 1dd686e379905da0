// The time zones in which a community usually meets: whatever asks for a zone offers them first.
import { compare } from '@/lib/base/compare';
import { groupBy } from '@/lib/base/group-by';
import type { Event } from '@/lib/kinds/event/event';
import { site } from '@/lib/site';

/**
 * The zones of events, most used first, then by name. After them come those of `site.usualZones` that no event has yet.
 *
 * @param events those that may be shown: a zone must not reveal a draft.
 */
export function usualZones(events: readonly Pick<Event, 'zone'>[]): readonly string[] {
  const used = groupBy(
    events.flatMap(({ zone }) => zone ?? []),
    (zone) => zone,
  );
  const byUse = [...used].sort(([a, one], [b, other]) => other.length - one.length || compare(a, b));
  return [...new Set([...byUse.map(([zone]) => zone), ...(site.usualZones ?? [])])];
}
