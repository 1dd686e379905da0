// What people read in a file of the site: of pages and feeds also what their programs show.
import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** Attributes that are read out or shown. */
const attributes = ['ariaLabel', 'title', 'alt', 'placeholder', 'label'];

/** Elements whose text is code or data. */
const code = new Set(['script', 'style', 'code', 'pre', 'kbd', 'template']);

/** Fields of a calendar with texts (RFC 5545). */
const calendarField = /^(?:SUMMARY|DESCRIPTION|LOCATION|X-WR-CALNAME|X-WR-CALDESC|CATEGORIES|NAME)[^:]*:(.*)$/gm;

/** Fields of a JSON feed and of a manifest with texts. */
const jsonFields = new Set(['title', 'description', 'summary', 'content_text', 'name', 'short_name']);

/** @returns the texts of a file, each trimmed, without empty ones; none for files that nobody reads. */
export function readableTexts(name: string, read: () => string): string[] {
  const texts = textsOf(name, read).map((text) => text.replace(/\s+/g, ' ').trim());
  return texts.filter((text) => text !== '');
}

function textsOf(name: string, read: () => string): string[] {
  if (name.endsWith('.html')) return ofHtml(fromHtml(read()));
  if (/\.md$|as-markdown/.test(name)) return ofMarkdown(read());
  if (name.endsWith('.ics')) {
    return [
      ...read()
        .replace(/\r?\n[ \t]/g, '')
        .matchAll(calendarField),
    ].map(([, text = '']) => text.replace(/\\n/gi, ' '));
  }
  if (/(?:feed|atom|index)\.xml$/.test(name)) return ofXml(read());
  if (/feed\.json$|\.webmanifest$/.test(name)) return ofJson(JSON.parse(read()));
  return [];
}

function ofHtml(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, (node: Root | RootContent) => {
    if (node.type === 'text') found.push(node.value);
    if (node.type !== 'element') return undefined;
    if (code.has(node.tagName)) return 'skip';
    found.push(...attributes.map((attribute) => String(node.properties[attribute] ?? '')), metaOf(node));
    return undefined;
  });
  return found;
}

function metaOf({ tagName, properties }: Element): string {
  const isText = /^(?:description|(?:og|twitter):(?:title|description|image:alt|site_name))$/;
  return tagName === 'meta' && isText.test(String(properties.name ?? properties.property ?? ''))
    ? String(properties.content ?? '')
    : '';
}

function ofXml(xml: string): string[] {
  return [
    ...xml.matchAll(/<(title|description|summary|content|content:encoded|subtitle)\b[^>]*>(.*?)<\/\1>/gs),
  ].flatMap(([, , text = '']) => ofHtml(fromHtml(unescapeXml(text), { fragment: true })));
}

function unescapeXml(text: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text
    .replace(/^<!\[CDATA\[(.*)\]\]>$/s, '$1')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, sign: string) => signs[sign] ?? '');
}

function ofJson(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    if (key === 'content_html') return ofHtml(fromHtml(value, { fragment: true }));
    return jsonFields.has(key) ? [value] : [];
  }
  if (Array.isArray(value)) return value.flatMap((each) => ofJson(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => ofJson(each, name));
}

/** Lines without fences of code, addresses of links, and front matter. */
function ofMarkdown(text: string): string[] {
  return text
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/^(```+).*?^\1$/gms, '')
    .replace(/`[^`]*`|\]\([^)]*\)|<[^>]*>/g, ' ')
    .split('\n');
}
