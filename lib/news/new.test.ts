import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Terminal } from '@/lib/base/cli/command';
import { UsageError } from '@/lib/base/cli/command';
import { errorsOf } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { makeNew, newFile } from '@/lib/news/new';
import { type Asker, Cancelled } from '@/lib/news/new/asker';
import { newFiles } from '@/lib/news/new/new-files';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { type TestTerminal, testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

const projects = [
  'projects:',
  '  - {id: tool, name: Tool, about: x, repository: https://github.com/example/tool2, color: "#1d4fd8"}',
  '  - {id: flagger, name: Flagger, about: x, repository: https://github.com/example/flagger, color: "#0f766e"}',
  '',
].join('\n');

async function repository(files: Record<string, string> = {}): Promise<string> {
  const { dir } = await writeContent({
    'content/projects.yaml': projects,
    'content/blog/2022/03/post.mdx': postText(),
    ...files,
  });
  return dir;
}

async function run(
  args: string[],
  root: string,
  more: Partial<Terminal> = {},
): Promise<TestTerminal & { code: number }> {
  const terminal = testTerminal({ root, ...more });
  return { ...terminal, code: await newFile.run(args, terminal) };
}

/** What the check finds of the repository after a command. */
const errorsIn = async (root: string) => errorsOf((await check(join(root, 'content'))).problems);

const sound: [path: string, args: string[], text: string][] = [
  [
    'content/events/tool-for-helm-users.yaml',
    [
      ...['event', '--title', ' Tool for  Helm Users', '--kind', 'webinar', '--start', '2022-03-03T10:00'],
      ...[
        '--end',
        '2022-03-03T11:00',
        '--zone',
        'America/Los_Angeles',
        '--online',
        '--speaker',
        'Ada Lovelace, Engines',
      ],
      ...['--speaker', 'Bob Roe', '--repeats', 'FREQ=WEEKLY;BYDAY=TH', '--url', 'https://example.org/e'],
    ],
    [
      '# yaml-language-server: $schema=../../.schemas/event.json',
      'title: Tool for Helm Users',
      'kind: webinar',
      'start: 2022-03-03T10:00',
      'end: 2022-03-03T11:00',
      'zone: America/Los_Angeles',
      'url: https://example.org/e',
      'online: true',
      'speakers:',
      '  - name: Ada Lovelace',
      '    affiliation: Engines',
      '  - Bob Roe',
      'repeats: FREQ=WEEKLY;BYDAY=TH',
      '',
    ].join('\n'),
  ],
  [
    'content/events/dev-meeting-2022-03-02.yaml',
    ['event', '--title=Dev meeting', '--kind=meeting', '--start=2022-03-02', '--zone=Europe/Berlin'],
    '# yaml-language-server: $schema=../../.schemas/event.json\ntitle: Dev meeting\nkind: meeting\nstart: 2022-03-02\n',
  ],
  [
    'content/releases/tool-2.0.0-rc.1.yaml',
    [
      ...['release', '--project', 'tool', '--version', 'v2.0.0-RC.1', '--date', '2022-02', '--prerelease'],
      ...['--highlight', 'A: b', '--breaking', 'Names => Rename', '--security', 'CVE-2021-41254: Users could'],
    ],
    [
      '# yaml-language-server: $schema=../../.schemas/release.json',
      'project: tool',
      'version: "2.0.0-RC.1"',
      'date: 2022-02',
      'prerelease: true',
      'highlights:',
      '  - "A: b"',
      'breaking:',
      '  - change: Names',
      '    action: Rename',
      'security:',
      '  - id: CVE-2021-41254',
      '    summary: Users could',
      '',
    ].join('\n'),
  ],
  [
    'content/adopters/aenix.yaml',
    ['adopter', '--name=Ænix', '--url=https://aenix.io', '--project=tool', '--project=flagger', '--joined=2022-02'],
    [
      '# yaml-language-server: $schema=../../.schemas/adopter.json',
      'name: Ænix',
      'url: https://aenix.io',
      'projects:',
      '  - tool',
      '  - flagger',
      'joined: 2022-02',
      '',
    ].join('\n'),
  ],
  [
    'content/ecosystem/flamingo.yaml',
    ['ecosystem', '--name=Flamingo', '--url=https://example.org/f', '--about=Lets two work together', '--kind=tool'],
    [
      '# yaml-language-server: $schema=../../.schemas/ecosystem.json',
      'name: Flamingo',
      'url: https://example.org/f',
      'about: Lets two work together',
      'kind: tool',
      '',
    ].join('\n'),
  ],
  [
    'content/people/paulo-gomes.yaml',
    [
      ...['person', '--name=Paulo Gomes', '--role=maintainer', '--project=tool', '--since=2022-02'],
      ...['--link=GitHub=https://github.com/example?a=b'],
    ],
    [
      '# yaml-language-server: $schema=../../.schemas/person.json',
      'name: Paulo Gomes',
      'roles:',
      '  - role: maintainer',
      '    project: tool',
      '    since: 2022-02',
      'links:',
      '  - title: GitHub',
      '    url: https://github.com/example?a=b',
      '',
    ].join('\n'),
  ],
  [
    'content/blog/2022/04/how-signing-works.mdx',
    ['post', '--title=How: signing {works}', '--id=how-signing-works', '--date=2022-04-01', '--tag=security'],
    [
      '---',
      'title: "How: signing {works}"',
      'date: 2022-04-01',
      'tags:',
      '  - security',
      'draft: true',
      '---',
      '',
      'Start with what is new, and for whom.',
      '',
    ].join('\n'),
  ],
];

describe.each(sound)('%s from flags', (path, args, text) => {
  it('is written, and passes the check', async () => {
    const root = await repository();
    const { code, outLines, errLines } = await run(args, root);
    expect({ code, outLines }).toEqual({ code: 0, outLines: [path] });
    expect(errLines.join('\n')).toMatch(/pull request/);
    expect(await readFile(join(root, path), 'utf8')).toBe(text);
    expect(await errorsIn(root)).toEqual([]);
  });

  it('is outLines only, with --json', async () => {
    const root = await repository();
    const { code, outLines } = await run([...args, '--json'], root);
    expect(code).toBe(0);
    expect(JSON.parse(outLines.join('\n'))).toMatchObject({ kind: args[0], path, text });
    expect(await readdir(join(root, 'content'))).toEqual(['blog', 'projects.yaml']);
  });

  it('is not overwritten', async () => {
    const root = await repository({ [path]: 'mine\n' });
    const { code, errLines, outLines } = await run(args, root);
    expect({ code, outLines }).toEqual({ code: 1, outLines: [] });
    expect(errLines[0]).toContain(`${path} already exists and was not changed`);
    expect(await readFile(join(root, path), 'utf8')).toBe('mine\n');
  });
});

it('reads a time that can mean only one thing, and finds a person by the name in any case', async () => {
  const root = await repository({ 'content/people/priyanka-ravi.yaml': 'name: Priyanka Ravi\n' });
  const { code } = await run(
    [
      ...['event', '--title=A talk', '--kind=talk', '--start', 'May 19 2022 1pm', '--end', '19 May 2022, 14:30'],
      ...[
        '--zone=UTC',
        '--speaker',
        'priyanka ravi',
        '--speaker',
        'Priyanka Rao',
        '--speaker',
        'Priyanka Ravi, Engines',
      ],
    ],
    root,
  );
  expect(code).toBe(0);
  expect(await readFile(join(root, 'content/events/a-talk.yaml'), 'utf8')).toContain(
    [
      'start: 2022-05-19T13:00',
      'end: 2022-05-19T14:30',
      'zone: UTC',
      'speakers:',
      '  - priyanka-ravi',
      '  - Priyanka Rao',
      '  - name: Priyanka Ravi',
      '    affiliation: Engines',
      '',
    ].join('\n'),
  );
});

describe('a wrong call', () => {
  it.each([
    [[], 'What do you want to add? (event, release, '],
    [['evnt'], 'Did you mean “event”?'],
    [['event', '--titel', 'x'], '“new event” has no option --titel. Did you mean --title?'],
    [['event', '--title', 'x', 'y'], 'Unexpected argument “y”.'],
    [['event', '--title', 'x', '--start', '2022-03-03'], 'add, for example: --kind talk'],
    [['adopter', '--name', 'x'], 'add, for example: --url https://www.volvocars.com/ --project tool'],
    [['event', '--title', ' '], '--title: is empty'],
    [['event', '--kind', 'tlk'], '--kind: unknown value "tlk" (fix: did you mean "talk"?)'],
    [['event', '--kind', 'zzzzzzzzz'], '--kind: unknown value "zzzzzzzzz" (fix: use talk, meetup'],
    [['event', '--start', '05/06/2022 1pm'], '--start: "05/06/2022 1pm" is not a day or a local time'],
    [['event', '--start', '2022-02-30'], '--start: "2022-02-30" is not a day'],
    [
      ['event', '--title=x', '--kind=talk', '--start', '2022-03-03T10:00'],
      'add, for example: --zone Europe/Madrid (--zone is usually Europe/Madrid, America/Los_Angeles or UTC)',
    ],
    [['event', '--start', '2022-03-27T02:30', '--zone', 'Europe/Madrid'], 'does not exist in Europe/Madrid'],
    [['event', '--zone', 'CEST'], '"CEST" is not a time zone (fix: use Europe/Berlin)'],
    [['event', '--url', 'http://example.org'], '--url: "http://example.org" is not encrypted'],
    [['event', '--repeats', 'FREQ=HOURLY'], '--repeats: '],
    [['release', '--breaking', 'Names'], '--breaking: "breaking.0.action" is missing'],
    [['person', '--name', 'A B', '--of', 'x'], '--of: "roles.0.role" is missing'],
    [['adopter', '--name=日本', '--url=https://a.example', '--project=tool'], 'Give one with --id'],
    [['event', '--title=x', '--kind=talk', '--start=2022-03-03', '--id=../x'], '--id “../x”: use lower-case letters'],
    [['post', '--title=x', '--id=../../x'], '--id “../../x”: use a single path segment'],
  ])('%j is rejected with the right usage, and writes nothing', async (args, message) => {
    const root = await repository();
    await expect(run(args, root)).rejects.toThrow(UsageError);
    await expect(run(args, root)).rejects.toThrow(message);
    expect(await readdir(join(root, 'content'))).toEqual(['blog', 'projects.yaml']);
  });

  it('that refers to an unknown project is rejected before anything is written', async () => {
    const root = await repository();
    const { code, errLines } = await run(['release', '--project=tol', '--version=1.0.0'], root);
    expect(code).toBe(1);
    expect(errLines.join('\n')).toMatch(
      /tol-1\.0\.0\.yaml:2:10: error project\/unknown: .* \(fix: did you mean "tool"\?\)/,
    );
    expect(await readdir(join(root, 'content'))).toEqual(['blog', 'projects.yaml']);
  });
});

it('shows the path relative to the user’s working directory', async () => {
  const root = await repository();
  const args = ['event', '--title=x', '--kind=talk', '--start=2022-03-03'];
  const { outLines } = await run(args, root, { cwd: join(root, 'content', 'blog') });
  expect(outLines).toEqual(['../events/x.yaml']);
});

it('explains every option of each kind', () => {
  for (const { name, questions } of newFiles) {
    const text = newFile.usages?.[name] ?? '';
    expect(text).toMatch(new RegExp(`^usage: npm run news -- new ${name} `));
    for (const { flag } of questions) expect(text).toContain(`  --${flag}`);
  }
  expect(newFile.usages?.event).toContain('One of talk, meetup');
  expect(newFile.usages?.event).not.toContain('--breaking');
});

it('suggests only necessary next steps', async () => {
  const root = await repository();
  const next = async (...args: string[]) => (await run(args, root)).errLines.join(' ');
  expect(await next('post', '--title=A')).toContain('remove "draft: true"');
  expect(await next('post', '--title=B', '--publish')).not.toContain('draft: true');
  expect(await next('event', '--title=A', '--kind=talk', '--start=2022-03-03')).toContain('add "recording:"');
  expect(await next('event', '--title=B', '--kind=meeting', '--start=2022-03-03')).not.toContain('recording');
});

/** A person with answers to some questions, who skips the others, tries again after a problem, and leaves at "^C". */
function person(answers: Record<string, string | readonly string[]>) {
  const asked: string[] = [];
  const problems: string[] = [];
  const answerTo = (message: string) => {
    asked.push(message);
    const found = Object.keys(answers).find((part) => message.startsWith(part));
    return found === undefined ? undefined : answers[found];
  };
  const asker: Asker = {
    async line(message, { initial = '', problem }) {
      const tries = [answerTo(message) ?? initial].flat();
      for (const answer of tries) {
        if (answer === '^C') throw new Cancelled();
        const found = problem(answer);
        if (found === undefined) return answer;
        problems.push(found);
      }
      throw new Error(`no answer to "${message}" will do: ${problems.at(-1)}`);
    },
    async one(message, choices, initial) {
      return String(answerTo(message) ?? initial ?? choices[0]);
    },
    async several(message, choices) {
      return [answerTo(message) ?? choices[0] ?? ''].flat();
    },
    async yes(message, initial) {
      return answerTo(message) === undefined ? initial : answerTo(message) === 'yes';
    },
  };
  return { asker, asked, problems };
}

describe('at a terminal', () => {
  const interactive = { interactive: true };

  it('prompts for fields without an option, and validates each answer at once', async () => {
    const root = await repository();
    const { asker, asked, problems } = person({
      'What is it called?': ['', 'A talk'],
      'What kind of event is it?': 'talk',
      'In which time zone': 'Europe/Madrid',
      'When does it begin?': ['tomorrow', '2022-05-17 18:04'],
      'When does it end?': ['2022-05-17T17:00', '2022-05-17T18:09'],
      'Who is speaking?': 'Ada Lovelace, Engines',
    });
    const terminal = testTerminal({ root, ...interactive });
    expect(await makeNew(() => asker).run(['event', '--location', 'Valencia, Spain'], terminal)).toBe(0);
    expect(asked.some((message) => message.startsWith('Where does it take place'))).toBe(false);
    expect(problems).toEqual([
      'an answer is required',
      expect.stringContaining('"tomorrow" is not a day or a local time'),
      expect.stringContaining('before it begins'),
    ]);
    expect(await readFile(join(root, 'content/events/a-talk.yaml'), 'utf8')).toBe(
      [
        '# yaml-language-server: $schema=../../.schemas/event.json',
        'title: A talk',
        'kind: talk',
        'start: 2022-05-17T18:04',
        'end: 2022-05-17T18:09',
        'zone: Europe/Madrid',
        'location: Valencia, Spain',
        'speakers:',
        '  - name: Ada Lovelace',
        '    affiliation: Engines',
        '',
      ].join('\n'),
    );
  });

  it('asks for a zone if there is a time, with the zones of events first, and never assumes that of the machine', async () => {
    const event = (zone: string) => `title: Other\nkind: talk\nstart: 2022-01-01T10:00\nzone: ${zone}\n`;
    const events = { 'content/events/a.yaml': event('Asia/Seoul'), 'content/events/b.yaml': event('Asia/Seoul') };
    const offered: (readonly string[])[] = [];
    const ask = async (start: string, answer: string) => {
      const { asker, asked } = person({ 'What is it called?': 'A talk', 'When does it begin?': start });
      const one: Asker['one'] = async (message, choices, initial) => {
        if (!message.startsWith('In which time zone')) return asker.one(message, choices, initial);
        offered.push(choices);
        return answer;
      };
      const root = await repository(events);
      const terminal = testTerminal({ root, ...interactive });
      expect(await makeNew(() => ({ ...asker, one })).run(['event'], terminal)).toBe(0);
      return { asked, text: await readFile(join(root, 'content/events/a-talk.yaml'), 'utf8') };
    };
    expect((await ask('2022-05-17 18:00', 'Asia/Tokyo')).text).toContain('zone: Asia/Tokyo\n');
    expect(offered).toHaveLength(1);
    expect(offered[0]?.slice(0, 3)).toEqual(['Asia/Seoul', 'Europe/Madrid', 'America/Los_Angeles']);
    expect(offered[0]).toContain('Africa/Lagos');
    expect((await ask('2022-05-17', 'Asia/Tokyo')).text).not.toContain('zone:');
    expect(offered).toHaveLength(1);
  });

  it('offers defaults', async () => {
    const root = await repository();
    const { asker } = person({ 'Which project': 'flagger', 'Which version': 'v1.2.0-rc.1', 'When was': '2022-02' });
    expect(await makeNew(() => asker).run(['release'], testTerminal({ root, ...interactive }))).toBe(0);
    const text = await readFile(join(root, 'content/releases/flagger-1.2.0-rc.1.yaml'), 'utf8');
    expect(text).toContain('url: https://github.com/example/flagger/releases/tag/v1.2.0-rc.1\n');
    expect(text).toContain('prerelease: true\n');
  });

  it('does not prompt if the options are complete', async () => {
    const root = await repository();
    const { asker, asked } = person({});
    const args = ['event', '--title=x', '--kind=talk', '--start=2022-03-03'];
    expect(await makeNew(() => asker).run(args, testTerminal({ root, ...interactive }))).toBe(0);
    expect(asked).toEqual([]);
  });

  it('writes nothing if the user cancels', async () => {
    const root = await repository();
    const { asker } = person({ 'What is it called?': 'A talk', 'When does it begin?': '^C' });
    const terminal = testTerminal({ root, ...interactive });
    expect(await makeNew(() => asker).run(['event'], terminal)).toBe(130);
    expect(terminal.errLines).toEqual(['Stopped. Nothing was written.']);
    expect(await readdir(join(root, 'content'))).toEqual(['blog', 'projects.yaml']);
  });
});

describe('an entry that is there', () => {
  const path = 'content/adopters/netrics-ag.yaml';
  const text = '# Of Bern.\nname: Netrics\nurl: https://netrics.example/\nprojects: [tool] # since long\n';
  const joined = ['adopter', '--name', 'NETRICS', '--joined', '2022-03'];
  const there = () => repository({ [path]: text });
  const textIn = (root: string, file = path) => readFile(join(root, file), 'utf8');

  it('is named by its file, with what it lacks, and stays as it is', async () => {
    const root = await there();
    const { code, errLines } = await run(joined, root);
    expect(code).toBe(1);
    expect(errLines).toEqual([
      `${path}:`,
      '  + joined: 2022-03',
      `${path} already exists and was not changed. To make these changes, add --update. For another adopter, choose another name with --id.`,
    ]);
    expect(await textIn(root)).toBe(text);
  });

  it('is filled in with --update, comments included, and then has it all', async () => {
    const root = await there();
    const args = [...joined, '--project', 'flagger', '--update'];
    const { code, outLines, errLines } = await run(args, root);
    expect({ code, outLines }).toEqual({ code: 0, outLines: [path] });
    expect(errLines).toEqual([`${path}:`, '  + projects:', '  +   - flagger', '  + joined: 2022-03']);
    expect(await textIn(root)).toBe(`${text.replace('[tool]', '[tool, flagger]')}joined: 2022-03\n`);
    expect((await run(args, root)).errLines).toEqual([`${path} has all of this.`]);
    expect(await errorsIn(root)).toEqual([]);
  });

  it('is filled in if the person says so, who is asked before anything else', async () => {
    const answer = async (isWanted: boolean, ...args: string[]) => {
      const root = await there();
      const asked: unknown[] = [];
      const asker: Asker = {
        line: () => Promise.reject(new Error('nothing else is asked')),
        one: () => Promise.reject(new Error('nothing else is asked')),
        several: () => Promise.reject(new Error('nothing else is asked')),
        async yes(...question) {
          asked.push(question);
          return isWanted;
        },
      };
      const code = await makeNew(() => asker).run([...joined, ...args], testTerminal({ root, interactive: true }));
      return { code, asked, changed: (await textIn(root)) !== text };
    };
    expect(await answer(true)).toEqual({ code: 0, asked: [['Change this file?', true]], changed: true });
    expect(await answer(false)).toEqual({ code: 1, asked: [['Change this file?', true]], changed: false });
    // What the file says already is not replaced by pressing Enter.
    const other = ['--url', 'https://other.example/'];
    expect(await answer(true, ...other)).toMatchObject({ asked: [['Change this file?', false]] });
  });

  it('does not become what the check rejects', async () => {
    const root = await there();
    const { code, errLines } = await run(['adopter', '--name', 'Netrics', '--logo', 'a.svg', '--update'], root);
    expect({ code, last: errLines.at(-1) }).toEqual({ code: 1, last: 'Nothing was changed.' });
    expect(await textIn(root)).toBe(text);
  });

  it('is another one with --id, and needs to be there for --update', async () => {
    const root = await there();
    const other = ['adopter', '--name', 'Other', '--url', 'https://o.example/', '--project', 'tool'];
    expect((await run([...other, '--id', 'new'], root)).code).toBe(0);
    await expect(run(['adopter', '--name', 'Third', '--joined', '2022-03', '--update'], root)).rejects.toThrow(
      'There is no such adopter to update.',
    );
  });
});

describe('the contributors of a month', () => {
  const path = 'content/contributors/2022-02.yaml';
  const args = ['contributors', '--month', '2022-02', '--person', 'Ann Lee', '--first', 'Bo Ek'];
  const text =
    '# yaml-language-server: $schema=../../.schemas/contributors.json\npeople:\n  - name: Ann Lee\n  - name: Bo Ek\n    first: true\n';

  it('are a file of names, to which others are added', async () => {
    const root = await repository();
    expect(await run(args, root)).toMatchObject({ code: 0, outLines: [path] });
    expect(await readFile(join(root, path), 'utf8')).toBe(text);
    expect(await errorsIn(root)).toEqual([]);
    const more = ['contributors', '--month', '2022-02', '--person', 'ann lee', '--person', 'Cy Dee', '--update'];
    expect(await run(more, root)).toMatchObject({ code: 0 });
    expect(await readFile(join(root, path), 'utf8')).toBe(`${text}  - name: Cy Dee\n`);
    expect((await run(more, root)).errLines).toEqual([`${path} has all of this.`]);
  });

  it('are of a month', async () => {
    const root = await repository();
    await expect(run(['contributors', '--month', 'May', '--person', 'Ann Lee'], root)).rejects.toThrow('--month');
    await expect(run(['contributors', '--person', 'Ann Lee'], root)).rejects.toThrow('--month');
  });
});
