// Names in the lists of the front matter that the text never mentions, and the reverse.
import { visit } from 'unist-util-visit';
import type { Place } from '@/lib/base/diagnostic';
import { valueIn } from '@/lib/kinds/define-kind';
import type { EntryKind } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import { type Finding, findName, type LintedEdition } from '@/lib/news/lint-edition/edition';

/** The addresses that a text may link to in an entry's stead: its page here, its own page elsewhere. */
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

/** What the front matter names and the text neither places nor mentions. */
export function findUnmentioned(linted: LintedEdition): Finding[] {
  const { post, edition, placements, lookup, located } = linted;
  const findings: Finding[] = [];
  const linked = linkedFrom(linted);
  const report = (key: string, index: number, name: string, fix: string) => {
    const place = located?.placeOf([key, index]) ?? { line: 1, column: 1 };
    const message = `“${name}” stands in "${key}:", and the text never mentions it`;
    findings.push({ ...place, rule: 'not-mentioned', message, fix });
  };
  for (const { kind, leftOver } of edition.entries) {
    for (const entry of leftOver) {
      if (kind.mentions(entry, lookup).some((name) => findName(linted, name))) continue;
      if (addressesOf(kind, entry).some((url) => linked.has(comparable(url)))) continue;
      const index = post.coverage[kind.folder].indexOf(entry.id);
      report(kind.folder, index, entry.id, 'place it, mention it, or take it out of the list');
    }
  }
  if (!placements.groups.has('Posts')) {
    post.coverage.posts.forEach((url, index) => {
      if (!linked.has(url)) report('posts', index, url, 'place <Posts />, link to it, or take it out of the list');
    });
  }
  if (!placements.groups.has('Thanks')) {
    post.coverage.contributors.forEach((name, index) => {
      if (!findName(linted, name)) report('contributors', index, name, 'place <Thanks />, or thank them in the text');
    });
  }
  return findings;
}

/** What belongs to the month, stands in the text by name, and is missing in the front matter. */
export function findUnlisted(linted: LintedEdition): Finding[] {
  const { post, month, lookup } = linted;
  if (!month) return [];
  const findings: Finding[] = [];
  const report = (place: Place | undefined, key: string, name: string, id: string) => {
    if (!place) return;
    const message = `“${name}” stands in the text and not in "${key}:"`;
    findings.push({ ...place, rule: 'not-listed', message, fix: `add "${id}" to "${key}:", or to "omit:"` });
  };
  const omitted = new Set(post.coverage.omit);
  for (const { kind, all } of month.facts.entries) {
    const { folder } = kind;
    for (const entry of all) {
      const { id } = entry;
      if (post.coverage[folder].includes(id) || omitted.has(id) || omitted.has(`${folder}/${id}`)) continue;
      const name = kind.mentions(entry, lookup).find((each) => findName(linted, each));
      if (name !== undefined) report(findName(linted, name), folder, name, id);
    }
  }
  for (const { name } of month.facts.contributors) {
    const known = post.coverage.contributors.some((each) => each.toLowerCase() === name.toLowerCase());
    if (!known && !omitted.has(name)) report(findName(linted, name), 'contributors', name, name);
  }
  return findings;
}
