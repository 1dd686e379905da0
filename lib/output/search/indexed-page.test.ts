import { describe, expect, it } from 'vitest';
import { mainOf, type SearchEntry, toIndexedPage, wordLanguage } from '@/lib/output/search/indexed-page';

const entry: SearchEntry = {
  kind: 'post',
  url: '/blog/2022/03/update/',
  title: 'An "update" <b>',
  lang: 'en',
  date: { datetime: '2022-03-01', text: '1 March 2022' },
  years: ['2022'],
  names: ['Ada', 'A & B'],
};

describe('a page as the indexer reads it', () => {
  it('has its kind and its date', () => {
    const page = toIndexedPage(entry, '<p>Words</p>');
    expect(page).toContain('<html lang="en"><body data-pagefind-body>');
    expect(page).toContain('<meta data-pagefind-filter="kind[content]" content="post">');
    expect(page).toContain('<meta data-pagefind-filter="year[content]" content="2022">');
    expect(page).toContain('<meta data-pagefind-meta="date[content]" content="1 March 2022">');
    expect(page.endsWith('<p>Words</p></body></html>')).toBe(true);
  });

  it('escapes titles and names', () => {
    const page = toIndexedPage(entry, '');
    expect(page).toContain('content="An &quot;update&quot; &lt;b&gt;"');
    expect(page).toContain('content="Ada, A &amp; B"');
  });

  it('does not invent a date', () => {
    const page = toIndexedPage({ ...entry, date: undefined, years: [] }, '');
    expect(page).not.toContain('"year[content]"');
    expect(page).not.toContain('pagefind-meta="date');
  });
});

it('separates the articles of Arabic words in titles, names and text, but not in attributes', () => {
  const page = toIndexedPage({ ...entry, title: 'الأداة', names: ['الملف'] }, '<h2 id="الأداة">الأداة</h2>');
  expect(page).toContain('"title[content]" content="ال\u2060-أداة"');
  expect(page).toContain('"names[content]" content="ال\u2060-ملف"');
  expect(page).toContain('<h2 id="الأداة">ال\u2060-أداة</h2>');
});

describe('the main part of a page', () => {
  it('is its content', () => {
    expect(mainOf('<header>a</header><main id="x" tabindex="-1"><p>b</p></main><footer>c</footer>')).toBe('<p>b</p>');
  });
  it('is undefined if there is none', () => {
    expect(mainOf('<p>b</p>')).toBeUndefined();
  });
});

it('separates only languages that are written without spaces', () => {
  expect(['zh-Hans', 'ja', 'TH'].map((lang) => wordLanguage(lang, 'en'))).toEqual(['zh', 'ja', 'th']);
  expect(['ar', 'fr-CA', 'en', 'zhx'].map((lang) => wordLanguage(lang, 'en'))).toEqual(['en', 'en', 'en', 'en']);
});
