import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { renderSitemap, renderSitemapIndex, toSitemapFiles } from '@/lib/output/seo/sitemap';

function textsOf(xml: string, name: string): string[] {
  const texts: string[] = [];
  let inside = '';
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    inside = tag.name;
  });
  parser.on('text', (text) => {
    if (inside === name && text.trim()) texts.push(text);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return texts;
}

const page = { href: 'https://e.example/a/?x=1&y=<2>', changed: new Date('2022-03-04T00:00:00Z') };

describe('renderSitemap', () => {
  it('lists pages with their last change and their pictures', () => {
    const xml = renderSitemap([{ ...page, pictures: ["https://e.example/it's.png"] }, { href: 'https://e.example/' }]);
    expect(textsOf(xml, 'loc')).toEqual([page.href, 'https://e.example/']);
    expect(textsOf(xml, 'lastmod')).toEqual(['2022-03-04T00:00:00.000Z']);
    expect(textsOf(xml, 'image:loc')).toEqual(["https://e.example/it's.png"]);
  });

  it('is well-formed when empty', () => expect(textsOf(renderSitemap([]), 'loc')).toEqual([]));
});

describe('toSitemapFiles', () => {
  it('splits only above the limit', () => {
    expect(toSitemapFiles([], 2)).toEqual([[]]);
    expect(toSitemapFiles([page, page], 2)).toHaveLength(1);
    expect(toSitemapFiles([page, page, page], 2).map(({ length }) => length)).toEqual([2, 1]);
    const many = Array.from({ length: 50_001 }, () => page);
    expect(toSitemapFiles(many).map(({ length }) => length)).toEqual([50_000, 1]);
    expect(toSitemapFiles(many.slice(1))).toHaveLength(1);
    expect(textsOf(renderSitemapIndex(['https://e.example/1.xml']), 'loc')).toEqual(['https://e.example/1.xml']);
  });
});
