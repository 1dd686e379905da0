// From posts, releases and events to entries of feeds, each drawn once a process however many feeds hold it.
import type { Root } from 'hast';
import { eventKindLabel, toTimes } from '@/app/views/event-view';
import { toDayOrMonth } from '@/lib/base/dates';
import { element, toNodes } from '@/lib/base/html';
import { eventPath, personPath, releasePath, toUrl } from '@/lib/base/urls';
import { type Content, findPerson, firstAddress, mentionsOf } from '@/lib/content/content';
import { changedAt, type Post } from '@/lib/content/posts';
import { type Event, mainOccurrence } from '@/lib/kinds/event/event';
import type { Release } from '@/lib/kinds/release/release';
import { getBody } from '@/lib/mdx/bodies';
import { toBodyTree } from '@/lib/mdx/body-tree';
import { toPlacements } from '@/lib/mdx/placements';
import { speakersOf } from '@/lib/output/calendar/event-text';
import {
  alsoThisMonth,
  correctionsHtml,
  createFeedComponents,
  eventHtml,
  type FeedEdition,
  type FeedEvent,
  type FeedRelease,
  releaseHtml,
} from '@/lib/output/feeds/entry-html';
import type { FeedEntry } from '@/lib/output/feeds/feed';
import { toFeedHref } from '@/lib/output/feeds/feed-address';
import { toPlainHtml } from '@/lib/output/feeds/plain-html';
import { featuredFile, getPictures, toPicture } from '@/lib/output/pictures/pictures';

const posts = new WeakMap<Post, { readonly content: Content; readonly entry: Promise<FeedEntry> }>();

/** A post with its whole content. */
export function toPostEntry(post: Post, content: Content): Promise<FeedEntry> {
  const known = posts.get(post);
  if (known?.content === content) return known.entry;
  const entry = makePostEntry(post, content);
  posts.set(post, { content, entry });
  return entry;
}

/** A post drawn without React, with its headings' ids: its corrections, its text, and what the text does not place. */
export async function drawPost(post: Post, content: Content): Promise<Root> {
  return drawEdition(post, toFeedEdition(post, content, await getPictures(post)));
}

/** The same with what it may place. */
export async function drawEdition(post: Post, edition: FeedEdition): Promise<Root> {
  const body = await getBody(post, edition.pictures);
  const placements = toPlacements(body.placements);
  const tree = toBodyTree(body, createFeedComponents(edition, placements));
  tree.children.unshift(...toNodes(correctionsHtml(post.corrections ?? [])));
  tree.children.push(...toNodes(alsoThisMonth(edition, placements)));
  return tree;
}

async function makePostEntry(post: Post, content: Content): Promise<FeedEntry> {
  const tree = await drawPost(post, content);
  const featured = featuredFile(post);
  return {
    path: post.url,
    firstPath: firstAddress(content, post),
    title: post.title,
    html: toPlainHtml(inItsLanguage(tree, post.lang), toFeedHref(post.url)),
    summary: post.description,
    published: post.date,
    updated: changedAt(post),
    authors: toAuthors(post, content),
    tags: post.tags,
    lang: post.lang,
    picture: featured && (await toPicture(post, featured)).src,
  };
}

/** Readers' programs show posts of many sites in one list: what is not in the site's language says which it is, and how it runs. */
function inItsLanguage(tree: Root, lang: string | undefined): Root {
  return lang === undefined ? tree : { type: 'root', children: [element('div', { lang, dir: 'auto' }, tree)] };
}

/** When a release appeared: its own date, else that of the first post that names it; undefined where nothing says it. */
export function releasedAt({ date, id }: Release, content: Content): Date | undefined {
  return date?.start ?? mentionsOf(content, 'releases', id).at(-1)?.date;
}

/** A release with what is new in it. */
export function toReleaseEntry(release: Release, published: Date, content: Content): FeedEntry {
  const path = releasePath(release.project, release.version);
  const view = toFeedRelease(release, content);
  return {
    path,
    firstPath: firstAddress(content, { url: path, aliases: release.aliases }),
    title: view.title,
    html: toPlainHtml({ type: 'root', children: toNodes(releaseHtml(view, { alone: true })) }, toFeedHref(path)),
    summary: undefined,
    published,
    updated: published,
    authors: [],
    tags: [],
    lang: undefined,
    picture: undefined,
  };
}

/**
 * When an event was announced: with the first post that names it, where that is before it begins. Nothing else in its file
 * says when it became known.
 */
export function announcedAt(event: Event, content: Content): Date {
  const first = mentionsOf(content, 'events', event.id).at(-1)?.date;
  const { start } = mainOccurrence(event, new Date(0));
  return first && first < start ? first : start;
}

/** An event with when, where and who. */
export function toEventEntry(event: Event, published: Date, content: Content): FeedEntry {
  const path = eventPath(event.id);
  const view = toFeedEvent(event, content, published);
  return {
    path,
    firstPath: firstAddress(content, { url: path, aliases: event.aliases }),
    title: event.title,
    html: toPlainHtml({ type: 'root', children: toNodes(eventHtml(view, { alone: true })) }, toFeedHref(path)),
    summary: view.facts.join(' · '),
    published,
    updated: published,
    authors: [],
    tags: [eventKindLabel(event.kind)],
    lang: undefined,
    picture: undefined,
  };
}

/** The authors of a post: people with a page, and names without. */
export function toAuthors(post: Post, content: Content): { name: string; path: string | undefined }[] {
  return post.authors.map((author) => {
    const person = findPerson(content, author);
    return { name: person?.name ?? author, path: person && personPath(person.id) };
  });
}

/** What a post may place. Times are those after the post's own day, so that they stay what they were. */
export function toFeedEdition(post: Post, content: Content, pictures: FeedEdition['pictures']): FeedEdition {
  const { byId, community } = content;
  const { coverage } = post;
  const pick = <T>(ids: readonly string[], from: ReadonlyMap<string, T>): [string, T][] =>
    ids.flatMap((id): [string, T][] => {
      const entry = from.get(id);
      return entry ? [[id, entry]] : [];
    });
  return {
    releases: new Map(
      pick(coverage.releases, byId.releases).map(([id, release]) => [id, toFeedRelease(release, content)]),
    ),
    events: new Map(
      pick(coverage.events, byId.events).map(([id, event]) => [id, toFeedEvent(event, content, post.date)]),
    ),
    adopters: pick(coverage.adopters, byId.adopters).map(([, { name, url }]) => ({ name, url })),
    ecosystem: pick(coverage.ecosystem, byId.ecosystem).map(([, { name, url, about }]) => ({ name, url, about })),
    people: new Map(
      pick(coverage.people, byId.people).map(([id, { name, affiliation }]) => [
        id,
        { name, url: toUrl(personPath(id)), about: affiliation },
      ]),
    ),
    posts: coverage.posts.flatMap((path) => {
      const named = content.postByUrl.get(path);
      return named ? [{ name: named.title, url: toUrl(named.url), about: named.description }] : [];
    }),
    contributors: coverage.contributors.map((name) => {
      const person = findPerson(content, name);
      return { name: person?.name ?? name, url: person && toUrl(personPath(person.id)) };
    }),
    facts: community.facts,
    pictures,
  };
}

function toFeedRelease(release: Release, { byId }: Content): FeedRelease {
  const { id, project, version, date, url, highlights = [], breaking = [], security = [], upgrade } = release;
  return {
    id,
    url: toUrl(releasePath(project, version)),
    title: `${byId.projects.get(project)?.name ?? project} ${version}`,
    dateText: date && toDayOrMonth(date),
    notesUrl: url,
    highlights,
    breaking,
    security,
    upgrade,
  };
}

function toFeedEvent(event: Event, { byId }: Content, after: Date): FeedEvent {
  const { dateText, timeText } = toTimes(mainOccurrence(event, after), event.zone);
  const speakers = speakersOf(event, byId.people).map(({ name }) => name);
  const place = [event.location, event.online ? 'online' : undefined].filter(Boolean).join(' and ');
  const status = event.status === 'cancelled' ? 'Cancelled' : event.status === 'moved' ? 'Moved' : undefined;
  return {
    id: event.id,
    url: toUrl(eventPath(event.id)),
    title: event.title,
    isMeeting: event.kind === 'meeting' || event.kind === 'bug-scrub',
    facts: [
      status,
      timeText ? `${dateText}, ${timeText}` : dateText,
      `${eventKindLabel(event.kind)}${place ? `, ${place}` : ''}`,
      speakers.length > 0 ? `With ${speakers.join(', ')}` : undefined,
    ].filter((fact) => fact !== undefined),
    description: event.description,
  };
}
