import { describe, expect, it } from 'vitest';
import { lookupIn } from '@/lib/content/community';
import { type LoadedContent, loadContent } from '@/lib/content/load';
import { namedOf, publicPosts, resolveEdition } from '@/lib/edition/resolve';
import { event } from '@/lib/kinds/event/kind';
import type { Placements } from '@/lib/mdx/placements';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const now = new Date('2022-03-10T00:00:00Z');

const files = {
  'events/talk.yaml': 'title: A talk\nkind: talk\nstart: 2022-03-03\n',
  'events/meeting.yaml': 'title: A meeting\nkind: meeting\nstart: 2022-03-04\n',
  'events/other.yaml': 'title: Another talk\nkind: talk\nstart: 2022-03-05\n',
  'blog/2022/03/edition.mdx': postText({
    fields: [
      'events: [talk, meeting, other]',
      'posts: [/blog/2022/03/out/, /blog/2022/03/later/, /blog/2022/03/draft/]',
      'contributors: [Ann Lee]',
    ],
  }),
  'blog/2022/03/out.md': '---\ntitle: Out\ndate: 2022-03-09\n---\n\nHello.\n',
  'blog/2022/03/later.md': '---\ntitle: Later\ndate: 2022-03-11\n---\n\nHello.\n',
  'blog/2022/03/draft.md': '---\ntitle: Draft\ndate: 2022-03-09\ndraft: true\n---\n\nHello.\n',
};

const placed = (single: readonly string[], groups: readonly string[]): Placements => ({
  single: new Set(single),
  groups: new Set(groups),
});

function resolved({ posts, community }: LoadedContent, placements?: Placements) {
  const post = posts.find(({ slug }) => slug === 'edition');
  if (!post) throw new Error('the edition is not there');
  return resolveEdition(
    post,
    { community, lookup: lookupIn(community, now), postAt: publicPosts(posts, now) },
    placements,
  );
}

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

describe('an edition', () => {
  it.each([
    ['nothing', placed([], []), ['talk', 'meeting', 'other'], [], ['talk', 'meeting', 'other']],
    ['one event', placed(['events/talk'], []), ['meeting', 'other'], [], ['meeting', 'other']],
    ['all events', placed([], ['Events']), ['talk', 'meeting', 'other'], [], []],
    ['meetings alone', placed([], ['Meetings']), ['talk', 'other'], ['meeting'], ['talk', 'other']],
    ['meetings and the others', placed(['events/talk'], ['Events', 'Meetings']), ['other'], ['meeting'], []],
    [
      'another kind of the same id',
      placed(['people/talk'], ['Releases']),
      ['talk', 'meeting', 'other'],
      [],
      ['talk', 'meeting', 'other'],
    ],
  ])('whose text places %s', async (_, placements, rest, part, leftOver) => {
    const content = await loadContent((await writeContent(files)).dir);
    const found = namedOf(resolved(content, placements), event);
    expect([ids(found.rest), ids(found.part), ids(found.leftOver)]).toEqual([rest, part, leftOver]);
    expect(ids(found.named)).toEqual(['talk', 'meeting', 'other']);
  });

  it('has the posts that readers may see, and neither scheduled ones nor drafts', async () => {
    const content = await loadContent((await writeContent(files)).dir);
    expect(resolved(content).posts.map(({ title }) => title)).toEqual(['Out']);
  });

  it('leaves over posts and contributors that its text has no place for', async () => {
    const content = await loadContent((await writeContent(files)).dir);
    expect(resolved(content).leftOver).toMatchObject({
      posts: [{ title: 'Out' }],
      contributors: [{ name: 'Ann Lee' }],
    });
    expect(resolved(content, placed([], ['Posts', 'Thanks'])).leftOver).toEqual({ posts: [], contributors: [] });
  });
});
