// Every component and every shortcode, in every output: each shows the same facts, or the table says why it does not.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readEdition } from '@/app/views/edition-view';
import { toPostEntry } from '@/app/views/feed-entries';
import { toPostMarkdown } from '@/app/views/post-text';
import { createMdxComponents } from '@/components/mdx/components';
import { AlsoThisMonth } from '@/components/mdx/edition';
import type { Content } from '@/lib/content/content';
import { type LoadedContent, loadContent } from '@/lib/content/load';
import { getContent } from '@/lib/content/queries';
import { renderBody } from '@/lib/mdx/render';
import { shortcodeNames } from '@/lib/mdx/shortcode-specs';
import { componentSpecs } from '@/lib/mdx/vocabulary';
import { toMail } from '@/lib/news/email/mail';
import { getPictures } from '@/lib/output/pictures/pictures';

const outputs = ['page', 'feed', 'Markdown', 'mail', 'mail as text'] as const;
type Output = (typeof outputs)[number];

interface Row {
  /** The component or the shortcode. */
  readonly name: string;
  readonly format: 'mdx' | 'md';
  readonly front?: readonly string[];
  readonly body: string;
  /** Texts and addresses that a reader must get. */
  readonly facts: readonly string[];
  /** Texts that no output has. */
  readonly absent?: readonly string[];
  /** Facts that an output leaves out, with the reason. */
  readonly without?: { readonly [O in Output]?: readonly [reason: string, ...facts: string[]] };
}

const origin = 'https://news.example';
const files: Readonly<Record<string, string>> = {
  'projects.yaml':
    'projects:\n  - {id: tool, name: The Tool, about: x, repository: "https://code.example/tool", color: "#1d4fd8"}\n',
  'facts.yaml': 'facts:\n  - {title: For apps, about: "One `tool` delivers both."}\n',
  'releases/tool-2.0.0.yaml': `project: tool
version: "2.0.0"
date: 2022-02-16
url: https://code.example/notes
highlights: ["Runs \`in place\`."]
breaking:
  - {change: Names must be labels., action: Rename them.}
security:
  - {id: CVE-2022-1, summary: Users could run commands., url: "https://code.example/cve"}
upgrade: Upgrade the controllers first.
`,
  'releases/tool-2.1.0.yaml': 'project: tool\nversion: "2.1.0"\ndate: 2022-02-20\nhighlights: [A second one.]\n',
  'events/talk.yaml': `title: The Tool for Newcomers
kind: webinar
start: 2022-03-03T10:00
end: 2022-03-03T11:00
zone: America/Los_Angeles
online: true
location: Valencia
speakers: [ann, {name: Grace Hopper, affiliation: Navy}]
description: A **tour** of it.
recording: https://video.example/talk
`,
  'events/soon.yaml': 'title: A talk to come\nkind: talk\nstart: 2030-05-06\nstatus: moved\n',
  'events/before.yaml': 'title: A talk long ago\nkind: talk\nstart: 2022-02-10\n',
  'events/weekly.yaml':
    'title: Weekly meeting\nkind: meeting\nstart: 2022-03-02T18:00\nzone: UTC\nrepeats: FREQ=WEEKLY\nonline: true\n',
  'adopters/acme.yaml':
    'name: Acme\nurl: https://acme.example/\nprojects: [tool]\njoined: 2022-02\nstory: https://acme.example/story\n',
  'ecosystem/lamp.yaml':
    'name: Lamp\nurl: https://lamp.example/\nabout: Lights `it` up.\nkind: integration\njoined: 2022-02\n',
  'links/year.yaml': `title: A year with it
url: https://read.example/year
form: article
date: 2022-02-17
by: [ann, Grace Hopper]
projects: [tool]
language: fr
about: Two years *in numbers*.
`,
  'links/tour.yaml':
    'title: A tour of it\nurl: https://www.youtube.com/watch?v=abcdefghijk\nform: video\ndate: 2022-02\nabout: Ten minutes.\n',
  'adopters/old.yaml': 'name: Old Co\nurl: https://old.example/\nprojects: [tool]\njoined: 2020-02\n',
  'ecosystem/rope.yaml': 'name: Rope\nurl: https://rope.example/\nabout: Ties up.\nkind: tool\n',
  'people/ann.yaml':
    'name: Ann Lee\naffiliation: Analytical Engines\nroles:\n  - {role: maintainer, project: tool, of: core, since: 2022-02}\n',
  'blog/2022/03/b.md': '---\ntitle: Another post\ndescription: Of the month.\ndate: 2022-03-01\n---\n\nHello.\n',
};

const named = [
  'releases: [tool-2.0.0, tool-2.1.0]',
  'events: [talk, soon, weekly, before]',
  'adopters: [acme]',
  'ecosystem: [lamp]',
  'people: [ann]',
  'links: [year, tour]',
  'contributors: [Ann Lee, Bob]',
  'posts: [/blog/2022/03/b/]',
];
const released = ['The Tool 2.0.0', '/releases/tool/2.0.0/', '16 February 2022', 'in place', 'Names must be labels.'];
const releasedInFull = [
  ...[...released, 'Rename them.', 'CVE-2022-1', 'https://code.example/cve', 'Users could run commands.'],
  ...['Upgrade the controllers first.', 'Release notes', 'https://code.example/notes'],
];
const talk = [
  ...['The Tool for Newcomers', '/events/talk/', 'Webinar', 'Thursday, 3 March 2022', '10:00–11:00 PST'],
  ...['Valencia and online', 'Ann Lee', '/people/ann/', 'Grace Hopper', 'Navy'],
  ...['Watch the recording', 'https://video.example/talk'],
];
const weekly = ['Weekly meeting', 'Meeting', 'every week', '18:00 UTC', 'Add to calendar', '/events/weekly.ics'];
const meetings = [
  ...['Weekly meeting', '/events/weekly/', 'Wednesday, 2 March 2022, 18:00 UTC', 'Online'],
  ...['Wednesday, 30 March 2022', 'Subscribe to this calendar', '/events.ics'],
];
const person = ['Ann Lee', '/people/ann/', 'Maintainer of core (The Tool), since February 2022', 'Analytical Engines'];

const year = ['A year with it', 'https://read.example/year', 'Article', 'French', 'Grace Hopper', '17 February 2022'];
const tour = ['A tour of it', 'Video', 'February 2022', 'Ten minutes.'];

/** Outside a page, a catalogue is a list of names: what sorts it there is not repeated. */
const catalogue = [
  'names with what each does; what the catalogue is sorted by is on the site',
  'Integration',
  'joined',
] as const;

const rows: readonly Row[] = [
  {
    name: 'Release',
    format: 'mdx',
    body: '<Release id="tool-2.0.0">And *more*.</Release>',
    facts: [...releasedInFull, 'more'],
  },
  {
    name: 'Releases',
    format: 'mdx',
    body: '<Releases />',
    facts: [...releasedInFull, 'The Tool 2.1.0', 'A second one.'],
  },
  { name: 'Event', format: 'mdx', body: '<Event id="talk" />', facts: [...talk, 'tour'] },
  {
    name: 'Events',
    format: 'mdx',
    body: '<Events />',
    facts: [...talk, 'A talk to come', 'Moved', 'Monday, 6 May 2030', ...weekly],
  },
  {
    name: 'Events',
    format: 'mdx',
    body: '<Events when="past" />\n\n<Events when="upcoming" />\n\n<Meetings when="upcoming" />',
    facts: ['A talk long ago', ...talk, 'A talk to come'],
    absent: ['every week'],
  },
  { name: 'Meetings', format: 'mdx', body: '<Meetings />', facts: meetings },
  {
    name: 'Adopters',
    format: 'mdx',
    body: '<Adopters />',
    facts: ['Acme', 'https://acme.example/', 'https://acme.example/story'],
  },
  {
    name: 'Link',
    format: 'mdx',
    body: '<Link id="year">And *more*.</Link>',
    facts: [...year, 'Ann Lee', 'more'],
    absent: ['in numbers'],
  },
  { name: 'Links', format: 'mdx', body: '<Links />', facts: [...year, 'in numbers', ...tour] },
  {
    name: 'Ecosystem',
    format: 'mdx',
    body: '<Ecosystem />',
    facts: ['Lamp', 'https://lamp.example/', 'Lights', 'Integration', 'joined'],
    without: { feed: catalogue, Markdown: catalogue, mail: catalogue, 'mail as text': catalogue },
  },
  {
    name: 'Adopter',
    format: 'mdx',
    body: '<Adopter id="old">Their *talk* says how.</Adopter>',
    facts: ['Old Co', 'https://old.example/', 'talk'],
  },
  {
    name: 'Ecosystem',
    format: 'mdx',
    body: '<Ecosystem id="rope">It *grew*.</Ecosystem>',
    facts: ['Rope', 'https://rope.example/', 'Ties', 'grew'],
  },
  { name: 'Person', format: 'mdx', body: '<Person id="ann">She *began*.</Person>', facts: [...person, 'began'] },
  { name: 'Posts', format: 'mdx', body: '<Posts />', facts: ['Another post', '/blog/2022/03/b/', 'Of the month.'] },
  { name: 'Thanks', format: 'mdx', body: '<Thanks />', facts: ['Ann Lee', '/people/ann/', 'Bob'] },
  {
    name: 'ProjectFacts',
    format: 'mdx',
    body: '<ProjectFacts />',
    facts: ['For apps', 'One', 'tool', 'delivers both.'],
  },
  {
    name: 'Prompt',
    format: 'mdx',
    front: ['draft: true'],
    body: '<Prompt>Say why.</Prompt>',
    facts: ['To write', 'Say why.'],
  },
  { name: 'Note', format: 'mdx', body: '<Note title="Mind">A *step*.</Note>', facts: ['Mind', 'step'] },
  { name: 'Warning', format: 'mdx', body: '<Warning>A *step*.</Warning>', facts: ['Warning', 'step'] },
  { name: 'Security', format: 'mdx', body: '<Security>A *step*.</Security>', facts: ['Security', 'step'] },
  {
    name: 'Figure',
    format: 'mdx',
    body: '<Figure src="a-red.png" alt="A red square">Its *caption*.</Figure>',
    facts: ['a-red.png', 'A red square', 'caption'],
  },
  {
    name: 'Video',
    format: 'mdx',
    body: '<Video url="https://www.youtube.com/watch?v=r_vKf5l1D1M" title="A tour" />',
    facts: ['A tour', 'youtube', 'r_vKf5l1D1M'],
  },
  { name: 'Gallery', format: 'mdx', body: '<Gallery match="*.{png,jpg}" />', facts: ['a-red.png', 'b-blue.png'] },

  { name: 'youtube', format: 'md', body: '{{< youtube r_vKf5l1D1M >}}', facts: ['r_vKf5l1D1M', 'Video on YouTube'] },
  { name: 'vimeo', format: 'md', body: '{{< vimeo 123456 >}}', facts: ['123456', 'Video on Vimeo'] },
  {
    name: 'tweet',
    format: 'md',
    body: '{{< tweet user="ann" id="12" >}}',
    facts: ['A post by @ann on X', 'https://x.com/ann/status/12'],
  },
  {
    name: 'twitter',
    format: 'md',
    body: '{{< twitter user="ann" id="12" >}}',
    facts: ['A post by @ann on X', 'https://x.com/ann/status/12'],
  },
  {
    name: 'x',
    format: 'md',
    body: '{{< x user="ann" id="12" >}}',
    facts: ['A post by @ann on X', 'https://x.com/ann/status/12'],
  },
  {
    name: 'gist',
    format: 'md',
    body: '{{< gist ann 12ab >}}',
    facts: ['A gist by ann', 'https://gist.github.com/ann/12ab'],
  },
  {
    name: 'figure',
    format: 'md',
    body: '{{< figure src="a-red.png" alt="A red square" title="Red" caption="Its *caption*" attr="By Ann" >}}',
    facts: ['a-red.png', 'A red square', 'Red', 'caption', 'By Ann'],
  },
  {
    name: 'imgproc',
    format: 'md',
    body: '{{< imgproc a-red Resize 20x >}}Its caption{{< /imgproc >}}',
    facts: ['a-red.png', 'Its caption'],
  },
  { name: 'gallery', format: 'md', body: '{{< gallery match="*.{png,jpg}" >}}', facts: ['a-red.png', 'b-blue.png'] },
  {
    name: 'alert',
    format: 'md',
    body: '{{< alert color="warning" title="Mind" >}}A step.{{< /alert >}}',
    facts: ['Mind', 'A step.'],
  },
  { name: 'pageinfo', format: 'md', body: '{{< pageinfo >}}A step.{{< /pageinfo >}}', facts: ['Note', 'A step.'] },
  { name: 'note', format: 'md', body: '{{< note >}}A step.{{< /note >}}', facts: ['Note', 'A step.'] },
  { name: 'warning', format: 'md', body: '{{< warning >}}A step.{{< /warning >}}', facts: ['Warning', 'A step.'] },
  { name: 'caution', format: 'md', body: '{{< caution >}}A step.{{< /caution >}}', facts: ['Caution', 'A step.'] },
  {
    name: 'cardpane',
    format: 'md',
    body: '{{< cardpane >}}\n{{< card header="One" >}}Its text.{{< /card >}}\n{{< /cardpane >}}',
    facts: ['One', 'Its text.'],
  },
  {
    name: 'card',
    format: 'md',
    body: '{{< card title="One" subtitle="Two" footer="Three" >}}Its text.{{< /card >}}',
    facts: ['One', 'Two', 'Three', 'Its text.'],
  },
  {
    name: 'tabpane',
    format: 'md',
    body: '{{< tabpane >}}\n{{< tab header="One" lang="sh" >}}run it{{< /tab >}}\n{{< /tabpane >}}',
    facts: ['One', 'run it'],
  },
  { name: 'tab', format: 'md', body: '{{< tab "One" >}}Its text.{{< /tab >}}', facts: ['One', 'Its text.'] },
  {
    name: 'details',
    format: 'md',
    body: '{{< details "More" >}}Its text.{{< /details >}}',
    facts: ['More', 'Its text.'],
  },
  { name: 'highlight', format: 'md', body: '{{< highlight sh >}}run it{{< /highlight >}}', facts: ['run it'] },
  { name: 'ref', format: 'md', body: 'See [it]({{< ref "b.md" >}}).', facts: ['/blog/2022/03/b/'] },
  { name: 'relref', format: 'md', body: 'See [it]({{< relref "b.md" >}}).', facts: ['/blog/2022/03/b/'] },
  {
    name: 'param',
    format: 'md',
    front: ['params: {version: "4.5"}'],
    body: 'It is {{< param version >}}.',
    facts: ['It is 4.5.'],
  },
  { name: 'readfile', format: 'md', body: '{{< readfile file="more.md" >}}', facts: ['Text of a file.'] },
  {
    name: 'comment',
    format: 'md',
    body: 'Before.{{% comment %}}A secret.{{% /comment %}} After.\n\n{{< comment >}}\nA secret.\n{{< /comment >}}',
    facts: ['Before.', 'After.'],
    absent: ['secret', 'comment'],
  },
  {
    name: 'boxes of other generators',
    format: 'md',
    body: ':::tip[Mind]\nA *step*.\n:::\n\n!!! danger\n    Another.\n\n??? note "Why"\n    So.',
    facts: ['Mind', 'step', 'Caution', 'Another.', 'Why', 'So.'],
    absent: [':::', '!!!', '???'],
  },
  {
    name: 'attributes of blocks',
    format: 'md',
    body: '| a |\n|---|\n| b |\n{.wide}\n\nText.\n{: .lead}\n\n[A link](/blog/){:target="_blank"}',
    facts: ['Text.', 'A link'],
    absent: ['{', 'wide', 'lead', '_blank'],
  },
  {
    name: 'marks of where a post is cut',
    format: 'md',
    body: 'One. <!-- truncate -->\n\nTwo.\n<!--more-->\nThree.\n\n<!-- excerpt -->\n\nFour.',
    facts: ['One.', 'Two.', 'Three.', 'Four.'],
    absent: ['truncate', 'more-->', 'excerpt'],
  },
  {
    name: 'code in Liquid',
    format: 'md',
    body: '{% highlight sh %}\nrun it\n{% endhighlight %}\n\n{% comment %}A secret.{% endcomment %}',
    facts: ['run it'],
    absent: ['highlight', 'secret'],
  },
  {
    name: 'corrections',
    format: 'mdx',
    front: ['corrections:', '  - {date: 2022-03-04, text: "The *wrong* one."}'],
    body: 'Text.',
    facts: ['Text.', 'Correction', '4 March 2022', 'wrong'],
    without: {
      page: ['the page puts it above the text: components/blog/corrections.tsx', 'Correction', '4 March 2022', 'wrong'],
    },
  },
  {
    name: 'nothing placed',
    format: 'mdx',
    body: 'Text.',
    facts: [
      'Also this month',
      ...released,
      ...talk,
      ...weekly,
      ...person,
      'Acme',
      'Lamp',
      'Another post',
      'Thank you',
      'Bob',
    ],
  },
];

const slugOf = (index: number) => `row-${index}`;
const rendered = new Map<string, string>();
let dir = '';

beforeAll(async () => {
  vi.stubEnv('NEWS_NOW', '2026-11-22T12:00:00Z');
  vi.stubEnv('NEWS_PREVIEW', '1');
  vi.stubEnv('SITE_URL', origin);
  dir = await mkdtemp(join(tmpdir(), 'news-outputs-'));
  vi.stubEnv('CONTENT_DIR', dir);
  const square = (background: string) => sharp({ create: { width: 40, height: 40, channels: 3, background } }).png();
  const pictures = { 'a-red.png': await square('red').toBuffer(), 'b-blue.png': await square('blue').toBuffer() };
  const write = async (path: string, content: string | Buffer) => {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  };
  for (const [path, text] of Object.entries(files)) await write(path, text);
  for (const [index, { format, front = [], body }] of rows.entries()) {
    const folder = `blog/2022/03/${slugOf(index)}`;
    const head = ['---', 'title: A post', 'date: 2022-03-01', 'period: 2022-02', ...named, ...front, '---'];
    await write(`${folder}/index.${format}`, `${head.join('\n')}\n\n${body}\n`);
    if (body.includes('more.md')) await write(`${folder}/more.md`, 'Text of a file.\n');
    for (const [name, bytes] of Object.entries(pictures)) await write(`${folder}/${name}`, bytes);
  }
  const [content, loaded] = [await getContent(), await loadContent(dir)];
  for (const index of rows.keys()) await renderAll(index, content, loaded);
}, 60_000);

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(dir, { recursive: true, force: true });
});

async function renderAll(index: number, content: Content, loaded: LoadedContent) {
  const url = `/blog/2022/03/${slugOf(index)}/`;
  const post = content.postByUrl.get(url);
  if (!post) throw new Error(`${url}: ${JSON.stringify(loaded.problems)}`);
  const { body, view } = await readEdition(post, content);
  const page = renderToStaticMarkup(
    <>
      {renderBody(body, createMdxComponents(view))}
      {rows[index]?.name === 'nothing placed' && <AlsoThisMonth {...view} />}
    </>,
  );
  const mail = await toMail(post, loaded, content.lookup.now, await getPictures(post));
  const texts: Readonly<Record<Output, string>> = {
    page,
    feed: (await toPostEntry(post, content)).html,
    Markdown: await toPostMarkdown(post, content),
    mail: mail.html,
    'mail as text': mail.text,
  };
  for (const output of outputs) rendered.set(`${index} ${output}`, plain(texts[output]));
}

/** A text as it is compared: without marks around words and without breaks of lines. */
function plain(text: string): string {
  return text
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/<\/?(?:code|em|strong|time|span|wbr|a|b)\b(?![^>]*(?:href|src))[^>]*>/g, '')
    .replace(/\\(?=[.@])/g, '')
    .replace(/\s+/g, ' ');
}

const cases = rows.flatMap((row, index) => outputs.map((output) => ({ ...row, index, output })));

describe.each(cases)('$name, $output', ({ index, output, facts, absent = [], without = {} }) => {
  const text = () => rendered.get(`${index} ${output}`) ?? '';
  const [, ...left] = without[output] ?? [''];

  it('shows the facts', () => {
    for (const fact of facts.filter((each) => !left.includes(each))) {
      // Lines of mail as text are broken, also within addresses.
      const isThere = text().includes(fact) || text().replace(/ /g, '').includes(fact.replace(/ /g, ''));
      expect(isThere, `${fact} in ${text()}`).toBe(true);
    }
  });

  it('leaves out only what the table says', () => {
    for (const fact of left) expect(text()).not.toContain(fact);
  });

  it('leaves no source and no raw element behind', () => {
    const own =
      output === 'mail' ? (/<body[\s\S]*/.exec(text())?.[0] ?? '').replace(/ (?:style|class)="[^"]*"/g, '') : text();
    for (const each of absent) expect(own).not.toContain(each);
    // Only Markdown has backquotes around code.
    if (output !== 'Markdown') expect(text()).not.toContain('`');
    expect(text()).not.toMatch(/<shortcode-|\{\{<|<(?:Release|Event|Note|Figure|picture-place|callout)\b/);
  });
});

it('has a row for every component and every shortcode', () => {
  const names = new Set(rows.map(({ name }) => name));
  expect([...Object.keys(componentSpecs), ...shortcodeNames].filter((name) => !names.has(name))).toEqual([]);
});
