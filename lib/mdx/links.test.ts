import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { linkKind, rehypeLinks, splitHref } from '@/lib/mdx/links';
import { site } from '@/lib/site';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe('linkKind', () => {
  it.each([
    ['#part', 'fragment'],
    ['#', 'fragment'],
    ['https://example.org/', 'external'],
    ['HTTP://example.org/', 'external'],
    ['mailto:a@example.org', 'external'],
    ['//example.org/', 'external'],
    ['a.png', 'relative'],
    ['./a.png', 'relative'],
    ['../april-update/', 'relative'],
    ['?a=b', 'relative'],
    ['', 'relative'],
    ['/', 'site'],
    ['/?a=b', 'site'],
    ['/#part', 'site'],
    ['/blog', 'site'],
    ['/blog/', 'site'],
    ['/blog/2022/03/x/?a#b', 'site'],
    ['/blog?a', 'site'],
    ['/b%6Cog/', 'site'],
    ['/favicon.svg', 'site'],
    ['/Blog/2022/03/x/', 'site'],
    ['/EVENTS', 'site'],
    ['/Favicon.svg', 'site'],
    ['/tool/components/', 'docs'],
    ['/Tool/components/', 'docs'],
    ['/blogs/', 'docs'],
    ['/roadmap', 'docs'],
    ['/%E0%A4%A/', 'docs'],
  ])('of %j is %s', (href, kind) => {
    expect(linkKind(href)).toBe(kind);
  });

  it.each(['/docs/', '/roadmap', '/%E0%A4%A/'])('of %s is site where the documentation has no site', (href) => {
    expect(linkKind(href, {})).toBe('site');
    expect(linkKind(href, { docsOrigin: 'https://docs.example' })).toBe('docs');
  });
});

describe('splitHref', () => {
  it.each([
    ['/a/b', '/a/b', ''],
    ['/a%20b?c=%20#d', '/a b', '?c=%20#d'],
    ['/caf%C3%A9#%C3%A9', '/café', '#%C3%A9'],
    ['/a#b?c', '/a', '#b?c'],
    ['?a', '', '?a'],
    ['/%E0%A4%A?b', '/%E0%A4%A', '?b'],
    ['', '', ''],
  ])('of %j is %j and %j', (href, path, rest) => {
    expect(splitHref(href)).toEqual({ path, rest });
  });
});

describe('rehypeLinks', () => {
  /** The link after it was sent where it belongs. */
  function send(href: string, transform = rehypeLinks()) {
    const link: Element = { type: 'element', tagName: 'a', properties: { href }, children: [] };
    const tree: Root = { type: 'root', children: [link] };
    transform(tree);
    return link.properties;
  }

  it.each([
    ['/blog/2022/03/x', '/blog/2022/03/x/'],
    ['/blog/2022/03/x/', '/blog/2022/03/x/'],
    ['/blog/2022/03/x?a=b#c', '/blog/2022/03/x/?a=b#c'],
    ['/blog/2022/03/café', '/blog/2022/03/caf%C3%A9/'],
    ['/blog/2022/03/caf%C3%A9/', '/blog/2022/03/caf%C3%A9/'],
    ['/blog/2024/05/tool-v2.3.0/', '/blog/2024/05/tool-v2.3.0/'],
    // A page too, though it ends like a file: without the slash the reader is redirected.
    ['/blog/2024/05/tool-v2.3.0', '/blog/2024/05/tool-v2.3.0/'],
    ['/blog/2024/05/tool-and-node.js', '/blog/2024/05/tool-and-node.js/'],
    ['/blog', '/blog/'],
    ['/', '/'],
    ['/favicon.svg', '/favicon.svg'],
    ['/blog/2022/03/x/a.png', '/blog/2022/03/x/a.png'],
  ])('adds the final slash to pages of the site, but not to files: %s', (href, sent) => {
    expect(send(href)).toEqual({ href: sent });
  });

  it('resolves paths that the site does not have to the documentation', () => {
    expect(send('/tool/x?a#b')).toEqual({ href: `${site.docsOrigin}/tool/x?a#b`, rel: ['external'] });
  });

  it('marks external links', () => {
    expect(send('https://example.org/x')).toEqual({ href: 'https://example.org/x', rel: ['external'] });
    expect(send('//example.org/x')).toEqual({ href: '//example.org/x', rel: ['external'] });
  });

  it.each(['#part', '../x/', 'a.pdf', 'mailto:a@example.org', '?a'])('leaves %s unchanged', (href) => {
    expect(send(href)).toEqual({ href });
  });

  it('adds the sub-path to pages of the site only', async () => {
    vi.stubEnv('BASE_PATH', '/news');
    vi.resetModules();
    const { rehypeLinks: fresh } = await import('@/lib/mdx/links');
    expect(send('/blog/x', fresh())).toEqual({ href: '/news/blog/x/' });
    expect(send('/tool/', fresh())).toMatchObject({ href: `${site.docsOrigin}/tool/` });
    expect(send('#part', fresh())).toEqual({ href: '#part' });
  });

  it('finds links at any depth, but no other elements', () => {
    const tree = fromHtml('<p><em><a href="/blog">a</a></em><link href="/blog"></p><a name="b">c</a>', {
      fragment: true,
    });
    rehypeLinks()(tree);
    const text = JSON.stringify(tree);
    expect(text).toContain('"href":"/blog/"');
    expect(text).toContain('"href":"/blog"');
  });
});
