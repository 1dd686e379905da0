import { describe, expect, it } from 'vitest';
import { descriptionOf, placeOf, speakersOf, toLine, toLines } from '@/lib/output/calendar/event-text';
import { sampleEvent, samplePeople } from '@/lib/output/calendar/fixtures/sample-event';

const people = samplePeople({
  'scott-rigby': { name: 'Scott Rigby', affiliation: 'Weaveworks' },
  kingdonb: { name: 'Kingdon Barrett' },
});

describe('speakersOf', () => {
  it('looks up names by id, and keeps other names unchanged', () => {
    const speakers = ['scott-rigby', 'kingdonb', 'Grace Hopper', { name: 'Ada Lovelace', affiliation: 'Engines' }];
    expect(speakersOf(sampleEvent({ speakers }), people)).toEqual([
      { name: 'Scott Rigby', affiliation: 'Weaveworks' },
      { name: 'Kingdon Barrett', affiliation: undefined },
      { name: 'Grace Hopper', affiliation: undefined },
      { name: 'Ada Lovelace', affiliation: 'Engines' },
    ]);
    expect(speakersOf(sampleEvent(), people)).toEqual([]);
  });

  it('prefers the affiliation that the event gives', () => {
    const speakers = [{ name: 'scott-rigby', affiliation: 'Replicated' }];
    expect(speakersOf(sampleEvent({ speakers }), people)).toEqual([{ name: 'Scott Rigby', affiliation: 'Replicated' }]);
  });
});

describe('descriptionOf', () => {
  it('has the right form for one speaker and for several', () => {
    expect(descriptionOf(sampleEvent({ speakers: ['kingdonb'] }), people)).toBe('Speaker: Kingdon Barrett');
    expect(descriptionOf(sampleEvent({ speakers: ['kingdonb', 'x y'] }), people)).toBe(
      'Speakers: Kingdon Barrett, x y',
    );
  });

  it.each([
    ['emphasis', 'a **b** _c_ `d` ~~e~~', 'a b c d e'],
    ['a link', '[x](https://example.org/)', 'x (https://example.org/)'],
    ['an address', '<https://example.org/>', 'https://example.org/'],
    ['a mailbox', '[x](mailto:a@example.org) <b@example.org>', 'x (a@example.org) b@example.org'],
    ['a path', '[x](/events/)', 'x'],
    ['a list', '1. a\n2. b\n   - c', '- a\n- b\n- c'],
    ['a quotation and a heading', '# a\n\n> b\n>\n> c', 'a\n\nb\n\nc'],
    ['a table', '| a | b |\n| - | - |\n| c | d |', 'a | b\nc | d'],
    ['a picture', '![a](b.png) c', 'a c'],
    ['HTML', '<p>gone</p>\n\na <b>b</b><br>c', 'a bc'],
    ['a hard break', 'a\\\nb', 'a\nb'],
    ['entities', 'a &amp; b &lt; c', 'a & b < c'],
    ['braces', 'a {b} <C />', 'a {b}'],
    ['a footnote', 'a[^1]\n\n[^1]: b', 'a\n\nb'],
    ['nothing but a comment', '<!-- a -->', ''],
  ])('converts Markdown: %s', (_, description, expected) => {
    expect(descriptionOf(sampleEvent({ description }), people)).toBe(expected);
  });
});

describe('placeOf', () => {
  it('does not invent a place', () => {
    expect(placeOf(sampleEvent())).toBeUndefined();
    expect(placeOf(sampleEvent({ online: false }))).toBeUndefined();
    expect(placeOf(sampleEvent({ online: true }))).toBe('Online');
  });
});

describe('plain lines', () => {
  it('keep ordinary text', () => {
    const text = 'Ünïcödé, العربية, 中文, 👩‍💻 — "ok"';
    expect(toLine(text)).toBe(text);
    expect(toLines(`${text}\n\n${text}`)).toBe(`${text}\n\n${text}`);
  });

  it('lose control characters and lone surrogates', () => {
    expect(toLine('a\r\nb\tc\u0000\ud83c')).toBe('a b c');
    expect(toLines('a\r\nb\rc\u2028d\te\u0000\udf89')).toBe('a\nb\nc\nd e');
  });
});
