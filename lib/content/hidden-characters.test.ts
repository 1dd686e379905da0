import { describe, expect, it } from 'vitest';
import { findHiddenCharacters, withoutHiddenCharacters } from '@/lib/content/hidden-characters';

const codesOf = (text: string) => findHiddenCharacters(text).map(({ column, code }) => `${column - 1} ${code}`);

describe('hidden characters, each next to similar text that is allowed', () => {
  it.each([
    ['an override', 'user\u202enimda', 'user admin', '4 text/direction'],
    ['an override in Arabic', 'مرحبا\u202eabc\u202c', 'مرحبا abc', '5 text/direction'],
    ['an isolate that is not closed', 'مرحبا \u2067abc', 'مرحبا \u2067abc\u2069', '6 text/direction'],
    ['an isolate without a word from right to left', 'a \u2066b\u2069', 'a b', '2 text/direction'],
    ['an embedding closed on the next line', 'שלום \u202aa\nb\u202c', 'שלום \u202aa b\u202c', '5 text/direction'],
    ['a space without width in a word', 'ad\u200bmin', 'ad min', '2 text/invisible'],
    ['a joiner in a word', 'ad\u200dmin', 'क्\u200dष', '2 text/invisible'],
    ['a non-joiner in a word', 'ad\u200cmin', 'می\u200cخواهم', '2 text/invisible'],
    ['a word joiner in a word', 'ad\u2060min', '5\u2060 €', '2 text/invisible'],
    ['a second byte-order mark', 'ad\ufeffmin', 'ad \ufeff min', '2 text/invisible'],
    ['a mark of direction in a word', 'ad\u200emin', 'שלום\u200e (a)', '2 text/invisible'],
    ['several in a row', 'a\u200b\u200cb', 'a\u200b b', '1 text/invisible'],
    ['a filler', 'a\u3164b', 'a b', '1 text/invisible'],
    ['a variation selector after a letter', 'Quay\u{e014f}', '葛\u{e0100}', '4 text/invisible'],
    ['two variation selectors', '葛\u{e0100}\u{e0101}', '葛\u{e0100}', '3 text/invisible'],
    ['an emoji selector after a letter', 'a\ufe0f', '☕\ufe0f', '1 text/invisible'],
    ['two emoji selectors', '☕\ufe0f\ufe0f', '☕\ufe0f☕\ufe0f', '2 text/invisible'],
    ['a soft hyphen in a word', 'ket\u00adtle', 'ket- tle\u00ad', '3 text/invisible'],
    ['a grapheme joiner', 'tea\u034fpot', 'a\u0301\u034f\u0302', '3 text/invisible'],
    ['blank Braille without dots', 'a\u2800b', '⠁\u2800⠃', '1 text/invisible'],
    ['a filler of Hangul', 'a\u115f', '\u115f\u1161', '1 text/invisible'],
    ['a half filler', 'a\uffa0', '가', '1 text/invisible'],
    ['three without width in a row', 'a \u200b\u200c\u200b b', 'a \u200b\u200c b', '2 text/invisible'],
    ['a musical beam', 'a\u{1d173}', '𝄞', '1 text/invisible'],
    ['a selector of Mongolian', 'a\u180b', 'ᠠ\u180b', '1 text/invisible'],
    [
      'a tag',
      'hello\u{e0041}\u{e0042}',
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
      '5 text/invisible',
    ],
    ['NUL', 'a\0b', 'a b', '1 text/control'],
    ['an escape', '\x1b[31mred', '[31mred', '0 text/control'],
    ['DEL', 'a\x7f', 'a', '1 text/control'],
    ['a C1 character', 'a\x9bb', 'a\u00a0b', '1 text/control'],
    ['a line separator', 'a\u2028b', 'a\nb', '1 text/control'],
    ['an annotation', 'a\ufff9b', 'a\ufffcb', '1 text/control'],
  ])('%s', (_, bad, good, first) => {
    expect(codesOf(bad)[0]).toBe(first);
    expect(codesOf(good)).toEqual([]);
  });

  it.each([
    'Tab\tand line\nend',
    '⠓⠑⠇⠇⠕⠀⠞⠑⠗⠗⠁, 葛\u{e0100}の町 ☕\ufe0f ©\ufe0e, 1\ufe0f\u20e3, ⊓\ufe00, 〱, \u1112\u1160\u11ab, \u115f\u1161',
    'مَ\u200cخ, ᠠ\u180b, \u05d1\u05bc\u034f\u05b0, x\u2062 y',
    'مرحبا بالعالم: Tool 2.0 (beta)\u200f!',
    'سلام دنیا، نمی‌خواهم و کتاب‌ها',
    'שלום עולם — "Tool"',
    'श्रीमान्\u200c जी, ക്‍ഷ, ශ්‍රී ලංකා, ভর্‌ৎ',
    'ภาษา\u200bไทย และ ខ្មែរ\u200bភាសា',
    '👩‍💻 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 1️⃣ 🇩🇰 ❤️‍🔥 🧑🏽‍🚀',
    'Jørn, Łódź, Việt, Ω, café\u0301',
  ])('real text passes: %s', (text) => {
    expect(codesOf(text)).toEqual([]);
  });

  it('names the character', () => {
    expect(findHiddenCharacters('a\u202eb')[0]?.message).toBe('U+202E reverses the letters after it');
  });

  it('reports the line and column of each', () => {
    const places = findHiddenCharacters('ok\na\u00adb\n\nc\u{e0100}\u{e0101}').map(({ line, column }) => [
      line,
      column,
    ]);
    expect(places).toEqual([
      [2, 2],
      [4, 2],
      [4, 4],
    ]);
  });
});

describe('withoutHiddenCharacters', () => {
  it('removes only forbidden characters', () => {
    expect(withoutHiddenCharacters('Quay\u{e014f}\u{e0142} a\u00adb 葛\u{e0100} می\u200cخواهم 👩\u200d💻')).toBe(
      'Quay ab 葛\u{e0100} می\u200cخواهم 👩\u200d💻',
    );
    expect(withoutHiddenCharacters('a\u{e0041}\u00adb')).toBe('ab');
  });
});
