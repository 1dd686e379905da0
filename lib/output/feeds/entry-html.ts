// Placed entries as plain HTML for feeds: an event is a short list with date and link, a release a list of what is new.

import { toDay } from '@/lib/base/dates';
import { globPattern } from '@/lib/base/glob';
import { element, type HtmlNode } from '@/lib/base/html';
import type { BodyProps, TreeComponents } from '@/lib/mdx/body-tree';
import { markdownTree } from '@/lib/mdx/markdown';
import type { Picture } from '@/lib/mdx/pictures';
import type { Placements } from '@/lib/mdx/placements';
import { parseVideo } from '@/lib/mdx/videos';
import type { ComponentName } from '@/lib/mdx/vocabulary';

/** What a feed says of an event. */
export interface FeedEvent {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly isMeeting: boolean;
  /** The kind, when, where, who: a line each. */
  readonly facts: readonly string[];
  readonly description: string | undefined;
}

/** What a feed says of a release. */
export interface FeedRelease {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly dateText: string | undefined;
  readonly notesUrl: string | undefined;
  readonly highlights: readonly string[];
  readonly breaking: readonly { readonly change: string; readonly action: string }[];
  readonly security: readonly { readonly id: string; readonly summary: string; readonly url?: string | undefined }[];
  readonly upgrade: string | undefined;
}

interface Named {
  readonly name: string;
  readonly url: string | undefined;
  readonly about?: string | undefined;
}

/** What a post may place, by id and in its order. */
export interface FeedEdition {
  readonly releases: ReadonlyMap<string, FeedRelease>;
  readonly events: ReadonlyMap<string, FeedEvent>;
  readonly adopters: readonly Named[];
  readonly ecosystem: readonly Named[];
  readonly people: ReadonlyMap<string, Named>;
  readonly posts: readonly Named[];
  readonly contributors: readonly Named[];
  readonly facts: readonly { readonly title: string; readonly about: string }[];
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** An event as a short list. Its heading is left out where it stands alone. */
export function eventHtml(event: FeedEvent, { alone = false }: { alone?: boolean } = {}): HtmlNode {
  const link = element('a', { href: event.url }, alone ? 'Details and calendar' : event.title);
  return [
    alone ? null : element('p', {}, element('strong', {}, link)),
    element('ul', {}, [
      ...event.facts.map((fact) => element('li', {}, fact)),
      alone ? element('li', {}, link) : null,
    ] as HtmlNode[]),
    event.description === undefined ? null : markdownTree(event.description),
  ];
}

/** A release: what is new, what breaks, what was secured, how to upgrade. */
export function releaseHtml(release: FeedRelease, { alone = false }: { alone?: boolean } = {}): HtmlNode {
  const { title, url, dateText, notesUrl, highlights, breaking, security, upgrade } = release;
  const part = (name: string, items: readonly HtmlNode[]): HtmlNode =>
    items.length === 0
      ? null
      : [
          element('p', {}, element('strong', {}, name)),
          element(
            'ul',
            {},
            items.map((item) => element('li', {}, item)),
          ),
        ];
  return [
    alone
      ? null
      : element('p', {}, element('strong', {}, element('a', { href: url }, title)), dateText ? `, ${dateText}` : null),
    part('What is new', highlights.map(line)),
    part(
      'What breaks',
      breaking.map(({ change, action }): HtmlNode => [line(change), ' What to do: ', line(action)]),
    ),
    part(
      'What was secured',
      security.map(
        ({ id, summary, url: more }): HtmlNode => [more ? element('a', { href: more }, id) : id, ': ', line(summary)],
      ),
    ),
    upgrade === undefined ? null : [element('p', {}, element('strong', {}, 'How to upgrade')), markdownTree(upgrade)],
    notesUrl === undefined ? null : element('p', {}, element('a', { href: notesUrl }, 'Release notes')),
  ];
}

/** The components of one post, for its feed. */
export function createFeedComponents(edition: FeedEdition, placements: Placements): TreeComponents {
  const { releases, events, people, pictures } = edition;
  const rest = unplaced(edition, placements);
  const components = {
    Release: ({ id, children }) => withText(releases.get(String(id)), releaseHtml, children),
    Releases: () => rest.releases.map((release) => releaseHtml(release)),
    Event: ({ id, children }) => withText(events.get(String(id)), eventHtml, children),
    Events: () => rest.others.map((event) => eventHtml(event)),
    Meetings: () => rest.meetings.map((event) => eventHtml(event)),
    Adopters: () => namedList(edition.adopters),
    Ecosystem: () => namedList(edition.ecosystem),
    Person: ({ id, children }) => withText(people.get(String(id)), (person) => namedList([person]), children),
    Posts: () => namedList(edition.posts),
    Prompt: () => null,
    Thanks: () => namedList(edition.contributors),
    ProjectFacts: () =>
      element(
        'ul',
        {},
        edition.facts.map(({ title, about }) => element('li', {}, element('strong', {}, title), ' ', line(about))),
      ),
    Note: (props) => box('Note', props),
    Warning: (props) => box('Warning', props),
    Security: (props) => box('Security', props),
    Figure({ src, alt, children }) {
      const picture = pictures.get(String(src));
      const shown = picture ? image(picture, String(alt ?? '')) : `[${String(alt ?? 'A picture')}]`;
      return element('figure', {}, shown, children ? element('figcaption', {}, children as HtmlNode) : null);
    },
    Video({ url, title }) {
      return parseVideo(String(url))
        ? element('p', {}, element('a', { href: String(url) }, `Watch: ${String(title)}`))
        : null;
    },
    Gallery({ match }) {
      const pattern = globPattern(String(match ?? '*'));
      const matching = [...pictures].filter(
        ([name, { resource = name }]) => pattern.test(name) || pattern.test(resource),
      );
      return matching.map(([name, picture]) => element('p', {}, image(picture, toWords(name))));
    },
  } satisfies Record<ComponentName, (props: BodyProps) => HtmlNode>;
  return {
    ...components,
    callout: ({ kind, ...props }) =>
      box(
        String(kind).replace(/^./, (letter) => letter.toUpperCase()),
        props,
      ),
    'picture-place': ({ alt, href, kind }) =>
      href
        ? element(
            'a',
            { href: String(href) },
            `${kind === 'video' ? 'Video' : 'Picture'} elsewhere: ${String(alt || 'A picture')}`,
          )
        : `[${String(alt || 'A picture')}]`,
    // What Hugo's shortcodes become in Markdown files.
    'shortcode-video': components.Video,
    'shortcode-gallery': components.Gallery,
  };
}

/** What was put right since a post appeared. Stands before its text. */
export function correctionsHtml(corrections: readonly { readonly date: Date; readonly text: string }[]): HtmlNode {
  return corrections.map(({ date, text }) =>
    element(
      'blockquote',
      {},
      element('p', {}, element('strong', {}, `Correction, ${toDay(date)}`)),
      markdownTree(text),
    ),
  );
}

/** What the post names and its text does not place, so that nothing named is lost. */
export function alsoThisMonth(edition: FeedEdition, placements: Placements): HtmlNode {
  const { groups } = placements;
  const rest = unplaced(edition, placements);
  const parts: HtmlNode[] = [
    ...(groups.has('Releases') ? [] : rest.releases.map((release) => releaseHtml(release))),
    ...(groups.has('Events') ? [] : rest.others.map((event) => eventHtml(event))),
    rest.people.length > 0 ? namedList(rest.people) : null,
    groups.has('Adopters') || edition.adopters.length === 0 ? null : namedList(edition.adopters),
    groups.has('Ecosystem') || edition.ecosystem.length === 0 ? null : namedList(edition.ecosystem),
    groups.has('Posts') || edition.posts.length === 0 ? null : namedList(edition.posts),
    groups.has('Thanks') || edition.contributors.length === 0
      ? null
      : [element('p', {}, 'Thank you:'), namedList(edition.contributors)],
  ];
  return parts.every((part) => part === null) ? null : [element('h2', {}, 'Also this month'), parts];
}

function unplaced({ releases, events, people }: FeedEdition, { single, groups }: Placements) {
  const rest = <T>(kind: string, entries: ReadonlyMap<string, T>): T[] =>
    [...entries].filter(([id]) => !single.has(`${kind}/${id}`)).map(([, entry]) => entry);
  const left = rest('events', events);
  const isApart = ({ isMeeting }: FeedEvent) => groups.has('Meetings') && isMeeting;
  return {
    releases: rest('releases', releases),
    meetings: left.filter(isApart),
    others: left.filter((event) => !isApart(event)),
    people: rest('people', people),
  };
}

function withText<T>(entry: T | undefined, draw: (entry: T) => HtmlNode, children: unknown): HtmlNode {
  return entry === undefined ? null : [draw(entry), children as HtmlNode];
}

function box(title: string, { title: own, children }: BodyProps): HtmlNode {
  const name = own === undefined ? title : String(own);
  return element('blockquote', {}, element('p', {}, element('strong', {}, name)), children as HtmlNode);
}

function namedList(entries: readonly Named[]): HtmlNode {
  const items = entries.map(({ name, url, about }) =>
    element('li', {}, url ? element('a', { href: url }, name) : name, about ? `: ${about}` : null),
  );
  return element('ul', {}, items);
}

function image({ src, width, height }: Picture, alt: string) {
  return element('img', { src, alt, width, height });
}

/** Markdown of one line, without a paragraph around it. */
function line(markdown: string): HtmlNode {
  const { children } = markdownTree(markdown);
  const [only] = children;
  return children.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : children;
}

function toWords(name: string): string {
  return name
    .replace(/^.*\//, '')
    .replace(/\.[a-z]+$/i, '')
    .replace(/[-_]+/g, ' ');
}
