import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkPictures } from '@/lib/check/pictures';
import { loadPosts } from '@/lib/content/load-posts';
import type { Post } from '@/lib/content/posts';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const folder = 'blog/2022/03/x';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20"/></svg>';

/** A picture of one colour. */
function pixels(format: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif', width = 30): Promise<Buffer> {
  return sharp({ create: { width, height: 20, channels: 3, background: '#1d4fd8' } })
    .toFormat(format)
    .toBuffer();
}

/** The problems of a post with files next to it, as `path code`; paths are relative to the post's folder. */
async function problemsOf(files: Readonly<Record<string, string | Uint8Array>>, fields: readonly string[] = []) {
  const beside = Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]);
  const { dir, shown } = await writeContent({
    [`${folder}/index.mdx`]: postText({ fields }),
    ...Object.fromEntries(beside),
  });
  const { posts } = await loadPosts(dir);
  const { problems } = await checkPictures(posts[0] as Post);
  return problems.map(({ file, line, column, severity, code }) => {
    expect({ line, column, severity }).toEqual({ line: 1, column: 1, severity: 'error' });
    return `${file.slice(shown(folder).length + 1)} ${code}`;
  });
}

describe('pictures next to a post', () => {
  it('are accepted in every supported format', async () => {
    const files = {
      'a.png': await pixels('png'),
      'b.jpg': await pixels('jpeg'),
      'c.JPEG': await pixels('jpeg'),
      'd.webp': await pixels('webp'),
      'e.gif': await pixels('gif'),
      'f.avif': await pixels('avif'),
      'images/g.svg': svg,
    };
    expect(await problemsOf(files)).toEqual([]);
  });

  it.each([
    ['text', 'no picture', 'picture/type'],
    ['nothing', '', 'picture/type'],
    ['the beginning of a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'picture/unreadable'],
    ['HTML', '<!doctype html><script>alert(1)</script>', 'picture/type'],
  ])('are rejected if the file contains %s', async (_, content, code) => {
    const good = await pixels('png');
    expect(await problemsOf({ 'a.png': content, 'b.png': good })).toEqual([`a.png ${code}`]);
    expect(await problemsOf({ 'images/a.png': content })).toEqual([`images/a.png ${code}`]);
    expect(await problemsOf({ 'a.svg': content })).not.toEqual([]);
  });

  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('are rejected if they are cut short: %s', async (format) => {
    const whole = await pixels(format, 200);
    const half = whole.subarray(0, whole.length / 2);
    const name = `a.${format}`;
    expect(await problemsOf({ [name]: half })).toEqual([`${name} picture/unreadable`]);
    expect(await problemsOf({ [`images/${name}`]: half })).toEqual([`images/${name} picture/unreadable`]);
    // The second time, the result comes from the cache.
    expect(await problemsOf({ [name]: half })).toEqual([`${name} picture/unreadable`]);
    expect(await problemsOf({ [name]: whole })).toEqual([]);
    expect(await problemsOf({ [name]: whole })).toEqual([]);
  });

  it.each([
    ['damaged', (whole: Buffer) => whole.subarray(0, whole.length / 2), 'error picture/unreadable', 0],
    ['not pictures', () => Buffer.from('x'), 'warning picture/type', 1],
  ])('are reported next to a Markdown post if they are %s', async (_, change, expected, left) => {
    const picture = change(await pixels('png', 200));
    const { dir } = await writeContent({ [`${folder}/index.md`]: postText(), [`${folder}/a.png`]: picture });
    const { posts } = await loadPosts(dir);
    const { problems, unusable } = await checkPictures(posts[0] as Post);
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([expected]);
    expect(unusable.size).toBe(left);
  });

  it('are reported one by one', async () => {
    expect(await problemsOf({ 'a.png': 'x', 'b.jpg': 'y' })).toEqual(['a.png picture/type', 'b.jpg picture/type']);
  });

  it('are rejected if they are large enough to exhaust memory', async () => {
    const create = { width: 8001, height: 8001, channels: 3 as const, background: '#fff' };
    const bomb = await sharp({ create, limitInputPixels: false }).png({ compressionLevel: 1 }).toBuffer();
    expect(await problemsOf({ 'a.png': bomb })).toEqual(['a.png picture/dimensions']);
    expect(await problemsOf({ 'a.png': await pixels('png', 3000) })).toEqual([]);
  });
});

describe('the picture of `image:`', () => {
  it('is a file next to the post', async () => {
    const png = await pixels('png');
    expect(await problemsOf({ 'a.png': png }, ['image: a.png'])).toEqual([]);
    expect(await problemsOf({ 'images/a.png': png }, ['image: images/a.png'])).toEqual([]);
  });

  it.each(['b.png', 'A.png', '../y/a.png', '/favicon.svg', 'https://example.org/a.png', 'paper.pdf', 'constructor'])(
    'is reported if there is no such file: %s',
    async (image) => {
      const files = { 'a.png': await pixels('png'), 'paper.pdf': '%PDF-1.4\n%%EOF' };
      expect(await problemsOf(files, [`image: ${image}`])).toEqual(['index.mdx picture/missing']);
    },
  );
});

describe('an SVG next to a post', () => {
  const drawing = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n${inner}\n</svg>`;
  const places = async (name: string, content: string) => {
    const { dir, shown } = await writeContent({ [`${folder}/index.mdx`]: postText(), [`${folder}/${name}`]: content });
    const { posts } = await loadPosts(dir);
    const { problems } = await checkPictures(posts[0] as Post);
    return problems.map(({ file, line, column, severity, code }) => {
      expect(file).toBe(shown(`${folder}/${name}`));
      return `${severity} ${code} ${line}:${column}`;
    });
  };

  it.each([
    ['does nothing', '<script/>', '2:1', '<g/>'],
    ['listens to nothing', '<g id="a" onload="a()"/>', '2:11', '<g id="a" opacity=".5"/>'],
    ['loads nothing', '<use href="//x.example/a.svg#b"/>', '2:6', '<use href="#b"/>'],
    ['is well-formed', '<g>', '3:1', '<g></g>'],
  ])('%s', async (_, bad, place, good) => {
    expect(await places('a.svg', drawing(bad))).toEqual([`error picture/svg ${place}`]);
    expect(await places('images/A.SVG', drawing(bad))).toEqual([`error picture/svg ${place}`]);
    expect(await places('a.svg', drawing(good))).toEqual([]);
  });

  const root = (attributes: string) => `<!-- x -->\n <svg xmlns="http://www.w3.org/2000/svg" ${attributes}><g/></svg>`;

  it.each([
    ['as wide as a city', 'error picture/dimensions 2:2', 'width="1000000000" height="9"', 'width="8000" height="9"'],
    ['as wide as a city, in a viewBox', 'error picture/dimensions 2:2', 'viewBox="0 0 8001 9"', 'viewBox="0 0 8000 9"'],
    ['as high as a house', 'error picture/dimensions 2:2', 'width="9" height="6000mm"', 'width="9" height="60mm"'],
    ['without a size', 'warning picture/no-size 2:2', '', 'viewBox="0 0 9 9"'],
    ['with a width alone', 'warning picture/no-size 2:2', 'width="9"', 'width="9" viewBox="0 0 9 9"'],
    ['as wide as the page', 'warning picture/no-size 2:2', 'width="100%"', 'width="100%" viewBox="0 0 9 9"'],
  ])('has a size, not one %s', async (_, problem, bad, good) => {
    expect(await places('a.svg', root(bad))).toEqual([problem]);
    expect(await places('a.svg', root(good))).toEqual([]);
  });

  it('is rejected if it takes long to render', async () => {
    const crossing = Array.from(
      { length: 20_000 },
      (_, at) => `${((Math.sin(at) + 1) * 1e6) % 9} ${((Math.cos(at) + 1) * 1e6) % 7}`,
    ).join(' ');
    expect(await places('a.svg', drawing(`<path d="M${crossing}"/>`))).toEqual(['error picture/svg 1:1']);
    expect(await places('a.svg', drawing(`<path d="M${crossing.slice(0, 400)}"/>`))).toEqual([]);
  }, 90_000);
});
