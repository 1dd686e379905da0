import { describe, expect, it } from 'vitest';
import { readAuthorsOf, readPeople } from '@/lib/news/import/people';

const people = readPeople({
  ann: {
    name: 'Ann Bee',
    url: 'http://ann.example',
    company: 'Kites',
    socials: { x: '@annbee', mastodon: 'https://m.example/@ann' },
  },
  ann2: { name: 'ann bee' },
  'Cid Dee': { name: 'Cid', website: 'javascript:alert(1)', twitter: 'https://x.com/cid' },
  nobody: { email: 'x@example.org' },
});

describe('readPeople', () => {
  it('creates one person per name, with allowed links', () => {
    expect([...people].map(([key, { id }]) => [key, id])).toEqual([
      ['ann', 'ann'],
      ['ann2', 'ann'],
      ['Cid Dee', 'cid-dee'],
    ]);
    expect(people.get('ann')).toEqual({
      ...{ id: 'ann', name: 'Ann Bee', affiliation: 'Kites' },
      links: [
        { title: 'Website', url: 'https://ann.example' },
        { title: 'X', url: 'https://x.com/annbee' },
        { title: 'Mastodon', url: 'https://m.example/@ann' },
      ],
    });
    expect(people.get('Cid Dee')?.links).toEqual([{ title: 'X', url: 'https://x.com/cid' }]);
  });
});

describe('readAuthorsOf', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['a key', { author: 'ann' }, ['ann']],
    ['keys in a list or a text', { authors: ['ann2', '@ann'], author: 'ann, Cid Dee' }, ['ann', 'cid-dee']],
    ['a name', { Author: 'Eve  Eff' }, ['Eve Eff']],
    ['names of Pelican', { Authors: 'A B; C D' }, ['A B', 'C D']],
    [
      'an object',
      { author: { name: 'Eve', link: 'https://eve.example', company: 'Acme' } },
      ['[Eve](https://eve.example) (Acme)'],
    ],
    ['objects with a key', { authors: [{ key: 'ann', title: 'Boss' }] }, ['ann']],
    ['Docusaurus’s older keys', { author: 'Jo', author_url: 'https://jo.example' }, ['[Jo](https://jo.example)']],
    ['Zola’s tables', { extra: { author: 'Z' }, taxonomies: { authors: ['Y'] } }, ['Z', 'Y']],
    ['nothing', { author: '' }, []],
    ['an address that may not be linked', { author: { name: 'Eve', url: 'javascript:x' } }, ['Eve']],
  ])('reads %s', (_, data, names) => {
    expect(readAuthorsOf(data, people).names).toEqual(names);
  });

  it('keeps the other fields of an object', () => {
    const author = { name: 'Eve', blurb: 'Flies kites.' };
    expect(readAuthorsOf({ author }, people).details).toEqual([author]);
    expect(readAuthorsOf({ author: { name: 'Eve' } }, people).details).toEqual([]);
  });
});
