import { describe, expect, it } from 'vitest';
import { link } from '@/lib/kinds/link/kind';
import { linkSchema } from '@/lib/kinds/link/schema';
import type { Link } from '@/lib/kinds/link/view';

const projects = ['tool', 'other', 'third'].map((id) => ({ id, name: id.toUpperCase(), about: '' }));
const lookup = {
  now: new Date('2022-03-01T00:00:00Z'),
  project: (id: string) => ({ name: id.toUpperCase(), color: '#000000' }),
  person: (name: string) => (name === 'ann' || name === 'Ann Lee' ? { id: 'ann', name: 'Ann Lee' } : undefined),
};

/** A link with the fields that it needs, and some more. */
function make(fields: Readonly<Record<string, unknown>> = {}): Link {
  const needed = { title: 'A year', url: 'https://a.example/year', form: 'article', date: '2022-02-17' };
  const id = String(fields.title ?? 'a-year');
  return { ...linkSchema.parse({ ...needed, ...fields }), id, file: `links/${id}.yaml`, shownFile: `links/${id}.yaml` };
}

const viewOf = (fields?: Readonly<Record<string, unknown>>) => link.view(make(fields), lookup);

describe('the view of a link', () => {
  it.each([
    [
      'https://www.youtube.com/watch?v=abcdefghijk&t=90s',
      'https://www.youtube-nocookie.com/embed/abcdefghijk?start=90',
    ],
    ['https://youtu.be/abcdefghijk', 'https://www.youtube-nocookie.com/embed/abcdefghijk'],
    ['https://vimeo.com/123456', 'https://player.vimeo.com/video/123456?dnt=1'],
    ['https://youtube.com/playlist?list=abcdefghijk', undefined],
    ['https://a.example/video.mp4', undefined],
  ])('of %s has the player %s', (url, playerHref) => {
    expect(viewOf({ url, form: 'video' }).player?.playerHref).toBe(playerHref);
  });

  it('names people, those with a page by it, and projects', () => {
    expect(viewOf({ by: ['ann', 'Ann Lee', 'Bob'], projects: ['tool'] })).toMatchObject({
      by: [
        { name: 'Ann Lee', url: '/people/ann/' },
        { name: 'Ann Lee', url: '/people/ann/' },
        { name: 'Bob', url: undefined },
      ],
      projects: ['TOOL'],
    });
  });

  it.each([
    ['fr', 'French'],
    ['pt-BR', 'Brazilian Portuguese'],
    ['zh-CN-Hans', 'Chinese'],
    ['xyz', 'xyz'],
    [undefined, undefined],
  ])('names the language %s: %s', (language, name) => expect(viewOf({ language }).languageName).toBe(name));
});

describe('the parts of the list', () => {
  const titles = (links: readonly Link[]) => link.parts?.(links, projects).map(({ title }) => title);

  it('are the forms and projects that there are, in their order, as soon as there are two', () => {
    expect(titles([make({ form: 'talk', projects: ['other', 'tool'] }), make({ form: 'article' })])).toEqual([
      ...['Article', 'Talk'],
      ...['TOOL', 'OTHER'],
    ]);
    expect(titles([make({ projects: ['tool'] }), make({ projects: ['tool'] })])).toEqual([]);
    expect(titles([])).toEqual([]);
  });

  it('have the links of a form or about a project', () => {
    const [first, second] = [make({ projects: ['tool', 'other'] }), make({ form: 'video', projects: ['other'] })];
    const found = link.parts?.([first, second], projects).map(({ path, entries }) => [path, entries]);
    expect(found).toEqual([
      ['/links/form/article/', [first]],
      ['/links/form/video/', [second]],
      ['/links/project/tool/', [first]],
      ['/links/project/other/', [first, second]],
    ]);
  });
});

it('refers to projects, and to people by what can be an id and is no name', () => {
  expect(link.references(make({ by: ['ann', 'Bob', 'grace hopper'], projects: ['tool'] }))).toEqual([
    { to: 'person', id: 'ann', path: ['by', 0] },
    { to: 'project', id: 'tool', path: ['projects', 0] },
  ]);
});

it('is the same as another whose URL differs in its form alone', () => {
  const keyOf = (url: string) => link.unique(make({ url })).url;
  expect(keyOf('https://youtu.be/abcdefghijk?t=90')).toBe(keyOf('https://www.youtube.com/watch?v=abcdefghijk'));
  expect(keyOf('https://www.a.example/year/')).toBe(keyOf('https://a.example/year'));
  expect(keyOf('https://a.example/year?page=2')).not.toBe(keyOf('https://a.example/year'));
});

it('is announced with those who made it', () => {
  const textOf = (entry: Link) => link.announcement.item?.(entry, lookup, (text) => text)?.text;
  expect(textOf(make({ by: ['ann', 'Bob'] }))).toBe('A year (Ann Lee and Bob)');
  expect(textOf(make())).toBe('A year');
});
