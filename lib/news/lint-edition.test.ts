import { describe, expect, it } from 'vitest';
import { UsageError } from '@/lib/base/cli/command';
import { ContentError } from '@/lib/base/diagnostic';
import { loadContent } from '@/lib/content/load';
import { lintEdition, rules } from '@/lib/news/lint-edition';
import { readEdition } from '@/lib/news/lint-edition/edition';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

const entries = {
  'projects.yaml':
    'projects:\n  - id: tool\n    name: Tool\n    about: a\n    repository: https://a.example\n    color: "#1d4fd8"\n',
  'releases/tool-0.27.0.yaml':
    'project: tool\nversion: "0.27.0"\ndate: 2022-02\nbreaking:\n  - change: A\n    action: B\n',
  'releases/tool-0.28.0.yaml': 'project: tool\nversion: "0.28.0"\n',
  'releases/tool-0.28.1.yaml': 'project: tool\nversion: "0.28.1"\n',
  'releases/tool-1.0.0.yaml': 'project: tool\nversion: "1.0.0"\nbreaking: []\n',
  'events/a-talk.yaml': 'title: A Talk\nkind: talk\nstart: 2022-03-03\nurl: https://talk.example/\n',
  'events/old-talk.yaml': 'title: Old Talk\nkind: talk\nstart: 2022-02-10\n',
  'events/scrub.yaml': 'title: Scrub\nkind: bug-scrub\nstart: 2022-03-04\n',
  'adopters/volvo.yaml': 'name: Volvo Cars\nurl: https://v.example/\nprojects: [tool]\njoined: 2022-02\n',
  'people/ann-lee.yaml': 'name: Ann Lee\n',
  'contributors/2022-02.yaml': 'people:\n  - name: Bo Ek\n    repositories: []\n',
  'blog/2022/02/other.md': '---\ntitle: Other\ndate: 2022-02-10\n---\n\nHello.\n',
};

/** What the rules find in an edition of February 2022, as `line:column rule`; the body begins in line 10. */
async function lint(body: string, ...fields: string[]): Promise<string[]> {
  const front = ['title: February', 'date: 2022-03-01', 'period: 2022-02', ...fields];
  while (front.length < 7) front.push('');
  const text = `---\n${front.join('\n')}\n---\n${body}\n`;
  const { dir } = await writeContent({ ...entries, 'blog/2022/03/edition.mdx': text });
  const content = await loadContent(dir);
  expect(content.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const post = content.posts.find(({ slug }) => slug === 'edition');
  if (!post) throw new Error('the edition cannot be read');
  const edition = readEdition(post, content);
  return rules
    .flatMap((rule) => rule(edition))
    .map(({ line, column, code }) => `${line}:${column} ${code.replace('lint/', '')}`);
}

describe.each<[string, [body: string, expected: string, ...fields: string[]][], [body: string, ...fields: string[]][]]>(
  [
    [
      'what is still to be written',
      [
        ['Hello.\n\n<Prompt>Who?</Prompt>', '12:1 prompt'],
        ['Hello. <Prompt>Who?</Prompt>', '10:8 prompt'],
        ['Say TODO here.', '10:5 prompt'],
        ['One\nand lorem ipsum.', '11:5 prompt'],
        ['What???', '10:5 prompt'],
      ],
      [['Hello.'], ['In Spanish, todo is all.'], ['Write `TODO` where it is due.'], ['What?']],
    ],
    [
      'sections with nothing in them',
      [
        ['## One\n\n## Two\n\nText.', '10:1 empty-section'],
        ['## One\n\nText.\n\n### Two', '14:1 empty-section'],
        ['### One\n\n## Two\n\nText.', '10:1 empty-section'],
      ],
      [['## One\n\n### Two\n\nText.'], ['## One\n\nText.']],
    ],
    [
      'components that show nothing',
      [
        ['Text.\n\n<Adopters />', '12:1 empty-component'],
        ['<Event id="a-talk" />\n\n<Events />', '12:1 empty-component', 'events: [a-talk]'],
        ['<Meetings />\n\n<Events />', '10:1 empty-component', 'events: [a-talk]'],
        ['<Meetings />\n\n<Events />', '12:1 empty-component', 'events: [scrub]'],
        ['<Events when="past" />\n\n<Events />', '10:1 empty-component', 'events: [a-talk]'],
      ],
      [
        ['<Adopters />', 'adopters: [volvo]'],
        ['<Meetings />\n\n<Events />', 'events: [scrub, a-talk]'],
      ],
    ],
    [
      'days of other months',
      [
        ['On 16 May.', '10:4 other-month'],
        ['On 16 May and 17 May.', '10:15 other-month', 'otherDays: [2022-05-16]'],
      ],
      [['On 16 May.', 'otherDays: [2022-05-16]'], ['On 3 March.'], ['On 16 May.', 'ahead: 2022-05-20']],
    ],
    [
      'editions that are not public yet and say only the month',
      [
        ['Text.', '2:8 headline', 'draft: true'],
        ['Text.', '6:11 headline', 'draft: true', 'headline: 35 events', 'description: 35 events.'],
      ],
      [['Text.'], ['Text.', 'draft: true', 'headline: Tool 0.27 is out']],
    ],
    [
      'past and upcoming events in one list',
      [
        ['<Events />', '10:1 mixed-times', 'events: [a-talk, old-talk]'],
        ['<Meetings when="upcoming" />\n\n<Events />', '12:1 mixed-times', 'events: [a-talk, old-talk, scrub]'],
      ],
      [
        ['<Events />', 'events: [old-talk]'],
        ['<Events />', 'events: [a-talk, scrub]'],
        ['<Events when="past" />\n\n<Events when="upcoming" />', 'events: [a-talk, old-talk]'],
        ['<Event id="old-talk" />\n\n<Events />', 'events: [a-talk, old-talk]'],
      ],
    ],
    [
      'events whose tags were taken out',
      [
        ['We liked Old Talk.', '5:10 moved', 'events: [old-talk]', 'drafted: {events: [old-talk]}'],
        ['We met.', '5:10 not-mentioned', 'events: [old-talk]', 'drafted: {events: [old-talk]}'],
        [
          'See Old Talk.\n\n<Events when="upcoming" />',
          '5:18 moved',
          'events: [a-talk, old-talk]',
          'drafted: {events: [a-talk, old-talk]}',
        ],
      ],
      [
        ['<Event id="old-talk" />', 'events: [old-talk]', 'drafted: {events: [old-talk]}'],
        ['We liked Old Talk.\n\n<Events when="past" />', 'events: [old-talk]', 'drafted: {events: [old-talk]}'],
        ['We liked Old Talk.', 'events: [old-talk]'],
      ],
    ],
    [
      'names in the lists that the text never mentions',
      [
        ['Text.', '5:12 not-mentioned', 'adopters: [volvo]'],
        ['Text.', '5:10 not-mentioned', 'events: [a-talk]'],
        ['<Meetings />', '5:17 not-mentioned', 'events: [scrub, a-talk]'],
        ['Ann Leeds was here.', '5:10 not-mentioned', 'people: [ann-lee]'],
        ['Text.', '5:9 not-mentioned', 'posts: [/blog/2022/02/other/]'],
        ['Text.', '5:16 not-mentioned', 'contributors: [Cy]'],
        ['Tool 0.28.10.', '5:12 not-mentioned', 'releases: [tool-0.28.1]'],
      ],
      [
        ['<Adopters />', 'adopters: [volvo]'],
        ['Welcome, Volvo Cars!', 'adopters: [volvo]'],
        ['<Note>Welcome, *Volvo* Cars!</Note>', 'adopters: [volvo]'],
        ['Come to [this](https://talk.example).', 'events: [a-talk]'],
        ['Come to [this](/events/a-talk/).', 'events: [a-talk]'],
        ['<Person id="ann-lee" />', 'people: [ann-lee]'],
        ['[Read it](/blog/2022/02/other/#part).', 'posts: [/blog/2022/02/other/]'],
        ['<Thanks />', 'contributors: [Cy]'],
        ['Tool v0.28.1 is out.', 'releases: [tool-0.28.1]'],
      ],
    ],
    [
      'names of the month in the text that the lists lack',
      [
        ['Welcome, Volvo Cars!', '10:10 not-listed'],
        ['<Note>Welcome, *Volvo* Cars!</Note>', '10:17 not-listed'],
        ['Tool 0.27 is out.', '10:1 not-listed'],
        ['So was **A Talk**.', '10:10 not-listed'],
        ['Well done, Bo Ek!', '10:12 not-listed'],
      ],
      [
        ['Welcome, Volvo Cars!', 'omit: [volvo]'],
        ['Welcome, Volvo Cars!', 'omit: [adopters/volvo]'],
        ['Tool 0.28 is of no month.'],
        ['Well done, Bo Ek!\n\n<Thanks />', 'contributors: [bo ek]'],
      ],
    ],
    [
      'weekdays',
      [
        ['On Monday 1 March 2022.', '10:4 weekday'],
        ['On Monday, March 1st.', '10:4 weekday'],
        ['Wed, 2022-03-03', '10:1 weekday'],
        ['Friday the 4 of March is right,\nThursday the 4 of March is not.', '11:1 weekday'],
        ['On 31 February.', '10:4 no-such-day'],
      ],
      [
        ['On Tuesday 1 March 2022.'],
        ['On Tuesday, March 1st.'],
        ['Thu, 2022-03-03'],
        ['On Wednesday 30 June 2021.'],
        ['Monday is fine, and so is March.'],
        ['In `Monday 1 March 2022` it is code.'],
      ],
    ],
    [
      'days of another month',
      [
        ['On 30 January.', '10:4 other-month'],
        ['On 2022-01-30.', '10:4 other-month'],
        ['Since May 17.', '10:7 other-month'],
      ],
      [['On 1 February.'], ['On 5 April.'], ['On 30 June 2021.'], ['Since July 2021.'], ['> On 30 January.']],
    ],
    [
      'times without a zone',
      [
        ['At 10:00.', '10:4 zone'],
        ['At 6pm, or 7pm.', '10:4 zone'],
        ['At 10:00 PTA.', '10:4 zone'],
        ['| Time |\n| --- |\n| 9:00 |\n| 10:00 |', '12:3 zone'],
      ],
      [
        ['At 10:00 PT.'],
        ['At 18:00 UTC, that is 10:00.'],
        ['At 6pm local time.'],
        ['At 2022-03-03T10:00:00Z.'],
        ['At 10:00 (Europe/Berlin).'],
        ['| Time (CET) |\n| --- |\n| 9:00 |'],
        ['In 16:9, with `10:00`.'],
      ],
    ],
    [
      'links',
      [
        ['[a](https://bit.ly/3xyz)', '10:1 shortener'],
        ['See https://www.bit.ly/3xyz now', '10:5 shortener'],
        ['[a](https://a.example/?utm_source=x&id=1)', '10:1 tracking'],
        ['[a](https://youtu.be/abc?si=def)', '10:1 tracking'],
        ['[a][b]\n\n[b]: https://a.example/?fbclid=1', '12:1 tracking'],
      ],
      [
        ['[a](https://a.example/?id=1&si=2)'],
        ['[a](https://www.youtube.com/watch?v=a&t=2s)'],
        ['[a](https://orbit.ly/)'],
        ['[a](/events/)'],
      ],
    ],
    [
      'people thanked twice',
      [
        ['<Thanks />', '5:20 thanked-twice', 'contributors: [Cy, cy]'],
        ['<Thanks />', '5:25 thanked-twice', 'contributors: [Ann Lee, ann-lee]'],
        ['Thank you, Ann Lee.\n\nThanks, Ann Lee!', '12:9 thanked-twice'],
      ],
      [
        ['<Thanks />', 'contributors: [Cy, Ann Lee]'],
        ['Thank you, Ann Lee.\n\nAnn Lee gave a talk.'],
        ['Thank you, Ann Lee.\n\nThanks, Ann Leeds!'],
      ],
    ],
    [
      'releases without their breaking changes',
      [
        ['Tool 0.27 is out.', '5:12 breaking', 'releases: [tool-0.27.0]'],
        ['<Releases />', '5:12 breaking', 'releases: [tool-0.28.0]'],
      ],
      [
        ['<Release id="tool-0.27.0" />', 'releases: [tool-0.27.0]'],
        ['<Releases />', 'releases: [tool-0.27.0, tool-0.28.1, tool-1.0.0]'],
      ],
    ],
    [
      'two groups that say “we”',
      [
        ['We are glad. At Volvo, we run it.', '10:14 we'],
        ['We are glad.\n\nSo are we at Big Ltd.', '12:8 we'],
      ],
      [
        ['We are glad. So are we at Tool.'],
        ['We are glad.\n\n> At Volvo, we run it.'],
        ['So are we at Big Ltd.'],
        ['We met at Volvo.'],
      ],
    ],
  ],
)('%s', (_, bad, good) => {
  it.each(bad)('finds %j', async (body, expected, ...fields) => {
    expect(await lint(body, ...fields)).toEqual([expected]);
  });

  it.each(good)('has nothing against %j', async (body, ...fields) => {
    expect(await lint(body, ...fields)).toEqual([]);
  });
});

describe('the command', () => {
  const files = {
    'blog/2022/03/edition.mdx': '---\ntitle: A\ndate: 2022-03-01\ndraft: true\n---\nSay TODO.\n',
    'blog/2022/03/fine/index.mdx': '---\ntitle: B\ndate: 2022-03-01\ndraft: true\n---\nHello.\n',
    'blog/2022/03/broken.mdx': '---\ntitle: C\n---\nHello.\n',
  };

  async function call(...args: string[]) {
    const { dir, shown } = await writeContent(files);
    const terminal = testTerminal({ root: dir, cwd: `${dir}/blog/2022`, env: { CONTENT_DIR: '.' } });
    const code = await lintEdition.run(args, terminal);
    return { code, out: terminal.outLines.join('\n'), err: terminal.errLines.join('\n'), shown };
  }

  it('prints place, message and fix', async () => {
    const { code, out, err, shown } = await call('03/edition.mdx');
    const file = shown('blog/2022/03/edition.mdx');
    expect(out).toBe(`${file}:6:5: warning lint/prompt: “TODO” is left in the text (fix: finish the text)`);
    expect([code, err]).toEqual([0, `1 place to look at again in ${file}.`]);
  });

  it('fails with --strict if it finds a problem', async () => {
    expect((await call('/blog/2022/03/edition/', '--strict')).code).toBe(1);
    const fine = await call('blog/2022/03/fine', '--strict');
    expect(fine).toMatchObject({ code: 0, out: '', err: expect.stringContaining('Remove "draft: true"') });
  });

  it('prints JSON', async () => {
    const { out } = await call('03/edition.mdx', '--json');
    expect(JSON.parse(out).problems).toMatchObject([{ line: 6, column: 5, code: 'lint/prompt' }]);
  });

  it('suggests the most similar post, and reports the errors of an invalid one', async () => {
    await expect(call('/blog/2022/03/editoin/')).rejects.toThrow(
      new UsageError('There is no post “/blog/2022/03/editoin/”. Did you mean /blog/2022/03/edition/?'),
    );
    await expect(call('03/broken.mdx')).rejects.toThrow(ContentError);
    await expect(call()).rejects.toThrow(UsageError);
  });
});

it('finds nothing in the February edition', async () => {
  const terminal = testTerminal({ env: { CONTENT_DIR: 'e2e/fixtures/community' } });
  expect(await lintEdition.run(['e2e/fixtures/community/blog/2022/03/february-update', '--strict'], terminal)).toBe(0);
  expect(terminal.outLines).toEqual([]);
});
