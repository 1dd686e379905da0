import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasPublicFile } from '@/lib/content/public-files';
import { exportSite } from '@/lib/output/export/export-site';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const build = {
  BUILD_ID: 'x',
  'news-build.json': '{}',
  'cards.json': JSON.stringify({
    colors: {},
    cards: { '/cards/blog/é.png': { title: 'é', figure: { kind: 'leaf', day: '1', month: 'Mar' } } },
  }),
  'routes-manifest.json': JSON.stringify({ basePath: '', redirects: [], rewrites: { beforeFiles: [] }, headers: [] }),
  'prerender-manifest.json': JSON.stringify({
    routes: {
      '/': { routeType: 'page' },
      '/blog/é': { routeType: 'page' },
      '/old': { routeType: 'route', initialStatus: 308, initialHeaders: { location: '/blog/%C3%A9/' } },
      '/events.ics': { routeType: 'route', initialHeaders: { 'content-type': 'text/calendar' } },
    },
  }),
  'server/app/index.html': 'home',
  'server/app/blog/é.html': 'é',
  'server/app/events.ics.body': 'BEGIN',
  'static/chunks/a.css': 'p{}',
  'static/chunks/a.js': 'x()',
  'static/media/a.woff2': 'x',
  'static/search/0123/pagefind.js': 'find()',
  'static/search/0123/pagefind-entry.json': '{}',
};

describe('exportSite', () => {
  it('writes the build without the framework’s scripts', async () => {
    const { dir } = await writeContent(build);
    const out = join(dir, 'out');
    expect(await exportSite(dir, out)).toEqual({ pages: 2, files: 1, cards: 1, redirects: 1 });
    const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
    const paths = files.map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(out.length + 1)
        .replaceAll('\\', '/'),
    );
    expect(paths.filter((path) => !hasPublicFile(`/${path}`)).sort()).toEqual([
      '.nojekyll',
      '_headers',
      '_next/static/chunks/a.css',
      '_next/static/media/a.woff2',
      '_next/static/search/0123/pagefind-entry.json',
      '_next/static/search/0123/pagefind.js',
      '_redirects',
      'blog/é/index.html',
      'cards/blog/é.png',
      'events.ics',
      'index.html',
      'old/index.html',
    ]);
    expect(await readFile(join(out, '_redirects'), 'utf8')).toBe('/old/ /blog/%C3%A9/ 308\n');
    expect(await readFile(join(out, 'old/index.html'), 'utf8')).toContain('url=/blog/%C3%A9/');
    const rules = await readFile(join(out, '_headers'), 'utf8');
    expect(rules).toContain('/events.ics\n  content-type: text/calendar\n');
    expect(rules).toContain('/\n  cache-control: public, max-age=0, must-revalidate\n');
    expect(rules).toContain('/*/\n  cache-control: public, max-age=0, must-revalidate\n');
    expect(rules).toContain('/_next/static/*\n  cache-control: public, max-age=31536000, immutable\n');
  });

  it('replaces only its own folder', async () => {
    const { dir } = await writeContent({ ...build, 'mine/letter.txt': 'Dear' });
    await exportSite(dir, join(dir, 'out'));
    await exportSite(dir, join(dir, 'out'));
    await expect(exportSite(dir, join(dir, 'mine'))).rejects.toThrow('is not empty');
    expect(await readdir(join(dir, 'mine'))).toEqual(['letter.txt']);
  });

  it('rejects an unfinished or unknown build, and keeps the earlier export', async () => {
    const { dir } = await writeContent({ ...build, 'prerender-manifest.json': '{"routes":[]}' });
    const out = join(dir, 'out');
    await mkdir(out);
    for (const name of ['.nojekyll', 'index.html']) await writeFile(join(out, name), 'earlier');
    await expect(exportSite(dir, out)).rejects.toThrow('NEWS_PRERENDER=framework npm run build');
    await rm(join(dir, 'news-build.json'));
    await expect(exportSite(dir, out)).rejects.toThrow('(fix: run npm run build)');
    expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('earlier');
  });

  it('reports that there is no build', async () => {
    const { dir } = await writeContent({ 'x.txt': '' });
    await expect(exportSite(dir, join(dir, 'out'))).rejects.toThrow('(fix: run npm run build)');
  });
});
