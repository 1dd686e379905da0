import { describe, expect, it } from 'vitest';
import { readAuthorObject, readAuthors, uniqueAuthors } from '@/lib/content/authors';

const link = 'https://ann.example';

describe('one author', () => {
  it.each([
    ['a name', 'Ann Bee', { name: 'Ann Bee' }],
    ['an id', 'annbee', { name: 'annbee' }],
    ['a name after "By"', 'By Ann Bee', { name: 'Ann Bee' }],
    ['a name over two lines', 'Ann\n  Bee', { name: 'Ann Bee' }],
    ['an affiliation in brackets', 'Ann Bee (Wombats)', { name: 'Ann Bee', affiliation: 'Wombats' }],
    ['a link', `[Ann Bee](${link})`, { name: 'Ann Bee', href: link }],
    ['a link with a title', `[Ann Bee](${link} "Her page")`, { name: 'Ann Bee', href: link }],
    ['a link of HTML', `<a href="${link}">Ann Bee</a>`, { name: 'Ann Bee', href: link }],
    ['a link in bold type', `**[Ann Bee](${link})**`, { name: 'Ann Bee', href: link }],
    ['a link and brackets', `[Ann Bee](${link}) (Wombats)`, { name: 'Ann Bee', href: link, affiliation: 'Wombats' }],
    ['no space between them', `[Ann Bee](${link})(Wombats)`, { name: 'Ann Bee', href: link, affiliation: 'Wombats' }],
    [
      'a comma in brackets',
      `[Ann Bee](${link}) (Wombats, Inc)`,
      { name: 'Ann Bee', href: link, affiliation: 'Wombats, Inc' },
    ],
    [
      'an affiliation after a comma',
      `[Ann Bee](${link}), Wombats`,
      { name: 'Ann Bee', href: link, affiliation: 'Wombats' },
    ],
    ['a linked affiliation', 'Ann Bee ([Wombats](https://w.example))', { name: 'Ann Bee', affiliation: 'Wombats' }],
    [
      'a link over two lines',
      `[Ann\n Bee](${link}) (Wombats)`,
      { name: 'Ann Bee', href: link, affiliation: 'Wombats' },
    ],
    ['a link without an address', '[Ann Bee][ann]', { name: 'Ann Bee' }],
    ['an email address', 'Ann Bee <ann@example.org>', { name: 'Ann Bee' }],
    ['an email link', '[Ann Bee](mailto:ann@example.org)', { name: 'Ann Bee' }],
    ['a script', '[Ann Bee](javascript:alert(1))', { name: 'Ann Bee' }],
    ['emphasis', '_Ann Bee_', { name: 'Ann Bee' }],
    ['an underscore in an id', 'ann_bee_2', { name: 'ann_bee_2' }],
    ['an organisation', 'Ann Bee, Wombats Inc.', { name: 'Ann Bee, Wombats Inc.' }],
    ['an organisation of two words', 'Ann Bee, Red Hat', { name: 'Ann Bee, Red Hat' }],
    ['a title', 'Ann Bee, PhD', { name: 'Ann Bee, PhD' }],
    ['a position', 'Ann Bee, Chief Engineer', { name: 'Ann Bee, Chief Engineer' }],
    ['a team', 'The Wombat Maintainers and Friends', { name: 'The Wombat Maintainers and Friends' }],
    ['a firm with "and"', 'Simon & Schuster', { name: 'Simon & Schuster' }],
  ])('is read from %s', (_, text, author) => {
    expect(readAuthors(text)).toEqual([author]);
  });

  it.each(['', '  ', '[](https://ann.example)', '<ann@example.org>'])('is nobody where %j shows nothing', (text) => {
    expect(readAuthors(text)).toEqual([]);
  });
});

describe('several authors', () => {
  it.each([
    ['Ann Bee, Bob Cat', ['Ann Bee', 'Bob Cat']],
    ['Ann Bee, Bob Cat and Cy Dee', ['Ann Bee', 'Bob Cat', 'Cy Dee']],
    ['Ann Bee, Bob Cat, and Cy J. Dee', ['Ann Bee', 'Bob Cat', 'Cy J. Dee']],
    ['Ann Bee & Bob van der Cat', ['Ann Bee', 'Bob van der Cat']],
    ['Ann Bee; Bob Cat', ['Ann Bee', 'Bob Cat']],
    ['Ann Bée-O’Neil, Ö. Cat', ['Ann Bée-O’Neil', 'Ö. Cat']],
    ['annbee, bobcat', ['annbee', 'bobcat']],
    [`[Ann](${link}) and Bob`, ['Ann', 'Bob']],
    [`[Ann Bee](${link}) (Wombats), [Bob Cat](https://b.example) (Cats)`, ['Ann Bee', 'Bob Cat']],
    [`[Ann Bee](${link}),  [Bob Cat](https://b.example), and Cy Dee (Wombats)`, ['Ann Bee', 'Bob Cat', 'Cy Dee']],
  ])('are read from %s', (text, names) => {
    expect(readAuthors(text).map(({ name }) => name)).toEqual(names);
  });

  it('have a link and an affiliation each', () => {
    expect(readAuthors(`[Ann Bee](${link}) (Wombats, lead), [Bob Cat](https://b.example), Cats`)).toEqual([
      { name: 'Ann Bee', href: link, affiliation: 'Wombats, lead' },
      { name: 'Bob Cat', href: 'https://b.example', affiliation: 'Cats' },
    ]);
  });

  it('are listed once each, with the details of every occurrence', () => {
    const people = [{ name: 'Ann' }, { name: 'Bob' }, { name: 'Ann', href: link }];
    expect(uniqueAuthors(people)).toEqual([{ name: 'Ann', href: link }, { name: 'Bob' }]);
  });
});

describe('an author that is an object', () => {
  it.each([
    ['a name', { name: 'Ann Bee' }, { name: 'Ann Bee' }],
    [
      'a link and a firm',
      { name: 'Ann Bee', link, company: 'Wombats' },
      { name: 'Ann Bee', href: link, affiliation: 'Wombats' },
    ],
    ['keys in capitals', { Name: 'Ann Bee', URL: link }, { name: 'Ann Bee', href: link }],
    ['an email address, which stays private', { name: 'Ann Bee', email: 'a@example.org' }, { name: 'Ann Bee' }],
    ['a position', { name: 'Ann Bee', position: 'CTO', title: 'Dr' }, { name: 'Ann Bee' }],
    ['Markdown', { name: `[Ann Bee](${link}) (Wombats)` }, { name: 'Ann Bee', href: link, affiliation: 'Wombats' }],
    ['a link without a host', { name: 'Ann Bee', link: '/people/ann/' }, { name: 'Ann Bee' }],
  ])('is read from %s', (_, object, author) => {
    expect(readAuthorObject(object)).toEqual(author);
  });

  it('is left out without a name', () => {
    expect(readAuthorObject({ link })).toBeUndefined();
    expect(readAuthorObject({ name: '' })).toBeUndefined();
  });
});
