// The components of a post as plain HTML: one set for feeds, Markdown versions and mail.
import type { Root } from 'hast';
import { toDay } from '@/lib/base/dates';
import { element, type HtmlNode, list, toNodes } from '@/lib/base/html';
import { personPath, toUrl } from '@/lib/base/urls';
import { parseVideo } from '@/lib/base/videos';
import { words } from '@/lib/base/words';
import type { Post } from '@/lib/content/posts';
import { type Contributor, type Edition, isAllPlaced, namedOf } from '@/lib/edition/resolve';
import type { EntryBase, MarkdownRenderer } from '@/lib/kinds/kind';
import { type BodyProps, type TreeComponents, toBodyTree } from '@/lib/mdx/body-tree';
import type { CompiledBody } from '@/lib/mdx/compile';
import { markdownTree } from '@/lib/mdx/markdown';
import { nameInWords, type Picture, pictureAt, picturesIn, placeText } from '@/lib/mdx/picture';
import { groupName } from '@/lib/mdx/placements';
import { type CommonComponent, type EntryComponent, entryComponents } from '@/lib/mdx/vocabulary';

const { boxes } = words;
const boxNames: Readonly<Record<string, string>> = boxes;

/** What a post is rendered with. */
export interface PlainContext {
  readonly edition: Edition;
  /** Those next to the post, by name. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** How the Markdown of fields becomes plain HTML. */
export const plainMarkdown: MarkdownRenderer = {
  block: markdownTree,
  inline(markdown) {
    const { children } = markdownTree(markdown);
    const [only] = children;
    return children.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : children;
  },
};

/** A post's corrections, its text with all that it places, and what it names and does not place. */
export function renderPlainPost(body: Pick<CompiledBody, 'source'>, context: PlainContext): Root {
  return {
    type: 'root',
    children: [
      ...toNodes(plainCorrections(context.edition.post)),
      ...toBodyTree(body, plainComponents(context)).children,
      ...toNodes(plainLeftOver(context)),
    ],
  };
}

/** Plain data that changes with everything that `renderPlainPost` shows besides the text and its pictures. */
export function plainKey({ post, lookup, entries, posts, contributors, facts }: Edition): unknown {
  return [
    post.corrections,
    lookup.days,
    entries.map(({ kind, named }) => {
      const { part } = kind.components;
      return [kind.folder, named.map((entry) => [kind.view(entry, lookup), part?.has(entry)])];
    }),
    posts.map(({ url, title, description }) => [url, title, description]),
    contributors,
    facts,
  ];
}

/** The components of one post. */
function plainComponents(context: PlainContext): TreeComponents {
  const { edition, pictures } = context;
  const common = {
    Posts: () => plainPosts(edition.posts),
    Thanks: () => plainNames(edition.contributors),
    ProjectFacts: () =>
      list(edition.facts.map(({ title, about }) => [element('strong', {}, title), ' ', plainMarkdown.inline(about)])),
    Prompt: (props) => box(boxes.toWrite, props),
    Note: (props) => box(boxes.note, props),
    Warning: (props) => box(boxes.warning, props),
    Security: (props) => box(boxes.security, props),
    Figure({ src, alt, children }) {
      const picture = pictureAt(pictures, String(src));
      const text = String(alt ?? '');
      const shown = picture ? image(picture, text) : `[${placeText({ alt: text })}]`;
      return element('figure', {}, shown, children ? element('figcaption', {}, children as HtmlNode) : null);
    },
    Video({ url, title }) {
      const video = parseVideo(String(url));
      return video
        ? element('p', {}, element('a', { href: video.watchHref }, words.media.watch + words.space + String(title)))
        : null;
    },
    Gallery: ({ match, order }) =>
      picturesIn(pictures, { match: textIn(match), order: textIn(order) }).map(({ name, picture }) =>
        element('p', {}, image(picture, nameInWords(name))),
      ),
  } satisfies Record<CommonComponent, (props: BodyProps) => HtmlNode>;
  return {
    ...Object.fromEntries(entryComponents.map((component) => [component.name, toComponent(component, context)])),
    ...common,
    callout: ({ kind, ...props }) => box(boxNames[String(kind)] ?? boxes.note, props),
    'picture-place': ({ alt, href, kind }) => {
      const text = placeText({ alt: String(alt ?? ''), kind, isExternal: Boolean(href) });
      return href ? element('a', { href: String(href) }, text) : `[${text}]`;
    },
    // What Hugo's shortcodes become in Markdown files.
    'shortcode-video': common.Video,
    'shortcode-gallery': common.Gallery,
  };
}

function toComponent({ name, kind, isPart }: EntryComponent, { edition }: PlainContext) {
  const section = namedOf(edition, kind);
  const viewOf = (entry: EntryBase) => kind.view(entry, edition.lookup);
  const toPlain = (isPart && kind.plainPart) || kind.plainList;
  return ({ id, when, children }: BodyProps): HtmlNode => {
    if (id === undefined) return toPlain((section.lists.get(groupName(name, when)) ?? []).map(viewOf), plainMarkdown);
    const entry = section.named.find((each) => each.id === id);
    const text = children ? (children as HtmlNode) : undefined;
    return entry && kind.plain(viewOf(entry), plainMarkdown, { text });
  };
}

/** What was put right since a post appeared. Comes before its text. */
function plainCorrections({ corrections = [] }: Pick<Post, 'corrections'>): HtmlNode {
  return corrections.map(({ date, text }) =>
    element(
      'blockquote',
      {},
      element('p', {}, element('strong', {}, words.post.correctionOf(toDay(date)).join(''))),
      plainMarkdown.block(text),
    ),
  );
}

/** What the post names and its text does not place, so that nothing named is lost. */
function plainLeftOver({ edition }: PlainContext): HtmlNode {
  if (isAllPlaced(edition)) return null;
  const { posts, contributors } = edition.leftOver;
  return [
    element('h2', {}, words.edition.also),
    edition.entries.map(({ kind, leftOver }) =>
      leftOver.length === 0
        ? null
        : kind.plainList(
            leftOver.map((entry) => kind.view(entry, edition.lookup)),
            plainMarkdown,
          ),
    ),
    posts.length === 0 ? null : plainPosts(posts),
    contributors.length === 0
      ? null
      : [element('p', {}, words.heading(words.edition.thanks)), plainNames(contributors)],
  ];
}

function plainPosts(posts: readonly Post[]): HtmlNode {
  return list(
    posts.map(({ url, title, description }) => [
      element('a', { href: toUrl(url) }, title),
      description ? `: ${description}` : null,
    ]),
  );
}

function plainNames(contributors: readonly Contributor[]): HtmlNode {
  return list(
    contributors.map(({ name, person }) => (person ? element('a', { href: toUrl(personPath(person)) }, name) : name)),
  );
}

function box(title: string, { title: own, children }: BodyProps): HtmlNode {
  const name = own === undefined ? title : String(own);
  const heading = element('p', {}, element('strong', {}, name));
  return element('blockquote', { className: ['box'] }, heading, children as HtmlNode);
}

function image({ src, width, height }: Picture, alt: string) {
  return element('img', { src, alt, width, height });
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
