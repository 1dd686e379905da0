import { describe, expect, it } from 'vitest';
import { findHiddenCharacters } from '@/lib/content/hidden-characters';

const codesOf = (text: string) => findHiddenCharacters(text).map(({ column, code }) => `${column - 1} ${code}`);

describe('hidden characters, each with the nearest text that is allowed', () => {
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
    'Ein wei\u00adches Trenn\u00adzei\u00adchen',
    'مرحبا بالعالم: Flux 2.0 (beta)\u200f!',
    'سلام دنیا، نمی‌خواهم و کتاب‌ها',
    'שלום עולם — "Flux"',
    'श्रीमान्\u200c जी, ക്‍ഷ, ශ්‍රී ලංකා, ভর্‌ৎ',
    'ภาษา\u200bไทย และ ខ្មែរ\u200bភាសា',
    '👩‍💻 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 1️⃣ 🇩🇰 ❤️‍🔥 🧑🏽‍🚀',
    'Jørn, Łódź, Việt, Ω, café\u0301',
  ])('real text passes: %s', (text) => {
    expect(codesOf(text)).toEqual([]);
  });

  it('says which character it is', () => {
    expect(findHiddenCharacters('a\u202eb')[0]?.message).toBe('U+202E reverses the letters after it');
  });
});
