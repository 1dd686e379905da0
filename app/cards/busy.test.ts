import { expect, it, vi } from 'vitest';
import { GET } from '@/app/cards/[...path]/route';

// Nothing can be written below a file.
vi.hoisted(() => vi.stubEnv('NEWS_DIST_DIR', 'package.json'));

let finish = () => {};
const gate = new Promise<void>((resolve) => {
  finish = resolve;
});

vi.mock('@/lib/output/cards/render-card', () => ({
  cardRenderer: () => async () => {
    await gate;
    return Buffer.from('pixelsIEND1234');
  },
}));

vi.mock('@/lib/output/cards/kept-cards', () => ({
  readCards: async () => ({
    colors: {},
    cards: Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `/cards/${index}.png`,
        { title: `Card ${index}`, figure: { kind: 'shapes', seed: 'a', shapes: [] } },
      ]),
    ),
  }),
}));

const ask = (name: string) =>
  GET(new Request(`https://example.org/cards/${name}`), { params: Promise.resolve({ path: [name] }) });

it('tells those who come when too many wait to come again', async () => {
  const first = Array.from({ length: 26 }, (_, index) => ask(`${index}.png`));
  const late = await ask('30.png');
  expect(late.status).toBe(503);
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(late.headers.get('cache-control')).toBe('no-store');
  finish();
  expect(new Set((await Promise.all(first)).map(({ status }) => status))).toEqual(new Set([200]));
  expect((await ask('30.png')).status).toBe(200);
});
