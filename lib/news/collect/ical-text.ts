// The texts of an iCalendar component.
import type ICAL from 'ical.js';
import type { PhrasingContent, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { httpsUrl } from '@/lib/base/fields';
import { cleanText, htmlToText } from '@/lib/news/collect/clean';

/** Characters. */
const longest = { input: 50_000, description: 1_000 };

/** The first value of a property; undefined if it is missing, blank or not a text. */
export function textOf(component: ICAL.Component | undefined, name: string): string | undefined {
  const value = component?.getFirstPropertyValue(name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** All texts of a property. */
export function textsOf(component: ICAL.Component, name: string): string[] {
  return component
    .getAllProperties(name)
    .flatMap((property) => property.getValues())
    .filter((value): value is string => typeof value === 'string');
}

/** Text, or HTML as some calendars have it, as Markdown that shows it unchanged; cut after whole paragraphs. */
export function toDescription(text: string): string | undefined {
  const isHtml = /<\/?(?:a|b|br|div|i|li|ol|p|span|strong|u|ul|html-blob)(?:\s[^<>]*)?\/?>/i.test(text);
  const start = text.slice(0, longest.input);
  // Google adds how to join its conferences below such a line.
  const plain = cleanText(isHtml ? htmlToText(start) : start).replace(/\n?-::~[\s\S]*$/, '');
  const paragraphs: string[] = [];
  let length = 0;
  for (const paragraph of plain.split(/\n\s*\n/).map((each) => each.trim())) {
    if (paragraph === '' || (length > 0 && length + paragraph.length > longest.description)) continue;
    paragraphs.push([...paragraph].slice(0, longest.description).join(''));
    length += paragraph.length;
  }
  if (paragraphs.length === 0) return undefined;
  const children: Root['children'] = paragraphs.map((each) => ({ type: 'paragraph', children: toPhrasing(each) }));
  return toMarkdown({ type: 'root', children }, { bullet: '-', emphasis: '_' }).trim();
}

function toPhrasing(paragraph: string): PhrasingContent[] {
  return paragraph.split('\n').flatMap((line, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    ...line
      .replace(/\s+/g, ' ')
      .trim()
      .split(/(https:\/\/[^\s<>()[\]"']*[^\s<>()[\]"'.,;:!?])/)
      .filter((part) => part !== '')
      .map((value): PhrasingContent => {
        const text = { type: 'text', value } as const;
        return httpsUrl.safeParse(value).success ? { type: 'link', url: value, children: [text] } : text;
      }),
  ]);
}
