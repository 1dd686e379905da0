// An edition as an e-mail: HTML with inline styles, and plain text.
import { convert } from 'html-to-text';
import juice from 'juice';
import { renderToStaticMarkup } from 'react-dom/server';
import { toDay } from '@/lib/base/dates';
import { toHref } from '@/lib/base/urls';
import { lookupIn } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { renderPlainPost } from '@/lib/edition/plain';
import { publicPosts, resolveEdition } from '@/lib/edition/resolve';
import { getBody } from '@/lib/mdx/body-cache';
import type { Picture } from '@/lib/mdx/picture';
import { toPlacements } from '@/lib/mdx/placements';
import { toMailHtml } from '@/lib/news/email/html';
import { toPlainNodes } from '@/lib/output/feeds/plain-html';
import { site } from '@/lib/site';

/** The size at which Gmail clips an e-mail, in bytes of its HTML: 102 kB (https://support.google.com/mail/answer/6594). */
export const gmailCut = 102_000;

// Colours are those of the site in the light. Sizes are pixels: Outlook knows little else.
const styles = `
body { margin: 0; padding: 0; background-color: #fbfaf6; }
.page { background-color: #fbfaf6; }
.sheet { background-color: #ffffff; }
.text { padding: 24px; font-family: Georgia, 'Times New Roman', serif; font-size: 17px; line-height: 26px; color: #1c1b19; }
h1 { margin: 0 0 12px; font-family: Georgia, 'Times New Roman', serif; font-size: 32px; line-height: 38px; }
h2 { margin: 36px 0 12px; font-family: Arial, Helvetica, sans-serif; font-size: 23px; line-height: 29px; }
h3 { margin: 28px 0 8px; font-family: Arial, Helvetica, sans-serif; font-size: 19px; line-height: 25px; }
h4, h5, h6 { margin: 20px 0 6px; font-family: Arial, Helvetica, sans-serif; font-size: 17px; line-height: 23px; }
p { margin: 0 0 14px; }
ul, ol { margin: 0 0 14px; padding: 0 0 0 24px; }
li { margin: 0 0 6px; }
a { color: #1b4fd6; }
img { max-width: 100%; height: auto; border: 0; }
pre { margin: 0 0 14px; padding: 12px; background-color: #f3f0e8; font-family: Consolas, Menlo, monospace; font-size: 14px; line-height: 20px; white-space: pre-wrap; }
code { font-family: Consolas, Menlo, monospace; font-size: 15px; }
blockquote { margin: 0 0 14px; padding: 0 0 0 14px; border-left: 3px solid #e2ddd1; }
.content table { border-collapse: collapse; margin: 0 0 14px; }
.content th, .content td { padding: 4px 8px; border: 1px solid #e2ddd1; font-size: 15px; line-height: 21px; }
.small { font-family: Arial, Helvetica, sans-serif; font-size: 14px; line-height: 20px; color: #5d5a53; }
.box { margin: 0 0 14px; padding: 12px 14px 1px; background-color: #e9effc; }
.breaking { background-color: #fcece7; }
.security { background-color: #f2eafb; }
.hidden { display: none; max-height: 0; overflow: hidden; }
`;

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
  const tree = renderPlainPost(compiled, { edition, lookup, pictures });
  const body = toMailHtml(toPlainNodes(tree, toHref(post.url), ['className', 'id']));
  const whole = toHtml(post, body);
  const shortened = Buffer.byteLength(whole) >= gmailCut;
  const shown = shortened ? toContents(post, compiled.headings) : body;
  return { subject: post.title, html: shortened ? toHtml(post, shown) : whole, text: toText(post, shown), shortened };
}

/** The headings, each a link to its place on the site: what is sent of an edition that a mail program would cut. */
function toContents(post: Post, headings: readonly { id: string; rank: number; text: string }[]): string {
  return renderToStaticMarkup(
    <>
      <p>This edition is too long for an email. Read it on the web, under these headings:</p>
      {headings
        .filter(({ rank }) => rank <= 3)
        .map(({ id, rank, text }) => {
          const Heading = rank <= 2 ? 'h2' : 'h3';
          return (
            <Heading key={id}>
              <a href={`${toHref(post.url)}#${encodeURIComponent(id)}`}>{text}</a>
            </Heading>
          );
        })}
    </>,
  );
}

function toHtml(post: Post, body: string): string {
  const { title, description, date, lang = site.lang } = post;
  const direction = /^(?:ar|fa|he|ur|ps|sd|yi|dv|ckb)\b/.test(lang) ? 'rtl' : undefined;
  const page = renderToStaticMarkup(
    <html lang={lang} dir={direction}>
      {/* biome-ignore lint/style/noHeadElement: a mail is no page of Next */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
      </head>
      <body>
        {description && <div className="hidden">{description}</div>}
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} className="page">
          <tbody>
            <tr>
              <td align="center">
                <table role="presentation" width="600" cellPadding={0} cellSpacing={0} className="sheet">
                  <tbody>
                    <tr>
                      <td className="text" align={direction === 'rtl' ? 'right' : 'left'}>
                        <p className="small">
                          {site.name} · {toDay(date)} · <a href={toHref(post.url)}>Read it on the web</a>
                        </p>
                        <h1>{title}</h1>
                        {description && <p>{description}</p>}
                        <div className="content">BODY</div>
                        <p className="small">
                          {site.name}, <a href={toHref('/')}>{toHref('/').replace(/^https?:\/\/|\/$/g, '')}</a>. Text:{' '}
                          <a href={site.contentLicence.url}>{site.contentLicence.name}</a>.
                        </p>
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>,
  );
  // The body is HTML already; nothing else in the frame can hold this mark, as React escapes what it is given.
  const whole = page.replace('<div class="content">BODY</div>', () => `<div class="content">${body}</div>`);
  const inlined = juice.inlineContent(whole, styles, {
    applyWidthAttributes: false,
    applyAttributesTableElements: false,
  });
  return `<!DOCTYPE html>\n${withoutClasses(inlined)}\n`;
}

/** The width of lines of plain text, so that they survive being quoted. */
const textWidth = 72;

function toText(post: Post, body: string): string {
  const { title, description, url } = post;
  const heading = (selector: string) => ({ selector, options: { uppercase: false, leadingLineBreaks: 2 } });
  const text = convert(body, {
    wordwrap: textWidth,
    selectors: [
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(heading),
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
      { selector: 'img', options: { linkBrackets: ['<', '>'] } },
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false, maxColumnWidth: 40 } },
    ],
  });
  const head = [title, '='.repeat(Math.min([...title].length, textWidth)), '', toHref(url), ''];
  return `${[...head, ...(description ? [convertText(description), ''] : []), text].join('\n')}\n`;
}

function convertText(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return convert(escaped, { wordwrap: textWidth });
}

/** Without the class names of the styles. Text cannot be taken for a tag, because `<` is escaped in it. */
function withoutClasses(html: string): string {
  return html.replace(/<[a-z][^<>]*>/g, (tag) => tag.replace(/ class="[^"]*"/, ''));
}
