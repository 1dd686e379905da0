import { describe, expect, it } from 'vitest';
import { checkProjectFolder } from '@/lib/build/prepare';

describe('checkProjectFolder', () => {
  it('refuses a number sign', () => {
    const path = '/home/me/c#/news';
    expect(() => checkProjectFolder(path)).toThrow(`contains "#", which the bundler cannot read: ${path} (fix:`);
  });

  it.each(['/home/me/c sharp/news', '/home/me/100%/nö-news?', 'C:\\Users\\me\\news'])('accepts %s', (path) => {
    expect(() => checkProjectFolder(path)).not.toThrow();
  });
});
