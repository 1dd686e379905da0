import { chmod, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixContent, fixText } from '@/lib/check/fix';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const fixed = (text: string, file = 'a.mdx') => fixText(text, file).text;

describe('repairs', () => {
  it.each([
    ['CRLF', '---\r\na: 1\r\n---\r\nb\r\n', '---\na: 1\n---\nb\n'],
    ['CR', '---\ra: 1\r---\r', '---\na: 1\n---\n'],
    ['a byte-order mark', '\ufeff---\na: 1\n---\n', '---\na: 1\n---\n'],
    ['a byte-order mark that was read wrongly', 'ï»¿---\na: 1\n---\n', '---\na: 1\n---\n'],
    ['mojibake', '---\na: J√∏rn\n---\nSÃ¸n\n', '---\na: Jørn\n---\nSøn\n'],
    ['spaces at the end of lines of front matter', '--- \na: 1  \nb: "x"\t\n---\t\n', '---\na: 1\nb: "x"\n---\n'],
  ])('%s', (_, before, after) => {
    expect(fixed(before)).toBe(after);
    expect(fixText(after, 'a.mdx')).toEqual({ text: after, changes: [] });
  });
});

describe('leaves unchanged', () => {
  it.each([
    ['a body: two spaces are a line break', '---\na: 1\n---\none  \ntwo\t\n'],
    ['spaces that are part of a text', '---\na: |\n  one  \n  two\n---\n'],
    ['a text without front matter', 'one  \n'],
    ['front matter that is not closed', '---\na: 1  \n'],
    ['front matter that is no YAML', '---\na: "1  \n---\n'],
    ['empty lines and no final line end', '---\na: 1\n\n\n---\n\n\nb'],
    ['text that is right', '---\na: «É»\n---\nJørn √π\n'],
  ])('%s', (_, text) => {
    expect(fixText(text, 'a.mdx')).toEqual({ text, changes: [] });
  });

  it('spaces in entries', () => {
    expect(fixed('name: Ann  \n', 'a.yaml')).toBe('name: Ann  \n');
  });

  it('files that are not UTF-8, symbolic links, and files that were not named', async () => {
    const latin = Buffer.from('---\r\na: J\xf8rn\r\n---\r\n', 'latin1');
    const { dir, shown } = await writeContent({
      'blog/a.mdx': latin,
      'blog/b.mdx': 'b\r\n',
      'blog/c.mdx': 'c\r\n',
      'x.mdx': 'x\r\n',
    });
    await symlink('../x.mdx', join(dir, 'blog/x.mdx'));
    const changes = await fixContent(dir, (file) => file !== shown('blog/b.mdx'));
    expect(changes.map(({ file }) => file)).toEqual([shown('blog/c.mdx')]);
    expect(await readFile(join(dir, 'blog/a.mdx'))).toEqual(latin);
    expect(await readFile(join(dir, 'blog/b.mdx'), 'utf8')).toBe('b\r\n');
    expect(await readFile(join(dir, 'blog/c.mdx'), 'utf8')).toBe('c\n');
    expect(await readFile(join(dir, 'x.mdx'), 'utf8')).toBe('x\r\n');
  });
});

it('keeps permissions, and leaves nothing else behind', async () => {
  const { dir } = await writeContent({ 'blog/a.mdx': 'a\r\n' });
  await chmod(join(dir, 'blog/a.mdx'), 0o755);
  await fixContent(dir, () => true);
  expect((await stat(join(dir, 'blog/a.mdx'))).mode & 0o777).toBe(0o755);
  expect(await readdir(join(dir, 'blog'))).toEqual(['a.mdx']);
});
