import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe('the policy of the page with the form for email', () => {
  const policies = async (mailOrigin: string) => {
    vi.resetModules();
    vi.stubEnv('NEWS_MAIL_ORIGIN', mailOrigin);
    const { pagePolicy, subscribePolicy, securityHeaders } = await import('@/lib/base/headers.mjs');
    const rule = securityHeaders().find(({ source }) => source === '/subscribe/');
    return { pagePolicy, subscribePolicy, sent: rule?.headers[0]?.value };
  };

  it('allows sending to the origin of the provider, which other pages may not', async () => {
    const { pagePolicy, subscribePolicy, sent } = await policies('https://mail.example');
    expect(subscribePolicy).toBe(pagePolicy.replace("form-action 'self'", "form-action 'self' https://mail.example"));
    expect(sent).toBe(subscribePolicy);
    expect(pagePolicy).toContain("form-action 'self';");
  });

  it('is that of every page without a form', async () => {
    const { pagePolicy, subscribePolicy } = await policies('');
    expect(subscribePolicy).toBe(pagePolicy);
  });

  it.each(['http://mail.example', 'https://mail.example/ https://other.example', 'https://mail.example; script-src *'])(
    'is not made of %s',
    async (origin) => {
      await expect(policies(origin)).rejects.toThrow('is not an origin');
    },
  );
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
