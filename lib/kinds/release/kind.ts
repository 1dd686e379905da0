// The kind of releases: a version of a project.

import { compare } from '@/lib/base/compare';
import { toDayOrMonth } from '@/lib/base/dates';
import { oneLine } from '@/lib/base/english';
import { covers } from '@/lib/base/month';
import { sectionTexts } from '@/lib/base/sections';
import { releasePath } from '@/lib/base/urls';
import { plural, pluralInWords, withoutStop, words } from '@/lib/base/words';
import { defineKind } from '@/lib/kinds/define-kind';
import type { EntryCard, Lookup } from '@/lib/kinds/kind';
import { plainRelease } from '@/lib/kinds/release/plain';
import { releaseRecipe } from '@/lib/kinds/release/questions';
import { byDate, byVersion, isPatch, type Release, releaseName, sameVersion } from '@/lib/kinds/release/release';
import { releaseSchema } from '@/lib/kinds/release/schema';
import { toReleaseView } from '@/lib/kinds/release/view';

const said = words.kinds.release;

export const release = defineKind({
  name: 'release',
  folder: 'releases',
  label: { ...said, one: 'release', many: 'releases', section: sectionTexts.releases.title },
  about: 'A release, releases/<project>-<version>.yaml.',
  schema: releaseSchema,
  field: { about: 'Releases that it covers, by id.', example: 'tool-0.27.0' },
  hasPages: true,
  isContributed: false,
  feed: said.feed,
  announcement: {
    title: said.announced,
    form: 'list',
    item(entry, lookup, toText) {
      return { text: newsOf(entry, lookup, toText), path: releasePath(entry.project, entry.version) };
    },
  },
  title: nameOf,
  path: ({ project, version }) => releasePath(project, version),
  compare: byDate,
  parts: (releases, projects) =>
    projects.map(({ id, name, about }) => ({
      path: releasePath(id),
      title: name,
      entries: releases.filter(({ project }) => project === id),
      about,
    })),
  view: toReleaseView,
  plain: plainRelease,
  card: toCard,
  severity: severityOf,
  words: ({ highlights = [], breaking = [], security = [], upgrade = '' }) => [
    ...highlights,
    ...breaking.flatMap(({ change, action }) => [change, action]),
    ...security.map(({ summary }) => summary),
    upgrade,
  ],
  mentions({ project, version }, lookup) {
    const name = lookup.project(project)?.name ?? project;
    const short = version.replace(/\.0$/, '');
    return [version, short].flatMap((each) => [`${name} ${each}`, `${name} v${each}`]);
  },
  unique: ({ project, version }) => ({ version: `${project} ${sameVersion(version)}` }),
  gather: (entries, { span, projectRank }) => [
    entries
      .filter(({ date }) => date !== undefined && covers(span, date))
      .sort(
        (a, b) => projectRank(a.project) - projectRank(b.project) || compare(a.project, b.project) || byVersion(b, a),
      ),
    [],
  ],
  draftNames: (entry, lookup) => ({ id: entry.id, name: nameOf(entry, lookup), version: entry.version }),
  draftLists: (releases) => ({
    releases,
    mainReleases: releases.filter((entry) => !isPatch(entry)),
    otherReleases: releases.filter(isPatch),
  }),
  draftSummary(entries, lookup) {
    const main = entries.filter((entry) => !isPatch(entry));
    // More than three names would be too many for a sentence.
    return main.length > 3 ? [pluralInWords(said.number, main.length)] : main.map((entry) => nameOf(entry, lookup));
  },
  draftHeadline(entries, lookup, toText) {
    const main = entries.filter((entry) => !isPatch(entry));
    const first = main.find(({ breaking = [] }) => breaking.length > 0) ?? main[0];
    const news = first && newsOf(first, lookup, toText);
    // A highlight may be a whole sentence.
    return news && news.length <= 90 ? news : first && nameOf(first, lookup);
  },
  recipe: releaseRecipe,
});

function nameOf({ project, version }: Release, lookup: Lookup): string {
  return releaseName(lookup.project(project)?.name ?? project, version);
}

/** The name of a release, and how many breaking changes it has or else its first highlight. */
function newsOf(entry: Release, lookup: Lookup, toText: (markdown: string) => string): string {
  const { breaking = [], highlights = [] } = entry;
  const name = nameOf(entry, lookup);
  const [first] = highlights;
  const what =
    breaking.length > 0
      ? pluralInWords(said.announcedBreaking, breaking.length)
      : first && withoutStop(oneLine(toText(first)));
  return what ? words.labelled(name, what) : name;
}

function toCard(entry: Release, lookup: Lookup): EntryCard {
  const { id, date, highlights = [], breaking = [], security = [] } = entry;
  const counts = [
    ...(breaking.length > 0 ? [plural(said.breakingChanges, breaking.length)] : []),
    ...(security.length > 0 ? [plural(said.securityFixes, security.length)] : []),
    ...(highlights.length > 0 ? [plural(said.highlightsCount, highlights.length)] : []),
  ];
  const shapes = [
    ...breaking.map(() => 'breaking'),
    ...security.map(() => 'secured'),
    ...highlights.map(() => 'plain'),
  ].slice(0, 6);
  return {
    kicker: [said.title, date && toDayOrMonth(date)].filter(Boolean).join(' · '),
    title: nameOf(entry, lookup),
    line: counts.map((count) => count.replaceAll(' ', '\u00a0')).join(words.comma) || undefined,
    figure: { kind: 'shapes', seed: id, shapes: shapes.length > 0 ? shapes : ['plain'] },
  };
}

/** What the most notable change of a release is, as covers show it. */
export function severityOf({ breaking = [], security = [] }: Pick<Release, 'breaking' | 'security'>) {
  return breaking.length > 0 ? 'breaking' : security.length > 0 ? 'secured' : 'plain';
}
