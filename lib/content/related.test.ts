import { describe, expect, it } from 'vitest';
import type { Post } from '@/lib/content/posts';
import { relatedAmong } from '@/lib/content/related';

const none = { releases: [], events: [], adopters: [], ecosystem: [], links: [], people: [] };
const post = (title: string, tags: string[] = [], coverage: object = {}) =>
  ({ title, tags, coverage: { ...none, ...coverage } }) as unknown as Post;

describe('relatedAmong', () => {
  const signed = post('Signed charts', ['security']);
  const images = post('Signed images', ['Security']);
  const release = post('Tool 2', ['release'], { releases: ['tool-2'] });
  const edition = post('February', ['monthly'], { releases: ['tool-2'] });
  const alone = post('Ada', []);
  const related = relatedAmong([signed, images, release, edition, alone]);

  it('finds posts that share tags, words and entries', () => {
    expect(related(signed, 3)).toEqual([images]);
    expect(related(release, 3)).toEqual([edition]);
  });

  it('compares only the nearest of many posts, even at both ends of the list', () => {
    const editions = Array.from({ length: 300 }, (_, index) => post(`N${index}`, ['monthly']));
    const among = relatedAmong(editions);
    expect(among(editions[0] as Post, 2)).toEqual([editions[1], editions[2]]);
    expect(among(editions[299] as Post, 500)).toHaveLength(40);
    expect(among(editions[150] as Post, 500)).toEqual([...editions.slice(130, 150), ...editions.slice(151, 171)]);
  });

  it('returns nothing for a post that shares nothing, and no more than the limit', () => {
    expect(related(alone, 3)).toEqual([]);
    expect(related(signed, 0)).toEqual([]);
  });
});
