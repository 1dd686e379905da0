import { afterEach, describe, expect, it, vi } from 'vitest';
import { hiddenReason, isPreview } from '@/lib/content/visibility';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('hiddenReason', () => {
  const now = new Date('2022-03-01T14:30:00.000Z');
  const dated = (date: string, draft = false) => ({ date: new Date(date), draft });

  it('hides nothing that is dated now or before', () => {
    expect(hiddenReason(dated('2022-03-01T14:30:00.000Z'), now)).toBeUndefined();
    expect(hiddenReason(dated('2022-03-01T14:29:59.999Z'), now)).toBeUndefined();
  });

  it('hides what is dated even a millisecond later', () => {
    expect(hiddenReason(dated('2022-03-01T14:30:00.001Z'), now)).toBe('scheduled');
  });

  it('hides a draft whatever its date, and reports it as a draft', () => {
    expect(hiddenReason(dated('2020-01-01', true), now)).toBe('draft');
    expect(hiddenReason(dated('2030-01-01', true), now)).toBe('draft');
  });
});

describe('isPreview', () => {
  it.each([
    [{}, false],
    [{ NEWS_PREVIEW: '1' }, true],
    [{ NEWS_PREVIEW: 'true' }, true],
    [{ NEWS_PREVIEW: '0' }, false],
    [{ NEWS_PREVIEW: 'false' }, false],
    [{ NEWS_PREVIEW: '' }, false],
    [{ NODE_ENV: 'development' }, true],
    [{ NODE_ENV: 'development', NEWS_PREVIEW: '0' }, false],
    [{ NODE_ENV: 'development', NEWS_PREVIEW: '' }, true],
    [{ VERCEL_ENV: 'preview' }, true],
    [{ VERCEL_ENV: 'preview', NEWS_PREVIEW: '0' }, false],
    [{ VERCEL_ENV: 'production' }, false],
    [{ VERCEL_ENV: 'production', NEWS_PREVIEW: '1' }, true],
  ])('with %j in production else: %s', (env, expected) => {
    for (const [name, value] of Object.entries({
      NEWS_PREVIEW: undefined,
      VERCEL_ENV: undefined,
      NODE_ENV: 'production',
      ...env,
    })) {
      vi.stubEnv(name, value);
    }
    expect(isPreview()).toBe(expected);
  });
});
