// An edition as a mail, compared with the same edition as a page.
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { renderToStaticMarkup } from 'react-dom/server';
import { visit } from 'unist-util-visit';
import { describe, expect, it, vi } from 'vitest';
import { readEdition } from '@/app/views/edition-view';
import { createMdxComponents } from '@/components/mdx/components';
import { AlsoThisMonth } from '@/components/mdx/edition';
import { toHref } from '@/lib/base/urls';
import { loadContent } from '@/lib/content/load';
import { getContent, getPost } from '@/lib/content/queries';
import { renderBody } from '@/lib/mdx/render';
import { toMail } from '@/lib/news/email/mail';
import { getMailPictures } from '@/lib/output/pictures/pictures';

const now = new Date('2022-03-01T15:00:00Z');

// Modules of its own: content that another file loaded at an earlier time lacks these posts.
vi.resetModules();

/** What of HTML a reader can follow and find: links and headings. */
function read(html: string, page: string) {
  const links = new Set<string>();
  const headings: string[] = [];
  const tree = fromHtml(html, { fragment: true });
  // A mail has lists where a page has cards of people and a catalogue.
  const listed = new Set<unknown>();
  visit(tree, 'element', (card) => {
    const names = Array.isArray(card.properties.className) ? card.properties.className : [];
    if (names.includes('catalogue') || names.includes('person'))
      visit(card, 'element', (within) => void listed.add(within));
  });
  visit(tree, 'element', (element) => {
    const { href, className } = element.properties;
    if (/^h[1-6]$/.test(element.tagName) && !listed.has(element))
      headings.push(`${element.tagName} ${textOf(element).replace(/#$/, '').trim()}`);
    const isAnchor = Array.isArray(className) && className.includes('anchor');
    if (element.tagName === 'a' && typeof href === 'string' && !isAnchor) links.add(new URL(href, page).href);
  });
  return { links, headings };
}

describe.each(['/blog/2022/03/february-update/', '/blog/2022/05/april-2022-update/'])('%s', async (url) => {
  vi.stubEnv('CONTENT_DIR', 'e2e/fixtures/community');
  vi.stubEnv('NEWS_NOW', '2022-05-04T00:00:00Z');
  const post = await getPost(url);
  if (!post) throw new Error(`there is no ${url}`);
  const content = await getContent();
  const { body, view } = await readEdition(post, { ...content, lookup: { ...content.lookup, now } });
  const rendered = renderToStaticMarkup(renderBody(body, createMdxComponents(view)));
  const also = renderToStaticMarkup(<AlsoThisMonth {...view} />);
  const page = read(rendered + also, toHref(post.url));
  const mail = await toMail(post, await loadContent('e2e/fixtures/community'), now, await getMailPictures(post));
  const sent = read(mail.html, 'https://nowhere.example');
  vi.unstubAllEnvs();

  it('has the links of the page', () => {
    expect(page.links.size).toBeGreaterThan(30);
    expect([...page.links].filter((link) => !sent.links.has(link))).toEqual([]);
  });

  it('has the headings of the page, below its title', () => {
    expect(page.headings.length).toBeGreaterThan(15);
    expect(sent.headings).toEqual([`h1 ${post.title}`, ...page.headings]);
  });

  it('says the same as plain text', () => {
    const plain = mail.text.replace(/\s+/g, ' ');
    for (const heading of page.headings) expect(plain).toContain(heading.slice(3).replace(/\s+/g, ' '));
    for (const link of page.links) expect(mail.text.replace(/\s+/g, '')).toContain(link.replace(/\/$/, ''));
  });
});
