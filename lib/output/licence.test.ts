import { describe, expect, it } from 'vitest';
import { event } from '@/lib/kinds/event/kind';
import { toExport } from '@/lib/output/data/exports';
import { postListSchema, toPostList } from '@/lib/output/data/post-list';
import { toFeed } from '@/lib/output/feeds/feed';
import { renderAtom, renderJsonFeed, renderRss } from '@/lib/output/feeds/render-feed';
import { postJsonLd } from '@/lib/output/seo/site-json-ld';
import type { Site } from '@/lib/site-types';

const instant = new Date('2026-01-01T00:00:00Z');
const post = { path: '/a/', title: 'A', description: 'b', published: instant, updated: instant, authors: [], tags: [] };

/** Everything that names the licence of posts and entries, as text. */
function outputs(choices: Pick<Site, 'contentLicence'>): Record<string, string> {
  const feed = toFeed({ title: 'News', description: 'All of it.', page: '/', folder: '/', entries: [] }, choices);
  const posts = toPostList([], choices);
  expect(postListSchema.safeParse(JSON.parse(JSON.stringify(posts))).success).toBe(true);
  return {
    rss: renderRss(feed),
    atom: renderAtom(feed),
    json: renderJsonFeed(feed),
    posts: JSON.stringify(posts),
    events: JSON.stringify(toExport(event, [], choices)),
    page: JSON.stringify(postJsonLd({ ...post, lang: undefined }, undefined, choices)),
  };
}

describe('the licence of the content', () => {
  it('is in feeds, data and pages', () => {
    const { rss, atom, ...others } = outputs({ contentLicence: { name: 'CC0', url: 'https://licence.example/' } });
    expect(rss).toContain('<copyright>CC0, https://licence.example/</copyright>');
    expect(atom).toContain('>CC0, https://licence.example/</rights>');
    expect(others.posts).toContain('"licence":"https://licence.example/"');
    expect(others.events).toContain('"licence":"https://licence.example/"');
    expect(others.page).toContain('"license":"https://licence.example/"');
  });

  it('is in none of them if the community names none', () => {
    for (const [name, text] of Object.entries(outputs({}))) {
      expect.soft(text, name).not.toMatch(/licen[cs]e|copyright|<rights|undefined/);
    }
  });
});
