import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepCards } from '@/lib/build/keep-cards';
import { cardFonts } from '@/lib/output/cards/fonts';
import { readCardList, readServed } from '@/lib/output/cards/kept-cards';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const trace = 'server/app/cards/[...path]/route.js.nft.json';
const picture = { kind: 'picture', path: '/blog/2022/03/a/x.webp', hash: 'x' };
const build = {
  [trace]: JSON.stringify({ version: 1, files: ['a.js'] }),
  'server/app/cards/all.json.body': JSON.stringify({
    colors: {},
    cards: { '/cards/a.jpg': { title: 'A', figure: picture } },
  }),
  'server/app/blog/2022/03/a/x.webp.body': 'pixels',
};

describe('keepCards', () => {
  it('has everything that cards are rendered from deployed with the function', async () => {
    const { dir } = await writeContent(build);
    expect(await keepCards(dir)).toBe(1);
    expect((await readCardList(dir)).cards).toHaveProperty(['/cards/a.jpg', 'title'], 'A');
    expect(String(await readServed('/blog/2022/03/a/x.webp', dir))).toBe('pixels');
    expect(await readServed('/blog/2022/03/a/gone.webp', dir)).toBeUndefined();
    const { files } = JSON.parse(await readFile(join(dir, trace), 'utf8')) as { files: string[] };
    expect(files.slice(0, 3)).toEqual(['a.js', '../../../../cards.json', '../../blog/2022/03/a/x.webp.body']);
    expect(files.filter((file) => /\.(?:ttf|otf)$/.test(file))).toHaveLength(cardFonts.length);
  });

  it('refuses a list in another format', async () => {
    const { dir } = await writeContent({ ...build, 'server/app/cards/all.json.body': '{"cards":[]}' });
    await expect(keepCards(dir)).rejects.toThrow();
  });

  it('reports a list of deployed files in another form, or refuses it', async () => {
    const { dir } = await writeContent({ ...build, [trace]: '{"files":{}}' });
    const reported: string[] = [];
    expect(await keepCards(dir, (why) => reported.push(why))).toBe(1);
    expect(reported).toEqual([expect.stringContaining('not added to what Vercel deploys')]);
    await expect(keepCards(dir)).rejects.toThrow();
  });
});
