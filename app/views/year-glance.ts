// From a year to what there was in it.
import type { GlanceGroup } from '@/components/blog/year-glance';
import { eventPath, releasePath, toUrl } from '@/lib/base/urls';
import type { Content } from '@/lib/content/content';
import { mainOccurrence } from '@/lib/kinds/event/event';

/** Editions, releases, events and adopters of a year. What has no date of that year is not in it. */
export function toYearGlance(year: string, { posts, latestReleases, community, byId }: Content): GlanceGroup[] {
  const editions = posts.filter(({ coverage }) => coverage.period?.startsWith(`${year}-`));
  const releases = latestReleases.filter(({ date }) => date?.text.startsWith(year));
  const adopters = community.adopters.filter(({ joined }) => joined?.text.startsWith(year));
  const events = community.events.filter(
    (event) => mainOccurrence(event, new Date(`${year}-01-01T00:00:00Z`)).start.getUTCFullYear() === Number(year),
  );
  return [
    {
      one: 'edition',
      many: 'editions',
      all: 'All posts',
      url: toUrl('/blog/'),
      items: editions.map(({ url, title }) => ({ url: toUrl(url), title })),
    },
    {
      one: 'release',
      many: 'releases',
      all: 'All releases',
      url: toUrl('/releases/'),
      items: releases.map(({ project, version }) => ({
        url: toUrl(releasePath(project, version)),
        title: `${byId.projects.get(project)?.name ?? project} ${version}`,
      })),
    },
    {
      one: 'event',
      many: 'events',
      all: 'All events',
      url: toUrl('/events/'),
      items: events.map(({ id, title }) => ({ url: toUrl(eventPath(id)), title })),
    },
    {
      one: 'new adopter',
      many: 'new adopters',
      all: 'All adopters',
      url: toUrl('/adopters/'),
      items: adopters.map(({ name, url }) => ({ url, title: name })),
    },
  ];
}
