import { expect, it } from 'vitest';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const body = 'Hello.\n\n<Prompt>What was this month about?</Prompt>\n';

async function problemsOf(text: string) {
  const { dir } = await writeContent({ 'blog/2022/03/a.mdx': text });
  return (await check(dir)).problems.map(formatDiagnostic);
}

it('allows template prompts in drafts, but not in published posts', async () => {
  expect(await problemsOf(postText({ fields: ['draft: true'], body }))).toEqual([]);
  expect(await problemsOf(postText({ body: 'Hello.\n' }))).toEqual([]);
  expect(await problemsOf(postText({ body }))).toEqual([
    expect.stringMatching(/a\.mdx:8:1: error edition\/prompt-left: a <Prompt> is left in a post that is not a draft/),
  ]);
});

it('says where a missing picture has to be saved', async () => {
  const figure = (name: string) => `<Figure src="${name}" alt="A">\n\nA.\n\n</Figure>\n`;
  expect(await problemsOf(postText({ body: figure('one.png') }))).toEqual([
    expect.stringMatching(
      /picture\/missing: there is no image "one\.png" .*\(fix: put it at \S*\/blog\/2022\/03\/a\/one\.png,/,
    ),
  ]);
  const { dir } = await writeContent({
    'blog/2022/03/a/index.mdx': postText({ body: figure('one.svg') }),
    'blog/2022/03/a/one.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  });
  expect((await check(dir)).problems.map(formatDiagnostic)).toEqual([]);
});
