import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { site } from '@/lib/site';

/** The module, loaded as for a site under a sub-path. */
async function load(basePath?: string) {
  vi.stubEnv('BASE_PATH', basePath);
  vi.resetModules();
  return import('@/lib/base/urls');
}

beforeEach(() => {
  vi.stubEnv('SITE_URL', undefined);
  vi.stubEnv('VERCEL_PROJECT_PRODUCTION_URL', undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('basePath', () => {
  it.each([undefined, '', '/', '//'])('is empty for BASE_PATH=%j', async (value) => {
    expect((await load(value)).basePath).toBe('');
  });

  it.each(['news', '/news', 'news/', '/news/', '//news//'])('is /news for BASE_PATH=%j', async (value) => {
    expect((await load(value)).basePath).toBe('/news');
  });

  it('keeps several segments', async () => {
    expect((await load('/a/b/')).basePath).toBe('/a/b');
  });

  it('precedes every url and href, once', async () => {
    const { toUrl, toHref } = await load('/news/');
    expect(toUrl('/')).toBe('/news/');
    expect(toUrl('/blog/')).toBe('/news/blog/');
    expect(toHref('/blog/')).toBe(`${site.origin}/news/blog/`);
  });
});

describe('origin', () => {
  it('is the one in lib/site.ts by default', async () => {
    expect((await load()).origin()).toBe(site.origin);
  });

  it('is the production address from Vercel', async () => {
    vi.stubEnv('VERCEL_PROJECT_PRODUCTION_URL', 'news.vercel.app');
    expect((await load()).origin()).toBe('https://news.vercel.app');
  });

  it('is SITE_URL rather than that from Vercel, without a final slash', async () => {
    vi.stubEnv('VERCEL_PROJECT_PRODUCTION_URL', 'news.vercel.app');
    vi.stubEnv('SITE_URL', 'https://news.example.org/');
    expect((await load()).origin()).toBe('https://news.example.org');
  });

  it('keeps a port, for a site on this machine', async () => {
    vi.stubEnv('SITE_URL', 'http://localhost:3000');
    expect((await load()).origin()).toBe('http://localhost:3000');
  });

  it.each(['news.example.org', 'ftp://news.example.org', 'javascript:alert(1)', '/news'])(
    'rejects SITE_URL=%s and shows the right form',
    async (value) => {
      vi.stubEnv('SITE_URL', value);
      const { origin } = await load();
      expect(() => origin()).toThrow(`SITE_URL is "${value}", which is not a URL (fix: write it like https://`);
    },
  );
});

describe('ownOrigin', () => {
  it('is that of the preview on a preview, or else that of the site', async () => {
    vi.stubEnv('VERCEL_URL', 'news-abc.vercel.app');
    vi.stubEnv('VERCEL_ENV', 'production');
    expect((await load()).ownOrigin()).toBe(site.origin);
    vi.stubEnv('VERCEL_ENV', 'preview');
    expect((await load()).ownOrigin()).toBe('https://news-abc.vercel.app');
    vi.stubEnv('VERCEL_BRANCH_URL', 'news-git-branch.vercel.app');
    expect((await load()).ownOrigin()).toBe('https://news-git-branch.vercel.app');
    expect((await load()).origin()).toBe(site.origin);
  });
});

describe('toUrl', () => {
  it.each([
    ['/blog/2024/05/tool-v2.3.0/', '/blog/2024/05/tool-v2.3.0/'],
    ['/blog/2022/03/café/', '/blog/2022/03/caf%C3%A9/'],
    ['/blog/2022/03/通量/', '/blog/2022/03/%E9%80%9A%E9%87%8F/'],
    ['/a b/', '/a%20b/'],
    ['/100%/', '/100%25/'],
    ['/a"b<c>/', '/a%22b%3Cc%3E/'],
    ['/a#b/', '/a%23b/'],
  ])('writes %s as %s', async (path, url) => {
    expect((await load()).toUrl(path)).toBe(url);
  });

  it('keeps the fragment of a list entry, but encodes a # in a file name', async () => {
    const { toUrl, toHref, permanentId } = await load('/news');
    expect(toUrl('/jobs/#job-editor-1.0')).toBe('/news/jobs/#job-editor-1.0');
    expect(toHref('/jobs/#job-editor')).toBe(`${site.origin}/news/jobs/#job-editor`);
    expect(permanentId('/jobs/#job-editor')).toBe(`${site.origin}/jobs/#job-editor`);
    expect(toUrl('/blog/2022/03/update/#1.png')).toBe('/news/blog/2022/03/update/%231.png');
  });

  it('does not encode characters that are allowed in a path (RFC 3986, section 3.3)', async () => {
    const path = "/a-b_c.d~e@f:g$h&i+j,k;l=m!n*o'p(q)/";
    expect((await load()).toUrl(path)).toBe(path);
  });
});

describe('pageCount', () => {
  it.each([
    [0, 12, 1],
    [12, 12, 1],
    [13, 12, 2],
    [3, 0, 3],
    [3, -2, 3],
  ])('of %i posts, %i on a page, is %i', async (posts, perPage, pages) => {
    const { pageCount } = await import('@/lib/base/urls');
    expect(pageCount(posts, perPage)).toBe(pages);
  });
});

describe('the paths of pages', () => {
  it('numbers the pages of the list from the second', async () => {
    const { blogPagePath } = await load();
    expect([1, 2, 10].map(blogPagePath)).toEqual(['/blog/', '/blog/page/2/', '/blog/page/10/']);
  });

  it('has an archive for a year and for a month', async () => {
    const { archivePath } = await load();
    expect(archivePath('2022')).toBe('/blog/2022/');
    expect(archivePath('2022', '03')).toBe('/blog/2022/03/');
  });

  it('has the files of a post below the post', async () => {
    const { postFilePath } = await load();
    expect(postFilePath('/blog/2022/03/x/', 'images/a.png')).toBe('/blog/2022/03/x/images/a.png');
  });

  it.each([
    ['https://code.example/a/b/new/main', 'filename=content%2Fpeople%2Fa.yaml&value=name%3A+A'],
    ['https://code.example/a/b/-/new/main', 'file_name=content%2Fpeople%2Fa.yaml'],
  ])('fill in the form for a new file as the code host reads it: %s', async (newFileUrl, query) => {
    vi.doMock('@/lib/site', () => ({ site: { ...site, repository: { ...site.repository, newFileUrl } } }));
    const { newFileHref } = await load();
    vi.doUnmock('@/lib/site');
    expect(newFileHref('people/a.yaml', 'name: A')).toBe(`${newFileUrl}?${query}`);
  });

  it('says where a file can be edited, whatever its name, and without the sub-path', async () => {
    const { editHref } = await load('/news');
    expect(editHref('blog/2022/03/a b.mdx')).toBe(`${site.repository.editUrl}blog/2022/03/a%20b.mdx`);
  });

  it('resolves paths of the documentation to its own site, without the sub-path', async () => {
    const { docsHref } = await load('/news');
    expect(docsHref('/tool/x/?a=b#c')).toBe(`${site.docsOrigin}/tool/x/?a=b#c`);
  });
});
