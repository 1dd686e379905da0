// From a post to what it may place: the entries that it names, and its pictures.
import { toAdopterView, toEcosystemView, toPersonView } from '@/app/views/community-views';
import { toEventView } from '@/app/views/event-view';
import { toReleaseView } from '@/app/views/release-view';
import { type EditionView, entryAnchor } from '@/components/mdx/edition';
import { personPath, toUrl } from '@/lib/base/urls';
import { type Content, findPerson } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { renderInline } from '@/lib/mdx/markdown';
import { getPictures } from '@/lib/output/pictures/pictures';

export async function toEditionView(post: Post, content: Content, now: Date): Promise<EditionView> {
  const { byId, community } = content;
  const { coverage } = post;
  const pick = <T>(ids: readonly string[], from: ReadonlyMap<string, T>): [string, T][] =>
    ids.flatMap((id): [string, T][] => {
      const entry = from.get(id);
      return entry ? [[id, entry]] : [];
    });
  const adopters = pick(coverage.adopters, byId.adopters).map(async ([id, adopter]) => {
    // In its edition an adopter is new for good; that needs no mark.
    return [id, { ...(await toAdopterView(adopter, community, now)), isNew: false }] as const;
  });
  const people = pick(coverage.people, byId.people).map(
    async ([id, person]) => [id, await toPersonView(person, content)] as const,
  );
  return {
    releases: new Map(
      pick(coverage.releases, byId.releases).map(([id, release]) => [id, toReleaseView(release, content)]),
    ),
    events: new Map(pick(coverage.events, byId.events).map(([id, event]) => [id, toEventView(event, content, now)])),
    adopters: new Map(await Promise.all(adopters)),
    ecosystem: new Map(pick(coverage.ecosystem, byId.ecosystem).map(([id, entry]) => [id, toEcosystemView(entry)])),
    people: new Map(await Promise.all(people)),
    posts: coverage.posts.flatMap((url) => {
      const other = content.postByUrl.get(url);
      return other ? [{ url: toUrl(other.url), title: other.title, description: other.description }] : [];
    }),
    contributors: coverage.contributors.map((name) => {
      const person = findPerson(content, name);
      return { name: person?.name ?? name, url: person && toUrl(personPath(person.id)) };
    }),
    facts: community.facts.map(({ icon, title, about }) => ({ icon, title, about: renderInline(about) })),
    pictures: await getPictures(post),
  };
}

/** What the things that an edition holds are called: one, and several. */
const names = {
  releases: ['release', 'releases'],
  events: ['event', 'events'],
  adopters: ['new adopter', 'new adopters'],
  ecosystem: ['ecosystem entry', 'ecosystem entries'],
  people: ['person in a new role', 'people in new roles'],
  contributors: ['contributor', 'contributors'],
} as const;

const kinds = ['releases', 'events', 'adopters', 'ecosystem', 'people'] as const;

/** What an edition holds, each part with a link to its place: `8 new adopters`. */
export function plainFacts(edition: EditionView): { text: string; url: string }[] {
  const facts = kinds.flatMap((kind) => {
    const entries: ReadonlyMap<string, unknown> = edition[kind];
    const [first] = entries.keys();
    return first === undefined ? [] : [{ text: counted(entries.size, kind), url: `#${entryAnchor(kind, first)}` }];
  });
  const { length } = edition.contributors;
  return length > 0 ? [...facts, { text: counted(length, 'contributors'), url: '#entry-contributors' }] : facts;
}

/** The same without links, of what a post names. */
export function plainCounts(coverage: Readonly<Record<keyof typeof names, readonly string[]>>): string[] {
  return ([...kinds, 'contributors'] as const)
    .filter((kind) => coverage[kind].length > 0)
    .map((kind) => counted(coverage[kind].length, kind));
}

function counted(number: number, kind: keyof typeof names): string {
  return `${number} ${names[kind][number === 1 ? 0 : 1]}`;
}
