import type { Element, Root } from 'hast';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Picture, PictureSource } from '@/lib/mdx/picture';
import { pictureSizes, rehypePictures } from '@/lib/mdx/pictures';
import { site } from '@/lib/site';

const wide: Picture = { src: '/p/a.png', width: 1600, height: 900, srcSet: '/p/a.240w.webp 240w' };
const small: Picture = { src: '/p/s.png', width: 300, height: 201, srcSet: '/p/s.240w.webp 240w' };
const drawing: Picture = { src: '/p/d.svg', width: 800, height: 400, srcSet: '' };

const source: PictureSource = {
  pictures: new Map([
    ['a.png', wide],
    ['images/s.png', small],
    ['d.svg', drawing],
    ['two words.png', small],
    ['caf\u00e9.png', { ...small, src: '/p/caf%C3%A9.png' }],
  ]),
  hasPublicFile: (path) => path === '/img/logo.svg' || path === '/favicon.svg',
};

/** The element that replaces an `<img>`. */
function show(properties: Element['properties'], transform = rehypePictures(source)): Element {
  const element: Element = { type: 'element', tagName: 'img', properties, children: [] };
  const tree: Root = {
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [element] }],
  };
  transform(tree);
  return element;
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe('a picture next to the post', () => {
  it.each(['caf\u00e9.png', 'cafe\u0301.png', 'caf%C3%A9.png', 'cafe%CC%81.png', '/p/cafe\u0301.png'])(
    'is found by its name in any Unicode form: %s',
    (src) => {
      expect(show({ src }).properties.src).toBe('/p/caf%C3%A9.png');
    },
  );

  it.each(['/p/other.png', '/P/s.png', '/s.png', `${site.origin}.example/p/s.png`, 'https://example.org/p/s.png'])(
    'is not found by the address of another picture: %s',
    (src) => {
      expect(show({ src }).tagName).toBe('picture-place');
    },
  );

  it('is shown with its dimensions and smaller variants', () => {
    expect(show({ src: 'a.png', alt: 'A', title: 'T' })).toMatchObject({
      tagName: 'img',
      properties: {
        src: '/p/a.png',
        alt: 'A',
        title: 'T',
        width: 1600,
        height: 900,
        loading: 'lazy',
        decoding: 'async',
        srcSet: '/p/a.240w.webp 240w',
        sizes: pictureSizes,
      },
    });
  });

  it.each([
    ...['images/s.png', './images/s.png', '././images/s.png', 'images/s.png?v=2', 'images%2Fs.png'],
    ...['/p/s.png', '/p/s.png?v=2', '/p/%73.png', `${site.origin}/p/s.png`],
  ])('is found as %s', (src) => {
    expect(show({ src }).properties.src).toBe('/p/s.png');
  });

  it('is found by its name with a space', () => {
    expect(show({ src: 'two%20words.png' }).properties.src).toBe('/p/s.png');
  });

  it('gets an empty alt attribute if it has none, so that its file name is not read out', () => {
    expect(show({ src: 'a.png' }).properties.alt).toBe('');
  });

  it('has neither srcset nor sizes where there are no variants', () => {
    const { properties } = show({ src: 'd.svg' });
    expect(properties).toMatchObject({ width: 800, height: 400 });
    expect(properties).not.toHaveProperty('srcSet');
    expect(properties).not.toHaveProperty('sizes');
  });

  it('is scaled to the width in the post, in proportion', () => {
    const { properties } = show({ src: 'a.png', width: '320', height: '1' });
    expect(properties).toMatchObject({ width: 320, height: 180, sizes: 'min(320px, 92vw)' });
  });

  it('is never shown larger than its own size', () => {
    expect(show({ src: 'images/s.png', width: '5000' }).properties).toMatchObject({
      width: 300,
      height: 201,
      sizes: 'min(300px, 92vw)',
    });
  });

  it.each(['50%', 'auto', '', '0', '-40'])('has its own width where the wanted one is %j', (width) => {
    expect(show({ src: 'a.png', width }).properties).toMatchObject({ width: 1600, height: 900 });
  });
});

describe('a picture of the site', () => {
  it.each(['/img/logo.svg', '/favicon.svg'])('is shown: %s', (src) => {
    expect(show({ src, alt: 'L' })).toMatchObject({
      tagName: 'img',
      properties: { src, alt: 'L', loading: 'lazy', decoding: 'async' },
    });
  });

  it('is shown below the sub-path', async () => {
    vi.stubEnv('BASE_PATH', '/news');
    vi.resetModules();
    const { rehypePictures: fresh } = await import('@/lib/mdx/pictures');
    expect(show({ src: '/img/logo.svg?a' }, fresh(source)).properties.src).toBe('/news/img/logo.svg?a');
  });
});

describe('a picture that the site does not have', () => {
  it.each([
    ['missing next to the post', 'b.png'],
    ['in another case', 'A.png'],
    ['outside the folder', '../a.png'],
    ['outside the folder, on the way back in', '../x/a.png'],
    ['missing on the site', '/img/other.svg'],
    ['not encrypted', 'http://example.org/a.png'],
    ['in the text itself', 'data:image/png;base64,AAAA'],
    ['without a protocol', '//example.org/a.png'],
    ['without an address', ''],
    ['named like what every object has', 'constructor'],
  ])('%s: its alt text is shown instead, without an address', (_, src) => {
    const element = show({ src, alt: 'A', width: '3', title: 'T' });
    expect(element.tagName).toBe('picture-place');
    expect(element.properties).toEqual({ alt: 'A' });
  });

  it('on another host: its alt text and address are shown instead', () => {
    const element = show({ src: 'https://example.org/a.png' });
    expect(element.tagName).toBe('picture-place');
    expect(element.properties).toEqual({ alt: '', href: 'https://example.org/a.png' });
  });
});
