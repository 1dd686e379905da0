import { describe, expect, it } from 'vitest';
import { dropArticles, joinArticles, splitArticles, splitArticlesOfHtml } from '@/lib/output/search/arabic-article';

describe('the article of an Arabic word', () => {
  it('is removed from the query, with its prefixes', () => {
    expect(dropArticles('الأداة')).toBe('أداة');
    expect(dropArticles('والأداة بالأداة كالأداة فالأداة وبالأداة للأداة وللأداة')).toBe(
      'أداة أداة أداة أداة أداة أداة أداة',
    );
    expect(dropArticles('"ملف الأداة"')).toBe('"ملف أداة"');
    // With the signs of vowels, and with the alef that is not spoken.
    expect(dropArticles('اَلْكِتَاب ٱلكتاب')).toBe('كِتَاب كتاب');
  });

  it('is not split from a word that only looks like it has one, nor from one that is being typed', () => {
    for (const word of ['ال', 'الأ', 'ألم', 'إلى', 'والد', 'لله', 'قال', 'شمال', 'tool', 'كتاب', '中文']) {
      expect(dropArticles(word), word).toBe(word);
      expect(splitArticles(word), word).toBe(word);
    }
  });

  it('is a separate word in the index, but not in what readers see', () => {
    const text = 'هذه الأداة والملف، ثم ال-API والمجموعة-ب.';
    expect(splitArticles(text)).toBe('هذه ال\u2060-أداة وال\u2060-ملف، ثم ال-API وال\u2060-مجموعة-ب.');
    expect(joinArticles(splitArticles(text))).toBe(text);
  });

  it('is found in text, but not in attributes', () => {
    const html = `<h2 id="الأداة" title='a > "الأداة"'>الأداة<a href="#الأداة" title="1 > 0">#</a></h2> الملف &lt;b&gt;`;
    expect(splitArticlesOfHtml(html)).toBe(
      `<h2 id="الأداة" title='a > "الأداة"'>ال\u2060-أداة<a href="#الأداة" title="1 > 0">#</a></h2> ال\u2060-ملف &lt;b&gt;`,
    );
    expect(splitArticlesOfHtml('<p>The tool</p>')).toBe('<p>The tool</p>');
  });
});
