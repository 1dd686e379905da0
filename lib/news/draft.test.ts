import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { UsageError } from '@/lib/base/cli/command';
import { errorsOf } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { parseFrontMatter } from '@/lib/content/front-matter';
import { draft } from '@/lib/news/draft';
import { newFile } from '@/lib/news/new';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

afterEach(() => {
  vi.unstubAllEnvs();
});

const adopter = (name: string, joined?: string) =>
  `name: ${name}\nurl: https://${name.toLowerCase()}.example/\nprojects: [flux]\n${joined ? `joined: ${joined}\n` : ''}`;

const template = `---
title: "{{month}} update"
# A comment of the template.
draft: true
date: "{{date}}"
---

{{#if adopters}}
## {{adopterCount}}

<Adopters />
{{/if}}

{{#if releases}}
## What shipped
{{/if}}

<Prompt>Say more.</Prompt>
`;

const small = {
  'templates/monthly-update.mdx': template,
  'projects.yaml':
    'projects:\n  - id: flux\n    name: Flux\n    about: a\n    repository: https://a.example\n    color: "#1d4fd8"\n',
  'adopters/one.yaml': adopter('One', '2022-02'),
  'adopters/two.yaml': adopter('Two', '2022-02-28'),
  'adopters/later.yaml': adopter('Later', '2022-03'),
};

const edition = 'blog/2022/03/february-2022-update/index.mdx';

/** Runs `draft` in a content folder. */
async function draftIn(dir: string, ...args: string[]) {
  const terminal = testTerminal({ env: { CONTENT_DIR: dir } });
  const code = await draft.run(args, terminal);
  return { code, out: terminal.outLines.join('\n'), err: terminal.errLines.join('\n') };
}

const read = (dir: string, path = edition) => readFile(join(dir, path), 'utf8');

function fieldsOf(text: string): Record<string, unknown> {
  const split = parseFrontMatter(text);
  if (Array.isArray(split)) throw new Error(JSON.stringify(split));
  return split.frontMatter.data;
}

describe('the real February 2022', () => {
  const community = 'e2e/fixtures/community';
  const path = 'blog/2022/03/february-update/index.mdx';

  /** A copy of the content folder without its February edition. */
  async function scratch(): Promise<string> {
    const dir = await mkdtemp(join(tmpdir(), 'news-february-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    await cp(community, dir, { recursive: true });
    await rm(join(dir, 'blog/2022/03/february-update'), { recursive: true });
    // As it was then: what is published now was not yet.
    await rm(join(dir, 'published'), { recursive: true, force: true });
    return dir;
  }

  it('is drafted from the entries, passes the check and has every fact of the published edition', async () => {
    const dir = await scratch();
    const { code } = await draftIn(dir, '2022-02');
    expect(code).toBe(0);
    const text = await read(dir, path);
    expect(errorsOf((await check(dir)).problems)).toEqual([]);
    const drafted = fieldsOf(text);
    const lists = {
      releases: ['flux-0.27.0', 'flagger-1.18.0'],
      events: [
        'managing-thousands-of-clusters',
        'flux-for-helm-users',
        'securing-gitops-debug-access',
        'bug-scrub-2022-03-03',
        'bug-scrub-2022-03-09',
        'dev-meeting-2022-03-02',
        'dev-meeting-2022-03-10',
      ],
      people: ['paulo-gomes'],
      adopters: [
        'anova',
        'automotivemastermind',
        'divid',
        'evrone',
        'faceit',
        'orchit-gmbh',
        'ringcentral',
        'volvo-cars',
      ],
      ecosystem: ['tf-controller', 's3-auth-proxy', 'flux-check-hook'],
    };
    for (const [key, ids] of Object.entries(lists)) {
      expect([...(drafted[key] as string[])].sort(), key).toEqual([...ids].sort());
    }
    const own = fieldsOf(await readFile(join(community, path), 'utf8'));
    expect(drafted.contributors).toEqual(own.contributors);
    expect(drafted.contributors).toHaveLength(22);
    expect(drafted).toMatchObject({ period: '2022-02', draft: true, title: 'February 2022 update' });
    for (const part of [
      'title: February 2022 update\n',
      'headline: "Flux 0.27.0: two breaking changes, so read the release notes before you upgrade"\n',
      '<Release id="flux-0.27.0">',
      '<Release id="flagger-1.18.0">',
      '<Events when="upcoming" />',
      '<Meetings when="upcoming" />',
      '<Person id="paulo-gomes">',
      '### Eight new adopters\n\n<Adopters />',
      '### Three additions to the ecosystem\n\n<Ecosystem />',
      '<Posts />',
      '<Thanks />',
    ]) {
      expect(text).toContain(part);
    }
    // What the month does not have has no section, and nothing of the template's own language is left.
    expect(text).not.toMatch(/What happened|\{\{|previous edition/);
  });

  it('is not changed by a second run, even after manual edits', { timeout: 30_000 }, async () => {
    const dir = await scratch();
    await draftIn(dir, '2022-02');
    const edited = (await read(dir, path))
      .replace('title: February 2022 update', 'title: "February: a short month" # better')
      .replace('  - flux-0.27.0\n  - flagger-1.18.0', '  - flagger-1.18.0 # first, it is shorter\n  - flux-0.27.0')
      .replace('  - anova\n', '')
      .replace('period: 2022-02\n', 'period: 2022-02\nomit: [anova]\nauthor: dholbach\n')
      .replace(/<Prompt>What was this[^\n]*/, 'A fine month.');
    await writeFile(join(dir, path), edited);
    const again = await draftIn(dir, '2022-02');
    expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/index\.mdx: nothing new\.$/) });
    expect(await read(dir, path)).toBe(edited);
    expect(errorsOf((await check(dir)).problems)).toEqual([]);
  });

  it('gives the same draft for the same entries', async () => {
    const first = await draftIn(await scratch(), '2022-02', '--stdout');
    expect(first.out).toContain('flux-0.27.0');
    expect(await draftIn(await scratch(), '2022-02', '--stdout')).toEqual(first);
  });

  it('agrees with the handwritten edition', async () => {
    const { out } = await draftIn(community, '2022-02', '--dry-run');
    expect(out.split('\n').slice(1, 2)).toEqual(['  posts (1): /blog/2022/02/security-image-provenance/']);
  });
});

describe('a new edition', () => {
  it('fills in the template and leaves out empty parts', async () => {
    const { dir } = await writeContent(small);
    const { out } = await draftIn(dir, '2022-02');
    expect(await read(dir)).toBe(`---
title: February 2022 update
# A comment of the template.
draft: true
date: 2022-03-01
period: 2022-02
adopters:
  - one
  - two
# Maintained by \`npm run news -- draft\`: what it has added. To remove something, edit the lists above, not this one.
drafted:
  adopters: [one, two]
---

## Two new adopters

<Adopters />

<Prompt>Say more.</Prompt>
`);
    expect(out).toMatch(/index\.mdx: written\.\n {2}adopters \(2\): one, two\n\nNext: answer each <Prompt>/);
    expect(errorsOf((await check(dir)).problems)).toEqual([]);
  });

  it('is not written by --dry-run, nor by --stdout', async () => {
    const { dir } = await writeContent(small);
    expect((await draftIn(dir, '2022-02', '--dry-run')).out).toContain('would be written');
    expect((await draftIn(dir, '2022-02', '--stdout')).out).toMatch(/^---\ntitle: February/);
    expect(await readdir(dir)).not.toContain('blog');
    await draftIn(dir, '2022-02');
    expect(await readdir(dir)).toContain('blog');
  });

  it('covers other days on request', async () => {
    const { dir } = await writeContent({ ...small, 'adopters/third.yaml': adopter('Third', '2022-03-05') });
    const { out } = await draftIn(dir, '2022-02', '--until', '2022-03-05', '--dry-run');
    expect(out).toContain('adopters (3): one, third, two');
    const shorter = await draftIn(dir, '2022-02', '--until', '2022-02-27', '--dry-run');
    expect(shorter.out).toContain('adopters (1): one');
  });

  it('does not replace an existing post', async () => {
    const { dir } = await writeContent({ ...small, [edition]: postText() });
    const { code, err } = await draftIn(dir, '2022-02');
    expect(code).toBe(1);
    expect(err).toContain('error draft/taken: the address /blog/2022/03/february-2022-update/ belongs to a post');
    expect(await read(dir)).toBe(postText());
    await rm(join(dir, edition));
    expect((await draftIn(dir, '2022-02')).code).toBe(0);
  });

  it('reports the place of an error in the template', async () => {
    const broken = {
      ...small,
      'templates/monthly-update.mdx': template.replace('{{adopterCount}}', '{{adoptrCount}}'),
    };
    const { dir } = await writeContent(broken);
    const { code, err } = await draftIn(dir, '2022-02');
    expect(code).toBe(1);
    expect(err).toMatch(/monthly-update\.mdx:9:4: error template\/unknown-name: .*did you mean "adopterCount"\?/);
    expect(err).toContain('Nothing was changed.');
  });
});

describe('an existing edition', () => {
  it('gets new entries, and keeps everything else byte for byte', async () => {
    const { dir } = await writeContent(small);
    await draftIn(dir, '2022-02');
    const edited = (await read(dir)).replace('  - one\n', "  - 'one'   # the first\n").replaceAll('\n', '\r\n');
    await writeFile(join(dir, edition), edited);
    await writeFile(join(dir, 'adopters/third.yaml'), adopter('Third', '2022-02'));
    const { out } = await draftIn(dir, '2022-02');
    expect(out).toContain('added to.\n  adopters (1): third');
    expect(await read(dir)).toBe(
      edited.replace('  - two\r\n', '  - two\r\n  - third\r\n').replace('[one, two]', '[one, two, third]'),
    );
  });

  it('gets a missing list, above the part that the command maintains', async () => {
    const { dir } = await writeContent(small);
    await draftIn(dir, '2022-02');
    await mkdir(join(dir, 'releases'));
    await writeFile(join(dir, 'releases/flux-1.0.0.yaml'), 'project: flux\nversion: "1.0.0"\ndate: 2022-02-03\n');
    await draftIn(dir, '2022-02');
    expect(await read(dir)).toContain(
      '  - two\nreleases:\n  - flux-1.0.0\n# Maintained by `npm run news -- draft`: what it has added. To remove something, edit the lists above, not this one.\ndrafted:\n  adopters: [one, two]\n  releases: [flux-1.0.0]\n---',
    );
  });

  it('does not get back removed entries, which the file records', async () => {
    const { dir } = await writeContent(small);
    await draftIn(dir, '2022-02');
    await writeFile(join(dir, edition), (await read(dir)).replace('  - two\n', ''));
    const { out } = await draftIn(dir, '2022-02');
    expect(out).toContain('added to.\n  omit (1): two');
    const after = await read(dir);
    expect(fieldsOf(after)).toMatchObject({ adopters: ['one'], omit: ['two'] });
    expect(await draftIn(dir, '2022-02')).toMatchObject({ out: expect.stringContaining('nothing new') });
    expect(await read(dir)).toBe(after);
  });

  it('is not changed if it cannot be parsed completely', async () => {
    const { dir, shown } = await writeContent(small);
    await draftIn(dir, '2022-02');
    const whole = await read(dir);
    const broken = whole.replace('draft: true', 'draft: [true');
    await writeFile(join(dir, edition), broken);
    const { code, err } = await draftIn(dir, '2022-02');
    expect(code).toBe(1);
    expect(err).toContain(`${shown(edition)}:5:1: error yaml/invalid`);
    expect(err).toContain('Nothing was changed.');
    expect(await read(dir)).toBe(broken);
    await writeFile(join(dir, edition), whole);
    expect((await draftIn(dir, '2022-02')).code).toBe(0);
  });

  it('is extended in any folder, and rejected if there are two', async () => {
    const own = postText({ fields: ['period: 2022-02', 'adopters: [one]'] });
    const { dir } = await writeContent({ ...small, 'blog/2022/03/own.mdx': own });
    await draftIn(dir, '2022-02');
    expect(await read(dir, 'blog/2022/03/own.mdx')).toBe(
      own.replace(
        'adopters: [one]',
        'adopters: [one, two]\n# Maintained by `npm run news -- draft`: what it has added. To remove something, edit the lists above, not this one.\ndrafted:\n  adopters: [two]',
      ),
    );
    await writeFile(join(dir, 'blog/2022/03/other.mdx'), own);
    const { code, err } = await draftIn(dir, '2022-02');
    expect(code).toBe(1);
    expect(err).toContain('error draft/two');
  });
});

describe('entries that do not say when they joined', () => {
  const git = (dir: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', ...args], {
      cwd: dir,
      env: { ...process.env, GIT_AUTHOR_DATE: '2022-02-10T12:00:00Z', GIT_COMMITTER_DATE: '2022-04-10T12:00:00Z' },
      stdio: 'pipe',
    });

  it('joined when their file was added, even if it was renamed later', async () => {
    const { dir } = await writeContent({ ...small, 'adopters/quiet.yaml': adopter('Quiet') });
    expect(await draftIn(dir, '2022-02', '--dry-run')).toMatchObject({
      out: expect.stringContaining('adopters (2): one, two'),
      err: expect.stringContaining('1 entry has no “joined”, and the content is not in a Git repository'),
    });
    git(dir, 'init', '-q');
    git(dir, 'add', '.');
    git(dir, 'commit', '-qm', 'Begin');
    git(dir, 'mv', 'adopters/quiet.yaml', 'adopters/renamed.yaml');
    git(dir, 'commit', '-qm', 'Rename');
    const { out, err } = await draftIn(dir, '2022-02', '--dry-run');
    expect(out).toContain('adopters (3): one, renamed, two');
    expect(err).not.toContain('joined');
  });

  it('are left out with a warning in a shallow clone', async () => {
    const { dir } = await writeContent({ ...small, 'adopters/quiet.yaml': adopter('Quiet') });
    git(dir, 'init', '-q');
    git(dir, 'add', '.');
    git(dir, 'commit', '-qm', 'Begin');
    git(dir, 'commit', '-qm', 'Again', '--allow-empty');
    const clone = await mkdtemp(join(tmpdir(), 'news-shallow-'));
    onTestFinished(() => rm(clone, { recursive: true, force: true }));
    git(clone, 'clone', '-q', '--depth', '1', `file://${dir}`, '.');
    const { out, err } = await draftIn(clone, '2022-02', '--dry-run');
    expect(out).toContain('adopters (2): one, two');
    expect(err).toContain('this clone is shallow');
    expect(err).toContain('git fetch --unshallow');
  });

  it('are left out if dozens were added in one commit', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 21 }, (_, index) => [`adopters/many-${index}.yaml`, adopter(`Many${index}`)]),
    );
    const { dir } = await writeContent({ ...small, ...many });
    git(dir, 'init', '-q');
    git(dir, 'add', '.');
    git(dir, 'commit', '-qm', 'Import');
    const { out, err } = await draftIn(dir, '2022-02', '--dry-run');
    expect(out).toContain('adopters (2): one, two');
    expect(err).toContain('21 entries have no “joined”, and were added in commits of more than 20 files');
  });
});

it('explains why no contributors are listed', async () => {
  const path = 'contributors/2022-02.yaml';
  const broken = await writeContent({ ...small, [path]: 'people: nobody\n' });
  expect((await draftIn(broken.dir, '2022-02')).err).toContain(`${path} cannot be read, so nobody is thanked`);
  const { [path]: _, ...without } = small as Record<string, string>;
  expect((await draftIn((await writeContent(without)).dir, '2022-02')).err).toContain(`There is no ${path}`);
});

it('reports which entries it could not read', async () => {
  const { dir, shown } = await writeContent({ ...small, 'adopters/two.yaml': 'name: Two\n' });
  const { code, out, err } = await draftIn(dir, '2022-02');
  expect([code, out]).toEqual([0, expect.stringContaining('adopters (1): one')]);
  expect(err).toContain(`${shown('adopters/two.yaml')}:1:1: error adopter/missing-field`);
  expect((await draftIn((await writeContent(small)).dir, '2022-02')).err).not.toContain('error');
});

describe('events of the month before', () => {
  const meeting = (day: string) =>
    `title: The "open" chat\nkind: meeting\nstart: ${day}T10:00\nend: ${day}T11:00\nzone: Europe/Berlin\nonline: true\n`;

  it('are proposed as commands if they usually take place, which add them', async () => {
    const { dir } = await writeContent({ ...small, 'events/chat-2022-01-13.yaml': meeting('2022-01-13') });
    const { err } = await draftIn(dir, '2022-02', '--dry-run');
    const command =
      'npm run news -- new event --title \'The "open" chat\' --kind meeting --start 2022-02-10T10:00 ' +
      '--zone Europe/Berlin --end 2022-02-10T11:00 --online --id chat-2022-02-10';
    expect(err).toContain(`have no date in 2022-02. To add one, check its day and run:\n  ${command}`);
    const words = ['event', '--title', 'The "open" chat', ...command.slice(command.indexOf('--kind')).split(' ')];
    expect(await newFile.run(words, testTerminal({ env: { CONTENT_DIR: dir } }))).toBe(0);
    expect(await read(dir, 'events/chat-2022-02-10.yaml')).toContain(meeting('2022-02-10'));
    expect((await draftIn(dir, '2022-02', '--dry-run')).err).not.toContain('To add one');
  });

  it('are to be continued where their series has ended', async () => {
    const series = meeting('2022-01-13').concat('repeats: FREQ=WEEKLY;COUNT=2\n');
    const { dir } = await writeContent({ ...small, 'events/chat.yaml': series });
    expect((await draftIn(dir, '2022-02', '--dry-run')).err).toContain('chat.yaml: its series has ended');
  });
});

describe('what an edition has no place for', () => {
  const withThanks = template.replace(
    '<Prompt>Say more.</Prompt>',
    '{{#if contributors}}\n## Thank you\n\n<Thanks />\n\nThey are {{contributorCount}}.\n{{/if}}\n\n## Join us\n\nDo.',
  );
  const contributors = { 'contributors/2022-02.yaml': 'people:\n  - name: Ann Lee\n' };

  /** Drafts an edition, then adds files and drafts again. */
  async function draftTwice(more: Record<string, string>, ...args: string[]) {
    const { dir } = await writeContent({ ...small, 'templates/monthly-update.mdx': withThanks });
    await draftIn(dir, '2022-02');
    for (const [path, text] of Object.entries(more)) {
      await mkdir(join(dir, path, '..'), { recursive: true });
      await writeFile(join(dir, path), text);
    }
    const before = await read(dir);
    const again = await draftIn(dir, '2022-02', ...args);
    return { dir, before, again, text: await read(dir) };
  }

  it('is printed as the section of the template, to be pasted', async () => {
    const { again, text } = await draftTwice(contributors);
    const section = '## Thank you\n\n<Thanks />\n\nThey are One contributor.';
    expect(again.out).toContain(`again with --add-sections:\n\n${section}`);
    expect(again.out).not.toContain('Join us');
    expect(text).toContain('contributors:\n  - Ann Lee\n');
    expect(text).not.toContain('<Thanks');
  });

  it('is put at the end with --add-sections, once', async () => {
    const { dir, again, text } = await draftTwice(contributors, '--add-sections');
    expect(again.out).toContain('Sections were put at the end of');
    expect(text).toMatch(/## Join us\n\nDo\.\n\n## Thank you\n\n<Thanks \/>\n\nThey are One contributor\.\n$/);
    expect(errorsOf((await check(dir)).problems)).toEqual([]);
    await draftIn(dir, '2022-02', '--add-sections');
    expect(await read(dir)).toBe(text);
  });

  it('is put in later, too', async () => {
    const { dir } = await draftTwice(contributors);
    await draftIn(dir, '2022-02', '--add-sections');
    expect(await read(dir)).toContain('<Thanks />');
  });

  it('is nothing where there is a place, or nothing new', async () => {
    const { again, text } = await draftTwice({ 'adopters/three.yaml': adopter('Three', '2022-02') });
    expect(text).toContain('  - three\n');
    expect(again.out).not.toContain('--add-sections');
    const none = await draftTwice({}, '--add-sections');
    expect(none.text).toBe(none.before);
  });
});

describe('the days that an edition looks ahead to', () => {
  const event = (start: string) => `title: On ${start}\nkind: talk\nstart: ${start}\n`;
  const release = (date: string) => `project: flux\nversion: "${date}"\ndate: ${date}\n`;
  const files = {
    ...small,
    'events/april.yaml': event('2022-04-03'),
    'events/may.yaml': event('2022-05-20'),
    'events/june.yaml': event('2022-06-01'),
    'releases/february.yaml': release('2022-02-03'),
    'releases/april.yaml': release('2022-04-03'),
  };
  const listsOf = async (dir: string) => {
    const { events, releases, ahead } = fieldsOf(await read(dir));
    return { events, releases, ahead };
  };

  it('are five weeks', async () => {
    const { dir } = await writeContent(files);
    await draftIn(dir, '2022-02');
    expect(await listsOf(dir)).toEqual({ events: ['april'], releases: ['february'], ahead: undefined });
  });

  it('are those of --ahead, without the releases of another month, also when it is drafted again', async () => {
    const { dir } = await writeContent(files);
    await draftIn(dir, '2022-02', '--ahead', '2022-05-20');
    const drafted = { events: ['april', 'may'], releases: ['february'], ahead: '2022-05-20' };
    expect(await listsOf(dir)).toEqual(drafted);
    await writeFile(join(dir, 'events/more.yaml'), event('2022-05-01'));
    const { err } = await draftIn(dir, '2022-02');
    expect(await listsOf(dir)).toEqual({ ...drafted, events: ['april', 'may', 'more'] });
    expect(err).not.toContain('ahead');
  });

  it('can be more for an edition that is there, which should say so', async () => {
    const { dir } = await writeContent(files);
    await draftIn(dir, '2022-02');
    const { err } = await draftIn(dir, '2022-02', '--ahead', '2022-05-20');
    expect(await listsOf(dir)).toEqual({ events: ['april', 'may'], releases: ['february'], ahead: undefined });
    expect(err).toContain('Write "ahead: 2022-05-20" in its front matter');
  });
});

describe('wrong usage', () => {
  it.each([
    [[], 'Which month?'],
    [['2022-13'], '“2022-13” is not a month'],
    [['2022-02', '2022-03'], 'Only one month at a time'],
    [['2022-02', '--since', '2022-02-30'], '--since “2022-02-30” is not a day'],
    [['2022-02', '--since', '2022-02-20', '--until', '2022-02-10'], 'is after the last'],
    [['2022-02', '--ahead', 'May'], '--ahead “May” is not a day'],
    [['2022-02', '--ahead', '2022-02-10'], 'looks ahead to 2022-02-10, which is before its last day, 2022-02-28'],
    [['2022-02', '--untill', '2022-02-10'], 'Did you mean --until?'],
  ])('%j', async (args, message) => {
    const { dir } = await writeContent(small);
    const call = draftIn(dir, ...args);
    await expect(call).rejects.toThrow(UsageError);
    await expect(call).rejects.toThrow(message);
  });
});
