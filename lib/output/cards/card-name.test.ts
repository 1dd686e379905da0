import { expect, it, vi } from 'vitest';
import { cardSvg } from '@/lib/output/cards/card-svg';

vi.mock('@/lib/site', async (original) => {
  const { site } = await original<typeof import('@/lib/site')>();
  return { site: { ...site, lang: 'ar', name: 'أخبار Example' } };
});

it('writes the name of a site from right to left where it begins so', () => {
  const figure = { kind: 'shapes', seed: 'x', shapes: ['plain'] } as const;
  const { svg } = cardSvg({ title: 'Tool 2.0', figure: { ...figure, shapes: [...figure.shapes] } }, {});
  const [arabic, latin] = ['أخبار', 'Example'].map((text) =>
    Number(new RegExp(`x="([\\d.]+)"[^>]*>[^<]*${text}`).exec(svg)?.[1]),
  );
  expect(latin).toBeLessThan(arabic ?? 0);
});
