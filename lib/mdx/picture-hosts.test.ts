import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.doUnmock('@/lib/site');
  vi.resetModules();
});

async function withHosts(...hosts: string[]) {
  vi.resetModules();
  const { site } = await vi.importActual<typeof import('@/lib/site')>('@/lib/site');
  vi.doMock('@/lib/site', () => ({ site: { ...site, pictureHosts: hosts } }));
  const { isShownFrom } = await import('@/lib/mdx/picture');
  const { compileBody } = await import('@/lib/mdx/compile');
  const options = { format: 'md', pictures: new Map(), hasPublicFile: () => false } as const;
  return { isShownFrom, sourceOf: async (body: string) => (await compileBody(body, options)).source };
}

describe('an external picture', () => {
  it('is shown only if lib/site.ts has its host', async () => {
    const { isShownFrom } = await withHosts('img.example.org');
    expect(isShownFrom('https://img.example.org/a.png')).toBe(true);
    expect(isShownFrom('https://IMG.example.org/a.png')).toBe(true);
    expect(isShownFrom('http://img.example.org/a.png')).toBe(false);
    expect(isShownFrom('https://img.example.org:8443/a.png')).toBe(false);
    expect(isShownFrom('https://img.example.org.evil.example/a.png')).toBe(false);
    expect(isShownFrom('https://example.org/img.example.org/a.png')).toBe(false);
    expect(isShownFrom('//img.example.org/a.png')).toBe(false);
  });

  it('is a link if lib/site.ts does not have its host', async () => {
    const body = '![A](https://img.example.org/a.png)';
    const shown = await (await withHosts('img.example.org')).sourceOf(body);
    expect(shown).toContain('<img src=\\"https://img.example.org/a.png\\"');
    expect(shown).toContain('no-referrer');
    expect(shown).not.toContain('picture-place');
    expect(await (await withHosts()).sourceOf(body)).toContain('picture-place');
  });
});
