import { describe, expect, it } from 'vitest';
import { UsageError } from '@/lib/news/command';
import { readFlags } from '@/lib/news/read-flags';

const known = { title: 'text', speaker: 'texts', json: 'switch' } as const;
const read = (...args: string[]) => readFlags(args, known);

it('reads texts, lists, switches and words', () => {
  const flags = read('event', '--title', 'A talk', '--speaker=Ada', '--speaker', 'Bob', '--json');
  expect(flags.words).toEqual(['event']);
  expect(flags.text('title')).toBe('A talk');
  expect(flags.texts('speaker')).toEqual(['Ada', 'Bob']);
  expect(flags.has('json')).toBe(true);
  expect(flags.has('help')).toBe(false);
  expect(read('-h').has('help')).toBe(true);
});

describe('a wrong call', () => {
  it.each([
    [['--titel', 'x'], 'there is no option --titel: did you mean --title?'],
    [['--zzzzzzzz'], 'there is no option --zzzzzzzz: known are --title, --speaker, --json'],
    [['--title'], '--title needs a value'],
    [['--title', '--json'], '--title needs a value'],
    [['--json=yes'], '--json takes no value'],
    [['--title', 'a', '--title', 'b'], '--title is given twice'],
    [['--constructor', 'b'], 'there is no option --constructor'],
  ])('%j says what to type', (args, message) => {
    expect(() => read(...args)).toThrow(UsageError);
    expect(() => read(...args)).toThrow(message);
  });

  it('is none where the value only begins with a hyphen', () => {
    expect(read('--title=--json').text('title')).toBe('--json');
    expect(read('--title', '- x').text('title')).toBe('- x');
  });
});
