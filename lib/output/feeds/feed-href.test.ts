import { afterEach, expect, it, vi } from 'vitest';
import { toFeedHref } from '@/lib/output/feeds/feed';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('points to production, or to the preview in a preview', () => {
  vi.stubEnv('SITE_URL', 'https://news.example.org');
  vi.stubEnv('VERCEL_URL', 'news-abc.vercel.app');
  vi.stubEnv('VERCEL_BRANCH_URL', '');
  vi.stubEnv('VERCEL_ENV', 'production');
  expect(toFeedHref('/blog/')).toBe('https://news.example.org/blog/');
  vi.stubEnv('VERCEL_ENV', 'preview');
  expect(toFeedHref('/blog/')).toBe('https://news-abc.vercel.app/blog/');
});
