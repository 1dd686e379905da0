import { describe, expect, it } from 'vitest';
import { refuseTwice } from '@/lib/kinds/index';

describe('names of kinds', () => {
  it('are refused where something else has them, with what to do', () => {
    const message = 'Two components are called "Video" (fix: rename the kind in lib/kinds/own.ts).';
    expect(() => refuseTwice('components', ['Job', 'Video', 'Video'])).toThrow(message);
  });

  it('are taken where each is there once', () => {
    expect(() => refuseTwice('components', ['Job', 'Jobs', 'Video'])).not.toThrow();
  });
});
