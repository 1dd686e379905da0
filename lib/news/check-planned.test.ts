import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { checkPlanned } from '@/lib/news/check-planned';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const adopter = (name: string, url: string, project = 'tool') => `name: ${name}\nurl: ${url}\nprojects: [${project}]\n`;
const projects = [
  'projects:',
  '  - {id: tool, name: Tool, about: x, repository: https://github.com/example/tool2, color: "#1d4fd8"}',
].join('\n');

const codesOf = async (dir: string, files: Record<string, string>) => {
  const found = await checkPlanned(
    dir,
    Object.entries(files).map(([path, text]) => ({ path, text })),
  );
  return Object.fromEntries([...found].map(([path, problems]) => [path, problems.map(({ code }) => code)]));
};

it('reports what the check would report about new files, but no existing problems', async () => {
  const { dir, shown } = await writeContent({
    'projects.yaml': projects,
    'adopters/b.yaml': adopter('B', 'https://b.example'),
    'adopters/broken.yaml': 'name: 1\n',
    'blog/2022/03/post.mdx': postText(),
  });
  expect(
    await codesOf(dir, {
      'adopters/sound.yaml': adopter('Sound', 'https://sound.example'),
      // It sorts before the one that is there, so the check names the other file.
      'adopters/a.yaml': adopter('b', 'https://b.example/x'),
      'adopters/hidden.yaml': adopter('Hid\u00adden', 'https://hidden.example'),
      'adopters/joined.yaml': adopter('می\u200cخواهم', 'https://joined.example'),
      'adopters/unknown.yaml': adopter('Unknown', 'https://unknown.example', 'flx'),
      'events/e.yaml': 'title: E\nkind: talk\nstart: 2022-03-03\ndescription: "[x](/blog/nowhere/)"\n',
      'events/ok.yaml': 'title: E\nkind: talk\nstart: 2022-03-03\ndescription: "[x](/blog/2022/03/post/)"\n',
      'blog/2022/03/wrong.mdx': postText({ body: '{1 + 1}' }),
      'blog/2022/03/right.mdx': postText({ body: 'Hello.' }),
    }),
  ).toEqual({
    'adopters/a.yaml': ['adopter/twice'],
    'adopters/hidden.yaml': ['text/invisible'],
    'adopters/unknown.yaml': ['project/unknown'],
    'events/e.yaml': ['link/unknown-page'],
    'blog/2022/03/wrong.mdx': ['mdx/expression'],
  });
  const problems = await checkPlanned(dir, [{ path: 'adopters/a.yaml', text: adopter('b', 'https://b.example/x') }]);
  expect(problems.get('adopters/a.yaml')?.[0]).toMatchObject({
    file: shown('adopters/b.yaml'),
    message: `the name is the same as in ${shown('adopters/a.yaml')}`,
  });
  expect(await readdir(`${dir}/adopters`)).toEqual(['b.yaml', 'broken.yaml']);
});
