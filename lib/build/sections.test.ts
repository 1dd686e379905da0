// A site without events and tags: what a test of the whole would have to build a second site for.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { findRoutes } from '@/lib/build/prerender/app-routes';
import { knownPaths } from '@/lib/check/paths';
import { checkTopLevel } from '@/lib/check/unpublished';
import type { Community } from '@/lib/content/community';
import type { Post } from '@/lib/content/posts';
import { toTags } from '@/lib/content/tags';
import { allKinds, byFolder, countedKinds, editionKinds, kinds, sectionPaths, sections } from '@/lib/kinds/index';
import { toNames } from '@/lib/news/draft/names';

vi.mock('@/lib/site', async (importOriginal) => {
  const { site } = await importOriginal<typeof import('@/lib/site')>();
  const { events: _, tags: __, ...sections } = site.sections;
  return { site: { ...site, sections } };
});

const folders = (list: readonly { readonly folder: string }[]) => list.map(({ folder }) => folder);

describe('a site without events and tags', () => {
  it('has no such kind, page, or first path segment', () => {
    for (const list of [kinds, countedKinds, editionKinds]) {
      expect(folders(list)).not.toContain('events');
      expect(folders(list)).toContain('releases');
    }
    expect(sectionPaths).not.toContain('/events/');
    expect(sectionPaths).not.toContain('/tags/');
    expect(sectionPaths).toContain('/releases/');
    expect(sections).not.toContain('events.ics');
    expect(sections).not.toContain('tags');
    expect(sections).toContain('search');
  });

  it('keeps what covers are made from', () => {
    expect(folders(allKinds)).toContain('events');
    expect(byFolder(() => 0)).toMatchObject({ events: 0, releases: 0 });
  });

  it('has no such routes', async () => {
    const patterns = (await findRoutes(true, 'app')).map(({ pattern }) => pattern);
    expect(patterns.filter((pattern) => /^\/(?:events|tags)\b/.test(pattern))).toEqual([]);
    expect(patterns).toContain('/releases/[project]');
    expect(patterns).toContain('/blog/[year]/[month]/[slug]');
  });

  it('reports a folder of content that is not published, but not one of a section that it has', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'news-sections-'));
    for (const folder of ['events', 'adopters']) {
      await mkdir(join(dir, folder));
      await writeFile(join(dir, folder, 'a.yaml'), 'title: A\n');
    }
    const found = await checkTopLevel(dir);
    await rm(dir, { recursive: true });
    expect(found.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['file/no-section', 'warning', 'the site has no section "events", so nothing in events/ is published'],
    ]);
  });

  it('has no addresses of theirs, to which a post could link', () => {
    const community = { ...byFolder(() => []), projects: [], contributors: [], facts: [], pictures: new Map() };
    const paths = [...knownPaths({ posts: [], community } as unknown as Parameters<typeof knownPaths>[0])];
    expect(paths.filter((path) => /^\/(?:events|tags)\b/.test(path))).toEqual([]);
    for (const path of ['/releases/', '/search/', '/subscribe/']) expect(paths).toContain(path);
  });

  it('has no pages for the tags of its posts', () => {
    expect(toTags([{ tags: ['news'] } as unknown as Post])).toEqual([]);
  });

  it('has nothing of theirs to draft, whatever the template of editions names', () => {
    const community = { ...byFolder(() => []), projects: [], contributors: [], facts: [] };
    const facts = { entries: [], posts: [], contributors: [] };
    const span = { period: '2022-02', since: '2022-02-01', until: '2022-02-28', ahead: '2022-04-01' };
    const names = toNames(facts, span, community as unknown as Community, '2022-03-01', undefined);
    expect(names).toMatchObject({ pastEvents: [], upcomingMeetings: [] });
  });

  it('has no field for them in the front matter of posts', async () => {
    const { postSchema } = await import('@/lib/content/schema');
    expect(Object.keys(postSchema.shape)).not.toContain('events');
    expect(Object.keys(postSchema.shape)).toContain('releases');
  });
});
