// Ids for headings, their own or by GitHub's rule, and the contents list made from them.
import GithubSlugger, { slug } from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { element as make } from '@/lib/base/html';
import { words } from '@/lib/base/words';
import { walkElements } from '@/lib/mdx/walk';

/** A heading of a post. */
export interface Heading {
  /** 2 to 6: a post's title is its only heading of rank 1. */
  readonly rank: number;
  readonly id: string;
  readonly text: string;
}

/** Gives each heading its id and a link to itself, and adds it to `headings`. Where one has rank 1, all are moved down a rank. */
export function rehypeHeadings(options: { headings: Heading[] }) {
  return (tree: Root): void => {
    const found: Element[] = [];
    walkElements(tree, (element) => {
      if (rankOf(element) > 0 && element.properties.id !== 'footnote-label') found.push(element);
    });
    const shift = found.some((element) => rankOf(element) === 1) ? 1 : 0;
    const titles = found.map((element) => ({ text: textOf(element).replace(/\s+/g, ' ').trim(), id: ownId(element) }));
    const ids = headingIds(titles);
    for (const [index, element] of found.entries()) {
      const { text = '' } = titles[index] ?? {};
      const id = ids[index] ?? '';
      const rank = Math.min(rankOf(element) + shift, 6);
      element.tagName = `h${rank}`;
      element.properties.id = id;
      const link = { className: ['anchor'], href: `#${id}`, ariaLabel: words.text.linkTo(text) };
      element.children.push(make('a', link, '#'));
      options.headings.push({ rank, id, text });
    }
  };
}

/** Whether pages themselves use an id, so that no text may have it. */
export function isPageId(id: string): boolean {
  return /^(?:site-|entry-|user-content-|footnote-label$)/.test(id);
}

/** What a heading's id is made from. */
export interface HeadingTitle {
  readonly text: string;
  /** The id that its author gave it. */
  readonly id?: string | undefined;
}

/**
 * The ids of headings, in their order. Authors' ids have precedence; no two are the same, and none is the page's.
 *
 * @param taken ids that no heading may get.
 */
export function headingIds(headings: readonly HeadingTitle[], taken: readonly string[] = []): string[] {
  const slugger = new GithubSlugger();
  for (const id of taken) slugger.occurrences[id] ??= 0;
  const own = headings.map(({ id }) => id && ownIdFor(id, slugger));
  return headings.map(({ text }, index) => own[index] || slugFor(text, slugger));
}

/** An author's id unchanged, or with a number if it is already taken. */
function ownIdFor(wanted: string, slugger: GithubSlugger): string {
  const first = isPageId(wanted) ? `the-${wanted}` : wanted;
  let id = first;
  for (let number = 1; Object.hasOwn(slugger.occurrences, id); number += 1) id = `${first}-${number}`;
  slugger.occurrences[id] = 0;
  return id;
}

function ownId({ properties: { id } }: Element): string | undefined {
  return typeof id === 'string' && /^[^\s"'<>`]+$/.test(id) ? id : undefined;
}

/** The id by GitHub's rule, numbered where it is taken. Headings without a letter, or whose id pages use, get another. */
function slugFor(text: string, slugger: GithubSlugger): string {
  const plain = slug(text);
  if (plain === '') return slugger.slug('section');
  return slugger.slug(isPageId(plain) ? `the ${text}` : text);
}

function rankOf(element: Element): number {
  return /^h[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : 0;
}
