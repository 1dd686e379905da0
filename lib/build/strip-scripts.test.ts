import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refuseClientComponents, stripBuild, stripScripts } from '@/lib/build/strip-scripts';

describe('stripScripts', () => {
  it('removes scripts and script preloads of the framework', () => {
    const html =
      '<head><link rel="stylesheet" href="/a.css"/><link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>' +
      '<script src="/_next/a.js" async=""></script></head><body><p>x</p><script>self.__next_f.push([1,"\\u003c/p>"])</script></body>';
    expect(stripScripts(html, 'x')).toBe('<head><link rel="stylesheet" href="/a.css"/></head><body><p>x</p></body>');
  });

  it('keeps the module of the pages, and data', () => {
    const html =
      '<script type="module" src="/news/elements/elements.1.js"></script><script type="application/ld+json">{"a":1}</script>';
    expect(stripScripts(html, 'x')).toBe(html);
  });

  it('keeps preloads of anything else', () => {
    const html = '<link rel="preload" as="image" href="/a.webp"/>';
    expect(stripScripts(html, 'x')).toBe(html);
  });

  it('removes the marks that only the framework’s scripts read, and keeps what an author could have written', () => {
    const html =
      '<link rel="stylesheet" href="/a.css" data-precedence="next"/><div hidden=""><!--$--><!--/$--></div>' +
      '<main><p>7<!-- --> min</p><!--$--><!--/$--></main>';
    expect(stripScripts(html, 'x')).toBe('<link rel="stylesheet" href="/a.css"/><main><p>7 min</p></main>');
    const own = '<div hidden="">x</div><pre>&lt;!-- --&gt;</pre><!-- words -->';
    expect(stripScripts(own, 'x')).toBe(own);
  });

  it('refuses a page whose content waits for a script, and accepts one that does not', () => {
    expect(() => stripScripts('<template id="B:0"></template><p>…</p>', 'blog.html')).toThrow('blog.html');
    expect(() => stripScripts('<div hidden id="S:0"><p>late</p></div>', 'x')).toThrow('waits for a script');
    expect(stripScripts('<template id="x"></template><div hidden=""></div>', 'x')).toContain('<template');
  });
});

describe('refuseClientComponents', () => {
  it('refuses a component of ours, and takes those of the framework', () => {
    const manifest = (path: string) => `{"clientModules":{"[project]/${path} <module evaluation>":{"id":1}}}`;
    expect(() => refuseClientComponents(manifest('components/ui/menu.tsx'), 'm')).toThrow('components/ui/menu.tsx');
    expect(() => refuseClientComponents(manifest('node_modules/next/dist/client/x.js'), 'm')).not.toThrow();
  });
});

describe('stripBuild', () => {
  it('strips every page below server/ and says how much it saved', async () => {
    const dist = await mkdtemp(join(tmpdir(), 'news-strip-'));
    try {
      await mkdir(join(dist, 'server/app/blog'), { recursive: true });
      await writeFile(join(dist, 'server/app/blog/a.html'), '<p>a</p><script>1</script>');
      await writeFile(join(dist, 'server/app/b.rsc'), '<script>1</script>');
      expect(await stripBuild(dist)).toEqual({ pages: 1, bytesBefore: 26, bytesAfter: 8 });
      expect(await readFile(join(dist, 'server/app/blog/a.html'), 'utf8')).toBe('<p>a</p>');
      expect(await readFile(join(dist, 'server/app/b.rsc'), 'utf8')).toContain('<script>');
    } finally {
      await rm(dist, { recursive: true });
    }
  });

  it('puts our pages in the place of those that the framework leaves to its scripts', async () => {
    const dist = await mkdtemp(join(tmpdir(), 'news-strip-'));
    try {
      const bare = '<!DOCTYPE html><html id="__next_error__"><head><style>p{}</style></head><body></body></html>';
      const ours = '<html lang="en"><title>Not found</title><main><h1>No page</h1></main></html>';
      await mkdir(join(dist, 'server/app'), { recursive: true });
      await mkdir(join(dist, 'server/pages'));
      await writeFile(join(dist, 'server/pages/404.html'), ours);
      await writeFile(join(dist, 'server/pages/500.html'), bare);
      await writeFile(join(dist, 'server/app/design.html'), bare);
      await stripBuild(dist);
      const read = (name: string) => readFile(join(dist, 'server', name), 'utf8');
      expect(await read('pages/404.html')).toBe(ours);
      expect(await read('app/design.html')).toBe(ours);
      expect(await read('pages/500.html')).toContain('<h1 class="headline">Something went wrong');
    } finally {
      await rm(dist, { recursive: true });
    }
  });
});
