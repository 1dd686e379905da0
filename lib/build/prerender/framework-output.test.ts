import { describe, expect, it } from 'vitest';
import { toRecords } from '@/lib/build/prerender/framework-output';

const plain = (path: string) => ({ path, encoded: path });
const sample = {
  entry: { srcRoute: '/blog/[year]', dataRoute: '/blog/2022.rsc', routeType: 'page' },
  meta: {
    headers: { 'x-next-cache-tags': '_N_T_/layout,_N_T_/blog/[year]/page,_N_T_/blog/2022' },
    routeCache: { key: '/route-cache/APP_PAGE/beef/$/blog/2022', owner: { sourceRoute: '/blog/[year]/page' } },
  },
};

describe('the records of another address of a route', () => {
  it('are the same with that address', () => {
    expect(toRecords(sample, plain('/blog/2022'), plain('/blog/2021'))).toEqual({
      entry: { srcRoute: '/blog/[year]', dataRoute: '/blog/2021.rsc', routeType: 'page' },
      meta: {
        headers: { 'x-next-cache-tags': '_N_T_/layout,_N_T_/blog/[year]/page,_N_T_/blog/2021' },
        routeCache: { key: '/route-cache/APP_PAGE/beef/$/blog/2021', owner: { sourceRoute: '/blog/[year]/page' } },
      },
    });
  });

  it('have it encoded in tags alone', () => {
    const { entry, meta } = toRecords(sample, plain('/blog/2022'), { path: '/blog/é', encoded: '/blog/%C3%A9' });
    expect(entry.dataRoute).toBe('/blog/é.rsc');
    expect(meta.headers).toEqual({ 'x-next-cache-tags': '_N_T_/layout,_N_T_/blog/[year]/page,_N_T_/blog/%C3%A9' });
  });

  it('keep a value that only begins with the address, or contains it', () => {
    const other = { entry: { a: '/blog/2022/03', b: 'see /blog/2022' }, meta: {} };
    expect(toRecords(other, plain('/blog/2022'), plain('/blog/2021'))).toEqual(other);
  });

  it('have the response’s own status and headers, and those that the framework adds', () => {
    const answered = {
      entry: { initialHeaders: { etag: 'old', 'x-next-cache-tags': '_N_T_/robots.txt/' } },
      meta: { status: 200, headers: { etag: 'old', 'x-next-cache-tags': '_N_T_/robots.txt/' } },
    };
    const head = { status: 308, headers: { location: '/new/' } };
    const headers = { location: '/new/', 'x-next-cache-tags': '_N_T_/old/' };
    expect(toRecords(answered, plain('/robots.txt'), plain('/old'), head)).toEqual({
      entry: { initialStatus: 308, initialHeaders: headers },
      meta: { status: 308, headers },
    });
    // The framework does not name the usual status.
    expect(toRecords(answered, plain('/robots.txt'), plain('/a'), { status: 200, headers: {} }).entry).toEqual({
      initialHeaders: { 'x-next-cache-tags': '_N_T_/a/' },
    });
  });
});
