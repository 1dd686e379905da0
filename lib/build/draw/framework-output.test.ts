import { describe, expect, it } from 'vitest';
import { toFacts } from '@/lib/build/draw/framework-output';

const plain = (path: string) => ({ path, encoded: path });
const sample = {
  entry: { srcRoute: '/blog/[year]', dataRoute: '/blog/2022.rsc', routeType: 'page' },
  meta: {
    headers: { 'x-next-cache-tags': '_N_T_/layout,_N_T_/blog/[year]/page,_N_T_/blog/2022' },
    routeCache: { key: '/route-cache/APP_PAGE/beef/$/blog/2022', owner: { sourceRoute: '/blog/[year]/page' } },
  },
};

describe('what is said of another address of a route', () => {
  it('is the same with that address', () => {
    expect(toFacts(sample, plain('/blog/2022'), plain('/blog/2021'))).toEqual({
      entry: { srcRoute: '/blog/[year]', dataRoute: '/blog/2021.rsc', routeType: 'page' },
      meta: {
        headers: { 'x-next-cache-tags': '_N_T_/layout,_N_T_/blog/[year]/page,_N_T_/blog/2021' },
        routeCache: { key: '/route-cache/APP_PAGE/beef/$/blog/2021', owner: { sourceRoute: '/blog/[year]/page' } },
      },
    });
  });

  it('has it encoded in tags alone', () => {
    const { entry, meta } = toFacts(sample, plain('/blog/2022'), { path: '/blog/é', encoded: '/blog/%C3%A9' });
    expect(entry.dataRoute).toBe('/blog/é.rsc');
    expect(meta.headers).toEqual({ 'x-next-cache-tags': '_N_T_/layout,_N_T_/blog/[year]/page,_N_T_/blog/%C3%A9' });
  });

  it('leaves what only begins with the address, or holds it', () => {
    const other = { entry: { a: '/blog/2022/03', b: 'see /blog/2022' }, meta: {} };
    expect(toFacts(other, plain('/blog/2022'), plain('/blog/2021'))).toEqual(other);
  });

  it('has the answer’s own status and headers, and those that the framework adds', () => {
    const answered = {
      entry: { initialHeaders: { etag: 'old', 'x-next-cache-tags': '_N_T_/robots.txt/' } },
      meta: { status: 200, headers: { etag: 'old', 'x-next-cache-tags': '_N_T_/robots.txt/' } },
    };
    const head = { status: 308, headers: { location: '/new/' } };
    const headers = { location: '/new/', 'x-next-cache-tags': '_N_T_/old/' };
    expect(toFacts(answered, plain('/robots.txt'), plain('/old'), head)).toEqual({
      entry: { initialStatus: 308, initialHeaders: headers },
      meta: { status: 308, headers },
    });
    // The framework does not name the usual status.
    expect(toFacts(answered, plain('/robots.txt'), plain('/a'), { status: 200, headers: {} }).entry).toEqual({
      initialHeaders: { 'x-next-cache-tags': '_N_T_/a/' },
    });
  });
});
