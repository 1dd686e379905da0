// Which social picture each page has, and what is on it. The route that draws them and the pages' heads read this one list.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { toCoverFacts } from '@/app/views/cover-facts';
import { editionOf } from '@/app/views/edition-context';
import { plainCounts } from '@/app/views/edition-view';
import { monthName, toDay } from '@/lib/base/dates';
import type { ServedFile } from '@/lib/base/served-file';
import {
  archivePath,
  cardPath,
  eventKindPath,
  ownOrigin,
  postFilePath,
  releasePath,
  sectionPath,
  tagPath,
  toUrl,
} from '@/lib/base/urls';
import { countedInFigures } from '@/lib/base/words';
import { entriesOf, entryPages } from '@/lib/content/community';
import { type Content, findPerson } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { getContent, getPostPages } from '@/lib/content/queries';
import { eventKinds } from '@/lib/kinds/event/schema';
import { eventKindLabel } from '@/lib/kinds/event/view';
import { byFolder, countedKinds, type Folder, kinds } from '@/lib/kinds/index';
import { severityOf } from '@/lib/kinds/release/kind';
import type { Release } from '@/lib/kinds/release/release';
import {
  type CardColors,
  type CardFacts,
  type CardList,
  cardKey,
  cardType,
  markShapes,
} from '@/lib/output/cards/card-facts';
import { parseTokens } from '@/lib/output/design/tokens';
import { type CoverFacts, countOf } from '@/lib/output/pictures/cover';
import { featuredFile, listVariants, measure } from '@/lib/output/pictures/pictures';
import { site } from '@/lib/site';

/** A page's social picture, as its head names it. */
export interface CardImage {
  /** Absolute: on a preview, the preview's own. */
  readonly href: string;
  readonly alt: string;
}

type MakeFacts = () => CardFacts | Promise<CardFacts>;

const lists = new WeakMap<Content, ReadonlyMap<string, MakeFacts>>();

/** The picture of a page; of one that has none of its own, that of the nearest page above it. */
export async function cardImage(path: string): Promise<CardImage> {
  const list = await getCards();
  let owner = path;
  while (owner !== '/' && !list.has(owner)) owner = owner.replace(/[^/]*\/$/, '');
  const facts = await list.get(owner)?.();
  if (!facts) throw new Error(`There is no social picture for ${path}.`);
  // The version is for those who keep pictures by their address, as X and Slack do; the answer is the same without it.
  const version = cardKey(facts, cardColors()).slice(0, 6);
  const href = `${ownOrigin()}${toUrl(cardPath(owner, cardType(facts).ending))}?v=${version}`;
  return { href, alt: `${facts.title} · ${site.shortName}` };
}

/** Everything that the route must know, which draws when nothing of the content is there any more. */
export async function listCards(): Promise<CardList> {
  const cards: [string, CardFacts][] = [];
  for (const [path, make] of await getCards()) {
    const facts = await make();
    cards.push([cardPath(path, cardType(facts).ending), facts]);
  }
  return { colors: cardColors(), cards: Object.fromEntries(cards) };
}

/** A picture that the facts name, in development, where nothing is built. @param path its address, decoded. */
export async function readCardPicture(path: string): Promise<Buffer | undefined> {
  for (const post of await getPostPages()) {
    const featured = path.startsWith(post.url) ? featuredFile(post) : undefined;
    if (featured) return readFile(featured.absolute);
  }
  return undefined;
}

let colors: CardColors | undefined;

/** Light, as most of those who show the pictures are around them. */
export function cardColors(): CardColors {
  colors ??= Object.fromEntries(
    parseTokens(readFileSync('app/globals.css', 'utf8')).colors.map(({ name, light }) => [name, light]),
  );
  return colors;
}

async function getCards(): Promise<ReadonlyMap<string, MakeFacts>> {
  const content = await getContent();
  const known = lists.get(content) ?? makeCards(content);
  lists.set(content, known);
  return known;
}

function makeCards(content: Content): Map<string, MakeFacts> {
  const { posts, postByUrl, community, lookup, archive, tags, releasesByProject } = content;
  const { events, releases, people } = community;
  const edition = posts.find(({ coverage }) => coverage.period);
  const latest = edition && toCoverFacts(editionOf(edition, content));
  const news: CardFacts['figure'] = latest
    ? { kind: 'cover', facts: latest }
    : { kind: 'shapes', seed: '/', shapes: markShapes };
  const section = (
    path: string,
    title: string,
    line: string | undefined,
    figure: CardFacts['figure'] = news,
  ): [string, MakeFacts] => [path, () => ({ title, line, figure })];
  return new Map<string, MakeFacts>([
    section('/', site.name, site.description),
    section('/blog/', 'Blog', countedInFigures(posts.length, 'post')),
    section('/subscribe/', 'Subscribe', 'Feeds and calendars'),
    section('/search/', 'Search', undefined),
    section(
      '/community/',
      'Community',
      'Meetings, channels, maintainers, and ways to join in',
      figureOf('people', { counts: { people: people.length } }),
    ),
    ...kinds.map((kind) => {
      const { folder, name, label } = kind;
      const { length } = entriesOf(community, kind);
      const held: Held = name === 'release' ? { releases } : { counts: { [folder]: length } };
      return section(sectionPath(folder), label.section, kind.cardLine(length), figureOf(folder, held));
    }),
    section('/tags/', 'Tags', countedInFigures(tags.size, 'tag'), figureOf('tags', { contributors: tags.size })),
    ...[...archive].flatMap(([year, months]) => [
      section(
        archivePath(year),
        year,
        countedInFigures([...months.values()].flat().length, 'post'),
        figureOf(year, { posts: [...months.values()].flat() }),
      ),
      ...[...months].map(([month, list]) =>
        section(
          archivePath(year, month),
          `${monthName(Number(month))} ${year}`,
          countedInFigures(list.length, 'post'),
          figureOf(`${year}-${month}`, { posts: list }),
        ),
      ),
    ]),
    ...[...tags.values()].map((tag): [string, MakeFacts] => [
      tagPath(tag.slug),
      () => ({
        kicker: 'Tag',
        title: tag.name,
        line: countedInFigures(tag.posts.length, 'post'),
        figure: figureOf(tag.slug, { posts: tag.posts }),
      }),
    ]),
    ...eventKinds
      .map((kind) => ({ kind, list: events.filter((event) => event.kind === kind) }))
      .filter(({ list }) => list.length > 0)
      .map(({ kind, list }): [string, MakeFacts] => [
        eventKindPath(kind),
        () => ({
          kicker: 'Events',
          title: eventKindLabel(kind),
          line: countedInFigures(list.length, 'event'),
          figure: figureOf(kind, { counts: { events: list.length } }),
        }),
      ]),
    ...[...releasesByProject].map(([project, list]): [string, MakeFacts] => [
      releasePath(project.id),
      () => ({
        kicker: 'Releases',
        title: project.name,
        line: project.about,
        figure: figureOf(project.id, { releases: list }),
      }),
    ]),
    ...entryPages(community).flatMap(({ kind, entry, url }): [string, MakeFacts][] => {
      const card = kind.card?.bind(kind);
      return card ? [[url, () => card(entry, lookup)]] : [];
    }),
    ...[...postByUrl.values()].map((post): [string, MakeFacts] => [post.url, () => postCard(post, content)]),
  ]);
}

async function postCard(post: Post, content: Content): Promise<CardFacts> {
  const featured = post.withdrawn === undefined ? featuredFile(post) : undefined;
  const edition = editionOf(post, content);
  const cover = toCoverFacts(edition);
  const authors = post.authors.map((author) => findPerson(content, author)?.name ?? author);
  const counts = plainCounts(edition);
  return {
    kicker: toDay(post.date),
    title: post.title,
    line: (cover && counts.length > 0 ? counts : authors).map(unbroken).join(', ') || undefined,
    figure: featured
      ? await pictureFigure(post, featured)
      : cover
        ? { kind: 'cover', facts: cover }
        : { kind: 'shapes', seed: post.url, shapes: shapesOf(post) },
  };
}

/** The variant that is large enough, which the build makes for the page anyway; else the picture itself. */
async function pictureFigure(post: Post, file: ServedFile): Promise<CardFacts['figure']> {
  const variants = (await listVariants(post)).filter((variant) => variant.file === file);
  const name = (variants.find(({ width }) => width >= 800) ?? variants.at(-1))?.name ?? file.name;
  return { kind: 'picture', path: postFilePath(post.url, name), hash: (await measure(file)).hash };
}

/** What a post is about, as far as it names entries; one that names none has the shapes of the mark. */
function shapesOf({ coverage }: Post): readonly string[] {
  const named = countedKinds
    .flatMap(({ name, folder }) => coverage[folder].map(() => (name === 'release' ? 'plain' : name)))
    .slice(0, 6);
  return named.length > 1 ? named : markShapes;
}

/** What a section holds. */
interface Held {
  readonly posts?: readonly Post[];
  readonly releases?: readonly Release[];
  readonly counts?: Partial<Record<Folder, number>>;
  readonly contributors?: number;
}

/** Shapes for what a section holds, as a cover has them. */
function figureOf(
  seed: string,
  { posts = [], releases = [], counts = {}, contributors = 0 }: Held,
): CardFacts['figure'] {
  const sums = byFolder(({ folder }) =>
    posts.reduce((sum, { coverage }) => sum + coverage[folder].length, counts[folder] ?? 0),
  );
  const facts: CoverFacts = {
    month: seed,
    ...byFolder(({ folder }) => most(sums[folder])),
    releases: [...releases.map(severityOf), ...Array.from({ length: sums.releases }, () => 'plain' as const)].slice(
      0,
      mostShapes,
    ),
    contributors: most(contributors + posts.length),
  };
  return countOf(facts) < fewestShapes ? { kind: 'shapes', seed, shapes: markShapes } : { kind: 'cover', facts };
}

/** With fewer there would be little to see: then the shapes of the mark stand there. */
const fewestShapes = 6;

/** Of one kind, on one picture: more would be dust. */
const mostShapes = 80;

function most(number: number): number {
  return Math.min(number, mostShapes);
}

/** What is to stay in one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
