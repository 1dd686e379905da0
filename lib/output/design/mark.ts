// The mark of the site: next to its name, in the icons, and on social cards.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanSvg } from '@/lib/output/pictures/clean-svg';
import { presentation } from '@/lib/output/pictures/svg-vocabulary';
import { site } from '@/lib/site';

/** A drawing to put into another one, or into a page. */
export interface Mark {
  /** Four numbers: `0 0 16 16`. */
  readonly viewBox: string;
  /** Elements of SVG. What has no colour of its own has that of what is around it. */
  readonly content: string;
  /** The colours of its own, as they are written. */
  readonly colors: readonly string[];
}

/** The mark of a site that chooses no other: the shapes of the covers, for what shipped, when to meet, who joined and who helped. */
const drawn: Mark = {
  viewBox: '0 0 16 16',
  content:
    '<path d="M0 7.5A7.5 7.5 0 0 1 7.5 0v7.5zM12.25.25a3.5 3.5 0 0 1 0 7 3.5 3.5 0 0 1 0-7zM.5 8.5h7v7h-7zM8.5 8.5H16L8.5 16z"></path>',
  colors: [],
};

let read: Mark | undefined;

/** The mark of this site. @throws {Error} if its file is not there or has no `viewBox`; the check reports both. */
export function getMark(): Mark {
  if (site.mark === undefined) return drawn;
  read ??= parseMark(readFileSync(join('public', site.mark), 'utf8'));
  if (!read) throw new Error(`${site.mark} of lib/site.ts cannot be read (fix: run npm run check)`);
  return read;
}

/**
 * Reads a drawing that the check accepts. Its ids get a prefix, because pages have ids, too.
 *
 * @returns undefined where it has no `viewBox` of four numbers, or is not an SVG.
 */
export function parseMark(text: string): Mark | undefined {
  const [, head = '', inner = ''] = /<svg\b((?:[^>"']|"[^"]*"|'[^']*')*)>(.*)<\/svg>\s*$/s.exec(cleanSvg(text)) ?? [];
  const attributes = [...head.matchAll(/([\w:-]+)\s*=\s*("[^"]*"|'[^']*')/g)].map(([, name = '', value = '']) => ({
    name,
    value,
  }));
  const viewBox = attributes
    .find(({ name }) => name === 'viewBox')
    ?.value.slice(1, -1)
    .trim()
    .replace(/[\s,]+/g, ' ');
  if (!viewBox || !/^-?[\d.]+ -?[\d.]+ [\d.]+ [\d.]+$/.test(viewBox)) return undefined;
  const inherited = attributes
    .filter(({ name }) => presentation.has(name))
    .map(({ name, value }) => ` ${name}=${value}`);
  const content = `<g${inherited.join('')}>${inner.trim()}</g>`.replace(
    /\bid=["']|\burl\(\s*["']?#|\bhref=["']#/g,
    '$&site-mark-',
  );
  const values = [...content.matchAll(/\b(?:fill|stroke|stop-color|color)=["']([^"']+)["']/g)].map(
    ([, value = '']) => value,
  );
  return {
    viewBox,
    content,
    colors: values.filter((value) => !/^(?:none|inherit|transparent|currentColor|url\()/i.test(value)),
  };
}

/**
 * The mark as a part of another drawing.
 *
 * @param place its upper left corner and the length of its sides. @param color of what has none of its own.
 */
export function markSvg(
  { viewBox, content }: Mark,
  place: { x: number; y: number; size: number },
  color: string,
): string {
  const { x, y, size } = place;
  const links = content.includes('xlink:') ? ' xmlns:xlink="http://www.w3.org/1999/xlink"' : '';
  return `<svg${links} x="${x}" y="${y}" width="${size}" height="${size}" viewBox="${viewBox}" fill="${color}" color="${color}">${content}</svg>`;
}
