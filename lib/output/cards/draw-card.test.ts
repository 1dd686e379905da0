import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type CardFacts, cardFactsSchema, cardKey } from '@/lib/output/cards/card-facts';
import { cardSvg } from '@/lib/output/cards/card-svg';
import { drawCard } from '@/lib/output/cards/draw-card';
import { cardFonts, fontPath } from '@/lib/output/cards/fonts';
import { readTokens } from '@/lib/output/design/tokens';

const tokens = readTokens().colors;
const colors = Object.fromEntries(tokens.map(({ name, light }) => [name, light]));

const card = (
  title: string,
  figure: CardFacts['figure'] = { kind: 'shapes', seed: 'x', shapes: ['plain'] },
): CardFacts => ({
  kicker: '1 March 2022',
  title,
  line: 'Ada Lovelace',
  figure,
});

/** How many pixels of an area are not as the ground is. */
async function inkIn(
  bytes: Buffer,
  area: { left: number; top: number; width: number; height: number },
): Promise<number> {
  const { data, info } = await sharp(bytes).removeAlpha().extract(area).raw().toBuffer({ resolveWithObject: true });
  let count = 0;
  for (let at = 0; at < data.length; at += info.channels) {
    if (Math.abs((data[at] ?? 0) - 0xfb) + Math.abs((data[at + 1] ?? 0) - 0xf9) > 24) count += 1;
  }
  return count;
}

const long = `${'A changelog in one breath, '.repeat(12).slice(0, 299)}.`;

// A card takes a third of a second, and on a busy machine ten times that.
describe('drawCard', { timeout: 60_000 }, () => {
  it.each([
    ['300 characters', long],
    ['Arabic', 'تحديث مجتمع Tool لشهر فبراير 2022: إصدارات جديدة'],
    ['Chinese', '社区新闻：二月更新，Tool 0.27 发布，《新功能》与重大变更一览'],
    ['emoji', '🚀 Launch day 🎉 with 🇩🇪 friends ❤️'],
    ['a word without an end', 'x'.repeat(300)],
    ['a script that no font here has', '플럭스 커뮤니티 뉴스'],
    ['what would be markup', '</text><script>&amp;"'],
  ])('renders %s within its margins', async (_, title) => {
    const bytes = await drawCard(card(title), colors);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    const mirrored = /^ت/.test(title);
    const text = { left: mirrored ? 420 + 56 : 64, top: 130, width: 660, height: 420 };
    expect(await inkIn(bytes, text)).toBeGreaterThan(2000);
    // Nothing in the outer margin and nothing in the gutter before the figure, where a line that is too long would be.
    expect(await inkIn(bytes, { left: mirrored ? 1142 : 0, top: 0, width: 58, height: 630 })).toBe(0);
    expect(await inkIn(bytes, { left: mirrored ? 422 : 730, top: 0, width: 44, height: 630 })).toBe(0);
    expect(await inkIn(bytes, { left: mirrored ? 430 : 64, top: 590, width: 600, height: 40 })).toBe(0);
  });

  it('shapes text: joined letters differ from single ones, and different letters differ', async () => {
    const [joined, apart, other] = await Promise.all(
      ['تحديث', 'ت ح د ي ث', '新闻'].map(async (title) => (await drawCard(card(title), colors)).toString('base64')),
    );
    expect(joined).not.toBe(apart);
    // A font without these letters would show the same box for each of them.
    const [first, second] = await Promise.all(['新', '闻'].map((title) => drawCard(card(title), colors)));
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(false);
    expect(other).not.toBe(joined);
  });

  it.each([
    ['a wide picture', 1600, 500],
    ['an upright one', 400, 1200],
    ['one of its place’s form', 600, 700],
    ['a tiny one', 3, 2],
  ])('shows %s next to the text', async (_, width, height) => {
    const source = await sharp({ create: { width, height, channels: 4, background: '#20c040' } })
      .png()
      .toBuffer();
    const facts = card('A post with a picture', { kind: 'picture', path: '/x.webp', hash: 'x' });
    const bytes = await drawCard(facts, colors, async () => source);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
    const { data } = await sharp(bytes)
      .extract({ left: 940, top: 315, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[1]).toBeGreaterThan(150);
    expect(data[0]).toBeLessThan(80);
  });

  it('renders a card whose picture is missing', async () => {
    const facts = card('A post with a picture', { kind: 'picture', path: '/x.webp', hash: 'x' });
    expect((await sharp(await drawCard(facts, colors, async () => undefined)).metadata()).width).toBe(1200);
  });
});

describe('cardSvg', () => {
  it('is mirrored for right-to-left titles', () => {
    expect(cardSvg(card('تحديث'), colors).svg).toContain('<svg x="0" y="0" width="420"');
    expect(cardSvg(card('Update'), colors).svg).toContain('<svg x="780" y="0" width="420"');
  });
});

describe('cardKey', () => {
  it('is the same only for the same content', () => {
    const key = cardKey(card('a'), colors);
    expect(cardKey({ ...card('a') }, { ...colors })).toBe(key);
    expect(cardKey(card('b'), colors)).not.toBe(key);
    expect(cardKey(card('a'), { ...colors, ink: '#000001' })).not.toBe(key);
    const picture = (hash: string) => cardKey(card('a', { kind: 'picture', path: '/x', hash }), colors);
    expect(picture('1')).not.toBe(picture('2'));
  });
});

describe('cardFactsSchema', () => {
  it('accepts only its own form', () => {
    expect(cardFactsSchema.safeParse(card('a')).success).toBe(true);
    expect(cardFactsSchema.safeParse({ ...card('a'), colour: 'red' }).success).toBe(false);
  });
});

describe('the fonts', () => {
  it('are installed, and each of their packages is used', () => {
    expect(cardFonts.filter((font) => !existsSync(fontPath(font)))).toEqual([]);
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const packages = Object.keys(dependencies).filter((name) => /^@expo-google-fonts\/|^@embedpdf\//.test(name));
    expect([...new Set(cardFonts.map(({ file }) => file.split('/').slice(0, 2).join('/')))].sort()).toEqual(
      packages.sort(),
    );
  });
});
