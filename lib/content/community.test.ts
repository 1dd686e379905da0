import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { loadCommunity } from '@/lib/content/load-community';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const people = (...names: string[]) =>
  `people:\n${names.map((name) => `  - name: ${name}\n    repositories: []\n`).join('')}`;

async function load(files: Record<string, string>) {
  const { dir, shown } = await writeContent(files);
  const { community, problems } = await loadCommunity(dir);
  return { community, problems: problems.map(formatDiagnostic), shown };
}

describe('contributors of a month', () => {
  it('are read from a file that is named for it', async () => {
    const file = `people:
  - name: Jørn Fauske
    url: https://github.com/example
    first: true
    repositories: [example/tool2, example/website]
  - name: akirillow
    repositories: []
`;
    const { community, problems } = await load({ 'contributors/2022-02.yaml': file });
    expect(problems).toEqual([]);
    expect(community.contributors).toMatchObject([
      {
        id: '2022-02',
        people: [
          { name: 'Jørn Fauske', first: true, repositories: ['example/tool2', 'example/website'] },
          { name: 'akirillow', repositories: [] },
        ],
      },
    ]);
  });

  it.each([
    ['contributors/february.yaml', people('A'), ':1:1: error contributors/month: "february" is not a month'],
    ['contributors/2022-13.yaml', people('A'), ':1:1: error contributors/month: "2022-13" is not a month'],
    ['contributors/2022-02.yaml', people('A', 'B', 'a'), ':6:11: error contributors/twice: "a" is listed twice'],
    [
      'contributors/2022-02.yaml',
      'people:\n  - first: true\n',
      ':2:5: error contributors/missing-field: "people.0.name',
    ],
    [
      'contributors/2022-02.yaml',
      'people:\n  - name: A\n    repositories: [tool2]\n',
      ':3:20: error contributors/value: "people.0.repositories.0": is not a repository such as "owner/name"',
    ],
    [
      'contributors/2022-02.yaml',
      'people:\n  - name: A\n    repositories: []\n    bot: true\n',
      'contributors/unknown-key',
    ],
  ])('%s: %j is refused', async (path, text, message) => {
    const { problems, shown } = await load({ [path]: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(shown(path));
    expect(problems[0]).toContain(message);
  });

  it('need no repositories', async () => {
    expect((await load({ 'contributors/2022-02.yaml': 'people:\n  - name: A\n' })).problems).toEqual([]);
  });

  it('may be listed in several months', async () => {
    const { problems } = await load({
      'contributors/2022-02.yaml': people('A', 'B'),
      'contributors/2022-03.yaml': people('A'),
    });
    expect(problems).toEqual([]);
  });
});

it('ignores templates', async () => {
  const { problems } = await load({ 'templates/monthly-update.mdx': '{{nothing' });
  expect(problems).toEqual([]);
});
