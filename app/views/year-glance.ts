// From a year to what there was in it.
import type { GlanceGroup } from '@/components/blog/year-glance';
import { sectionPath, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { entriesOf } from '@/lib/content/community';
import type { Content } from '@/lib/content/content';
import { mainOccurrence } from '@/lib/kinds/event/event';
import { event } from '@/lib/kinds/event/kind';
import { countedKinds, type EntryKind } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import { release } from '@/lib/kinds/release/kind';

/** Editions, releases, events and who joined in a year. What has no date of that year is not in it. */
export function toYearGlance(year: string, { posts, latestReleases, community, lookup }: Content): GlanceGroup[] {
  const editions = posts.filter(({ coverage }) => coverage.period?.startsWith(`${year}-`));
  const toGroup = (kind: EntryKind, entries: readonly EntryBase[]): GlanceGroup => {
    const { number, counted = number, all } = kind.label;
    return {
      counted,
      all,
      url: toUrl(sectionPath(kind.folder)),
      items: entries.map((entry) => {
        const { title, url = toUrl(kind.path(entry)) } = kind.view(entry, lookup);
        return { title, url };
      }),
    };
  };
  const isOfYear = (kind: EntryKind) => (entry: EntryBase) => kind.date(entry)?.text.startsWith(year);
  return [
    {
      counted: words.edition.count,
      all: words.post.all,
      url: toUrl('/blog/'),
      items: editions.map(({ url, title }) => ({ url: toUrl(url), title })),
    },
    toGroup(release, latestReleases.filter(isOfYear(release))),
    toGroup(
      event,
      community.events.filter(
        (each) => mainOccurrence(each, new Date(`${year}-01-01T00:00:00Z`)).start.getUTCFullYear() === Number(year),
      ),
    ),
    // Those who join are counted as new.
    ...countedKinds
      .filter(({ label }) => label.counted !== undefined)
      .map((kind) => toGroup(kind, entriesOf(community, kind).filter(isOfYear(kind)))),
  ];
}
