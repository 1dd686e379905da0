import { describe, expect, it } from 'vitest';
import { drawable, drawableLabel, isMostlyLost, isRightToLeft, toRuns } from '@/lib/output/cards/runs';

const families = (text: string) =>
  toRuns(drawable(text, 'title'), 'title').map(({ font, text: run }) => [font.family, run]);

describe('drawable', () => {
  it.each([
    ['Latin', 'Größe fiœ — “x”'],
    ['Arabic', 'تحديث مجتمع'],
    ['Chinese and Japanese', '社区新闻 繁體 かな'],
    ['Cyrillic', 'Привет'],
    ['Greek', 'Νέα της κοινότητας'],
    ['emoji, of several and with a sign after it', '🚀 👩‍💻 🇩🇪 ❤️ 1️⃣'],
  ])('keeps %s', (_, text) => {
    expect(drawable(text, 'title')).toBe(text);
  });

  it('drops characters that no font has instead of showing boxes', () => {
    expect(drawable('Tool 한국어 news', 'title')).toBe('Tool news');
    expect(isMostlyLost('한국어 뉴스 Tool', 'title')).toBe(true);
    expect(isMostlyLost('Tool news 뉴스', 'title')).toBe(false);
  });

  it('drops a label as a whole if most of its letters are lost, so that no figures remain alone', () => {
    expect(drawableLabel('2022년 3월 3일', 'label')).toBe('');
    expect(drawableLabel('มี.ค.', 'title')).toBe('');
    expect(drawableLabel('Ada Lovelace, 김', 'label')).toBe('Ada Lovelace,');
    for (const text of ['3 March 2022', '2022年3月3日', '٣ مارس ٢٠٢٢', '2022']) {
      expect(drawableLabel(text, 'label')).toBe(text);
    }
  });

  it('shows fancy letters as plain ones, and drops control characters', () => {
    expect(drawable('𝐁𝐨𝐥𝐝', 'title')).toBe('Bold');
    expect(drawable('a\u202eb\u0007c\ud800d\u00ade', 'title')).toBe('abcde');
    expect(drawable('👍🏽', 'title')).toBe('👍');
  });
});

describe('toRuns', () => {
  it('chooses a font for each script, and the previous font for spaces', () => {
    expect(families('مجتمع Tool')).toEqual([
      ['Noto Naskh Arabic', 'مجتمع'],
      ['Charis SIL', ' '],
      ['Charis SIL', 'Tool'],
    ]);
    expect(families('Εργαλείο')).toEqual([['Noto Sans', 'Εργαλείο']]);
    expect(families('更新 0.27 🚀 now')).toEqual([
      ['Noto Sans S Chinese', '更新'],
      ['Charis SIL', ' '],
      ['Charis SIL', '0.27'],
      ['Charis SIL', ' '],
      ['Noto Emoji', '🚀'],
      ['Charis SIL', ' '],
      ['Charis SIL', 'now'],
    ]);
  });
});

describe('isRightToLeft', () => {
  it('depends on the first letter', () => {
    expect(isRightToLeft('2022: تحديث Tool')).toBe(true);
    expect(isRightToLeft('Tool: تحديث')).toBe(false);
    expect(isRightToLeft('2022')).toBe(false);
  });
});
