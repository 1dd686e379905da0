import { describe, expect, it } from 'vitest';
import { securityHeaders } from '@/lib/base/headers.mjs';
import { planExport, prerenderManifest, routesManifest } from '@/lib/output/export/plan-export';

type Routes = Record<string, object>;

function plan(
  routes: Routes,
  { basePath = '', redirects = [], headers = [] }: { basePath?: string; redirects?: object[]; headers?: object[] } = {},
) {
  const rewrites = {
    beforeFiles: [{ source: `${basePath}/events/:id([a-z-]+).ics`, destination: `${basePath}/events/:id/event.ics` }],
  };
  return planExport(
    routesManifest.parse({ basePath, redirects, rewrites, headers }),
    prerenderManifest.parse({ routes }),
  );
}

const page = { routeType: 'page' };
const route = (headers: object = {}, status?: number) => ({
  routeType: 'route',
  initialHeaders: headers,
  initialStatus: status,
});

describe('planExport', () => {
  it('has all headers of the site, and rejects those that no static host could have', () => {
    const { headers } = plan({}, { headers: securityHeaders() });
    expect(headers.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/*', '/search/', '/subscribe/', '/fonts/*']),
    );
    expect(() => plan({}, { headers: [{ source: '/fonts/:file', headers: [] }] })).toThrow('cannot be written');
  });

  it('writes pages as folders, and bodies of handlers as files', () => {
    const { files } = plan({
      '/': page,
      '/blog/2024/05/v2.3.0': page,
      '/a b.png': route(),
      '/events/x/event.ics': route(),
    });
    expect(files).toEqual([
      { from: 'a b.png.body', to: 'a b.png', address: '/a b.png' },
      { from: 'blog/2024/05/v2.3.0.html', to: 'blog/2024/05/v2.3.0/index.html', address: '/blog/2024/05/v2.3.0/' },
      { from: 'events/x/event.ics.body', to: 'events/x.ics', address: '/events/x.ics' },
      { from: 'index.html', to: 'index.html', address: '/' },
    ]);
  });

  it('puts the 404 page where hosts look for it, and no other internal page', () => {
    const { files } = plan({ '/_not-found': { ...page, initialStatus: 404 }, '/_global-error': page });
    expect(files.map(({ to }) => to)).toEqual(['404.html']);
  });

  it('leaves out pages and files that respond with 404, such as those of previews', () => {
    const { files } = plan({
      '/hidden': { ...page, initialStatus: 404 },
      '/drafts.json': route({}, 404),
      '/blog': { ...page, initialStatus: 200 },
      '/data.json': route({}, 200),
    });
    expect(files.map(({ to }) => to)).toEqual(['blog/index.html', 'data.json']);
  });

  it('takes redirects from handlers and the configuration, without duplicates, and never over a page', () => {
    const { redirects } = plan(
      { '/old': route({ location: '/news/people/ada/' }, 308), '/people/ada': page, '/taken': page },
      {
        basePath: '/news',
        redirects: [
          { source: '/news/older', destination: '/news/people/ada/', statusCode: 308 },
          { source: '/news/old/', destination: '/news/people/ada/', statusCode: 308 },
          { source: '/news/taken/', destination: '/news/people/ada/', statusCode: 308 },
          { source: '/news/authors/:id([^/]+)/', destination: '/news/people/:id/', statusCode: 308 },
          { source: '/news/:path((?!.*/$)[^.]+)', destination: '/news/:path/', statusCode: 308 },
          { source: '/:base(news(?!/))', destination: '/news/', statusCode: 308, basePath: false },
          { source: '/news/x/', destination: '/news/y/', statusCode: 308, has: [{ type: 'header', key: 'a' }] },
        ],
      },
    );
    expect(redirects).toEqual([
      { address: '/authors/ada/', to: '/news/people/ada/', status: 308 },
      { address: '/old/', to: '/news/people/ada/', status: 308 },
      { address: '/older/', to: '/news/people/ada/', status: 308 },
    ]);
  });

  it('writes old addresses of files as files, unless another address is below one of them', () => {
    const to = route({ location: '/people/ada/' }, 308);
    const old = ['/a.html', '/b.htm', '/c.html', '/c.html/d', '/e.htmlx', '/f'];
    const { redirects } = plan({ ...Object.fromEntries(old.map((path) => [path, to])), '/people/ada': page });
    expect(redirects.map(({ address }) => address)).toEqual([
      ...['/a.html', '/b.htm', '/c.html/', '/c.html/d/', '/e.htmlx/', '/f/'],
    ]);
  });

  it('takes headers from handlers and from the configuration', () => {
    const { headers } = plan(
      {
        '/a b.png': route({ 'content-type': 'image/png', 'x-next-cache-tags': 'x', etag: 'W/"1"' }),
        '/*:c.png': route({ 'content-type': 'image/png' }),
      },
      { basePath: '/news', headers: [{ source: '/news/:path*', regex: '', headers: [{ key: 'X-A', value: 'b' }] }] },
    );
    expect(headers).toEqual([
      { path: '/news/*', headers: { 'x-a': 'b' } },
      { path: '/news/a%20b.png', headers: { 'content-type': 'image/png' } },
      { path: '/news/%2A%3Ac.png', headers: { 'content-type': 'image/png' } },
    ]);
  });

  it('rejects headers for a pattern that static hosts do not support', () => {
    const odd = { source: '/:a([0-9]+)/x', regex: '', headers: [{ key: 'X-A', value: 'b' }] };
    expect(() => plan({}, { headers: [odd] })).toThrow('cannot be written');
    expect(plan({}, { headers: [{ ...odd, source: '/x' }] }).headers).toHaveLength(1);
  });
});
