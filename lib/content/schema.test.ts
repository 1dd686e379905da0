import { describe, expect, it } from 'vitest';
import { postSchema } from '@/lib/content/schema';

const base = { title: 'A post', date: '2022-03-01' };

function accepts(fields: object): boolean {
  return postSchema.safeParse({ ...base, ...fields }).success;
}

describe('valid values of a field, next to similar ones that are rejected', () => {
  it.each([
    ['a date with an offset', { date: '2022-03-01T14:30:00+01:00' }, { date: '2022-03-01T14:30:00' }],
    ['a date with one digit for the hour', { date: '2022-05-03 8:30:00+00:00' }, { date: '2022-05-03 830:00+00:00' }],
    ['a date that exists', { date: '2026-02-28' }, { date: '2026-02-30' }],
    ['a lastmod that exists', { lastmod: '2024-02-29' }, { lastmod: '2023-02-29' }],
    ['a title with text in it', { title: ' x ' }, { title: '   ' }],
    ['a description with text in it', { description: 'x' }, { description: '' }],
    ['one author', { author: 'dholbach' }, { author: 3 }],
    ['several authors under `author`', { author: ['a', 'b'] }, { author: ['a', 3] }],
    ['several authors under `authors`', { authors: ['a', 'b'] }, { authors: { a: 'b' } }],
    ['an author with a name', { author: { name: 'a' } }, { author: [{ link: 'https://a.example' }] }],
    ['one tag', { tags: 'a' }, { tags: { a: true } }],
    ['no tags', { tags: [] }, { tags: null }],
    ['a draft', { draft: true }, { draft: 'true' }],
    ['an evergreen', { evergreen: false }, { evergreen: 0 }],
    ['an address', { url: '/blog/2022/03/x/' }, { url: '/news/2022/03/x/' }],
    ['an address without its final slash', { url: '/blog/2022/03/x' }, { url: '/blog/2022/03' }],
    ['an address with dots', { url: '/blog/2024/05/tool-v2.3.0/' }, { url: '/blog/2024/05/.tool/' }],
    ['an address in Chinese', { url: '/blog/2022/03/通量/' }, { url: '/blog/2022/03/通 量/' }],
    ['an address on this site', { url: '/blog/2022/03/x/' }, { url: 'https://x.org/blog/2022/03/x/' }],
    ['an address in a month', { url: '/blog/2022/12/x/' }, { url: '/blog/2022/13/x/' }],
    ['one alias', { aliases: '/old' }, { aliases: 'old' }],
    ['several aliases', { aliases: ['/old/', '/older/'] }, { aliases: ['/old/', 'https://x.org/older/'] }],
    ['an alias that stays inside', { aliases: '/a/..b/' }, { aliases: '/a/../b/' }],
    ['an alias on this site', { aliases: '/x.org/' }, { aliases: '//x.org/' }],
    ['an alias without a query', { aliases: '/a/' }, { aliases: '/a/?b' }],
    ['an alias without spaces', { aliases: '/a-b/' }, { aliases: '/a b/' }],
    ['resources with titles', { resources: [{ src: '**.png', title: 'x' }] }, { resources: [{ title: 'x' }] }],
    ['resources with names', { resources: [{ src: 'a', name: 'b' }] }, { resources: [{ src: 'a', nam: 'b' }] }],
    ['a picture', { image: 'a.png' }, { image: '' }],
    ['a language', { lang: 'pt-BR' }, { lang: 'Portuguese' }],
    ['a month that an edition covers', { period: '2022-02' }, { period: '2022-2' }],
    ['events by id', { events: ['tool-for-helm-users'] }, { events: ['Tool for Helm users'] }],
    ['fields that are known', { evergreen: true }, { everGreen: true }],
  ])('%s', (_, good, bad) => {
    expect(accepts(good)).toBe(true);
    expect(accepts(bad)).toBe(false);
  });

  it('requires only a title and a date', () => {
    expect(postSchema.safeParse(base).success).toBe(true);
    expect(postSchema.safeParse({ title: 'x' }).success).toBe(false);
    expect(postSchema.safeParse({ date: '2022-03-01' }).success).toBe(false);
  });

  // The framework takes an address apart at its slashes and drops what is empty: neither would ever be answered.
  it.each(['/', '/a//b/'])('refuses the alias %s, which leads nowhere', (alias) => {
    expect(accepts({ aliases: [alias] })).toBe(false);
    expect(accepts({ aliases: ['/a/b/'] })).toBe(true);
  });
});

describe('parsed values', () => {
  it('are instants, lists even for single values, and addresses with a final slash', () => {
    const fields = { author: 'a', tags: ['b'], url: '/blog/2022/03/x', aliases: '/old', title: ' A post ' };
    expect(postSchema.parse({ ...base, ...fields })).toEqual({
      title: 'A post',
      date: new Date('2022-03-01T00:00:00Z'),
      author: [{ name: 'a' }],
      tags: ['b'],
      url: '/blog/2022/03/x/',
      aliases: ['/old/'],
    });
  });
});

it('describes each field and shows a value that the field itself accepts', () => {
  for (const [name, field] of Object.entries(postSchema.shape)) {
    const { description, examples } = field.meta() ?? {};
    expect(description, name).toMatch(/\.$/);
    expect(examples, name).toHaveLength(1);
    for (const example of examples as unknown[]) expect(field.safeParse(example).success, name).toBe(true);
  }
});
