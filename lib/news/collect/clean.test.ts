import { expect, it } from 'vitest';
import { cleanLine, cleanText, htmlToText } from '@/lib/news/collect/clean';

it.each([
  ['a\r\nb\rc', 'a\nb\nc'],
  ['a\u0000\u001b[31m\u009bb', 'a[31mb'],
  ['\u202egpj.exe\u2066', 'gpj.exe'],
  ['\ufeffZo\u00adë', 'Zoë'],
  ['\ud800x\udc00', 'x'],
  ['👩‍💻 ok 😀', '👩‍💻 ok 😀'],
  ['e\u0301', 'é'],
  ['Quay\u{e014f}\u{e0142}', 'Quay'],
  ['tea\u034fpot', 'teapot'],
  ['ad\u200dmin', 'admin'],
  ['a\u3164b', 'ab'],
  ['\u2800\u2800', ''],
  ['\u115f \u1160', ''],
  ['葛\u{e0100} می\u200cخواهم ☕\ufe0f', '葛\u{e0100} می\u200cخواهم ☕\ufe0f'],
])('cleans %j', (text, cleaned) => expect(cleanText(text)).toBe(cleaned));

it('puts text on one line, cut between characters', () => {
  expect(cleanLine(' a \n b\u2028c\t')).toBe('a bc');
  expect(cleanLine('😀😀😀😀', 3)).toBe('😀😀…');
  expect(cleanLine('😀😀😀', 3)).toBe('😀😀😀');
});

it.each([
  ['Media&shy;Markt &amp; Co', 'Media\u00adMarkt & Co'],
  ['<p>a<br>b</p><ul><li>c</li></ul>', 'a\nb\n\n- c'],
  ['<a href="https://a.example">a</a>', 'a (https://a.example)'],
  ['<script>x</script><style>y</style>z', 'z'],
])('reads %s as text', (html, text) => expect(htmlToText(html)).toBe(text));
