import { describe, expect, it } from 'vitest';
import { parsePostPath, pathFromDate, pathFromFile, slugify } from '@/lib/base/address';

describe('slugify', () => {
  it.each([
    ['Announcing Tool v2.3.0', 'announcing-tool-v2.3.0'],
    ['tool-v2.3.0', 'tool-v2.3.0'],
    ['Café au lait', 'café-au-lait'],
    ['Cafe\u0301', 'café'],
    ['通量 更新', '通量-更新'],
    ['Tool’s “new” and \'old\' "things"', 'tools-new-and-old-things'],
    ['Security: Image Provenance', 'security-image-provenance'],
    ['Using Pod Security Standard "restricted"', 'using-pod-security-standard-restricted'],
    ['a  b\tc\nd', 'a-b-c-d'],
    ['a - b', 'a-b'],
    ['a — b', 'a-b'],
    ['a / b', 'a-b'],
    ['GitOps/Kubernetes', 'gitops-kubernetes'],
    ['a_b+c~d@e', 'a_b+c~d@e'],
    ['What is new?', 'what-is-new'],
    ['…and more…', 'and-more'],
    ['100% done', '100-done'],
    ['हिन्दी', 'हिन्दी'],
  ])('makes %j to %s', (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  it.each(['', '   ', '💖', '***'])('makes nothing of %j', (title) => {
    expect(slugify(title)).toBe('');
  });

  it.each(['Announcing Tool v2.3.0', 'Café — au lait', 'What is new?'])('leaves what it made of %s alone', (title) => {
    expect(slugify(slugify(title))).toBe(slugify(title));
  });
});

describe('parsePostPath', () => {
  it('reads the parts of an address', () => {
    expect(parsePostPath('/blog/2024/05/tool-v2.3.0/')).toEqual({
      url: '/blog/2024/05/tool-v2.3.0/',
      year: '2024',
      month: '05',
      slug: 'tool-v2.3.0',
    });
  });

  it('composes letters and accents, so that an address does not depend on the keyboard', () => {
    expect(parsePostPath('/blog/2022/03/cafe\u0301/')?.url).toBe('/blog/2022/03/caf\u00e9/');
  });

  it.each([
    ['/news/2022/03/x/', '/blog/2022/03/x/'],
    ['/blog/2022/03/x', '/blog/2022/03/x/'],
    ['blog/2022/03/x/', '/blog/2022/03/x/'],
    ['/blog/22/03/x/', '/blog/2022/03/x/'],
    ['/blog/2022/3/x/', '/blog/2022/03/x/'],
    ['/blog/2022/00/x/', '/blog/2022/01/x/'],
    ['/blog/2022/13/x/', '/blog/2022/12/x/'],
    ['/blog/2022/03/', '/blog/2022/03/x/'],
    ['/blog/2022/03/x/y/', '/blog/2022/03/x-y/'],
    ['/blog/2022/03/../', '/blog/2022/03/a..b/'],
    ['/blog/2022/03/.x/', '/blog/2022/03/x.x/'],
    ['/blog/2022/03/x./', '/blog/2022/03/x.0/'],
    ['/blog/2022/03/-x/', '/blog/2022/03/x-x/'],
    ['/blog/2022/03/a b/', '/blog/2022/03/a-b/'],
    ['/blog/2022/03/a%20b/', '/blog/2022/03/a20b/'],
    ['/blog/2022/03/x?y/', '/blog/2022/03/xy/'],
    ['/blog/2022/03/x#y/', '/blog/2022/03/xy/'],
    ['/blog/2022/03/💖/', '/blog/2022/03/通量/'],
    ['/blog/2022/03/x/\n', '/blog/2022/03/x/'],
  ])('rejects %j and accepts %j', (bad, good) => {
    expect(parsePostPath(bad)).toBeUndefined();
    expect(parsePostPath(good)?.url).toBe(good);
  });
});

describe('pathFromFile', () => {
  it.each([
    ['blog/2022/03/february-update.mdx', '/blog/2022/03/february-update/'],
    ['blog/2022/03/february-update.md', '/blog/2022/03/february-update/'],
    ['blog/2022/03/february-update/index.mdx', '/blog/2022/03/february-update/'],
    ['blog/2022/03/february-update/index.md', '/blog/2022/03/february-update/'],
    ['blog/2024/05/tool-v2.3.0.mdx', '/blog/2024/05/tool-v2.3.0/'],
    ['blog/2024/05/index/index.md', '/blog/2024/05/index/'],
  ])('gives the address of %s', (file, path) => {
    expect(pathFromFile(file)).toBe(path);
  });

  it.each([
    'blog/2022-03-01-february-update.md',
    'blog/2022-03-01-february-update/index.md',
    'blog/2022/03/index.md',
    'blog/2022/index.mdx',
    'blog/2022/03/x/y.md',
    'blog/2022/3/x.md',
    'news/2022/03/x.md',
    'blog/2022/03/x.txt',
  ])('gives no address for %s', (file) => {
    expect(pathFromFile(file)).toBeUndefined();
  });
});

describe('pathFromDate', () => {
  it('uses the year and month of the date, and the title as a slug', () => {
    expect(pathFromDate(new Date('2020-12-01T12:30:00Z'), 'December Update')).toBe('/blog/2020/12/december-update/');
  });

  it('uses UTC', () => {
    expect(pathFromDate(new Date('2022-12-31T23:30:00-05:00'), 'x')).toBe('/blog/2023/01/x/');
    expect(pathFromDate(new Date('2023-01-01T00:30:00+01:00'), 'x')).toBe('/blog/2022/12/x/');
  });

  it('makes a valid address, or one that is rejected if the title has no usable characters', () => {
    const date = new Date('2022-03-01');
    expect(parsePostPath(pathFromDate(date, 'Tool v2.3.0'))?.slug).toBe('tool-v2.3.0');
    expect(parsePostPath(pathFromDate(date, '💖'))).toBeUndefined();
  });
});
