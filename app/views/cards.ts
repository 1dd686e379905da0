// Which social card each page has, and what is on it. The route that renders cards and the heads of pages read this one list.

import type { Metadata } from 'next';
import { editionOf, toCoverFacts } from '@/app/views/edition-facts';
import { plainFacts } from '@/app/views/edition-view';
import { toDay, toMonth } from '@/lib/base/dates';
import { hasSection, sectionTexts } from '@/lib/base/sections';
import type { ServedFile } from '@/lib/base/served-file';
import {
  archivePath,
  cardPath,
  mailCoverPath,
  ownOrigin,
  postFilePath,
  sectionPath,
  tagPath,
  toUrl,
} from '@/lib/base/urls';
import { asTitle, plural, withoutStop, words } from '@/lib/base/words';
import { entriesOf, entryPages, shownParts } from '@/lib/content/community';
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { getContent, getPostPages } from '@/lib/content/queries';
import { byFolder, countedKinds, type EntryKind, type Folder, kinds } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import {
  type CardColors,
  type CardFacts,
  type CardList,
  cardKey,
  cardType,
  markShapes,
} from '@/lib/output/cards/card-facts';
import { readTokens } from '@/lib/output/design/tokens';
import { type CoverFacts, countOf } from '@/lib/output/pictures/cover';
import { featuredFile, listVariants, measure } from '@/lib/output/pictures/pictures';
import { readServed } from '@/lib/output/pictures/read-served';
import { type PageFacts, pageMetadata } from '@/lib/output/seo/page-metadata';
import { site } from '@/lib/site';

/** A page's social card, as its head names it. */
export interface CardImage {
  /** Absolute: on a preview, the preview's own. */
  readonly href: string;
  readonly alt: string;
}

type Figure = CardFacts['figure'];
type MakeFacts = () => CardFacts | Promise<CardFacts>;

const lists = new WeakMap<Content, ReadonlyMap<string, MakeFacts>>();

/** The card of a page; for a page without its own, that of the nearest page above it. */
export async function cardImage(path: string): Promise<CardImage> {
  const list = await getCards();
  let owner = path;
  while (owner !== '/' && !list.has(owner)) owner = owner.replace(/[^/]*\/$/, '');
  const facts = await list.get(owner)?.();
  if (!facts) throw new Error(`There is no social card for ${path}.`);
  // X and Slack cache pictures by address. The answer is the same without the version.
  const version = cardKey(facts, cardColors()).slice(0, 6);
  const href = `${ownOrigin()}${toUrl(cardPath(owner, cardType(facts).ending))}?v=${version}`;
  return { href, alt: `${facts.title} · ${site.shortName}` };
}

/** The head of a page: what the page says of itself, and its social picture. */
export async function pageHead(page: Omit<PageFacts, 'card'>): Promise<Metadata> {
  return pageMetadata({ ...page, card: await cardImage(page.path) });
}

/** Everything that the route needs: it renders cards where the content is no longer there. */
export async function listCards(): Promise<CardList> {
  const cards: [string, CardFacts][] = [];
  for (const [path, make] of await getCards()) {
    const facts = await make();
    cards.push([cardPath(path, cardType(facts).ending), facts]);
  }
  return { colors: cardColors(), cards: Object.fromEntries(cards) };
}

/** A picture that a card shows, in development, where nothing is built. @param path its address, decoded. */
export async function readCardPicture(path: string): Promise<Buffer | undefined> {
  for (const post of await getPostPages()) {
    const featured = path.startsWith(post.url) ? featuredFile(post) : undefined;
    if (featured) return readServed(featured);
  }
  return undefined;
}

let colors: CardColors | undefined;

/** Light, as are most of the sites that show cards. */
export function cardColors(): CardColors {
  colors ??= Object.fromEntries(readTokens().colors.map(({ name, light }) => [name, light]));
  return colors;
}

async function getCards(): Promise<ReadonlyMap<string, MakeFacts>> {
  const content = await getContent();
  const known = lists.get(content) ?? makeCards(content);
  lists.set(content, known);
  return known;
}

type Card = readonly [path: string, make: MakeFacts];

function makeCards(content: Content): ReadonlyMap<string, MakeFacts> {
  const { lookup, community, postByUrl } = content;
  return new Map([
    ...cardsOfSections(content),
    ...cardsOfLists(content),
    ...entryPages(community).flatMap(({ kind, entry, url }): Card[] => {
      const card = kind.card?.bind(kind);
      return card ? [[url, () => card(entry, lookup)]] : [];
    }),
    ...[...postByUrl.values()].flatMap((post): Card[] => {
      const facts = toCoverFacts(editionOf(post, content));
      const cover: Card[] = facts
        ? [[mailCoverPath(post.url), () => ({ title: '', figure: { kind: 'cover', facts } })]]
        : [];
      return [[post.url, () => postCard(post, content)], ...cover];
    }),
  ]);
}

/** The front page and the sections, whether or not there is anything in them. */
function cardsOfSections(content: Content): Card[] {
  const { posts, community, tags } = content;
  const edition = posts.find(({ coverage }) => coverage.period);
  const latest = edition && toCoverFacts(editionOf(edition, content));
  const news: Figure = latest ? { kind: 'cover', facts: latest } : markOf('/');
  const people = figureOf('people', { counts: { people: community.people.length } });
  const { blog, subscribe, search, community: joining, tags: tagList } = sectionTexts;
  const pages: [path: string, title: string, line: string | undefined, figure: Figure][] = [
    ['/', site.name, site.description, news],
    ['/blog/', blog.title, plural(words.post.count, posts.length), news],
    ['/subscribe/', subscribe.title, words.cards.subscribe, news],
    ['/search/', search.title, undefined, news],
    ['/community/', joining.title, withoutStop(joining.description), people],
    ['/tags/', tagList.title, plural(words.cards.tags, tags.size), figureOf('tags', { contributors: tags.size })],
  ];
  for (const kind of kinds) {
    const { folder, label } = kind;
    const entries = entriesOf(community, kind);
    const figure = figureOf(folder, contentsOf(kind, entries));
    pages.push([sectionPath(folder), label.section, kind.cardLine(entries.length), figure]);
  }
  return pages
    .filter(([path]) => isPage(path))
    .map(([path, title, line, figure]) => [path, () => ({ title, line, figure })]);
}

/** Whether the site has the section of a path: `/tags/`. */
function isPage(path: string): boolean {
  return path === '/' || hasSection(path.replaceAll('/', ''));
}

/** Lists of posts, events and releases: of a year, a month, a tag, a kind, a project. */
function cardsOfLists({ archive, tags, community }: Content): Card[] {
  const postsCard = (path: string, seed: string, title: string, posts: readonly Post[], kicker?: string): Card => [
    path,
    () => ({ kicker, title, line: plural(words.post.count, posts.length), figure: figureOf(seed, { posts }) }),
  ];
  return [
    ...[...archive].flatMap(([year, months]) => [
      postsCard(archivePath(year), year, year, [...months.values()].flat()),
      ...[...months].map(([month, posts]) =>
        postsCard(
          archivePath(year, month),
          `${year}-${month}`,
          asTitle(toMonth(new Date(Date.UTC(Number(year), Number(month) - 1)))),
          posts,
        ),
      ),
    ]),
    ...[...tags.values()].map(({ slug, name, posts }) => postsCard(tagPath(slug), slug, name, posts, words.cards.tag)),
    ...shownParts(community).map(({ kind, part: { path, title, entries, about } }): Card => {
      const { label } = kind;
      const line = about ?? plural(label.number, entries.length);
      return [path, () => ({ kicker: label.section, title, line, figure: figureOf(path, contentsOf(kind, entries)) })];
    }),
  ];
}

async function postCard(post: Post, content: Content): Promise<CardFacts> {
  const featured = post.withdrawn === undefined ? featuredFile(post) : undefined;
  const edition = editionOf(post, content);
  const cover = toCoverFacts(edition);
  const authors = post.authors.map(({ name }) => content.lookup.person(name)?.name ?? name);
  const counts = plainFacts(edition).map(({ text }) => text);
  // Each name or count stays on one line.
  const line = (cover && counts.length > 0 ? counts : authors)
    .map((text) => text.replaceAll(' ', '\u00a0'))
    .join(words.comma);
  const shapes: Figure = cover ? { kind: 'cover', facts: cover } : { ...markOf(post.url), shapes: shapesOf(post) };
  const figure = featured ? await pictureFigure(post, featured) : shapes;
  const kicker = [post.kicker, toDay(post.date)].filter((part) => part !== undefined).join(' · ');
  return { kicker, title: post.title, line: line || undefined, figure };
}

/** The variant that is large enough, which the build makes for the page anyway; else the picture itself. */
async function pictureFigure(post: Post, file: ServedFile): Promise<Figure> {
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

function markOf(seed: string) {
  return { kind: 'shapes', seed, shapes: markShapes } as const;
}

/** What a section contains. */
interface Contents {
  readonly posts?: readonly Post[];
  readonly releases?: CoverFacts['releases'];
  readonly counts?: Partial<Record<Folder, number>>;
  readonly contributors?: number;
}

function contentsOf(kind: EntryKind, entries: readonly EntryBase[]): Contents {
  const { name, folder } = kind;
  return name === 'release'
    ? { releases: entries.map((entry) => kind.severity?.(entry) ?? 'plain') }
    : { counts: { [folder]: entries.length } };
}

/** With fewer shapes there would be little to see: then the figure has those of the mark. */
const fewestShapes = 6;

/** Of one kind, on one figure: more would be too small to see. */
const mostShapes = 80;

/** A figure of what a section contains, as a cover shows it. */
function figureOf(seed: string, { posts = [], releases = [], counts = {}, contributors = 0 }: Contents): Figure {
  const most = (count: number) => Math.min(count, mostShapes);
  const sums = byFolder(({ folder }) =>
    posts.reduce((sum, { coverage }) => sum + coverage[folder].length, counts[folder] ?? 0),
  );
  const facts: CoverFacts = {
    month: seed,
    ...byFolder(({ folder }) => most(sums[folder])),
    releases: [...releases, ...Array<'plain'>(sums.releases).fill('plain')].slice(0, mostShapes),
    contributors: most(contributors + posts.length),
  };
  return countOf(facts) < fewestShapes ? markOf(seed) : { kind: 'cover', facts };
}
