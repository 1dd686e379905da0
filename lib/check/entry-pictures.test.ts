import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkEntryPictures } from '@/lib/check/pictures';
import { loadCommunity } from '@/lib/content/load-community';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const picture = (width = 64, height = 64) =>
  sharp({
    create: { width, height, channels: 3, background: '#1d4fd8', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  });
const png = await picture().png().toBuffer();
const webp = await picture().webp().toBuffer();
const jpeg = await picture().jpeg().toBuffer();
const large = await picture(420, 420).png({ compressionLevel: 0 }).toBuffer();
const wide = await sharp({ create: { width: 8_001, height: 10, channels: 3, background: 'red' } })
  .png()
  .toBuffer();
const edge = await sharp({ create: { width: 8_000, height: 10, channels: 3, background: 'red' } })
  .png()
  .toBuffer();
const svg = (inner = '', attributes = 'width="8" height="8"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;
const padded = (size: number) => svg(`<!--${'x'.repeat(size - svg('<!---->').length)}-->`);
const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.6));

/** What is found when an adopter's logo has some content. */
function logo(name: string, content: string | Uint8Array) {
  return problemsOf(
    `adopters/${name}`,
    content,
    `name: A\nurl: https://a.example\nprojects: [tool]\nlogo: "${name}"\n`,
  );
}

/** What is found when a person's picture has some content. */
function portrait(name: string, content: string | Uint8Array) {
  return problemsOf(`people/${name}`, content, `name: A\npicture: "${name}"\n`);
}

async function problemsOf(path: string, content: string | Uint8Array, entry: string) {
  const projects = 'projects:\n  - {id: tool, name: Tool, about: x, repository: https://a.example, color: "#1d4fd8"}\n';
  const entryPath = path.replace(/[^/]+$/, 'a.yaml');
  const folder = await writeContent({ 'projects.yaml': projects, [entryPath]: entry, [path]: content });
  const { community, problems } = await loadCommunity(folder.dir);
  expect(problems).toEqual([]);
  expect([...community.pictures.keys()]).toEqual([path]);
  const found = await checkEntryPictures(community);
  for (const { file, severity } of found) {
    expect(file).toBe(folder.shown(path));
    expect(severity).toBe('error');
  }
  return found.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

describe('a logo', () => {
  it.each([
    ['of more than 50 kB', 'a.svg', padded(50_001), 'logo/size 1:1', padded(50_000)],
    ['that is a page', 'a.png', '<html></html>', 'logo/type 1:1', png],
    ['that is a drawing and says PNG', 'a.png', svg(), 'logo/type 1:1', png],
    ['that is PNG and says WebP', 'a.webp', png, 'logo/type 1:1', webp],
    ['that is PNG and says SVG', 'a.svg', png, 'logo/type 1:1', svg()],
    ['that is empty', 'a.png', '', 'logo/type 1:1', png],
    ['that was cut short', 'a.png', cut(png), 'logo/unreadable 1:1', png],
    ['that was cut short, in WebP', 'a.webp', cut(webp), 'logo/unreadable 1:1', webp],
    ['of 8,001 pixels', 'a.png', wide, 'logo/dimensions 1:1', edge],
    ['of 8,001 pixels in SVG', 'a.svg', svg('', 'width="8001" height="8"'), 'logo/dimensions 1:1', svg()],
    ['without a size, in SVG', 'a.svg', svg('', ''), 'logo/unreadable 1:1', svg('', 'viewBox="0 0 9 9"')],
    ['with a script', 'a.svg', svg('\n  <script/>'), 'logo/svg 2:3', svg('\n  <g/>')],
    ['that is no SVG', 'a.svg', 'Hello', 'logo/svg 1:1', svg()],
    [
      'with an ending in capitals, and a handler',
      'A.SVG',
      svg('<g onload="a()"/>'),
      'logo/svg 1:65',
      svg('<g id="a"/>'),
    ],
    ['with a name in two words, and a script', 'a b.svg', svg('<script/>'), 'logo/svg 1:62', svg()],
    [
      'without a size, and with HTML',
      'a.svg',
      svg('<foreignObject/>', 'viewBox="0 0 9 9"'),
      'logo/svg 1:59',
      svg('', 'viewBox="0 0 9 9"'),
    ],
  ])('%s', async (_, name, bad, problem, good) => {
    expect(await logo(name, bad)).toEqual([problem]);
    expect(await logo(name, good)).toEqual([]);
  });
});

describe('a picture of a person', () => {
  it.each([
    ['of more than 500 kB', 'a.png', large, 'picture/size 1:1', png],
    ['that is a page', 'a.jpg', '<html></html>', 'picture/type 1:1', jpeg],
    ['that is PNG and says JPEG', 'a.jpeg', png, 'picture/type 1:1', jpeg],
    ['that was cut short', 'a.jpg', cut(jpeg), 'picture/unreadable 1:1', jpeg],
    ['of 8,001 pixels', 'a.png', wide, 'picture/dimensions 1:1', edge],
  ])('%s', async (_, name, bad, problem, good) => {
    expect(await portrait(name, bad)).toEqual([problem]);
    expect(await portrait(name, good)).toEqual([]);
  });

  it('may have ten times what a logo may', async () => {
    const fifty = await picture(130, 130).png({ compressionLevel: 0 }).toBuffer();
    expect(fifty.length).toBeGreaterThan(50_000);
    expect(await portrait('a.png', fifty)).toEqual([]);
    expect(await logo('a.png', fifty)).toEqual(['logo/size 1:1']);
  });
});

it('finds nothing where there are no pictures', async () => {
  expect(await checkEntryPictures({ pictures: new Map() })).toEqual([]);
});
