// Names in the lists of the front matter that the text never mentions, and the reverse.
import { visit } from 'unist-util-visit';
import type { Place } from '@/lib/base/problems';
import { eventPath, personPath, releasePath } from '@/lib/base/urls';
import { coveredKinds } from '@/lib/content/coverage';
import { type Edition, type Finding, findName } from '@/lib/news/lint-edition/edition';

/** The names by which a text may call an entry. */
function namesOf({ content }: Edition, kind: (typeof coveredKinds)[number], id: string): string[] {
  const { community } = content;
  if (kind === 'releases') {
    const release = community.releases.find((each) => each.id === id);
    if (!release) return [];
    const project = community.projects.find((each) => each.id === release.project)?.name ?? release.project;
    const short = release.version.replace(/\.0$/, '');
    return [release.version, short].flatMap((version) => [`${project} ${version}`, `${project} v${version}`]);
  }
  const entry = community[kind].find((each) => each.id === id);
  if (!entry) return [];
  return ['title' in entry ? entry.title : entry.name];
}

const groupsOf = {
  releases: ['Releases'],
  events: ['Events'],
  adopters: ['Adopters'],
  ecosystem: ['Ecosystem'],
  people: [],
} as const;

/** The addresses that a text may link to in an entry's stead: its page here, its own page elsewhere. */
function addressesOf({ content }: Edition, kind: (typeof coveredKinds)[number], id: string): string[] {
  const { community } = content;
  const entry = community[kind].find((each) => each.id === id);
  const own = entry && 'url' in entry && entry.url ? [entry.url] : [];
  if (kind === 'events') return [...own, eventPath(id)];
  if (kind === 'people') return [personPath(id)];
  const release = community.releases.find((each) => kind === 'releases' && each.id === id);
  return release ? [...own, releasePath(release.project, release.version)] : own;
}

/** Every address that the text links to, in the form in which they are compared. */
function linkedFrom({ tree }: Edition): ReadonlySet<string> {
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
export function findUnmentioned(edition: Edition): Finding[] {
  const { post, placements, content, located } = edition;
  const findings: Finding[] = [];
  const linked = linkedFrom(edition);
  const report = (key: string, index: number, name: string, fix: string) => {
    const place = located?.placeOf([key, index]) ?? { line: 1, column: 1 };
    const message = `“${name}” stands in "${key}:", and the text never mentions it`;
    findings.push({ ...place, rule: 'not-mentioned', message, fix });
  };
  for (const kind of coveredKinds) {
    post.coverage[kind].forEach((id, index) => {
      const isMeeting = ['meeting', 'bug-scrub'].includes(
        content.community.events.find((each) => kind === 'events' && each.id === id)?.kind ?? '',
      );
      const groups: readonly string[] = isMeeting ? ['Events', 'Meetings'] : groupsOf[kind];
      if (groups.some((group) => placements.groups.has(group)) || placements.single.has(`${kind}/${id}`)) return;
      if (namesOf(edition, kind, id).some((name) => findName(edition, name))) return;
      if (addressesOf(edition, kind, id).some((url) => linked.has(comparable(url)))) return;
      report(kind, index, id, 'place it, mention it, or take it out of the list');
    });
  }
  if (!placements.groups.has('Posts')) {
    post.coverage.posts.forEach((url, index) => {
      if (!linked.has(url)) report('posts', index, url, 'place <Posts />, link to it, or take it out of the list');
    });
  }
  if (!placements.groups.has('Thanks')) {
    post.coverage.contributors.forEach((name, index) => {
      if (!findName(edition, name)) report('contributors', index, name, 'place <Thanks />, or thank them in the text');
    });
  }
  return findings;
}

/** What belongs to the month, stands in the text by name, and is missing in the front matter. */
export function findUnlisted(edition: Edition): Finding[] {
  const { post, month } = edition;
  if (!month) return [];
  const { releases, pastEvents, upcomingEvents, adopters, ecosystem, people, contributors } = month.facts;
  const ofMonth = { releases, events: [...pastEvents, ...upcomingEvents], adopters, ecosystem, people };
  const findings: Finding[] = [];
  const report = (place: Place | undefined, key: string, name: string, id: string) => {
    if (!place) return;
    const message = `“${name}” stands in the text and not in "${key}:"`;
    findings.push({ ...place, rule: 'not-listed', message, fix: `add "${id}" to "${key}:", or to "omit:"` });
  };
  const omitted = new Set(post.coverage.omit);
  for (const kind of coveredKinds) {
    for (const { id } of ofMonth[kind]) {
      if (post.coverage[kind].includes(id) || omitted.has(id) || omitted.has(`${kind}/${id}`)) continue;
      for (const name of namesOf(edition, kind, id)) {
        const place = findName(edition, name);
        if (!place) continue;
        report(place, kind, name, id);
        break;
      }
    }
  }
  for (const { name } of contributors) {
    const known = post.coverage.contributors.some((each) => each.toLowerCase() === name.toLowerCase());
    if (!known && !omitted.has(name)) report(findName(edition, name), 'contributors', name, name);
  }
  return findings;
}
