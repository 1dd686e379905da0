import { expect, it } from 'vitest';
import { check } from '@/lib/check/check';
import { formatProblem } from '@/lib/content/problems';
import { postText, writeContent } from '@/lib/testing/content-folder';

const body = 'Hello.\n\n<Prompt>What was this month about?</Prompt>\n';

async function problemsOf(text: string) {
  const { dir } = await writeContent({ 'blog/2022/03/a.mdx': text });
  return (await check(dir)).problems.map(formatProblem);
}

it('lets a draft have prompts, and no post that is published', async () => {
  expect(await problemsOf(postText({ fields: ['draft: true'], body }))).toEqual([]);
  expect(await problemsOf(postText({ body: 'Hello.\n' }))).toEqual([]);
  expect(await problemsOf(postText({ body }))).toEqual([
    expect.stringMatching(/a\.mdx:8:1: error edition\/prompt-left: a <Prompt> is left in a post that is no draft/),
  ]);
});
