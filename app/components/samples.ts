// What each component of the vocabulary looks like in a post: texts to copy, for /components/.
import { stringify } from 'yaml';
import { listedEntries, sampleEntries, wordsOf } from '@/app/components/sample-entries';
import type { Format } from '@/lib/mdx/body';
import { type CommonComponent, type EntryComponent, entryComponents } from '@/lib/mdx/vocabulary';

/** A part of a post: its text, from which its look is made. */
export interface Sample {
  /** What it shows, where there are several of one thing: `With a caption`. */
  readonly title?: string;
  readonly source: string;
  /** By default `mdx`. */
  readonly format?: Format;
  /** What belongs to it and is written elsewhere: the file of an entry, a line of the front matter. */
  readonly beside?: { readonly title: string; readonly source: string };
  /** Ids of entries that the post lists, by folder. */
  readonly listed?: Readonly<Record<string, readonly string[]>>;
}

const box = (name: string): readonly Sample[] => [
  { source: `<${name}>\n\nA sentence with \`code\` and [a link](/blog/).\n\n</${name}>` },
  { title: 'With a title', source: `<${name} title="Before you upgrade">\n\nRead this first.\n\n</${name}>` },
];

interface Samples extends Readonly<Record<CommonComponent, readonly Sample[]>> {
  readonly [name: string]: readonly Sample[];
}

/** Of components that every post may use; and of components of entries, in addition to {@link samplesOf}. */
const samples: Samples = {
  Posts: [{ source: '<Posts />', beside: { title: 'In the front matter', source: 'posts: [/blog/2026/11/a-post/]' } }],
  Thanks: [
    { source: '<Thanks />', beside: { title: 'In the front matter', source: 'contributors: [Ann Lee, Grace Hopper]' } },
  ],
  ProjectFacts: [{ source: '<ProjectFacts />' }],
  Prompt: [{ source: '<Prompt>What was this month about?</Prompt>' }],
  Note: box('Note'),
  Warning: box('Warning'),
  Security: box('Security'),
  Figure: [
    { source: '<Figure src="first.png" alt="The latest news" />' },
    {
      title: 'With a caption',
      source:
        '<Figure src="second.png" alt="The list of posts">\n\nThe caption, in *Markdown*. Photo: Ann Lee.\n\n</Figure>',
    },
  ],
  Video: [
    { source: '<Video\n  url="https://www.youtube.com/watch?v=r_vKf5l1D1M"\n  title="A tour of the tool"\n/>' },
    {
      title: 'With a poster',
      source: '<Video\n  url="https://vimeo.com/123456"\n  title="A tour of the tool"\n  poster="first.png"\n/>',
    },
  ],
  Gallery: [{ source: '<Gallery />' }, { title: 'Some of the images', source: '<Gallery match="first*" />' }],
};

/** The samples of a component of posts. */
export function samplesOf(name: string): readonly Sample[] {
  const component = entryComponents.find((each) => each.name === name);
  return [...(component ? entrySamples(component) : []), ...(samples[name] ?? [])];
}

function entrySamples(component: EntryComponent): Sample[] {
  const { attributes, places } = component.spec;
  return [...(places ? listSamples(component) : []), ...(attributes.id ? singleSamples(component) : [])];
}

/** All entries that the post lists, and those that the words of attributes choose. Where there are none, no sample. */
function listSamples(component: EntryComponent): Sample[] {
  const { name, kind } = component;
  const beside = { title: 'In the front matter', source: `${kind.folder}: [${kind.field.example}, …]` };
  const toSample = (source: string, word?: string): Sample[] => {
    const ids = listedEntries(component, word).map(({ id }) => id);
    return ids.length > 0 ? [{ source, beside, listed: { [kind.folder]: ids } }] : [];
  };
  return [
    ...toSample(`<${name} />`),
    ...wordsOf(component).flatMap(([attribute, word]) => toSample(`<${name} ${attribute}="${word}" />`, word)),
  ];
}

/** An entry in each state, the first with text. */
function singleSamples({ name, kind }: EntryComponent): Sample[] {
  return sampleEntries(kind).map(({ state, fields, entry }, index) => ({
    title: index === 0 ? `${state}, with your text` : state,
    source:
      index === 0
        ? `<${name} id="${entry.id}">\n\nWhat *you* say about it.\n\n</${name}>`
        : `<${name} id="${entry.id}" />`,
    beside: { title: entry.shownFile, source: stringify(fields, { lineWidth: 0 }).trimEnd() },
    listed: { [kind.folder]: [entry.id] },
  }));
}

/** What Markdown itself has, in `.mdx` and in `.md`. */
export const markdownSamples: readonly (Sample & { readonly title: string })[] = [
  {
    title: 'Text and links',
    source:
      'Text is *emphasised* or **strong**,\n~~struck out~~ or `code`. Link to\n[a page of this site](/blog/) or to\n[another site](https://example.org/).',
  },
  { title: 'Headings', source: '## A section\n\nIts text.\n\n### A part of it\n\nMore.' },
  { title: 'Lists', source: '- One\n- Two\n  1. First\n  2. Second' },
  { title: 'A list of tasks', source: '- [x] Done\n- [ ] To do' },
  { title: 'A quotation', source: '> What somebody said.\n>\n> — Ann Lee' },
  {
    title: 'Boxes',
    source: ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION']
      .map((kind) => `> [!${kind}]\n> A sentence with \`code\`.`)
      .join('\n\n'),
  },
  {
    title: 'A table',
    source:
      '| Project | Version | Adopters |\n|---|:-:|--:|\n| The Tool | `1.2.0` | 120 |\n| The Other Tool | `0.9.1` | 7 |',
  },
  {
    title: 'Code',
    source:
      '```yaml\n# A comment.\nkind: Tool\nspec:\n  interval: 10m\n  names: ["one", "two"]\n```\n\n```sh\ntool upgrade --version 1.2.0\n```',
  },
  { title: 'An image', source: '![The latest news](first.png)' },
  { title: 'A footnote', source: 'A claim.[^source]\n\n[^source]: Where it comes from.' },
  {
    title: 'HTML elements',
    source: [
      '<details open>',
      '<summary>More</summary>',
      '',
      'Press <kbd>Ctrl</kbd>+<kbd>K</kbd>, see <samp>the output</samp>,',
      'H<sub>2</sub>O and <var>x</var><sup>2</sup>,<br />',
      '<mark>new</mark>, <del>old</del>, <ins>added</ins>, <s>gone</s>,',
      '<small>small print</small>,',
      '<abbr title="Custom Resource Definition">CRD</abbr>',
      'and <a href="https://example.org/">a link</a>.',
      '',
      '</details>',
    ].join('\n'),
  },
];

const shortcodes: readonly (readonly [title: string, ...lines: string[]])[] = [
  ['Videos', '{{< youtube r_vKf5l1D1M >}}', '{{< vimeo id="123456" title="A tour" >}}'],
  [
    'Posts on X, gists',
    ...['{{< x user="example" id="123" >}}', '{{< tweet user="example" id="123" >}}'],
    ...['{{< twitter user="example" id="123" >}}', '{{< gist example 12ab >}}'],
  ],
  [
    'Images',
    '{{< figure src="first.png" alt="The latest news"\n    title="A title" caption="Its *caption*" attr="Ann Lee" >}}',
    '{{< imgproc second Resize 600x >}}The caption{{< /imgproc >}}',
    '{{< gallery match="*.png" rowHeight="150" >}}',
  ],
  [
    'Boxes',
    '{{< alert color="warning" title="Mind" >}}\nA sentence.\n{{< /alert >}}',
    '{{< pageinfo >}}A sentence.{{< /pageinfo >}}',
    '{{< note >}}A sentence.{{< /note >}}',
    '{{< warning >}}A sentence.{{< /warning >}}',
    '{{< caution >}}A sentence.{{< /caution >}}',
  ],
  [
    'Cards',
    [
      '{{< cardpane >}}',
      '{{< card header="One" title="A title" >}}Its text.{{< /card >}}',
      '{{< card header="Two" >}}Its text.{{< /card >}}',
      '{{< /cardpane >}}',
    ].join('\n'),
  ],
  [
    'Tabs',
    [
      '{{< tabpane >}}',
      '{{< tab header="Shell" lang="sh" >}}tool upgrade{{< /tab >}}',
      '{{< tab header="YAML" lang="yaml" >}}kind: Tool{{< /tab >}}',
      '{{< /tabpane >}}',
    ].join('\n'),
  ],
  ['Text that opens', '{{< details "More" >}}Its text.{{< /details >}}'],
  ['Code', '{{< highlight yaml >}}\nkind: Tool\n{{< /highlight >}}', '{{< readfile file="tool.yaml" code="true" >}}'],
  [
    'Values and links',
    'It is version {{< param version >}}. See\n[a post]({{< ref "a-post.md" >}}) and\n[its sequel]({{< relref "a-post.md" >}}).',
  ],
  ['Comments, which nobody sees', '{{< comment >}}\nFor authors.\n{{< /comment >}}\n\nWhat readers see.'],
];

/** Hugo's and Docsy's shortcodes. */
export const shortcodeSamples: readonly (Sample & { readonly title: string })[] = shortcodes.map(
  ([title, ...lines]) => ({ title, source: lines.join('\n\n'), format: 'md' }),
);
