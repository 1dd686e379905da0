import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawIcon, iconSvg } from '@/lib/output/design/icon';
import { getMark, type Mark, parseMark } from '@/lib/output/design/mark';

const parse = (text: string) => parseMark(text) as Mark;

/** The colour in the middle of an icon, and near its edge. */
async function colorsOf(mark: Mark): Promise<string[]> {
  const png = drawIcon(iconSvg('#1a4bcb', 'maskable', mark), 64);
  return Promise.all(
    [
      { left: 32, top: 32 },
      { left: 2, top: 2 },
    ].map(async (place) => {
      const pixel = await sharp(png)
        .extract({ ...place, width: 1, height: 1 })
        .removeAlpha()
        .raw()
        .toBuffer();
      return `#${pixel.toString('hex')}`;
    }),
  );
}

describe('the mark', () => {
  it('keeps what its root says of all its parts', () => {
    const mark = parse(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" viewBox="0,0 24 24" fill="none" stroke="currentColor"><path d="M0 0h9"/></svg>',
    );
    expect(mark).toEqual({
      viewBox: '0 0 24 24',
      content: '<g fill="none" stroke="currentColor"><path d="M0 0h9"/></g>',
      colors: [],
    });
  });

  it('has ids that no page has', () => {
    const { content, colors } = parse(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><linearGradient id="a"><stop stop-color="#c33"/></linearGradient><path id="b" fill="url(#a)"/><use href="#b"/></svg>',
    );
    expect(content.match(/(?:id="|#)[\w-]+/g)).toEqual([
      'id="site-mark-a',
      '#c33',
      'id="site-mark-b',
      '#site-mark-a',
      '#site-mark-b',
    ]);
    expect(colors).toEqual(['#c33']);
  });

  it.each(['', '<svg>', '<p/>', '<svg viewBox="0 0 9"><path/></svg>'])('is not made of %j', (text) => {
    expect(parseMark(text)).toBeUndefined();
  });

  it('is white on the accent colour in icons, and on white where it has colours of its own', async () => {
    const svg = (fill: string) => parse(`<svg viewBox="0 0 9 9"><path${fill} d="M0 0h9v9H0z"/></svg>`);
    expect(await colorsOf(svg(''))).toEqual(['#ffffff', '#1a4bcb']);
    expect(await colorsOf(svg(' fill="currentColor"'))).toEqual(['#ffffff', '#1a4bcb']);
    expect(await colorsOf(svg(' fill="#cc3333"'))).toEqual(['#cc3333', '#ffffff']);
  });

  it('is drawn where a community has none', () => {
    expect(getMark()).toMatchObject({ viewBox: '0 0 16 16', colors: [] });
  });
});
