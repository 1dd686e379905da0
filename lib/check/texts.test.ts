import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { checkText } from '@/lib/check/texts';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

describe('checkText', () => {
  it('names the garbled word and the right one', () => {
    expect(checkText('a\nDear JÃ¸rn, hi', 'a.mdx').map(formatDiagnostic)).toEqual([
      'a.mdx:2:6: error text/decoding: "JÃ¸rn," was saved as UTF-8 but read as Windows-1252 ' +
        '(fix: write "Jørn,", or run npm run check -- --fix)',
    ]);
    expect(checkText('a\nDear Jørn, hi', 'a.mdx')).toEqual([]);
  });

  it('is lenient only with imported Markdown', () => {
    const severities = (text: string) => ['a.md', 'a.mdx', 'a.yaml'].map((file) => checkText(text, file)[0]?.severity);
    expect(severities('J√∏rn')).toEqual(['warning', 'error', 'error']);
    expect(severities('a\u202eb')).toEqual(['error', 'error', 'error']);
  });

  it('reports a word once per line, and not the control characters in it', () => {
    expect(checkText('SÃ¸n SÃ¸n\nSÃ¸n', 'a.mdx').map(({ line }) => line)).toEqual([1, 2]);
    expect(checkText('â\u0080\u009cxâ\u0080\u009d', 'a.mdx').map(({ code }) => code)).toEqual(['text/decoding']);
  });
});

it('checks front matter, bodies and entries, and reports their lines in the file', async () => {
  const { dir, shown } = await writeContent({
    'blog/2022/03/a.mdx': postText({ fields: ['description: by JÃ¸rn'], body: 'a\u202eb\n' }),
    'blog/2022/03/b.mdx': postText({ fields: ['description: by Jørn'], body: 'a b\n' }),
    'people/jorn.yaml': 'name: J√∏rn\n',
    'people/ann.yaml': 'name: Åse\n',
  });
  expect(
    (await check(dir)).problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`),
  ).toEqual([
    `${shown('blog/2022/03/a.mdx')}:4:17 text/decoding`,
    `${shown('blog/2022/03/a.mdx')}:7:2 text/direction`,
    `${shown('people/jorn.yaml')}:1:7 text/decoding`,
  ]);
});
