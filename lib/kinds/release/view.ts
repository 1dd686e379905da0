// From a release to what is shown of it: callouts, feeds, mail and social cards read this one view.
import { toDayOrMonth } from '@/lib/base/dates';
import { releasePath, toUrl } from '@/lib/base/urls';
import type { Lookup } from '@/lib/kinds/kind';
import { type Release, releaseName } from '@/lib/kinds/release/release';

/** What is shown of a release. Addresses are ready for the page; texts are Markdown. */
export type ReleaseView = ReturnType<typeof toReleaseView>;

export function toReleaseView(release: Release, lookup: Lookup) {
  const { id, version, date, url, highlights = [], breaking = [], security = [], upgrade } = release;
  const project = lookup.project(release.project);
  const name = project?.name ?? release.project;
  return {
    id,
    title: releaseName(name, version),
    url: toUrl(releasePath(release.project, version)),
    project: name,
    /** The project's colour, as `#rrggbb`. */
    color: project?.color ?? '#888888',
    version,
    /** `16 February 2022` or `February 2022`; undefined where no source gives a date. */
    dateText: date && toDayOrMonth(date),
    /** The value of `<time datetime>`. */
    datetime: date?.text,
    notesUrl: url,
    highlights,
    breaking,
    security,
    upgrade,
  };
}
