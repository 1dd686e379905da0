// An edition as an email: HTML with inline styles, and plain text.
import type { Comment, Element, ElementContent } from 'hast';
import juice from 'juice';
import { toDay } from '@/lib/base/dates';
import { element, type HtmlNode } from '@/lib/base/html';
import { directionOf } from '@/lib/base/language';
import { cardPath, mailCoverPath, toHref } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { lookupIn } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { renderPlainPost } from '@/lib/edition/plain';
import { type Edition, publicPosts, resolveEdition } from '@/lib/edition/resolve';
import { getBody } from '@/lib/mdx/body-cache';
import type { Picture } from '@/lib/mdx/picture';
import { toPlacements } from '@/lib/mdx/placements';
import { toMailHtml, toMailNodes } from '@/lib/news/email/html';
import { darkStyles, styles } from '@/lib/news/email/styles';
import { toMailText } from '@/lib/news/email/text';
import { toPlainNodes } from '@/lib/output/feeds/plain-html';
import { site } from '@/lib/site';

/** The size at which Gmail clips an email, in bytes of its HTML: 102 kB (https://support.google.com/mail/answer/6594). */
export const gmailCut = 102_000;

/**
 * Makes the mail of a post.
 *
 * @param now what is over is decided by this instant.
 * @param pictures those next to the post, by name.
 * @returns the mail; `shortened` if the whole would have been too long, so that it has only its headings.
 * @throws {Error} where the body is not what the rules allow; `npm run check` says so with the place.
 */
export async function toMail(
  post: Post,
  { community, posts }: Pick<LoadedContent, 'community' | 'posts'>,
  now: Date,
  pictures: ReadonlyMap<string, Picture>,
) {
  const compiled = await getBody(post, pictures);
  const lookup = lookupIn(community, now);
  const edition = resolveEdition(
    post,
    { community, lookup, postAt: publicPosts(posts, now) },
    toPlacements(compiled.placements),
  );
  const tree = renderPlainPost(compiled, { edition, pictures });
  const body = toMailNodes(toPlainNodes(tree, toHref(post.url), ['className', 'id']));
  const hasCover = isShownOnCover(edition);
  const whole = toHtml({ post, body, hasCover });
  const shortened = Buffer.byteLength(whole) >= gmailCut;
  const shown = shortened ? toContents(post, compiled.headings) : body;
  return {
    subject: post.title,
    preheader: toPreheader(post),
    html: shortened ? toHtml({ post, body: shown, hasCover }) : whole,
    text: toMailText([...toTextHead(post), ...shown]),
    shortened,
  };
}

/** The headings, each a link to its place on the site: what is sent of an edition that a mail program would cut. */
function toContents(post: Post, headings: readonly { id: string; rank: number; text: string }[]): ElementContent[] {
  const shown = headings.filter(({ rank }) => rank <= 3);
  return [
    element('p', {}, words.mail.tooLong),
    ...shown.map(({ id, rank, text }) => {
      const link = element('a', { href: `${toHref(post.url)}#${encodeURIComponent(id)}` }, text);
      return element(rank <= 2 ? 'h2' : 'h3', {}, link);
    }),
  ];
}

/** Whether the edition has a cover (`toCoverFacts` in app/views/edition-facts.ts): that of a month, which has something on it. */
function isShownOnCover({ post, entries, contributors }: Edition): boolean {
  return Boolean(post.coverage.period) && (contributors.length > 0 || entries.some(({ named }) => named.length > 0));
}

/** What is sent of a post. */
interface Sheet {
  readonly post: Post;
  readonly body: readonly ElementContent[];
  readonly hasCover: boolean;
}

function toHtml(sheet: Sheet): string {
  const { post } = sheet;
  const { title, lang = site.lang } = post;
  const preheader = toPreheader(post);
  const dir = directionOf(lang) === 'rtl' ? 'rtl' : undefined;
  const head = element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'supported-color-schemes', content: 'light dark' }),
    element('title', {}, title),
    element('style', {}, darkStyles),
  );
  const place = element('td', { align: 'center' });
  place.children = [outlookOnly(ghostTable), toSheet(sheet, dir), outlookOnly('</td></tr></table>')];
  const page = element(
    'body',
    {},
    preheader ? element('div', { className: ['hidden'] }, preheader, filling) : null,
    toTable('page', element('tr', {}, place)),
  );
  const inlined = juice.inlineContent(toMailHtml([element('html', { lang, dir }, head, page)]), styles, {
    applyWidthAttributes: false,
    applyAttributesTableElements: false,
  });
  return `<!DOCTYPE html>\n${inlined}\n`;
}

/** What mail programs show after the subject: what it is called, and the sentence that says why to read it. */
function toPreheader({ kicker, description }: Pick<Post, 'kicker' | 'description'>): string | undefined {
  return kicker && description ? words.labelled(kicker, description) : (description ?? kicker);
}

/** Keeps mail programs from showing the text of the mail after a short preheader. */
const filling = '\u00a0\u200c'.repeat(80);

/** Outlook on Windows knows no greatest width: there, a table of that width is around the sheet. */
const ghostTable = '<table role="presentation" width="600" cellpadding="0" cellspacing="0" align="center"><tr><td>';

/** A comment that Outlook on Windows reads as HTML. */
function outlookOnly(html: string): Comment {
  return { type: 'comment', value: `[if mso]>${html}<![endif]` };
}

function toTable(name: string, ...rows: readonly (Element | null)[]): Element {
  const properties = { role: 'presentation', width: '100%', cellPadding: '0', cellSpacing: '0', className: [name] };
  return element('table', properties, element('tbody', {}, rows));
}

/** For what the site says itself, around the text of a post in another language. */
const ours = { lang: site.lang, dir: words.direction };

/** The masthead, the cover of an edition, and the text. */
function toSheet({ post, body, hasCover }: Sheet, dir: 'rtl' | undefined): Element {
  const { title, kicker, description, date, url } = post;
  const align = dir === 'rtl' ? 'right' : 'left';
  const home = toHref('/');
  const { contentLicence: licence } = site;
  const icon = element('img', { src: toHref('/icons/192.png'), alt: '', width: 28, height: 28 });
  const masthead = element(
    'td',
    { className: ['masthead'], align },
    element('a', { href: home }, icon, ` ${site.name}`),
  );
  const cover = { src: toHref(cardPath(mailCoverPath(url), 'png')), alt: '', width: 600, height: 315 };
  const text = element(
    'td',
    { className: ['text'], align },
    element(
      'p',
      { ...ours, className: ['small'] },
      `${[kicker, toDay(date)].filter((part) => part !== undefined).join(' · ')} · `,
      element('a', { href: toHref(url) }, words.mail.readOnWeb),
    ),
    element('h1', {}, title),
    description ? element('p', {}, description) : null,
    element('div', { className: ['content'] }, body),
    element(
      'p',
      { ...ours, className: ['small', 'foot'] },
      ...words.mail.from<HtmlNode>(site.name, element('a', { href: home }, home.replace(/^https?:\/\/|\/$/g, ''))),
      ...(licence ? words.mail.licence<HtmlNode>(element('a', { href: licence.url }, licence.name)) : []),
    ),
  );
  return toTable(
    'sheet',
    element('tr', {}, masthead),
    hasCover ? element('tr', {}, element('td', { className: ['cover'] }, element('img', cover))) : null,
    element('tr', {}, text),
  );
}

/** What comes before the text: the title, the address and the description. */
function toTextHead({ title, kicker, url, description }: Post): Element[] {
  const rest = [kicker, toHref(url), description].filter((text) => text !== undefined);
  return [element('h1', {}, title), ...rest.map((text) => element('p', {}, text))];
}
