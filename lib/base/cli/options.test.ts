import { describe, expect, it } from 'vitest';
import { UsageError } from '@/lib/base/cli/command';
import { parseOptions, suggest } from '@/lib/base/cli/options';

const flags = {
  since: { takes: 'value', example: '2022-02-01' },
  speaker: { takes: 'values', example: 'Ann Lee' },
  'dry-run': { takes: 'nothing' },
} as const;
const parse = (...args: string[]) => parseOptions('draft', args, flags);

describe('parseOptions', () => {
  it.each([
    [['2022-02'], {}, ['2022-02']],
    [['--dry-run', '2022-02', '--since', '2022-02-03'], { 'dry-run': true, since: '2022-02-03' }, ['2022-02']],
    [['--since=2022-02-03'], { since: '2022-02-03' }, []],
    [['--since=-1'], { since: '-1' }, []],
    [['--since', '- x'], { since: '- x' }, []],
    [['--speaker', 'Ann', '--speaker=Bob'], { speaker: ['Ann', 'Bob'] }, []],
    [['--', '--dry-run'], {}, ['--dry-run']],
  ])('reads %j', (args, values, words) => {
    expect(parse(...args)).toEqual({ values, words });
  });

  it.each([
    [['--sinse', 'x'], '“draft” has no option --sinse. Did you mean --since?'],
    [['--zzzzzzzz'], '“draft” has no option --zzzzzzzz.'],
    [['-n'], '“draft” has no option -n.'],
    [['--since'], '--since needs a value, such as --since 2022-02-01'],
    [['--since='], '--since needs a value, such as --since 2022-02-01'],
    [['--speaker'], '--speaker needs a value, such as --speaker "Ann Lee"'],
    [['--since', '--dry-run'], '--since needs a value, such as --since 2022-02-01'],
    [['--dry-run=no'], '--dry-run does not take a value; remove the value.'],
    [['--dry-run', '--dry-run'], '--dry-run is given twice; keep one of the two.'],
    [['--constructor'], '“draft” has no option --constructor.'],
  ])('refuses %j', (args, message) => {
    const call = () => parse(...args);
    expect(call).toThrow(UsageError);
    expect(call).toThrow(new UsageError(message));
  });
});

it('suggests the nearest of some names, or all', () => {
  expect(suggest('jsn', ['text', 'json'])).toBe('Did you mean “json”?');
  expect(suggest('xml', ['text', 'json'])).toBe('Use text, json.');
});
