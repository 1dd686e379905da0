import sharp from 'sharp';
import { afterEach, expect, it, vi } from 'vitest';
import type { CardFacts } from '@/lib/output/cards/card-facts';
import { cardRenderer, cardWorkerFile } from '@/lib/output/cards/render-card';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const withPicture: CardFacts = { title: 'A', figure: { kind: 'picture', path: '/blog/2022/03/a/a.svg', hash: 'x' } };

/** Sends back what it is asked to render; fails where there is a picture that says so. */
const worker = `process.on('message', ([, [facts, , picture]]) => {
  const text = picture === undefined ? 'none' : Buffer.from(picture).toString();
  if (text === 'end') process.exit(1);
  else process.send(text === 'damaged' ? { failed: 'bad header' } : { done: Buffer.from(facts.title + text) });
});`;

afterEach(() => vi.restoreAllMocks());

it('renders in a process', async () => {
  const { dir } = await writeContent({ [cardWorkerFile]: worker });
  const render = cardRenderer(dir);
  expect(String(await render(withPicture, {}, async () => Buffer.from('whole')))).toBe('Awhole');
  expect(String(await render(withPicture, {}))).toBe('Anone');
});

it.each(['damaged', 'end'])('leaves out a picture that cannot be drawn, and says which: %s', async (text) => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const { dir } = await writeContent({ [cardWorkerFile]: worker });
  expect(String(await cardRenderer(dir)(withPicture, {}, async () => Buffer.from(text)))).toBe('Anone');
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('/blog/2022/03/a/a.svg'));
});

it('renders in this process if there is no worker file', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const { dir } = await writeContent({});
  const card = await cardRenderer(dir)(withPicture, {}, async () => Buffer.from('no picture'));
  expect(await sharp(card).metadata()).toMatchObject({ width: 1200, height: 630 });
  expect(warn).toHaveBeenCalledOnce();
});
