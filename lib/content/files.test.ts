import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  contentDir,
  displayPath,
  findFile,
  findFileProblem,
  largestText,
  listFiles,
  readText,
} from '@/lib/content/files';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('contentDir', () => {
  it('is CONTENT_DIR if it is set, or else content', () => {
    vi.stubEnv('CONTENT_DIR', '/srv/news');
    expect(contentDir()).toBe('/srv/news');
    vi.stubEnv('CONTENT_DIR', '../elsewhere');
    expect(contentDir()).toBe(resolve('../elsewhere'));
    vi.stubEnv('CONTENT_DIR', '');
    expect(contentDir()).toBe(resolve('content'));
  });
});

it('shows paths relative to where the command runs', () => {
  expect(displayPath(resolve('content'), 'blog/x.md')).toBe('content/blog/x.md');
  expect(displayPath(resolve('../other'), 'blog/x.md')).toBe('../other/blog/x.md');
});

describe('listFiles', () => {
  const pathsOf = async (dir: string, folder = 'blog') => (await listFiles(dir, folder)).files.map(({ path }) => path);

  it('lists every file in the folder and its subfolders, sorted by code unit', async () => {
    const files = {
      'blog/b.md': '',
      'blog/a/index.md': '',
      'blog/a/i/x.png': '',
      'blog/Z.md': '',
      'events/e.yaml': '',
    };
    const { dir } = await writeContent(files);
    expect(await listFiles(dir, 'blog')).toMatchObject({ problems: [] });
    expect(await pathsOf(dir)).toEqual(['blog/Z.md', 'blog/a/i/x.png', 'blog/a/index.md', 'blog/b.md']);
  });

  it('ignores names that begin with a dot', async () => {
    const { dir } = await writeContent({ 'blog/.DS_Store': '', 'blog/.git/config': '', 'blog/a.md': '' });
    expect(await pathsOf(dir)).toEqual(['blog/a.md']);
  });

  it('finds nothing in a folder that is empty, missing or a file', async () => {
    const { dir } = await writeContent({ events: 'a file' });
    await mkdir(join(dir, 'blog'));
    for (const folder of ['blog', 'people', 'events']) {
      expect(await listFiles(dir, folder)).toEqual({ files: [], problems: [] });
    }
  });

  it('returns the size of a file, and a new version when it has changed', async () => {
    const { dir } = await writeContent({ 'blog/a.md': 'x', 'blog/b.md': 'y' });
    const before = await listFiles(dir, 'blog');
    await writeFile(join(dir, 'blog/a.md'), 'longer');
    const after = await listFiles(dir, 'blog');
    expect(before.files.map(({ size }) => size)).toEqual([1, 1]);
    expect(after.files.map(({ size }) => size)).toEqual([6, 1]);
    expect(after.files[0]?.version).not.toBe(before.files[0]?.version);
    expect(after.files[1]?.version).toBe(before.files[1]?.version);
  });

  it('rejects a link to a file outside the content folder, but follows one to a file inside', async () => {
    const { dir: outside } = await writeContent({ 'secret.md': 'secret' });
    const { dir, shown } = await writeContent({ 'shared/a.md': 'a', 'blog/b.md': '' });
    await symlink(join(outside, 'secret.md'), join(dir, 'blog/out.md'));
    await symlink('../shared/a.md', join(dir, 'blog/in.md'));
    const { files, problems } = await listFiles(dir, 'blog');
    expect(files.map(({ path }) => path)).toEqual(['blog/b.md', 'blog/in.md']);
    expect(problems).toEqual([
      {
        file: shown('blog/out.md'),
        line: 1,
        column: 1,
        severity: 'error',
        code: 'file/kind',
        message: 'this symbolic link points outside the content folder',
        fix: 'replace it with the file itself',
      },
    ]);
  });

  it('rejects links to folders, broken links and links to themselves', async () => {
    const { dir: outside } = await writeContent({ 'x.md': '' });
    const { dir, shown } = await writeContent({ 'blog/real/a.md': '' });
    await symlink(outside, join(dir, 'blog/outside'));
    await symlink('real', join(dir, 'blog/inside'));
    await symlink('nowhere.md', join(dir, 'blog/broken.md'));
    await symlink('self.md', join(dir, 'blog/self.md'));
    await symlink('.', join(dir, 'blog/loop'));
    const { files, problems } = await listFiles(dir, 'blog');
    expect(files.map(({ path }) => path)).toEqual(['blog/real/a.md']);
    expect(problems.map(({ file }) => file).sort()).toEqual(
      ['broken.md', 'inside', 'loop', 'outside', 'self.md'].map((name) => shown(`blog/${name}`)),
    );
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['file/kind']));
  });

  it('does not confuse folders whose names have the same beginning', async () => {
    const { dir } = await writeContent({ 'content/blog/a.md': '', 'content-secret/b.md': '' });
    const content = join(dir, 'content');
    await symlink('../../content-secret/b.md', join(content, 'blog/b.md'));
    expect(await pathsOf(content)).toEqual(['blog/a.md']);
  });

  it('works if the content folder is itself a link', async () => {
    const { dir } = await writeContent({ 'real/blog/a.md': '', 'real/shared/b.md': '' });
    await symlink('real', join(dir, 'content'));
    await symlink('../shared/b.md', join(dir, 'real/blog/b.md'));
    expect(await pathsOf(join(dir, 'content'))).toEqual(['blog/a.md', 'blog/b.md']);
  });

  it('refuses a blog folder that is itself a link out of the content folder', async () => {
    const { dir: outside } = await writeContent({ 'secret.md': 'secret' });
    const { dir } = await writeContent({ 'events/e.yaml': '' });
    await symlink(outside, join(dir, 'blog'));
    const { files, problems } = await listFiles(dir, 'blog');
    expect(files).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ code: 'file/kind' })]);
  });
});

it('refuses pipes, and does not wait for them', async () => {
  const { dir, shown } = await writeContent({ 'blog/a.md': '', 'facts.yaml': '' });
  execFileSync('mkfifo', [join(dir, 'blog/pipe.md'), join(dir, 'projects.yaml')]);
  const { files, problems } = await listFiles(dir, 'blog');
  expect(files.map(({ path }) => path)).toEqual(['blog/a.md']);
  expect(problems).toMatchObject([{ file: shown('blog/pipe.md'), code: 'file/kind' }]);
  expect(await findFile(dir, 'projects.yaml')).toBeUndefined();
  expect(await findFileProblem(dir, 'projects.yaml')).toMatchObject({
    file: shown('projects.yaml'),
    code: 'file/kind',
  });
  expect(await findFileProblem(dir, 'facts.yaml')).toBeUndefined();
  expect(await findFileProblem(dir, 'nothing.yaml')).toBeUndefined();
});

it('reports a single file that links out of the folder, but not one that links inside', async () => {
  const { dir: outside } = await writeContent({ 'secret.yaml': '' });
  const { dir } = await writeContent({ 'real.yaml': '' });
  await symlink(join(outside, 'secret.yaml'), join(dir, 'facts.yaml'));
  await symlink('real.yaml', join(dir, 'projects.yaml'));
  expect(await findFileProblem(dir, 'facts.yaml')).toMatchObject({ code: 'file/kind' });
  expect(await findFileProblem(dir, 'projects.yaml')).toBeUndefined();
});

describe('findFile', () => {
  it('finds a file, but not a missing one or one outside the folder', async () => {
    const { dir: outside } = await writeContent({ 'secret.yaml': '' });
    const { dir } = await writeContent({ 'projects.yaml': 'a: 1' });
    await symlink(join(outside, 'secret.yaml'), join(dir, 'facts.yaml'));
    expect(await findFile(dir, 'projects.yaml')).toMatchObject({ path: 'projects.yaml', size: 4 });
    expect(await findFile(dir, 'people.yaml')).toBeUndefined();
    expect(await findFile(dir, 'facts.yaml')).toBeUndefined();
  });

  it('does not return a folder', async () => {
    const { dir } = await writeContent({ 'projects.yaml/tool.yaml': '' });
    expect(await findFile(dir, 'projects.yaml')).toBeUndefined();
  });
});

describe('readText', () => {
  const read = async (content: string | Uint8Array) => {
    const folder = await writeContent({ 'blog/a.md': content });
    return { ...folder, text: await readText(folder.dir, 'blog/a.md') };
  };

  it.each([
    ['CRLF', 'a\r\nb\r\n'],
    ['CR', 'a\rb\r'],
    ['a byte-order mark', '\ufeffa\nb\n'],
    ['a byte-order mark and CRLF', '\ufeffa\r\nb\r\n'],
    ['LF', 'a\nb\n'],
  ])('reads the same text with %s as with LF', async (_, content) => {
    expect((await read(content)).text).toBe('a\nb\n');
  });

  it('keeps every letter, and a second byte-order mark', async () => {
    expect((await read('Jørn 通量 💖 \ufeff')).text).toBe('Jørn 通量 💖 \ufeff');
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from('\ufeffa\n', 'utf16le'), 0],
    ['UTF-16, the other way round', Buffer.from('\ufeffa\n', 'utf16le').swap16(), 0],
    ['UTF-16 without a mark', Buffer.from('---\n', 'utf16le'), 1],
    ['UTF-16 without a mark, the other way round', Buffer.from('---\n', 'utf16le').swap16(), 0],
    ['UTF-16 whose second character alone has a NUL', Buffer.from('通a\n', 'utf16le'), 3],
  ])('rejects %s and reports the byte', async (_, bytes, offset) => {
    expect((await read(bytes)).text).toMatchObject({
      code: 'file/encoding',
      message: `this file is UTF-16, not UTF-8 (see byte ${offset})`,
    });
    expect((await read('---\n')).text).toBe('---\n');
  });

  it('treats a NUL among the first four bytes as UTF-16, and a later one as a character', async () => {
    expect((await read('abc\0d')).text).toMatchObject({ code: 'file/encoding' });
    expect((await read('abcd\0')).text).toBe('abcd\0');
  });

  it('rejects a file above the size limit without reading it, and reads one at the limit', async () => {
    const { dir } = await read('');
    await truncate(join(dir, 'blog/a.md'), 50_000_000_000);
    expect(await readText(dir, 'blog/a.md')).toMatchObject({ code: 'file/size' });
    const { text } = await read('a'.repeat(largestText));
    expect(text).toHaveLength(largestText);
  });

  it('rejects a file that cannot be read', async () => {
    const { dir } = await read('a');
    expect(await readText(dir, 'blog/gone.md')).toMatchObject({ code: 'file/unreadable' });
  });

  it.each([
    ['a byte that begins nothing', Buffer.from('ab\ncd\xff\n', 'latin1'), 5, 2, 3],
    ['the middle of a letter', Buffer.from('\x80abc', 'latin1'), 0, 1, 1],
    ['an overlong form', Buffer.from('a\xc0\xaf', 'latin1'), 1, 1, 2],
    // In Latin-1, é is E9, which begins a letter of three bytes in UTF-8. It is that byte which is wrong, not the next.
    ['a Latin-1 é', Buffer.from('Café au lait\n', 'latin1'), 3, 1, 4],
    ['a Latin-1 é at the end of a line', Buffer.from('ab\nCafé\nx', 'latin1'), 6, 2, 4],
    ['a Latin-1 é at the end of the file', Buffer.from('Café', 'latin1'), 3, 1, 4],
    ['a surrogate', Buffer.from('a\xed\xa0\x80', 'latin1'), 1, 1, 2],
  ])('reports where a file is not UTF-8: %s', async (_, bytes, offset, line, column) => {
    const { text, shown } = await read(bytes);
    expect(text).toEqual({
      file: shown('blog/a.md'),
      line,
      column,
      severity: 'error',
      code: 'file/encoding',
      message: `byte ${offset} is not valid UTF-8`,
      fix: 'save the file as UTF-8',
    });
  });

  it('counts the column in characters', async () => {
    const bytes = Buffer.concat([Buffer.from('通量 '), Buffer.from([0xff])]);
    expect((await read(bytes)).text).toMatchObject({ message: 'byte 7 is not valid UTF-8', line: 1, column: 4 });
  });

  it('finds the byte in a large file', async () => {
    const bytes = Buffer.concat([Buffer.from('é\n'.repeat(100_000)), Buffer.from([0xff]), Buffer.from('é'.repeat(9))]);
    expect((await read(bytes)).text).toMatchObject({
      message: 'byte 300000 is not valid UTF-8',
      line: 100_001,
      column: 1,
    });
  });
});
