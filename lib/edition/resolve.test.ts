import { describe, expect, it } from 'vitest';
import { lookupIn } from '@/lib/content/community';
import { type LoadedContent, loadContent } from '@/lib/content/load';
import { namedOf, publicPosts, resolveEdition } from '@/lib/edition/resolve';
import { event } from '@/lib/kinds/event/kind';
import type { EventView } from '@/lib/kinds/event/view';
import type { Placements } from '@/lib/mdx/placements';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const now = new Date('2022-03-10T00:00:00Z');

const files = {
  'events/talk.yaml': 'title: A talk\nkind: talk\nstart: 2022-03-03\n',
  'events/meeting.yaml': 'title: A meeting\nkind: meeting\nstart: 2022-03-04\n',
  'events/other.yaml': 'title: Another talk\nkind: talk\nstart: 2022-03-05\n',
  'blog/2022/03/edition.mdx': postText({
    date: '2022-03-04',
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

function resolved({ posts, community }: LoadedContent, placements?: Placements, instant = now) {
  const post = posts.find(({ slug }) => slug === 'edition');
  if (!post) throw new Error('the edition is not there');
  return resolveEdition(
    post,
    { community, lookup: lookupIn(community, instant), postAt: publicPosts(posts, now) },
    placements,
  );
}

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

describe('an edition', () => {
  it.each([
    ['nothing', placed([], []), {}, ['talk', 'meeting', 'other']],
    ['one event', placed(['events/talk'], []), {}, ['meeting', 'other']],
    ['all events', placed([], ['Events']), { Events: ['talk', 'meeting', 'other'] }, []],
    ['meetings alone', placed([], ['Meetings']), { Meetings: ['meeting'] }, ['talk', 'other']],
    [
      'meetings and the others',
      placed(['events/talk'], ['Events', 'Meetings']),
      { Events: ['other'], Meetings: ['meeting'] },
      [],
    ],
    ['another kind of the same id', placed(['people/talk'], ['Releases']), {}, ['talk', 'meeting', 'other']],
    [
      'past and upcoming events',
      placed([], ['Events past', 'Events upcoming']),
      { 'Events past': ['talk'], 'Events upcoming': ['meeting', 'other'] },
      [],
    ],
    ['past events alone', placed([], ['Events past']), { 'Events past': ['talk'] }, ['meeting', 'other']],
    [
      'past events and all others',
      placed([], ['Events', 'Events past']),
      { 'Events past': ['talk'], Events: ['meeting', 'other'] },
      [],
    ],
    [
      'upcoming meetings and past events, of which none is a meeting',
      placed([], ['Meetings upcoming', 'Events past']),
      { 'Meetings upcoming': ['meeting'], 'Events past': ['talk'] },
      ['other'],
    ],
    ['past meetings, of which there is none', placed([], ['Meetings past']), {}, ['talk', 'meeting', 'other']],
  ])('whose text places %s', async (_, placements, lists, leftOver) => {
    const content = await loadContent((await writeContent(files)).dir);
    const found = namedOf(resolved(content, placements), event);
    const shown = [...found.lists].filter(([name]) => name !== '').map(([name, entries]) => [name, ids(entries)]);
    expect([Object.fromEntries(shown), ids(found.leftOver)]).toEqual([lists, leftOver]);
    expect(ids(found.named)).toEqual(['talk', 'meeting', 'other']);
  });

  it('shows the same times whenever it is read', async () => {
    const series = 'title: A series\nkind: meeting\nstart: 2022-02-02\nrepeats: FREQ=WEEKLY\n';
    const content = await loadContent((await writeContent({ ...files, 'events/talk.yaml': series })).dir);
    const timesAt = (instant: string) => {
      const { lookup, entries } = resolved(content, placed([], []), new Date(instant));
      return entries.flatMap(({ kind, named }) =>
        named.map((entry) => {
          const { dateText, times } = kind.view(entry, lookup) as EventView;
          return [dateText, times.map(({ datetime }) => datetime)];
        }),
      );
    };
    expect(timesAt('2022-02-01T00:00:00Z')).toEqual(timesAt('2032-02-01T00:00:00Z'));
    expect(timesAt('2032-02-01T00:00:00Z')[0]).toEqual([
      'Wednesday, 9 March 2022',
      ['2022-03-09', '2022-03-16', '2022-03-23', '2022-03-30', '2022-04-06'],
    ]);
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

describe('who joined', () => {
  const adopter = (name: string, joined: string) =>
    `name: ${name}\nurl: https://${name.toLowerCase()}.example/\nprojects: [tool]\njoined: ${joined}\n`;

  it('is new if the front matter lists them or they joined in the month, and not if only the text places them', async () => {
    const { dir } = await writeContent({
      'projects.yaml':
        'projects:\n  - {id: tool, name: Tool, about: x, repository: "https://a.example/b", color: "#1d4fd8"}\n',
      'adopters/listed.yaml': adopter('Listed', '2020-01'),
      'adopters/placed.yaml': adopter('Placed', '2022-02'),
      'adopters/old.yaml': adopter('Old', '2020-02'),
      'people/ann.yaml': 'name: Ann\nroles:\n  - {role: contributor, since: 2022-02}\n',
      'people/bo.yaml': 'name: Bo\n',
      'blog/2022/03/edition.mdx': postText({
        fields: ['period: 2022-02', 'adopters: [listed]'],
        body: ['Adopter id="placed"', 'Adopter id="old"', 'Person id="ann"', 'Person id="bo"']
          .map((tag) => `<${tag} />\n`)
          .join('\n'),
      }),
    });
    const { entries } = resolved(await loadContent(dir));
    const newsOf = (folder: string) =>
      entries.filter(({ kind }) => kind.folder === folder).map(({ news }) => ids(news));
    expect(newsOf('adopters')).toEqual([['listed', 'placed']]);
    expect(newsOf('people')).toEqual([['ann']]);
  });
});
