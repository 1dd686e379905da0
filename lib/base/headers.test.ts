import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe('the policy of every page', () => {
  it('allows pictures only from the hosts in lib/site.ts', async () => {
    const policy = async (hosts: string) => {
      vi.resetModules();
      vi.stubEnv('NEWS_PICTURE_HOSTS', hosts);
      return (await import('@/lib/base/headers.mjs')).pagePolicy;
    };
    expect(await policy('img.example.org b.example.org')).toContain(
      "; img-src 'self' https://img.example.org https://b.example.org; ",
    );
    expect(await policy('')).not.toContain('img-src');
    await expect(policy('x.example;script-src *')).rejects.toThrow(
      'is not a host (fix: write it like images.example.org)',
    );
  });
});
