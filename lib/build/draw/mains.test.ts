import { expect, it } from 'vitest';
import { Mains } from '@/lib/build/draw/mains';

it('hands over what is there, and what comes later', async () => {
  const mains = new Mains();
  mains.put('/a/', 'one');
  const later = mains.take('/b/');
  mains.put('/b/', 'two');
  expect(await mains.take('/a/')).toBe('one');
  expect(await later).toBe('two');
});

it('tells whoever waits, or asks later, that nothing more will come', async () => {
  const mains = new Mains();
  const waiting = mains.take('/a/');
  mains.put('/c/', 'there');
  mains.fail(new Error('no more'));
  await expect(waiting).rejects.toThrow('no more');
  await expect(mains.take('/b/')).rejects.toThrow('no more');
  expect(await mains.take('/c/')).toBe('there');
});
