// The composition of a social card: mark and name, a headline that fits, a line of facts, and a figure at the side.
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import { escapeHtml } from '@/lib/base/html';
import { words } from '@/lib/base/words';
import { allKinds } from '@/lib/kinds/index';
import { type CardColors, type CardFacts, cardSize, markShapes } from '@/lib/output/cards/card-facts';
import { fitText } from '@/lib/output/cards/fit-text';
import { drawable, drawableLabel, hasRightToLeft, isMostlyLost, isRightToLeft } from '@/lib/output/cards/runs';
import { CardText } from '@/lib/output/cards/text-svg';
import { getMark, markSvg } from '@/lib/output/design/mark';
import { type CoverShape, drawCover } from '@/lib/output/pictures/cover';
import { site } from '@/lib/site';

/** A featured picture, in the size in which the card shows it. */
export interface CardPicture {
  /** `data:` */
  readonly href: string;
  readonly width: number;
  readonly height: number;
}

/** A card as SVG, and the options of the renderer for it. */
export interface CardSvg {
  readonly svg: string;
  readonly options: ResvgRenderOptions;
}

const margin = 64;

/** Between the text and the figure. */
const gutter = 56;

/** How wide the figure's side is. */
const panelWidths = { cover: 420, shapes: 420, leaf: 420, picture: 520 } as const;

/** The space of a picture, in pixels: all of its side where it has nearly that ratio, else a frame within. */
export const pictureRoom = { width: panelWidths.picture, height: cardSize.height, inset: 32 } as const;

/** Label text, in pixels. */
const label = { size: 26, leading: 38 } as const;

/** Composes a card. @param picture where the facts name one that could be read. */
export function cardSvg(facts: CardFacts, colors: CardColors, picture?: CardPicture): CardSvg {
  const color = (name: string) => colors[name] ?? '#000000';
  if (facts.title === '' && facts.figure.kind === 'cover') return coverSvg(facts.figure.facts, color);
  // A title in a script that no font here knows would be a row of boxes: the site's name takes its place.
  const title = drawable(isMostlyLost(facts.title, 'title') ? site.name : facts.title, 'title');
  const kicker = drawableLabel(facts.kicker ?? '', 'label');
  const mirrored = isRightToLeft(title);
  const panel = panelWidths[facts.figure.kind];
  const width = cardSize.width - panel - margin - gutter;

  const oneSize = {
    width,
    largest: label.size,
    smallest: label.size,
    leading: label.leading / label.size,
    filled: true,
  };
  const type = new CardText();
  const measureLabel = (texts: readonly string[]) => type.measure(texts, 'label');
  const line = fitText(
    drawableLabel(facts.line ?? '', 'label'),
    { ...oneSize, height: 3 * label.leading },
    measureLabel,
  );
  const heading = fitText(kicker, { ...oneSize, height: label.leading }, measureLabel);

  const floor = cardSize.height - margin;
  const foot = line.lines.length === 0 ? floor + 8 : floor - line.lines.length * label.leading - 18;
  const top = margin + 44 + 36 + (kicker ? label.leading + 10 : 0);
  const leading = leadingOf(title);
  const headline = fitText(title, { width, height: foot - top, largest: 112, smallest: 32, leading }, (texts) =>
    type.measure(texts, 'title'),
  );
  const step = headline.size * leading;
  const head = foot - headline.lines.length * step;

  const x = mirrored ? cardSize.width - margin : margin;
  const anchor: 'end' | undefined = mirrored ? 'end' : undefined;
  const small = { x, size: label.size, anchor };
  const name = {
    x: mirrored ? x - 62 : x + 62,
    y: margin + 33,
    size: 30,
    fill: color('ink'),
    anchor,
    rightToLeft: isLabelRightToLeft(site.name),
  } as const;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" xml:space="preserve">`,
    `<rect width="100%" height="100%" fill="${color('paper')}"/>`,
    `<svg x="${mirrored ? 0 : cardSize.width - panel}" y="0" width="${panel}" height="${cardSize.height}" viewBox="0 0 ${panel} ${cardSize.height}">`,
    `<rect width="100%" height="100%" fill="${color('accent-soft')}"/>${drawFigure(facts, color, type, picture)}</svg>`,
    markSvg(getMark(), { x: mirrored ? x - 44 : x, y: margin, size: 44 }, color('accent')),
    // On the front page's picture the name is the headline.
    facts.title === site.name ? '' : type.draw(drawable(site.name, 'title'), 'title', name),
    ...heading.lines.map((text) => {
      return type.draw(text, 'label', {
        ...small,
        y: head - 22,
        fill: color('accent'),
        rightToLeft: isLabelRightToLeft(text),
      });
    }),
    ...headline.lines.map((text, index) => {
      const y = head + step * (index + 0.5) + headline.size * 0.34;
      return type.draw(text, 'title', { x, y, size: headline.size, fill: color('ink'), anchor, rightToLeft: mirrored });
    }),
    ...line.lines.map((text, index) => {
      const y = floor - (line.lines.length - 1 - index) * label.leading - 2;
      return type.draw(text, 'label', { ...small, y, fill: color('muted'), rightToLeft: isLabelRightToLeft(text) });
    }),
    '</svg>',
  ];
  return { svg: svg.join(''), options: type.options };
}

/** Labels are in the direction of the site as soon as they have letters of it, also where they begin with a name in others. */
function isLabelRightToLeft(text: string): boolean {
  return words.direction === 'rtl' ? hasRightToLeft(text) : isRightToLeft(text);
}

/** A cover that has the whole card, for mail. */
function coverSvg(facts: Parameters<typeof drawCover>[0], color: (name: string) => string): CardSvg {
  const { width, height } = cardSize;
  const ground = `<rect width="100%" height="100%" fill="${color('accent-soft')}"/>`;
  const figure = drawMonth(facts, color, width);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${ground}${figure}</svg>`,
    options: {},
  };
}

/** Scripts that build upwards need more space between lines. */
function leadingOf(title: string): number {
  if (/\p{Script=Arabic}/u.test(title)) return 1.42;
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title) ? 1.26 : 1.14;
}

type Figure = CardFacts['figure'];

/** The figure at the side, from its upper left corner. */
function drawFigure(
  { figure, title }: CardFacts,
  color: (name: string) => string,
  type: CardText,
  picture?: CardPicture,
): string {
  if (figure.kind === 'cover') return drawMonth(figure.facts, color);
  if (figure.kind === 'leaf') return drawLeaf(figure, color, type);
  if (figure.kind === 'shapes') return drawShapes(figure.seed, figure.shapes, color);
  return picture ? drawPicture(picture, color) : drawShapes(title, markShapes, color);
}

/** A cover, as components/ui/ui.css shows it. */
function drawMonth(
  facts: Parameters<typeof drawCover>[0],
  color: (name: string) => string,
  room: number = panelWidths.cover,
): string {
  const { width, height, paths } = drawCover(facts, room / cardSize.height);
  const line = (name: string, wide: number, cap = 'round') =>
    `fill="none" stroke="${color(name)}" stroke-width="${wide}" stroke-linecap="${cap}"`;
  const looks: Record<CoverShape, string> = {
    plain: `fill="${color('accent')}"`,
    breaking: `fill="${color('breaking')}"`,
    secured: `fill="${color('security')}"`,
    arch: `fill="${color('ink')}"`,
    disc: line('ink', 1.6),
    square: line('upcoming', 1.3, 'square'),
    ring: line('caution', 1.6),
    hole: line('accent-soft', 0.7),
    dot: line('muted', 0.5),
  };
  const drawn = paths.map(({ shape, d }) => `<path ${looks[shape]} d="${d}"/>`).join('');
  return `<svg x="0" y="0" width="${room}" height="${cardSize.height}" viewBox="0 0 ${width} ${height}">${drawn}</svg>`;
}

/** Cells of the grid: two columns of three, in squares of 16 units. */
const cell = 210;

function drawShapes(seed: string, shapes: readonly string[], color: (name: string) => string): string {
  const dot = `<circle fill="${color('muted')}" cx="8" cy="8" r="2"/>`;
  const looks: Partial<Record<string, string>> = {
    plain: `<path fill="${color('accent')}" d="M0 16A16 16 0 0 1 16 0v16z"/>`,
    breaking: `<path fill="${color('breaking')}" d="M0 0H16L0 16z"/>`,
    secured: `<path fill="${color('security')}" d="M8 0l8 8-8 8-8-8z"/>`,
    disc: `<circle fill="${color('ink')}" cx="8" cy="8" r="6.4"/>`,
    square: `<path fill="${color('upcoming')}" d="M1.6 1.6h12.8v12.8H1.6z"/>`,
    ring: `<circle fill="none" stroke="${color('caution')}" stroke-width="3.6" cx="8" cy="8" r="4.6"/>`,
    arch: `<path fill="${color('ink')}" d="M1.6 14.4V8a6.4 6.4 0 0 1 12.8 0v6.4z"/>`,
  };
  const order = [0, 1, 2, 3, 4, 5].sort((a, b) => turnOf(seed, 10 + a) - turnOf(seed, 10 + b));
  return order
    .map((at, index) => {
      const shape = shapes[at];
      const turn = shape === 'plain' || shape === 'breaking' ? 90 * (turnOf(seed, at) % 4) : 0;
      const drawn = (shape && (looks[shape] ?? looks[allKinds.find(({ name }) => name === shape)?.shape ?? ''])) ?? dot;
      const [x, y] = [(index % 2) * cell, Math.floor(index / 2) * cell];
      return `<g transform="translate(${x} ${y})scale(${cell / 16})rotate(${turn} 8 8)">${drawn}</g>`;
    })
    .join('');
}

/** FNV-1a: the same for the same text. */
function turnOf(seed: string, index: number): number {
  let state = 0x811c9dc5;
  for (const character of `${index} ${seed}`) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (state ^ (state >>> 15)) >>> 0;
}

function drawLeaf(
  { day, month }: Extract<Figure, { kind: 'leaf' }>,
  color: (name: string) => string,
  type: CardText,
): string {
  const [x, y, width, height, band] = [70, 145, 280, 340, 92];
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="${color('surface')}"/>`,
    `<path d="M${x} ${y + band}v${14 - band}a14 14 0 0 1 14-14h${width - 28}a14 14 0 0 1 14 14v${band - 14}z" fill="${color('accent')}"/>`,
    type.draw(drawableLabel(month, 'title'), 'title', {
      x: 210,
      y: y + 62,
      size: 44,
      fill: color('paper'),
      anchor: 'middle',
    }),
    type.draw(drawable(day, 'title'), 'title', {
      x: 210,
      y: y + band + 182,
      size: 170,
      fill: color('ink'),
      anchor: 'middle',
    }),
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="none" stroke="${color('line')}" stroke-width="2"/>`,
  ].join('');
}

function drawPicture({ href, width, height }: CardPicture, color: (name: string) => string): string {
  const x = (pictureRoom.width - width) / 2;
  const y = (pictureRoom.height - height) / 2;
  const image = `<image x="${x}" y="${y}" width="${width}" height="${height}" href="${escapeHtml(href)}"/>`;
  if (x <= 0) return image;
  const place = `x="${x}" y="${y}" width="${width}" height="${height}" rx="8"`;
  return `<clipPath id="frame"><rect ${place}/></clipPath><g clip-path="url(#frame)">${image}</g><rect ${place} fill="none" stroke="${color('line')}" stroke-width="2"/>`;
}
