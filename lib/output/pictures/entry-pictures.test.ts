import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { mediaType } from '@/lib/base/media';
import { toEntryPicture } from '@/lib/output/pictures/pictures';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

/** A file of an entry, as the loader gives it. */
async function served(name: string, content: string | Uint8Array) {
  const { dir } = await writeContent({});
  const absolute = join(dir, name);
  await writeFile(absolute, content);
  const { size, mtimeMs } = await stat(absolute);
  return { name, type: mediaType(name) ?? 'image/png', absolute, version: `${size}-${mtimeMs}`, size } as const;
}

const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"/>';

describe('toEntryPicture', () => {
  it('returns the address and the dimensions of a logo', async () => {
    expect(await toEntryPicture(await served('volvo-cars.svg', logo), '/adopters/logos/')).toEqual({
      src: '/adopters/logos/volvo-cars.svg',
      width: 120,
      height: 40,
    });
  });

  it('respects the orientation of a portrait', async () => {
    const turned = await sharp({ create: { width: 30, height: 10, channels: 3, background: 'red' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await toEntryPicture(await served('a.jpg', turned), '/people/pictures/')).toEqual({
      src: '/people/pictures/a.jpg',
      width: 10,
      height: 30,
    });
  });

  it('encodes the address, whatever the file name', async () => {
    const { src } = await toEntryPicture(await served('Größe & #1.svg', logo), '/adopters/logos/');
    expect(src).toBe('/adopters/logos/Gr%C3%B6%C3%9Fe%20&%20%231.svg');
  });

  it('rejects a file that is not a picture', async () => {
    await expect(toEntryPicture(await served('a.png', 'Hello'), '/adopters/logos/')).rejects.toThrow();
  });
});
