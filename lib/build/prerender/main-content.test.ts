import { expect, it } from 'vitest';
import { MainContent } from '@/lib/build/prerender/main-content';

it('returns content that is there, and content that comes later', async () => {
  const contents = new MainContent();
  contents.put('/a/', 'one');
  const later = contents.take('/b/');
  contents.put('/b/', 'two');
  expect(await contents.take('/a/')).toBe('one');
  expect(await later).toBe('two');
});

it('rejects whoever waits, or asks later, once nothing more will come', async () => {
  const contents = new MainContent();
  const waiting = contents.take('/a/');
  contents.put('/c/', 'there');
  contents.fail(new Error('no more'));
  await expect(waiting).rejects.toThrow('no more');
  await expect(contents.take('/b/')).rejects.toThrow('no more');
  expect(await contents.take('/c/')).toBe('there');
});
