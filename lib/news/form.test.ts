import { spawnSync } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { UsageError } from '@/lib/base/cli/command';
import { form } from '@/lib/news/form';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

it('prints the form of a kind', async () => {
  const terminal = testTerminal();
  expect(await form.run(['event'], terminal)).toBe(0);
  expect(parse(terminal.outLines.join('\n'))).toMatchObject({ name: 'Add your event', labels: ['event'] });
  expect(terminal.errLines).toEqual([]);
});

const eventForm = '.github/ISSUE_TEMPLATE/event.yml';
const adopterForm = '.github/ISSUE_TEMPLATE/adopter.yml';

/** A repository with two forms, and another file next to them. */
async function openRepository() {
  const own = '.github/ISSUE_TEMPLATE/bug.yml';
  const { dir: root } = await writeContent({ [eventForm]: 'old\n', [adopterForm]: 'old\n', [own]: 'mine\n' });
  const run = async (...args: string[]) => {
    const terminal = testTerminal({ root });
    const code = await form.run(args, terminal);
    return { code, out: terminal.outLines, err: terminal.errLines };
  };
  return { run, read: (path: string) => readFile(join(root, path), 'utf8'), root, own };
}

describe('--write', () => {
  it('writes the forms that are there, as they are printed, and no other file', async () => {
    const { run, read, root, own } = await openRepository();
    expect(await run('--write')).toEqual({ code: 0, out: [eventForm, adopterForm], err: [] });
    for (const [path, kind] of [
      [eventForm, 'event'],
      [adopterForm, 'adopter'],
    ] as const) {
      expect(await read(path)).toBe(`${(await run(kind)).out.join('\n')}\n`);
    }
    expect(await read(own)).toBe('mine\n');
    await expect(stat(join(root, '.github/ISSUE_TEMPLATE/person.yml'))).rejects.toThrow();
    expect(await run('--write')).toEqual({ code: 0, out: [], err: [] });
  });

  it('writes the form of one kind, also one that is not there yet', async () => {
    const { run, read } = await openRepository();
    expect((await run('person', '--write')).out).toEqual(['.github/ISSUE_TEMPLATE/person.yml']);
    expect(await read('.github/ISSUE_TEMPLATE/person.yml')).toContain('id: affiliation\n');
    expect(await read(eventForm)).toBe('old\n');
  });

  it('does not depend on the events', async () => {
    const { run, root } = await openRepository();
    const before = (await run('event')).out;
    const event = 'title: A\nkind: talk\nstart: 2022-03-03T10:00\nzone: Asia/Seoul\n';
    await mkdir(join(root, 'content/events'), { recursive: true });
    await writeFile(join(root, 'content/events/a.yaml'), event);
    expect((await run('event')).out).toEqual(before);
  });
});

it('--check names each form that is not what would be written, and the command', async () => {
  const { run } = await openRepository();
  await run('event', '--write');
  const message = `${adopterForm} is not what would be written. Run: npm run news -- form --write`;
  expect(await run('--check')).toEqual({ code: 1, out: [], err: [message] });
  await run('--write');
  expect(await run('--check')).toEqual({ code: 0, out: [], err: [] });
});

it('the forms of this repository are what would be written', () => {
  // Another process, because this one has the site of the fixtures.
  const env = { ...process.env, NEWS_SITE_FILE: '', TSX_TSCONFIG_PATH: '', CONTENT_DIR: '' };
  const command = ['--import', 'tsx', 'lib/news/main.ts', 'form', '--check'];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it.each([
  [[], 'Which kind? (event, release, '],
  [['evnt'], '“evnt” is not a kind of entry. Did you mean “event”?'],
  [['zzzzzzz'], '“zzzzzzz” is not a kind of entry. Use event, release, '],
  [['event', 'release'], 'Only one kind at a time: remove “release”.'],
  [['event', '--jso'], '“form” has no option --jso.'],
  [['event', '--check'], '--check compares every form'],
  [['--write', '--check'], '--check compares every form'],
])('%j is rejected with the right usage', async (args, message) => {
  await expect(form.run(args, testTerminal())).rejects.toThrow(UsageError);
  await expect(form.run(args, testTerminal())).rejects.toThrow(message);
});
