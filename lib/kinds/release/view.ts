// From a release to what is shown of it: callouts, feeds, mail and social cards read this one view.
import { toDayOrMonth } from '@/lib/base/dates';
import { releasePath, toUrl } from '@/lib/base/urls';
import type { EntryView, Lookup } from '@/lib/kinds/kind';
import type { Release } from '@/lib/kinds/release/release';

/** What is shown of a release. Addresses are ready for the page; texts are Markdown. */
export interface ReleaseView extends EntryView {
  readonly url: string;
  readonly project: string;
  /** The project's colour, as `#rrggbb`. */
  readonly color: string;
  readonly version: string;
  /** `16 February 2022` or `February 2022`; undefined where no source gives a date. */
  readonly dateText: string | undefined;
  /** The value of `<time datetime>`. */
  readonly datetime: string | undefined;
  readonly notesUrl: string | undefined;
  readonly highlights: readonly string[];
  readonly breaking: readonly { readonly change: string; readonly action: string }[];
  readonly security: readonly { readonly id: string; readonly summary: string; readonly url?: string | undefined }[];
  readonly upgrade: string | undefined;
}

export function toReleaseView(release: Release, lookup: Lookup): ReleaseView {
  const { id, version, date, url, highlights = [], breaking = [], security = [], upgrade } = release;
  const project = lookup.project(release.project);
  const name = project?.name ?? release.project;
  return {
    id,
    title: `${name} ${version}`,
    url: toUrl(releasePath(release.project, version)),
    project: name,
    color: project?.color ?? '#888888',
    version,
    dateText: date && toDayOrMonth(date),
    datetime: date?.text,
    notesUrl: url,
    highlights,
    breaking,
    security,
    upgrade,
  };
}
