// Compares the words of a text before and after a conversion, paragraph by paragraph.

import { fromHtml } from 'hast-util-from-html';
import { toString as textOfHtml } from 'hast-util-to-string';
import type { Nodes } from 'mdast';
import { parseBody } from '@/lib/mdx/syntax';
import { walkMarkdown } from '@/lib/mdx/walk';

/** Words of a paragraph of the source that the result does not have in its place. */
export interface LostWords {
  /** 1-based, in the source. */
  readonly line: number;
  readonly words: readonly string[];
}

/**
 * The words of each paragraph that are not in the result, or not as often: notes and captions may move, so a word that was
 * lost early is missed by the last paragraph that has it.
 *
 * @param source the text as it was, without what its generator does not show: see {@link shownWords}.
 * @param result the words of the result: see {@link renderedWords}.
 */
export function findLostWords(source: string, result: readonly string[]): LostWords[] {
  const left = new Map<string, number>();
  for (const word of result) left.set(word, (left.get(word) ?? 0) + 1);
  const lost: LostWords[] = [];
  let line = 1;
  for (const paragraph of source.split(/(\n[ \t]*\n)/)) {
    const words = wordsOf(paragraph).filter((word) => {
      const count = left.get(word) ?? 0;
      left.set(word, count - 1);
      return count <= 0;
    });
    if (words.length > 0) lost.push({ line, words });
    line += paragraph.split('\n').length - 1;
  }
  return lost;
}

/** Words in small letters: letters, digits and what is inside words. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words that the page of a body in our Markdown shows: of its text, its code, its alt texts and the titles of its boxes. */
export function renderedWords(body: string): string[] {
  const parts: string[] = [];
  walkMarkdown(parseBody(body, 'md', {}), (node: Nodes) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') parts.push(`${node.value}\n`);
    else if (node.type === 'html') parts.push(` ${textOfRaw(node.value)} `);
    else if (node.type === 'image' || node.type === 'imageReference') parts.push(`\n${node.alt ?? ''}\n`);
    else if (node.type === 'break') parts.push('\n');
    else if (node.type === 'shortcode') parts.push(`\n${String(node.data.hProperties.title ?? '')}\n`);
    else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') parts.push('\n');
  });
  return wordsOf(parts.join(''));
}

function textOfRaw(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  return `${html.startsWith('<') && /^<[a-z]+[^>]*>$/i.test(html) ? '' : textOfHtml(tree)}${/\b(?:alt|title)="([^"]*)"/.exec(html)?.[1] ?? ''}`;
}

/** Tags of HTML; other names in angle brackets are text. */
const htmlTag =
  /<\/?(?:a|b|i|u|s|p|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|em|strong|del|ins|sup|sub|small|cite|kbd|code|pre|div|span|img|table|thead|tbody|tr|td|th|details|summary|blockquote|iframe|figure|figcaption|video|source|center|font|noscript|section|abbr|mark|button)(?=[\s/>])[^<>]*>/gi;

/** A source without what its generator never shows: addresses, tags, comments, attributes and the marks of its templates. */
export function shownWords(source: string): string {
  return source
    .replace(/(\{\{[<%]) *comment *[>%]\}\}[\s\S]*?\1 *\/comment *[>%]\}\}/g, lines)
    .replace(/^\*\[[^\]\n]+\]:/gm, '')
    .replace(/<!--[\s\S]*?-->|<(script|style|svg)\b[\s\S]*?<\/\1>|\{\/\*[\s\S]*?\*\/\}/g, lines)
    .replace(/^([ \t>]*(?:[-*+] |\d+[.)] )*)(?:`{3,}|~{3,})[^\n`]*$/gm, '$1')
    .replace(/^([ \t>]*)\d{1,9}[.)](?=\s)/gm, '$1')
    .replace(/^\[\^[^\]\n]+\]:|\[\^[^\]\n]+\]/gm, '')
    .replace(
      /^[ \t>]*\[(?:[^[\]\\]|\\.)+\]:\s*(?:<[^>\n]*>|(?:\{\{[^{}\n]*\}\}|\S)+)(?:\s+(?:"[^"]*"|'[^']*'))?[ \t]*$/gm,
      lines,
    )
    .replace(/^\.\. _[^\n]*: \S.*$/gm, '')
    .replace(/\]\((?:<[^>\n]*>|(?:\{\{[^{}]*\}\}|[^()\s]|\([^()\s]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g, ']')
    .replace(/\{\{[<%][\s\S]*?[%>]\}\}|\{%[^\n]*?%\}|\{\{[^{}]*?\}\}/g, lines)
    .replace(/\]\[[^\]]*\]/g, ']')
    .replace(/:(?=[a-z_]+:)[a-z_]+:/g, ' ')
    .replace(htmlTag, lines)
    .replace(/^[ \t]*\{[^{}\n]*=[^{}\n]*\}[ \t]*$|\{:?[ \t]*[.#:][^{}\n]*\}/gm, '')
    .replace(/&[a-z]+;|&#\w+;/gi, ' ');
}

function lines(text: string): string {
  return ` ${text.replace(/[^\n]/g, '')}`;
}
