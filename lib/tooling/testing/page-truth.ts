// What a post's page shows, read from its HTML.
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { plainText } from '@/lib/tooling/testing/source-truth';

/** What stands in a post's text. */
export interface PageTruth {
  /** Of the page, where all of it was given. */
  readonly title: string;
  readonly headings: readonly string[];
  readonly links: readonly string[];
  readonly pictures: readonly { readonly src: string; readonly width: number; readonly height: number }[];
  /** What stands in the place of pictures that are not here. */
  readonly places: number;
  readonly code: readonly string[];
  readonly videos: number;
  /** All of its text but code. */
  readonly text: string;
}

/** Reads a whole page, or the drawn body of one. */
export function readPage(html: string): PageTruth {
  const page = fromHtml(html, { fragment: !/^<!doctype/i.test(html) });
  let prose: Element | Root | undefined;
  let title = '';
  visit(page, 'element', (element) => {
    if (element.tagName === 'h1') title = plainText(textOf(element));
    if (!prose && hasClass(element, 'prose')) prose = element;
  });
  const headings: string[] = [];
  const links: string[] = [];
  const pictures: { src: string; width: number; height: number }[] = [];
  const code: string[] = [];
  let places = 0;
  let videos = 0;
  const words: string[] = [];
  visit(prose ?? page, (node) => {
    if (node.type === 'text') words.push(node.value);
    if (node.type !== 'element') return;
    const { tagName, properties } = node;
    if (tagName === 'video-player' || tagName === 'shortcode-video') {
      videos += 1;
      return 'skip';
    }
    if (tagName === 'pre') {
      code.push(textOf(node).trim());
      return 'skip';
    }
    if (tagName === 'code') return 'skip';
    if (/^h[1-6]$/.test(tagName) && properties.id !== 'footnote-label') {
      const shown = { ...node, children: node.children.filter((child) => !hasClass(child, 'anchor')) };
      headings.push(plainText(textOf(shown)));
    }
    if (tagName === 'a' && !hasClass(node, 'anchor') && typeof properties.href === 'string')
      links.push(properties.href);
    if (tagName === 'img') {
      pictures.push({
        src: String(properties.src),
        width: Number(properties.width),
        height: Number(properties.height),
      });
    }
    if (tagName === 'picture-place' || hasClass(node, 'picture-place')) places += 1;
    return undefined;
  });
  return { title, headings, links, pictures, places, code, videos, text: words.join(' ') };
}

function hasClass(node: { type: string }, name: string): boolean {
  const { properties } = node as Element;
  return node.type === 'element' && Array.isArray(properties.className) && properties.className.includes(name);
}
