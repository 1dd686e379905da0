import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { UsageError } from '@/lib/base/cli/command';
import { form } from '@/lib/news/form';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

it('prints the form of a kind', async () => {
  const terminal = testTerminal();
  expect(await form.run(['event'], terminal)).toBe(0);
  expect(parse(terminal.outLines.join('\n'))).toMatchObject({ name: 'Add an event', labels: ['event'] });
  expect(terminal.errLines).toEqual([]);
});

it.each([
  [[], 'Which kind? (event, release, '],
  [['evnt'], '“evnt” is not a kind of entry. Did you mean “event”?'],
  [['zzzzzzz'], '“zzzzzzz” is not a kind of entry. Use event, release, '],
  [['event', 'release'], 'Only one kind at a time: remove “release”.'],
  [['event', '--jso'], '“form” has no option --jso.'],
])('%j is rejected with the right usage', async (args, message) => {
  await expect(form.run(args, testTerminal())).rejects.toThrow(UsageError);
  await expect(form.run(args, testTerminal())).rejects.toThrow(message);
});
