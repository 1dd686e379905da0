import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepFile } from '@/lib/base/build-cache';
import { loadPosts } from '@/lib/content/load-posts';
import type { Post } from '@/lib/content/posts';
import {
  featuredFile,
  getMailPictures,
  getPictures,
  listVariants,
  measure,
  renderVariant,
} from '@/lib/output/pictures/pictures';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="9" height="6"/></svg>';

type Format = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif';

function pixels(width: number, height: number, format: Format = 'png', background = '#1d4fd8'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}

/** An animation of two frames. */
async function animation(width: number, height: number, format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = [await pixels(width, height), await pixels(width, height, 'png', '#ffffff')];
  return sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}

/** A post with files next to it. */
async function postWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  fields: readonly string[] = [],
): Promise<Post> {
  const folder = 'blog/2022/03/café';
  const beside = Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]);
  const text = postText({ fields });
  const { dir } = await writeContent({ [`${folder}/index.mdx`]: text, ...Object.fromEntries(beside) });
  return (await loadPosts(dir)).posts[0] as Post;
}

/** The only file next to a post. */
async function fileOf(name: string, content: string | Uint8Array) {
  const [file] = (await postWith({ [name]: content })).files;
  if (!file) throw new Error('there is a file');
  return file;
}

describe('measure', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('reads width and height of %s', async (format) => {
    const file = await fileOf(`a.${format}`, await pixels(300, 200, format));
    expect(await measure(file)).toMatchObject({ width: 300, height: 200, animated: false });
  });

  it('reads the dimensions of an SVG', async () => {
    expect(await measure(await fileOf('a.svg', svg))).toMatchObject({ width: 900, height: 600 });
  });

  it('reads the dimensions after the rotation in the metadata', async () => {
    const sideways = await sharp(await pixels(300, 200))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await measure(await fileOf('a.jpg', sideways))).toMatchObject({ width: 200, height: 300 });
  });

  it.each(['gif', 'webp'] as const)('knows an animation in %s, and the size of one frame of it', async (format) => {
    const measures = await measure(await fileOf(`a.${format}`, await animation(30, 20, format)));
    expect(measures).toMatchObject({ width: 30, height: 20, animated: true });
  });

  it('returns a name that depends only on the content', async () => {
    const [one, other, different] = await Promise.all([
      fileOf('a.png', await pixels(30, 20)),
      fileOf('b.png', await pixels(30, 20)),
      fileOf('a.png', await pixels(30, 21)),
    ]);
    const hash = (await measure(one)).hash;
    expect(hash).toMatch(/^[0-9a-f]{12}$/);
    expect((await measure(other)).hash).toBe(hash);
    expect((await measure(different)).hash).not.toBe(hash);
  });

  it('rejects a file that is not a picture, each time', async () => {
    const file = await fileOf('a.png', 'no picture');
    await expect(measure(file)).rejects.toThrow();
    await expect(measure(file)).rejects.toThrow();
  });
});

describe('the picture of a post in lists', () => {
  const files = { 'a.png': 'x', 'b-Featured.png': 'x', 'images/c.svg': svg, 'featured.pdf': 'x' };

  it('is the one of `image:`', async () => {
    expect(featuredFile(await postWith(files, ['image: a.png']))?.name).toBe('a.png');
    expect(featuredFile(await postWith(files, ['image: images/c.svg']))?.name).toBe('images/c.svg');
  });

  it('is otherwise the one with `featured` in its name', async () => {
    expect(featuredFile(await postWith(files))?.name).toBe('b-Featured.png');
  });

  it('is undefined without a picture, and is never a document or a substitute for a missing one', async () => {
    expect(featuredFile(await postWith({ 'a.png': 'x', 'featured.pdf': 'x' }))).toBeUndefined();
    expect(featuredFile(await postWith(files, ['image: other.png']))).toBeUndefined();
  });
});

describe('smaller variants', () => {
  it.each([
    [100, [100]],
    [240, [240]],
    [300, [240, 300]],
    [1280, [240, 480, 800, 1280]],
    [1300, [240, 480, 800, 1280]],
  ])('of a picture of %d pixels have the widths %j', async (width, widths) => {
    const post = await postWith({ 'a.png': await pixels(width, 20) });
    const variants = await listVariants(post);
    expect(variants.map((variant) => variant.width)).toEqual(widths);
    for (const variant of variants) {
      expect(variant.name).toMatch(new RegExp(`^a\\.png\\.[0-9a-f]{12}\\.${variant.width}w\\.webp$`));
      expect(variant.file).toBe(post.files[0]);
    }
  });

  it('are made only of bitmap pictures', async () => {
    const post = await postWith({
      'a.png': await pixels(100, 20),
      'b.jpg': await pixels(100, 20, 'jpeg'),
      'c.webp': await pixels(100, 20, 'webp'),
      'd.avif': await pixels(100, 20, 'avif'),
      'e.gif': await pixels(100, 20, 'gif'),
      'f.svg': svg,
      'g.pdf': 'x',
      'h.webp': await animation(100, 20, 'webp'),
    });
    const variants = await listVariants(post);
    const forPages = variants.filter(({ type }) => type === 'image/webp');
    expect(forPages.map(({ file }) => file.name)).toEqual(['a.png', 'b.jpg', 'c.webp', 'd.avif']);
    const forMail = variants.filter(({ type }) => type !== 'image/webp');
    expect(forMail.map(({ file }) => file.name)).toEqual(['c.webp', 'd.avif', 'h.webp']);
  });
});

describe('pictures for mail', () => {
  it('are JPEG, or PNG if transparent, and unchanged in formats that every program supports', async () => {
    const clear = await sharp({ create: { width: 1500, height: 300, channels: 4, background: '#0000' } })
      .webp()
      .toBuffer();
    const post = await postWith({
      'a.png': await pixels(100, 20),
      'b.webp': clear,
      'c.webp': await pixels(100, 20, 'webp'),
    });
    const pictures = [...(await getMailPictures(post)).values()];
    expect(pictures.map(({ src, width, height }) => [src.replace(/.*[/]|\.[0-9a-f]{12}/g, ''), width, height])).toEqual(
      [
        ['a.png', 100, 20],
        ['b.webp.1104w.png', 1104, 221],
        ['c.webp.100w.jpg', 100, 20],
      ],
    );
    // Each is published, and is what its name says.
    const variants = await listVariants(post);
    for (const { src } of pictures.slice(1)) {
      const variant = variants.find(({ name }) => src.endsWith(`/${name}`));
      if (!variant) throw new Error(`${src} is not published`);
      const { format, width } = await sharp(await renderVariant(variant.file, variant.width, variant.type)).metadata();
      expect([`image/${format}`, width]).toEqual([variant.type, variant.width]);
    }
  });
});

describe('pictures for a page', () => {
  it('have their address, dimensions and variants', async () => {
    const post = await postWith({ 'a b.png': await pixels(300, 200) });
    const [small, own] = await listVariants(post);
    const [file] = post.files;
    if (!file) throw new Error('there is a file');
    const folder = '/blog/2022/03/caf%C3%A9';
    expect((await getPictures(post)).get(file.name)).toEqual({
      src: `${folder}/a%20b.png`,
      width: 300,
      height: 200,
      srcSet: `${folder}/${small?.name.replace(' ', '%20')} 240w, ${folder}/${own?.name.replace(' ', '%20')} 300w`,
    });
  });

  it('are found by their names, documents left out', async () => {
    const post = await postWith({ 'a.png': await pixels(30, 20), 'images/b.svg': svg, 'c.pdf': 'x' });
    const pictures = await getPictures(post);
    expect([...pictures.keys()]).toEqual(['a.png', 'images/b.svg']);
    expect(pictures.get('images/b.svg')).toMatchObject({ width: 900, height: 600, srcSet: '' });
  });

  it('are below the sub-path', async () => {
    const post = await postWith({ 'a.png': await pixels(30, 20) });
    vi.stubEnv('BASE_PATH', '/news');
    vi.resetModules();
    const fresh = await import('@/lib/output/pictures/pictures');
    const picture = (await fresh.getPictures(post)).get('a.png');
    expect(picture?.src).toMatch(/^\/news\/blog\//);
    expect(picture?.srcSet).toMatch(/^\/news\/blog\//);
    vi.unstubAllEnvs();
  });
});

describe('renderVariant', () => {
  const home = process.cwd();
  const cache = join('.next', 'cache', 'news', 'pictures');
  let place = '';

  // The build cache is in the folder that the command runs in.
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'news-cache-'));
    process.chdir(place);
  });

  afterEach(async () => {
    process.chdir(home);
    await rm(place, { recursive: true, force: true });
  });

  it('makes a WebP of the requested width, in proportion', async () => {
    const bytes = await renderVariant(await fileOf('a.png', await pixels(600, 300)), 240);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 240, height: 120 });
  });

  it('applies the rotation in the metadata', async () => {
    const sideways = await sharp(await pixels(600, 300))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const bytes = await renderVariant(await fileOf('a.jpg', sideways), 240);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 240, height: 480 });
  });

  it('makes it once, and then uses the build cache', async () => {
    const file = await fileOf('a.png', await pixels(600, 300));
    const made = await renderVariant(file, 240);
    const [name = ''] = await readdir(cache);
    const kept = await pixels(7, 7, 'webp');
    keepFile(join(cache, name), kept);
    expect(await renderVariant(file, 240)).toEqual(kept);
    expect(made).not.toEqual(kept);
    await renderVariant(file, 480);
    expect(await readdir(cache)).toHaveLength(2);
  });

  it('makes it again if the cached file is incomplete or different', async () => {
    const file = await fileOf('a.png', await pixels(600, 300));
    const made = await renderVariant(file, 240);
    const [name = ''] = await readdir(cache);
    const kept = await readFile(join(cache, name));
    const other = await pixels(7, 7, 'webp');
    for (const broken of [
      kept.subarray(0, 20),
      kept.subarray(0, -1),
      Buffer.alloc(0),
      Buffer.from('x'.repeat(40)),
      other,
    ]) {
      await writeFile(join(cache, name), broken);
      expect(await renderVariant(file, 240)).toEqual(made);
      expect(await readFile(join(cache, name))).toEqual(kept);
    }
  });

  it('works without a writable cache', async () => {
    await mkdir('.next');
    await writeFile(join('.next', 'cache'), 'a file where the folder would be');
    const bytes = await renderVariant(await fileOf('a.png', await pixels(600, 300)), 240);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 240 });
  });

  it('leaves no partial files in the cache, even with simultaneous requests', async () => {
    const file = await fileOf('a.png', await pixels(600, 300));
    const all = await Promise.all(Array.from({ length: 5 }, () => renderVariant(file, 240)));
    expect(new Set(all.map((bytes) => bytes.toString('hex'))).size).toBe(1);
    expect(await readdir(cache)).toHaveLength(1);
  });
});
