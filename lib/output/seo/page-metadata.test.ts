import { describe, expect, it } from 'vitest';
import { type PageFacts, pageMetadata } from '@/lib/output/seo/page-metadata';
import { site } from '@/lib/site';

const article: PageFacts['article'] = {
  published: new Date('2022-03-01T00:00:00Z'),
  updated: new Date('2022-03-04T00:00:00Z'),
  authors: [{ name: 'Ann', path: undefined }],
  tags: ['news'],
};

describe('pageMetadata', () => {
  it('has the times of publication and last change of a post', () => {
    expect(pageMetadata({ path: '/blog/2022/03/a/', title: 'A', article }).openGraph).toMatchObject({
      type: 'article',
      publishedTime: '2022-03-01T00:00:00.000Z',
      modifiedTime: '2022-03-04T00:00:00.000Z',
    });
    expect(pageMetadata({ path: '/tags/', title: 'Tags' }).openGraph).not.toHaveProperty('modifiedTime');
  });

  it.each([
    ['pt-BR', 'pt_BR'],
    ['zh-Hans-CN', 'zh_CN'],
    ['zh-CN-Hans', 'zh'],
    ['ar', 'ar'],
    [undefined, site.lang.replace('-', '_')],
  ])('converts the language %s to the Open Graph locale %s', (lang, locale) => {
    expect(pageMetadata({ path: '/blog/2022/03/a/', title: 'A', lang }).openGraph).toMatchObject({ locale });
  });
});
