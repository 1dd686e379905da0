// From entries to what pages show of them.
import { type DayOrMonth, toDayOrMonth } from '@/lib/base/dates';
import { releasePath, toUrl } from '@/lib/base/urls';
import type { Project } from '@/lib/content/community';
import { type Content, mentionsOf } from '@/lib/content/content';
import { valueIn } from '@/lib/kinds/define-kind';
import type { Folder } from '@/lib/kinds/index';
import type { EntryBase, EntryView, Kind } from '@/lib/kinds/kind';
import { type Release, releaseName } from '@/lib/kinds/release/release';
import type { Picture } from '@/lib/mdx/picture';
import { toEntryPicture } from '@/lib/output/pictures/pictures';

/**
 * What pages show of some entries, in their order, with the pictures that they name.
 *
 * @param now what their times are relative to: by default the instant for which the content was chosen.
 */
export function withPictures<E extends EntryBase, View extends EntryView>(
  kind: Kind<E, View, string, string>,
  entries: readonly E[],
  { community, lookup }: Pick<Content, 'community' | 'lookup'>,
  now = lookup.now,
): Promise<(View & { readonly picture: Pick<Picture, 'src' | 'width' | 'height'> | undefined })[]> {
  return Promise.all(
    entries.map(async (entry) => {
      const { folder, pictures } = kind;
      const file = pictures && community.pictures.get(`${folder}/${valueIn(entry, pictures.field)}`);
      const picture = file && (await toEntryPicture(file, pictures.path));
      return { ...kind.view(entry, { ...lookup, now }), picture };
    }),
  );
}

/** The posts that name an entry, newest first, ready for the page. */
export function toMentions(content: Content, folder: Folder, id: string) {
  return mentionsOf(content, folder, id).map(({ url, title }) => ({ url: toUrl(url), title }));
}

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

/** A lane a project, over the time from the first release that has a date until `now`. */
export function toTimeLine(projects: readonly (readonly [Project, readonly Release[]])[], now: Date) {
  const lanes = projects.flatMap(([project, releases]) => {
    const dated = releases.flatMap(({ version, date, breaking, security }) =>
      date
        ? [
            {
              version,
              date: date.start,
              label: releaseName(project.name, version),
              when: toDayOrMonth(date),
              url: toUrl(releasePath(project.id, version)),
              breaking: (breaking?.length ?? 0) > 0,
              secured: (security?.length ?? 0) > 0,
            },
          ]
        : [],
    );
    return dated.length > 0 ? [{ name: project.name, color: project.color, releases: dated }] : [];
  });
  const first = Math.min(...lanes.flatMap((lane) => lane.releases.map(({ date }) => date.getTime())));
  return { lanes, from: Number.isFinite(first) ? new Date(first) : now, to: now };
}
