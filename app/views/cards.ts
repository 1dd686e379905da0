// Which social picture each page has, and what is on it. The route that draws them and the pages' heads read this one list.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { toCoverFacts } from '@/app/views/cover-facts';
import { plainCounts } from '@/app/views/edition-view';
import { eventKindLabel, toEventView } from '@/app/views/event-view';
import { now } from '@/lib/base/clock';
import { monthName, toDay, toDayOrMonth } from '@/lib/base/dates';
import type { ServedFile } from '@/lib/base/served-file';
import {
  archivePath,
  cardPath,
  eventKindPath,
  eventPath,
  ownOrigin,
  personPath,
  postFilePath,
  releasePath,
  tagPath,
  toUrl,
} from '@/lib/base/urls';
import { type Content, findPerson } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { getContent, getPostPages } from '@/lib/content/queries';
import type { Event } from '@/lib/kinds/event/event';
import { eventKinds } from '@/lib/kinds/event/schema';
import type { Release } from '@/lib/kinds/release/release';
import { type CardColors, type CardFacts, type CardList, cardKey, cardType } from '@/lib/output/cards/card-facts';
import { parseTokens } from '@/lib/output/design/tokens';
import type { CoverFacts } from '@/lib/output/pictures/cover';
import { featuredFile, listVariants, measure } from '@/lib/output/pictures/pictures';
import { site } from '@/lib/site';

/** A page's social picture, as its head names it. */
export interface CardImage {
  /** Absolute: on a preview, the preview's own. */
  readonly href: string;
  readonly alt: string;
}

/** Those of the mark. */
const markShapes = ['plain', 'event', 'adopter', 'breaking'] as const;

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
  const known = lists.get(content) ?? makeCards(content, now());
  lists.set(content, known);
  return known;
}

function makeCards(content: Content, instant: Date): Map<string, MakeFacts> {
  const { posts, postByUrl, community, archive, tags, releasesByProject } = content;
  const { events, releases, adopters, ecosystem, people } = community;
  const edition = posts.find(({ coverage }) => coverage.period);
  const latest = edition && toCoverFacts(edition, content);
  const news: CardFacts['figure'] = latest
    ? { kind: 'cover', facts: latest }
    : { kind: 'shapes', seed: '/', shapes: [...markShapes] };
  const section = (
    path: string,
    title: string,
    line: string | undefined,
    figure: CardFacts['figure'] = news,
  ): [string, MakeFacts] => [path, () => ({ title, line, figure })];
  return new Map<string, MakeFacts>([
    section('/', site.name, site.description),
    section('/blog/', 'Blog', counted(posts.length, 'post')),
    section('/subscribe/', 'Subscribe', 'Feeds and calendars, explained'),
    section('/search/', 'Search', undefined),
    section(
      '/community/',
      'Community',
      'Meetings, channels, maintainers, and ways to join in',
      figureOf('people', { people: people.length }),
    ),
    section(
      '/people/',
      'People',
      'Who writes, maintains, speaks and contributes',
      figureOf('people', { people: people.length }),
    ),
    section(
      '/adopters/',
      'Adopters',
      counted(adopters.length, 'organisation'),
      figureOf('adopters', { adopters: adopters.length }),
    ),
    section(
      '/ecosystem/',
      'Ecosystem',
      counted(ecosystem.length, 'tool, controller or integration', 'tools, controllers and integrations'),
      figureOf('ecosystem', { ecosystem: ecosystem.length }),
    ),
    section('/events/', 'Events', counted(events.length, 'event'), figureOf('events', { events: events.length })),
    section('/releases/', 'Releases', counted(releases.length, 'release'), figureOf('releases', { releases })),
    section('/tags/', 'Tags', counted(tags.size, 'tag'), figureOf('tags', { contributors: tags.size })),
    ...[...archive].flatMap(([year, months]) => [
      section(
        archivePath(year),
        year,
        counted([...months.values()].flat().length, 'post'),
        figureOf(year, { posts: [...months.values()].flat() }),
      ),
      ...[...months].map(([month, list]) =>
        section(
          archivePath(year, month),
          `${monthName(Number(month))} ${year}`,
          counted(list.length, 'post'),
          figureOf(`${year}-${month}`, { posts: list }),
        ),
      ),
    ]),
    ...[...tags.values()].map((tag): [string, MakeFacts] => [
      tagPath(tag.slug),
      () => ({
        kicker: 'Tag',
        title: tag.name,
        line: counted(tag.posts.length, 'post'),
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
          line: counted(list.length, 'event'),
          figure: figureOf(kind, { events: list.length }),
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
    ...people.map((person): [string, MakeFacts] => [
      personPath(person.id),
      () => ({
        kicker: 'People',
        title: person.name,
        line: person.affiliation,
        figure: { kind: 'shapes', seed: person.id, shapes: ['person', 'plain'] },
      }),
    ]),
    ...releases.map((release): [string, MakeFacts] => [
      releasePath(release.project, release.version),
      () => releaseCard(release, content),
    ]),
    ...events.map((event): [string, MakeFacts] => [eventPath(event.id), () => eventCard(event, content, instant)]),
    ...[...postByUrl.values()].map((post): [string, MakeFacts] => [post.url, () => postCard(post, content)]),
  ]);
}

async function postCard(post: Post, content: Content): Promise<CardFacts> {
  const featured = post.withdrawn === undefined ? featuredFile(post) : undefined;
  const cover = toCoverFacts(post, content);
  const authors = post.authors.map((author) => findPerson(content, author)?.name ?? author);
  const counts = plainCounts(post.coverage);
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
function shapesOf({ coverage }: Post) {
  const named = [
    ...coverage.releases.map(() => 'plain' as const),
    ...coverage.events.map(() => 'event' as const),
    ...coverage.adopters.map(() => 'adopter' as const),
    ...coverage.ecosystem.map(() => 'ecosystem' as const),
    ...coverage.people.map(() => 'person' as const),
  ].slice(0, 6);
  return named.length > 1 ? named : [...markShapes];
}

function releaseCard(
  { id, project, version, date, highlights = [], breaking = [], security = [] }: Release,
  { byId }: Content,
): CardFacts {
  const counts = [
    ...(breaking.length > 0 ? [counted(breaking.length, 'breaking change')] : []),
    ...(security.length > 0 ? [counted(security.length, 'security fix', 'security fixes')] : []),
    ...(highlights.length > 0 ? [counted(highlights.length, 'highlight')] : []),
  ];
  const shapes = [
    ...breaking.map(() => 'breaking' as const),
    ...security.map(() => 'secured' as const),
    ...highlights.map(() => 'plain' as const),
  ].slice(0, 6);
  return {
    kicker: ['Release', date && toDayOrMonth(date)].filter(Boolean).join(' · '),
    title: `${byId.projects.get(project)?.name ?? project} ${version}`,
    line: counts.map(unbroken).join(', ') || undefined,
    figure: { kind: 'shapes', seed: id, shapes: shapes.length > 0 ? shapes : ['plain'] },
  };
}

function eventCard(event: Event, content: Content, instant: Date): CardFacts {
  const { title, kindLabel, status, leaf, dateText, timeText, repeatText, place } = toEventView(
    event,
    content,
    instant,
  );
  const notice = { confirmed: undefined, moved: 'Moved', cancelled: 'Cancelled' }[status];
  const time = [dateText, timeText].filter((part) => part !== undefined).join(', ');
  return {
    kicker: [kindLabel, notice, repeatText].filter((part) => part !== undefined).join(' · '),
    title,
    line: [time, place].filter((part) => part !== undefined).join('. '),
    figure: { kind: 'leaf', ...leaf },
  };
}

/** Shapes for what a section holds, as a cover has them. */
function figureOf(
  seed: string,
  held: {
    readonly posts?: readonly Post[];
    readonly releases?: readonly Release[];
    readonly events?: number;
    readonly adopters?: number;
    readonly ecosystem?: number;
    readonly people?: number;
    readonly contributors?: number;
  },
): CardFacts['figure'] {
  const { posts = [], releases = [], events = 0, adopters = 0, ecosystem = 0, people = 0, contributors = 0 } = held;
  const sum = (kind: 'releases' | 'events' | 'adopters' | 'ecosystem' | 'people') =>
    posts.reduce((total, { coverage }) => total + coverage[kind].length, 0);
  const facts: CoverFacts = {
    month: seed,
    releases: [
      ...releases.map(({ breaking = [], security = [] }) =>
        breaking.length > 0 ? ('breaking' as const) : security.length > 0 ? ('secured' as const) : ('plain' as const),
      ),
      ...Array.from({ length: sum('releases') }, () => 'plain' as const),
    ].slice(0, mostShapes),
    events: most(events + sum('events')),
    adopters: most(adopters + sum('adopters')),
    ecosystem: most(ecosystem + sum('ecosystem')),
    people: most(people + sum('people')),
    contributors: most(contributors + posts.length),
  };
  const count =
    facts.releases.length + facts.events + facts.adopters + facts.ecosystem + facts.people + facts.contributors;
  return count < fewestShapes ? { kind: 'shapes', seed, shapes: [...markShapes] } : { kind: 'cover', facts };
}

/** With fewer there would be little to see: then the shapes of the mark stand there. */
const fewestShapes = 6;

/** Of one kind, on one picture: more would be dust. */
const mostShapes = 80;

function most(number: number): number {
  return Math.min(number, mostShapes);
}

function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** What is to stay in one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
