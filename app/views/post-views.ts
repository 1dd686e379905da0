// From posts to what pages and other outputs show of them.
import { editionOf, toCoverFacts } from '@/app/views/edition-facts';
import type { AgeNoticeProps } from '@/components/blog/post-header';
import type { PostSummary } from '@/components/blog/post-list';
import { now } from '@/lib/base/clock';
import { compare } from '@/lib/base/compare';
import { daysBetween } from '@/lib/base/dates';
import { personPath, toUrl } from '@/lib/base/urls';
import type { Content } from '@/lib/content/content';
import { changedAt, type Post } from '@/lib/content/posts';
import { getContent } from '@/lib/content/queries';
import { type Related, relatedAmong } from '@/lib/content/related';
import { hiddenReason } from '@/lib/content/visibility';
import { featuredPicture } from '@/lib/output/pictures/pictures';
import type { PostFacts } from '@/lib/output/post-facts';
import { site } from '@/lib/site';
import type { Site } from '@/lib/site-types';

/** From a post to what every output says of it. */
export function toPostFacts(post: Post, content: Content): PostFacts {
  const { url: path, title, kicker, description, date: published, tags, lang } = post;
  const authors = post.authors.map((author) => {
    const person = content.lookup.person(author.name);
    return { ...author, name: person?.name ?? author.name, path: person && personPath(person.id) };
  });
  return { path, title, kicker, description, published, updated: changedAt(post), authors, tags, lang };
}

/** What lists show of some posts, in their order. */
export async function toSummaries(posts: readonly Post[]): Promise<PostSummary[]> {
  const instant = now();
  const content = await getContent();
  return Promise.all(
    posts.map(async (post) => {
      return {
        url: toUrl(post.url),
        title: post.linkTitle ?? post.title,
        kicker: post.kicker,
        description: post.description,
        date: post.date,
        authors: post.authors.map(({ name }) => name),
        lang: post.lang,
        hidden: hiddenReason(post, instant),
        picture: await featuredPicture(post),
        cover: toCoverFacts(editionOf(post, content)),
      };
    }),
  );
}

/** The notice on an old post; undefined for one that needs none. */
export function toAgeNotice(
  { date, evergreen }: Pick<Post, 'date' | 'evergreen'>,
  instant: Date,
  { oldPosts = { days: 365 }, docsUrl }: Pick<Site, 'oldPosts' | 'docsUrl'> = site,
): AgeNoticeProps | undefined {
  if (!oldPosts || evergreen || daysBetween(date, instant) <= oldPosts.days) return undefined;
  return { date, text: oldPosts.text, docsUrl };
}

/** How many related posts are shown. */
const shown = 3;

const prepared = new WeakMap<Content, { readonly related: Related; readonly editions: readonly Post[] }>();

/** The editions around a monthly update, and related posts that are not linked anyway. */
export function toReadOn(post: Post, content: Content) {
  const { related, editions } = prepare(content);
  const index = post.coverage.period === undefined ? -1 : editions.indexOf(post);
  const previous = index > 0 ? editions[index - 1] : undefined;
  const next = index >= 0 ? editions[index + 1] : undefined;
  const others = related(post, shown + 2).filter((other) => other !== previous && other !== next);
  return {
    previousEdition: previous && toLink(previous),
    nextEdition: next && toLink(next),
    related: others.slice(0, shown).map(toLink),
  };
}

function prepare(content: Content) {
  let known = prepared.get(content);
  if (!known) {
    const editions = content.posts
      .filter(({ coverage }) => coverage.period !== undefined)
      .sort((a, b) => compare(a.coverage.period ?? '', b.coverage.period ?? '') || a.date.getTime() - b.date.getTime());
    known = { related: relatedAmong(content.posts), editions };
    prepared.set(content, known);
  }
  return known;
}

function toLink({ url, title, lang }: Post) {
  return { url: toUrl(url), title, lang };
}
