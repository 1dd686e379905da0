import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runProgram } from '@/lib/base/cli/run';
import { makeCheck } from '@/lib/check/command';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { answer } from '@/lib/tooling/testing/fixtures/fake-server';
import { startWeb } from '@/lib/tooling/testing/fixtures/fake-web';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

afterEach(() => {
  vi.unstubAllEnvs();
});

const run = (...args: string[]) => runWith(undefined, ...args);

async function runWith(external: Parameters<typeof makeCheck>[0], ...args: string[]) {
  const terminal = testTerminal();
  const code = await runProgram(makeCheck(external), args, terminal);
  return { code, out: terminal.outLines.join('\n'), err: terminal.errLines.join('\n') };
}

const warning = postText({ body: '[a](/blog/nowhere/)' });
const error = postText({ body: '{a}' });

/** Every file below a folder, with its content and the time of its last change. */
async function snapshot(dir: string): Promise<unknown> {
  const names = (await readdir(dir, { recursive: true })).sort();
  return Promise.all(
    names.map(async (name) => {
      const found = await stat(join(dir, name));
      return [name, found.mtimeMs, found.isFile() ? await readFile(join(dir, name), 'utf8') : ''];
    }),
  );
}

describe('exit codes', () => {
  it('0 for valid content, 1 for errors, and 1 for warnings only with --strict', async () => {
    const sound = await writeContent({ 'blog/2022/03/a.md': postText() });
    const warned = await writeContent({ 'blog/2022/03/a.md': warning });
    const wrong = await writeContent({ 'blog/2022/03/a.mdx': error });
    expect((await run('--content', sound.dir)).code).toBe(0);
    expect((await run('--content', sound.dir, '--strict')).code).toBe(0);
    expect((await run('--content', warned.dir)).code).toBe(0);
    expect((await run('--content', warned.dir, '--strict')).code).toBe(1);
    expect((await run('--content', wrong.dir)).code).toBe(1);
  });

  it('0 for unknown shortcodes, which pages show in a box', async () => {
    const unknown = postText({ body: '{{< nope >}}\n*b*\n{{< /nope >}}\n\nc' });
    const { dir } = await writeContent({ 'blog/2022/03/a.md': unknown });
    const { code, out } = await run('--content', dir);
    expect(code).toBe(0);
    expect(out).toContain('a.md:6:1: warning shortcode/unknown: there is no shortcode "nope"');
  });

  it.each([
    [['--stric'], '“check” has no option --stric. Did you mean --strict?'],
    [['--formt', 'json'], 'Did you mean --format?'],
    [['-x'], '“check” has no option -x.'],
    [['--format', 'jsn'], 'There is no format “jsn”. Did you mean “json”?'],
    [['--format', 'constructor'], 'There is no format “constructor”. Use text, json, github.'],
    [['--format'], '--format needs a value, such as --format json'],
    [['--strict=no'], '--strict does not take a value'],
    [['--strict', '--strict'], '--strict is given twice'],
    [['--content', 'nowhere'], 'There is no folder “nowhere”.'],
    [['--content', 'package.json'], 'There is no folder “package.json”.'],
    [['nowhere.mdx'], 'There is no file “nowhere.mdx”.'],
    [['package.json'], '“package.json” is not in the content folder.'],
    [['--record', 'content/projects.yaml'], '--record does not take files'],
    [['--explain', 'link/htp'], 'There is no code “link/htp”. Did you mean “link/http”?'],
    [['--explain', 'nothing-of-ours'], 'There is no code “nothing-of-ours”.'],
  ])('2 for %j', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain('For help, run: npm run check -- --help');
  });

  it('0 for --help, which names every option', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const name of ['--content', '--format', '--strict', '--fix', '--record', '--external', '--explain'])
      expect(out).toContain(name);
  });
});

describe('an explanation', () => {
  it('has the meaning of a code, a wrong example and a right one', async () => {
    const { code, out, err } = await run('--explain', 'url/http');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      [
        'url/http',
        '',
        'The URL of a page on another site begins with `http:` instead of `https:`.',
        '',
        'Wrong:',
        '',
        '  events/talk.yaml',
        '    title: A talk',
        '    kind: talk',
        '    start: 2022-03-03',
        '    url: http://example.org/',
        '',
        'Right:',
        '',
        '  events/talk.yaml',
        '    title: A talk',
        '    kind: talk',
        '    start: 2022-03-03',
        '    url: https://example.org/',
      ].join('\n'),
    );
  });

  it.each([
    ['file/kind', '  blog/2022/03/a.mdx (a symbolic link to ../../../../../package.json)'],
    ['file/encoding', '  people/ann.yaml (11 bytes, not UTF-8 text)'],
    ['file/size', '  blog/2022/03/a.mdx (524 kB)'],
    ['picture/size', '  blog/2022/03/a/graph.png (2000 kB, not UTF-8 text)'],
    ['text/invisible', '    Use tool⟨U+200B⟩kit here'],
  ])('of %s describes what a terminal cannot show', async (name, line) => {
    expect((await run('--explain', name)).out.split('\n')).toContain(line);
  });

  it('is the text alone if there is no example', async () => {
    expect((await run('--explain', 'file/unreadable')).out.split('\n')).toHaveLength(3);
  });

  it('covers several codes, and without a code lists all of them', async () => {
    expect((await run('--explain', 'url/http', 'event/value')).out).toMatch(/^url\/http\n(?:.*\n)*\nevent\/value\n/);
    const { code, out } = await run('--explain');
    expect(code).toBe(0);
    expect(out).toMatch(/^link\/http +A link begins with `http:` instead of `https:`\.$/m);
  });
});

describe('output', () => {
  const files = { 'blog/2022/03/a.mdx': error, 'blog/2022/03/b.md': warning, 'people/ann.yaml': 'name: Ann\n' };

  it('is text by default: one problem per line, then the count', async () => {
    const { dir, shown } = await writeContent(files);
    const lines = (await run('--content', dir)).out.split('\n');
    expect(lines[0]).toMatch(
      new RegExp(`^${shown('blog/2022/03/a.mdx')}:6:1: error mdx/expression: .* \\(fix: .*\\)$`),
    );
    expect(lines.at(-1)).toBe('2 posts and 1 entry checked: 1 error, 1 warning');
    expect(lines).toHaveLength(3);
  });

  it('can be JSON', async () => {
    const { dir, shown } = await writeContent(files);
    const printed = JSON.parse((await run('--content', dir, '--format', 'json')).out);
    expect(printed).toMatchObject({ posts: 2, entries: 1, errors: 1, warnings: 1 });
    expect(printed.problems[0]).toMatchObject({ file: shown('blog/2022/03/a.mdx'), line: 6, code: 'mdx/expression' });
  });

  it('can be one escaped annotation per problem, for GitHub', async () => {
    const { dir, shown } = await writeContent({ 'blog/2022/03/a, 100%.mdx': error });
    const { out } = await run('--content', dir, '--format', 'github');
    expect(out).toContain(`::error file=${shown('blog/2022/03/a%2C 100%25.mdx')},line=`);
    expect(out).toMatch(/\n1 error|errors?, 0 warnings$/);
  });

  it('can be limited to some files and folders', async () => {
    const { dir } = await writeContent(files);
    const one = await run('--content', dir, join(dir, 'blog/2022/03/b.md'));
    expect(one.code).toBe(0);
    expect(one.out).not.toContain('mdx/expression');
    expect(one.out).toContain('link/unknown-page');
    expect((await run('--content', dir, join(dir, 'blog'))).out).toContain('mdx/expression');
    expect((await run('--content', dir, join(dir, 'people'))).code).toBe(0);
  });
});

describe('changes to files', () => {
  const files = {
    'blog/2022/03/a.mdx': `\ufeff${postText({ fields: ['description: by JÃ¸rn  '] }).replaceAll('\n', '\r\n')}`,
    'people/ann.yaml': 'name: Ann\n',
  };

  it('are not made by default', async () => {
    const { dir } = await writeContent(files);
    const before = await snapshot(dir);
    for (const format of ['text', 'json', 'github']) await run('--content', dir, '--format', format);
    await run('--content', dir, '--strict', join(dir, 'people/ann.yaml'));
    expect(await snapshot(dir)).toEqual(before);
  });

  it('are repairs with --fix, and are reported', async () => {
    const { dir, shown } = await writeContent(files);
    const { code, out } = await run('--content', dir, '--fix');
    expect(code).toBe(0);
    expect(await readFile(join(dir, 'blog/2022/03/a.mdx'), 'utf8')).toBe(
      postText({ fields: ['description: by Jørn'] }),
    );
    expect(out).toContain(`${shown('blog/2022/03/a.mdx')}:4: fixed: replaced "Ã¸" with "ø"`);
    expect(out).toContain('4 repairs in 1 file');
    expect((await run('--content', dir, '--fix')).out).toBe('1 post and 1 entry checked: 0 errors, 0 warnings');
  });

  it('are limited to the given file with --fix', async () => {
    const { dir } = await writeContent({ ...files, 'blog/2022/03/b.mdx': 'a\r\n' });
    await run('--content', dir, '--fix', join(dir, 'blog/2022/03/a.mdx'));
    expect(await readFile(join(dir, 'blog/2022/03/b.mdx'), 'utf8')).toBe('a\r\n');
    expect(await readFile(join(dir, 'blog/2022/03/a.mdx'), 'utf8')).not.toContain('\r');
  });

  it('are new ledger lines with --record, unless there are errors', async () => {
    vi.stubEnv('NEWS_NOW', '2022-03-15T00:00:00Z');
    const sound = await writeContent({ 'blog/2022/03/a.mdx': postText(), 'people/ann.yaml': 'name: Ann\n' });
    const { code, out } = await run('--content', sound.dir, '--record');
    expect(code).toBe(0);
    expect(out).toContain(`Recorded 2 addresses in ${sound.shown('published/2022-03.txt')}.`);
    expect((await run('--content', sound.dir, '--record')).out).toContain('There is nothing new to record.');
    const wrong = await writeContent({ 'blog/2022/03/a.mdx': error });
    expect(await run('--content', wrong.dir, '--record')).toMatchObject({
      code: 1,
      out: expect.stringContaining('Nothing was recorded: 1 error.'),
    });
    expect(await readdir(wrong.dir)).toEqual(['blog']);
  });

  it('are not reported in JSON output, which stays valid', async () => {
    const { dir } = await writeContent(files);
    const { out, err } = await run('--content', dir, '--fix', '--record', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ errors: 0 });
    expect(err).toContain('fixed:');
  });
});

describe('external links', () => {
  it('are checked only with --external', async () => {
    const web = await startWeb({ '/good': answer(200) });
    const body = `[a](${web.at('a', '/good')}) [b](${web.at('a', '/dead')})\n`;
    const { dir, shown } = await writeContent({ 'blog/2022/03/a.md': postText({ body }) });
    expect(await run('--content', dir)).toMatchObject({
      code: 0,
      err: '',
      out: expect.not.stringContaining('external'),
    });
    expect(web.asked).toEqual([]);
    const text = await runWith(web.settings, '--content', dir, '--external');
    expect(text.code).toBe(0);
    expect(text.out).toContain(`${shown('blog/2022/03/a.md')}:6:`);
    expect(text.out).toContain(`warning external/dead: "${web.at('a', '/dead')}" responds with 404`);
    expect(text.out).toMatch(/0 errors, \d warnings?$/);
    expect(text.err).toContain('2 links: 1 working, 1 dead, 0 failing');
    expect((await runWith(web.settings, '--content', dir, '--external', '--strict')).code).toBe(1);
    const { out } = await runWith(web.settings, '--content', dir, '--external', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ errors: 0, external: { links: 2, dead: 1, known: 2 } });
    const { out: annotations } = await runWith(web.settings, '--content', dir, '--external', '--format', 'github');
    expect(annotations).toContain('title=external/dead::');
  });

  it('exit with 3 if there is no network', async () => {
    const { dir } = await writeContent({ 'blog/2022/03/a.md': postText({ body: '[a](https://a.example/)' }) });
    const resolve = async () => {
      throw Object.assign(new Error(), { code: 'EAI_AGAIN' });
    };
    const { code, err } = await runWith(
      { machines: { resolve, mayAsk: () => true }, retry: 1 },
      '--content',
      dir,
      '--external',
    );
    expect(code).toBe(3);
    expect(err).toContain('No host can be reached');
  });
});
