// What the lists of the front matter name and the text does not show, and the reverse.
import { visit } from 'unist-util-visit';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { inCapitals, listed } from '@/lib/base/english';
import { words } from '@/lib/base/words';
import { valueIn } from '@/lib/kinds/define-kind';
import type { EntryKind } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import type { Release } from '@/lib/kinds/release/release';
import type { ListKey } from '@/lib/news/draft/front-matter';
import { findName, type LintedEdition } from '@/lib/news/lint-edition/edition';

/** What the front matter names and the text neither places, mentions nor links to. */
export function findUnmentioned(linted: LintedEdition): Diagnostic[] {
  const { post, edition, placements, placeOfField } = linted;
  const { posts, contributors } = post.coverage;
  const linked = linkedFrom(linted);
  const report = (list: string, index: number, name: string, fix: string) => {
    const message = `“${name}” is in "${list}:", but the text never mentions it: it is only in ${also}`;
    return warning('lint/not-mentioned', message, fix, placeOfField([list, index]));
  };
  const entries = edition.entries.flatMap(({ kind, leftOver }) =>
    leftOver
      .filter((entry) => !isMentioned(linted, linked, kind, entry))
      .map(({ id }) => {
        const fix = `place it${tagFor(kind, id)}, mention it, or remove it from the list`;
        return report(kind.folder, post.coverage[kind.folder].indexOf(id), id, fix);
      }),
  );
  const unlinked = posts.flatMap((url, index) => {
    if (placements.groups.has('Posts') || linked.has(url)) return [];
    return [report('posts', index, url, 'place <Posts />, link to it, or remove it from the list')];
  });
  const unthanked = contributors.flatMap((name, index) => {
    if (placements.groups.has('Thanks') || findName(linted, name)) return [];
    return [report('contributors', index, name, 'place <Thanks />, or thank them in the text')];
  });
  return [...entries, ...unlinked, ...unthanked];
}

/** Past and upcoming entries that one component shows together, where a reader expects one of the two. */
export function findMixedTimes({ edition, tree, placeOf }: LintedEdition): Diagnostic[] {
  const { days } = edition.lookup;
  const found: Diagnostic[] = [];
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    for (const { kind, lists } of edition.entries) {
      const shown = lists.get(node.name ?? '');
      if (!shown || !days || !kind.when) continue;
      const past = shown.filter((entry) => kind.when?.(entry, days) === 'past');
      if (past.length === 0 || past.length === shown.length) continue;
      const names = listed(past.map(({ id }) => id));
      const message = `<${node.name} /> shows what is over on ${days.day} (${names}) together with what is still to come`;
      const fix = `write <${node.name} when="upcoming" />, and <${node.name} when="past" /> in a section of its own`;
      found.push(warning('lint/mixed-times', message, fix, placeOf(node)));
    }
  });
  return found;
}

/** What `news draft` listed and the text mentions but no longer places, so that it moved to the end of the page. */
export function findMoved(linted: LintedEdition): Diagnostic[] {
  const { edition, post, placeOfField } = linted;
  const drafted: { readonly [Key in ListKey]?: readonly string[] | undefined } = post.drafted ?? {};
  const linked = linkedFrom(linted);
  return edition.entries.flatMap(({ kind, leftOver }) =>
    leftOver
      .filter((entry) => drafted[kind.folder]?.includes(entry.id) && isMentioned(linted, linked, kind, entry))
      .map(({ id }) => {
        const message = `the text mentions “${id}” but does not place it, so it is also in ${also}`;
        const fix = `place it${tagFor(kind, id)}, or remove it from "${kind.folder}:"`;
        return warning('lint/moved', message, fix, placeOfField([kind.folder, post.coverage[kind.folder].indexOf(id)]));
      }),
  );
}

/** Where a page shows what its text does not place. */
const also = `“${words.edition.also}” at the end`;

/** How to place an entry by itself, if its kind has a component for that. */
function tagFor({ name, components }: EntryKind, id: string): string {
  return components.one ? ` with <${inCapitals(name)} id="${id}" />` : '';
}

/** What belongs to the month and is mentioned by name, but is missing from the front matter. */
export function findUnlisted(linted: LintedEdition): Diagnostic[] {
  const { post, month, lookup } = linted;
  const { omit, contributors } = post.coverage;
  if (!month) return [];
  const report = (list: string, names: readonly string[], id: string) => {
    if (omit.includes(id) || omit.includes(`${list}/${id}`)) return [];
    const name = names.find((each) => findName(linted, each));
    if (name === undefined) return [];
    const message = `“${name}” is in the text but not in "${list}:"`;
    return [warning('lint/not-listed', message, `add "${id}" to "${list}:", or to "omit:"`, findName(linted, name))];
  };
  const entries = month.facts.entries.flatMap(({ kind, all }) =>
    all
      .filter(({ id }) => !post.coverage[kind.folder].includes(id))
      .flatMap((entry) => report(kind.folder, kind.mentions(entry, lookup), entry.id)),
  );
  const known = new Set(contributors.map((name) => name.toLowerCase()));
  const people = month.facts.contributors.filter(({ name }) => !known.has(name.toLowerCase()));
  return [...entries, ...people.flatMap(({ name }) => report('contributors', [name], name))];
}

/** @param linked what the text links to. */
function isMentioned(linted: LintedEdition, linked: ReadonlySet<string>, kind: EntryKind, entry: EntryBase): boolean {
  return (
    kind.mentions(entry, linted.lookup).some((name) => findName(linted, name)) ||
    addressesOf(kind, entry).some((url) => linked.has(comparable(url)))
  );
}

/** The addresses by which a text may link to an entry: its page here, and its own page elsewhere. */
function addressesOf(kind: EntryKind, entry: EntryBase): string[] {
  const own = valueIn(entry, 'url');
  return [...(typeof own === 'string' ? [own] : []), ...(kind.hasPages ? [kind.path(entry)] : [])];
}

/** Every address that the text links to, in the form in which they are compared. */
function linkedFrom({ tree }: LintedEdition): ReadonlySet<string> {
  const linked = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') linked.add(comparable(node.url));
  });
  return linked;
}

function comparable(url: string): string {
  return url.replace(/[?#].*$/, '').replace(/\/?$/, '/');
}

/** Breaking changes that the text does not show, and releases that should say whether they have any. */
export function findMissingBreaking({ post, content, placements, placeOfField }: LintedEdition): Diagnostic[] {
  const releases = new Map(content.community.releases.map((release) => [release.id, release]));
  return post.coverage.releases.flatMap((id, index): Diagnostic[] => {
    const release = releases.get(id);
    if (!release) return [];
    const report = (message: string, fix: string) => [
      warning('lint/breaking', message, fix, placeOfField(['releases', index])),
    ];
    const placed = placements.single.has(`releases/${id}`) || placements.groups.has('Releases');
    if (release.breaking?.length && !placed) {
      return report(
        `“${id}” has breaking changes, but the text does not show them`,
        `place <Release id="${id}">, which shows them`,
      );
    }
    if (release.breaking || !mayBreak(release)) return [];
    return report(
      `the version of “${id}” suggests breaking changes, but its entry lists none`,
      `add "breaking:" to ${release.shownFile}; write "breaking: []" if there are none`,
    );
  });
}

/** 2.0.0, and 0.28.0: where semantic versioning allows breaking changes (semver.org, items 4 and 8). */
function mayBreak({ version }: Release): boolean {
  return /^(?:[1-9]\d*\.0|0\.\d+)(?:\.0)?$/.test(version);
}
