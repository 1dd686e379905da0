// From a post to what it may place: the entries that it names, and its pictures.
import { toAdopterView, toEcosystemView, toPersonView } from '@/app/views/community-views';
import { toEventView } from '@/app/views/event-view';
import { toReleaseView } from '@/app/views/release-view';
import { type EditionView, entryAnchor } from '@/components/mdx/edition';
import { type Content, findPerson } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { renderInline } from '@/lib/mdx/markdown';
import { getPictures } from '@/lib/pictures/pictures';
import { personPath, toUrl } from '@/lib/urls';

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

/** What an edition holds, each part with a link to its place: `8 new adopters`. */
export function plainFacts(edition: EditionView): { text: string; url: string }[] {
  const { releases, events, people, adopters, ecosystem, contributors } = edition;
  const fact = (
    entries: ReadonlyMap<string, unknown>,
    kind: Parameters<typeof entryAnchor>[0],
    one: string,
    many: string,
  ) => {
    const [first] = entries.keys();
    return first === undefined ? [] : [{ text: counted(entries.size, one, many), url: `#${entryAnchor(kind, first)}` }];
  };
  return [
    ...fact(releases, 'releases', 'release', 'releases'),
    ...fact(events, 'events', 'event', 'events'),
    ...fact(adopters, 'adopters', 'new adopter', 'new adopters'),
    ...fact(ecosystem, 'ecosystem', 'ecosystem entry', 'ecosystem entries'),
    ...fact(people, 'people', 'person in a new role', 'people in new roles'),
    ...(contributors.length > 0
      ? [{ text: counted(contributors.length, 'contributor', 'contributors'), url: '#entry-contributors' }]
      : []),
  ];
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
