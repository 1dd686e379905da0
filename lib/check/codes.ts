// Every code that `npm run check` prints: what it means, with an example of wrong and right. docs/content-problems.md is
// made from this, and lib/check/codes.test.ts holds each example to the check itself. What is special to a kind of entry,
// its own module says.
import {
  actingDrawing,
  bytes,
  type CodeEntry,
  drawing,
  type Example,
  type ExampleFile,
  hugePng,
  png,
} from '@/lib/kinds/codes';
import { kinds } from '@/lib/kinds/index';

/** What every example lies in, unless it says otherwise. */
export const exampleSite: Example = {
  'projects.yaml':
    'projects:\n  - { id: flux, name: Flux, about: GitOps, repository: https://example.org/flux, color: "#1d4fd8" }\n',
  'people/ann.yaml': 'name: Ann Lee\n',
  'events/talk.yaml': 'title: A talk\nkind: talk\nstart: 2022-03-03\n',
  'releases/flux-1.0.0.yaml': 'project: flux\nversion: "1.0.0"\n',
};

const head = (fields: readonly string[]) =>
  ['---', 'title: A post', 'date: 2022-03-01', ...fields, '---', ''].join('\n');
const mdx = (body: string, ...fields: string[]): Example => ({ 'blog/2022/03/a.mdx': `${head(fields)}\n${body}\n` });
const md = (body: string, ...fields: string[]): Example => ({ 'blog/2022/03/a.md': `${head(fields)}\n${body}\n` });
const front = (...fields: string[]): Example => mdx('Hello.', ...fields);
const raw = (text: string): Example => ({ 'blog/2022/03/a.mdx': text });
const event = (...lines: string[]): Example => ({ 'events/talk.yaml': `${lines.join('\n')}\n` });
const talk = (...lines: string[]): Example => event('title: A talk', 'kind: talk', ...lines);
const release = (...lines: string[]): Example => ({
  'releases/flux-1.0.0.yaml': `${['project: flux', 'version: "1.0.0"', ...lines].join('\n')}\n`,
});
const bundle = (body: string, picture: string): Example => ({
  'blog/2022/03/a/index.md': `${head([])}\n${body}\n`,
  [`blog/2022/03/a/${picture}`]: png,
});
const withPicture = (body: string, picture: ExampleFile, name = 'graph.png'): Example => ({
  'blog/2022/03/a/index.mdx': `${head([])}\n${body}\n`,
  [`blog/2022/03/a/${name}`]: picture,
});
const graph = '![A graph](graph.png)';
const sound = mdx('Hello.');

/** In the order of the document: by what they are about. */
export const codes: readonly CodeEntry[] = [
  // Files
  {
    code: 'file/encoding',
    about: 'A file is not UTF-8 text. The message names the first byte that is wrong, counted from 0.',
    wrong: { 'people/ann.yaml': bytes('`name: Jørn` saved as Latin-1', Buffer.from('name: J\xf8rn\n', 'latin1')) },
    right: { 'people/ann.yaml': 'name: Jørn\n' },
  },
  {
    code: 'file/size',
    about: 'A file of text has more than 512 kB.',
    wrong: { 'blog/2022/03/a.mdx': bytes('600 kB of text', `${head([])}${'word '.repeat(120_000)}`) },
    right: sound,
  },
  {
    code: 'file/kind',
    about:
      'A file is a link that leads out of the content folder or to no file, a pipe, a socket or a device, or a folder that cannot be read. None is opened.',
    wrong: {
      'blog/2022/03/a.mdx': { note: 'a link to ../../../../package.json', link: '../../../../../package.json' },
    },
    right: sound,
  },
  {
    code: 'file/unreadable',
    about: 'A file cannot be read: its permissions forbid it, or it went away meanwhile.',
    wrong: {},
    right: {},
  },
  {
    code: 'file/type',
    about: 'A file may not lie where it lies: what is no post, no entry and no picture would be served as ours.',
    wrong: { 'blog/2022/03/a/index.mdx': head([]), 'blog/2022/03/a/run.js': 'alert(1)\n' },
    right: { 'blog/2022/03/a/index.mdx': head([]), 'blog/2022/03/a/graph.png': png },
  },
  {
    code: 'file/video',
    about: 'A video lies beside a post in `.md`. It is not served, and its post is shown without it.',
    wrong: { 'blog/2022/03/a/index.md': head([]), 'blog/2022/03/a/demo.mp4': bytes('a video', 'x') },
    right: { 'blog/2022/03/a/index.md': head([]), 'blog/2022/03/a/graph.png': png },
  },
  {
    code: 'file/stray',
    about: 'A picture lies in no folder of a post.',
    wrong: { 'blog/2022/03/graph.png': png },
    right: withPicture(graph, png),
  },
  {
    code: 'file/unused',
    about: 'A picture beside entries is named by none of them.',
    wrong: { 'people/ann.png': png },
    right: { 'people/ann.png': png, 'people/ann.yaml': 'name: Ann Lee\npicture: ann.png\n' },
  },
  {
    code: 'file/same-name',
    about: 'Two files differ by capital letters or by the form of their accents only. On many disks they are one file.',
    wrong: { 'blog/2022/03/Café.mdx': head(['url: /blog/2022/03/one/']), 'blog/2022/03/café.mdx': head([]) },
    right: { 'blog/2022/03/café-one.mdx': head([]), 'blog/2022/03/café.mdx': head([]) },
  },
  // Text
  {
    code: 'text/decoding',
    about:
      'Text was saved as UTF-8 and read as something else, so that letters became two or three signs. `npm run check -- --fix` puts it right. In `.md` it is a warning.',
    wrong: mdx('Thanks, J√∏rn and SÃ¸ren!'),
    right: mdx('Thanks, Jørn and Søren!'),
  },
  {
    code: 'text/control',
    about: 'A control character stands in the text. Nobody sees it, and terminals and feeds do strange things with it.',
    wrong: mdx('Flux\u0008 2.0'),
    right: mdx('Flux 2.0'),
  },
  {
    code: 'text/direction',
    about:
      'A mark turns the direction of the text after it round, so that readers see something else than what is written. Text in Arabic or Hebrew needs no such mark.',
    wrong: mdx('Run \u202erm -rf\u202c now'),
    right: mdx('Run it now; שלום, مرحبا'),
  },
  {
    code: 'text/invisible',
    about:
      'A character without width stands inside a word. Emoji sequences and scripts that need one (Persian, Hindi, Thai …) pass.',
    wrong: mdx('Use flux\u200bcd here'),
    right: mdx('می\u200cخواهم 👩‍💻'),
  },
  // Front matter and YAML
  {
    code: 'front-matter/missing',
    about: 'A post does not begin with front matter.',
    wrong: raw('Hello.\n'),
    right: sound,
  },
  {
    code: 'front-matter/opener',
    about:
      'The first line is not exactly `---`. A language after it (`---js`) would run as code elsewhere; here nothing does.',
    wrong: raw('---js\n{ title: "A post" }\n---\n'),
    right: sound,
  },
  {
    code: 'front-matter/unclosed',
    about: 'The line `---` that ends the front matter is missing.',
    wrong: raw('---\ntitle: A post\ndate: 2022-03-01\n\nHello.\n'),
    right: sound,
  },
  {
    code: 'front-matter/closer',
    about: 'A line in the front matter begins with `---` and has more on it.',
    wrong: raw('---\ntitle: A post\ndate: 2022-03-01\n---yaml\n'),
    right: sound,
  },
  {
    code: 'yaml/invalid',
    about: 'Something is no YAML: a quote that is not closed, a colon in a text without quotes, a key twice, a tag.',
    wrong: raw('---\ntitle: Security: read this\ndate: 2022-03-01\n---\n'),
    right: raw('---\ntitle: "Security: read this"\ndate: 2022-03-01\n---\n'),
  },
  {
    code: 'yaml/alias',
    about: 'YAML’s aliases are not allowed: a few lines of them can fill the memory.',
    wrong: front('tags: &a [flux]', 'authors: *a'),
    right: front('tags: [flux]', 'authors: [ann]'),
  },
  {
    code: 'yaml/key',
    about: 'A key is no word, or one that means something to programs (`__proto__`, `<<`).',
    wrong: front('__proto__: { draft: true }'),
    right: front('draft: true'),
  },
  {
    code: 'yaml/tag',
    about: 'A tag (`!!binary`) would make something else of a value than it looks like.',
    wrong: front('description: !!binary aGVsbG8='),
    right: front('description: hello'),
  },
  {
    code: 'yaml/depth',
    about: 'Brackets or lists stand more than 100 deep in one another.',
    wrong: { 'people/ann.yaml': `name: ${'['.repeat(120)}\n` },
    right: { 'people/ann.yaml': 'name: "[[["\n' },
  },
  {
    code: 'yaml/size',
    about: 'The fields of a file take more than 64 kB.',
    wrong: { 'people/ann.yaml': bytes('70 kB of fields', `name: ${'Ann '.repeat(18_000)}\n`) },
    right: { 'people/ann.yaml': 'name: Ann\n' },
  },
  {
    code: 'yaml/root',
    about: 'The YAML is a list or a text and not lines of `key: value`.',
    wrong: { 'people/ann.yaml': '- name: Ann\n' },
    right: { 'people/ann.yaml': 'name: Ann\n' },
  },
  {
    code: '*/unknown-key',
    about:
      'A field that there is none of, often for a slip of the finger. `*` is the kind of file: post, event, release, person, projects, facts and so on.',
    wrong: front('tag: [flux]'),
    right: front('tags: [flux]'),
  },
  {
    code: '*/missing-field',
    about: 'A field that is needed is missing.',
    wrong: raw('---\ntitle: A post\n---\n'),
    right: sound,
  },
  {
    code: '*/type',
    about: 'A value is of another kind than the field: a number for a text, say.',
    wrong: { 'releases/flux-1.0.0.yaml': 'project: flux\nversion: 1.10\n' },
    right: { 'releases/flux-1.0.0.yaml': 'project: flux\nversion: "1.10"\n' },
  },
  {
    code: '*/value',
    about: 'A value has not the form that the field needs.',
    wrong: front('lang: in French'),
    right: front('lang: fr'),
  },
  {
    code: 'date/form',
    about: 'A date is not written as the year, the month and the day.',
    wrong: front('lastmod: 4 March 2022'),
    right: front('lastmod: 2022-03-04'),
  },
  {
    code: 'date/calendar',
    about: 'A day or a time that does not exist.',
    wrong: front('lastmod: 2022-02-30'),
    right: front('lastmod: 2022-02-28'),
  },
  {
    code: 'date/zone',
    about: 'A time without its offset from UTC.',
    wrong: front('lastmod: 2022-03-04T14:30:00'),
    right: front('lastmod: 2022-03-04T14:30:00+01:00'),
  },
  {
    code: 'url/form',
    about: 'The address of a page elsewhere is not written whole.',
    wrong: talk('start: 2022-03-03', 'url: example.org/talk'),
    right: talk('start: 2022-03-03', 'url: https://example.org/talk'),
  },
  {
    code: 'url/http',
    about: 'The address of a page elsewhere is not encrypted.',
    wrong: talk('start: 2022-03-03', 'url: http://example.org/'),
    right: talk('start: 2022-03-03', 'url: https://example.org/'),
  },
  {
    code: 'url/scheme',
    about: 'An address that is no web page.',
    wrong: talk('start: 2022-03-03', 'url: "javascript:alert(1)"'),
    right: talk('start: 2022-03-03', 'url: https://example.org/'),
  },
  {
    code: 'url/credentials',
    about: 'An address holds a user name or a password: a secret, or a trick (`https://our-site@elsewhere`).',
    wrong: talk('start: 2022-03-03', 'url: https://fluxcd.io@example.org/'),
    right: talk('start: 2022-03-03', 'url: https://example.org/@fluxcd.io'),
  },
  {
    code: 'url/look-alike',
    about: 'A domain mixes letters of several scripts, so that it looks like another.',
    wrong: talk('start: 2022-03-03', 'url: https://аcme.example/'),
    right: talk('start: 2022-03-03', 'url: https://acme.example/'),
  },
  // Posts: addresses
  {
    code: 'post/address',
    about: 'The address of a post has not the form /blog/YYYY/MM/slug/.',
    wrong: front('url: /news/a/'),
    right: front('url: /blog/2022/03/news/'),
  },
  {
    code: 'post/reserved',
    about: 'The last part of a post’s address is a name that the framework needs.',
    wrong: front('url: /blog/2022/03/index/'),
    right: front('url: /blog/2022/03/indexes/'),
  },
  {
    code: 'post/duplicate-address',
    about: 'Two posts have one address. Capital letters and the form of accents do not make two.',
    wrong: { ...mdx('Hello.'), 'blog/b.mdx': head(['url: /blog/2022/03/A/']) },
    right: { ...mdx('Hello.'), 'blog/b.mdx': head(['url: /blog/2022/03/b/']) },
  },
  {
    code: 'post/alias-hides-page',
    about: 'An old address in `aliases:` is that of a page. Entries have `aliases:` too.',
    wrong: front('aliases: [/events/talk/]'),
    right: front('aliases: [/events/old-talk/]'),
  },
  {
    code: 'post/alias-twice',
    about: 'Two files claim one old address.',
    wrong: { ...front('aliases: [/old/]'), ...{ 'people/ann.yaml': 'name: Ann\naliases: [/old/]\n' } },
    right: { ...front('aliases: [/old/]'), ...{ 'people/ann.yaml': 'name: Ann\naliases: [/older/]\n' } },
  },
  {
    code: 'alias/chain',
    about: 'An old address leads to another one, and that to a third. The message shows the way.',
    wrong: {
      ...front('aliases: [/blog/2022/03/b/]'),
      'blog/2022/03/b.mdx': `${head(['aliases: [/blog/2022/03/c/]'])}\nHello.\n`,
      'blog/2022/03/c.mdx': `${head([])}\nHello.\n`,
    },
    right: front('aliases: [/blog/2022/03/b/, /blog/2022/03/c/]'),
  },
  {
    code: 'alias/circle',
    about: 'Old addresses lead in a circle. The message shows it.',
    wrong: {
      ...front('aliases: [/blog/2022/03/b/]'),
      'blog/2022/03/b.mdx': `${head(['aliases: [/blog/2022/03/a/]'])}\nHello.\n`,
    },
    right: front('aliases: [/blog/2022/03/b/]'),
  },
  {
    code: 'tag/spelling',
    about: 'One tag is written in several ways, such as with and without capitals. They share a page.',
    wrong: { ...front('tags: [Security]'), 'blog/2022/03/b.mdx': `${head(['tags: [security]'])}\nHello.\n` },
    right: { ...front('tags: [security]'), 'blog/2022/03/b.mdx': `${head(['tags: [security]'])}\nHello.\n` },
  },
  {
    code: 'address/form',
    about: 'An old address is no path of this site.',
    wrong: front('aliases: [https://example.org/old/]'),
    right: front('aliases: [/old/]'),
  },
  {
    code: 'post/two-files',
    about: 'A folder has both index.md and index.mdx.',
    wrong: { 'blog/2022/03/a/index.md': head([]), 'blog/2022/03/a/index.mdx': head([]) },
    right: { 'blog/2022/03/a/index.mdx': head([]) },
  },
  {
    code: 'post/inside-post',
    about: 'A post lies in the folder of another, whose pictures are all below it.',
    wrong: { 'blog/2022/03/a/index.mdx': head([]), 'blog/2022/03/a/b/index.mdx': head([]) },
    right: { 'blog/2022/03/a/index.mdx': head([]), 'blog/2022/03/b/index.mdx': head([]) },
  },
  // Published addresses
  {
    code: 'published/gone',
    about:
      'An address that readers know leads nowhere. Give it to what took its place as an alias: posts, events, releases and people have `aliases:`.',
    wrong: { 'published/2022-03.txt': '/events/tolk/\n' },
    right: { 'published/2022-03.txt': '/events/tolk/\n', ...talk('start: 2022-03-03', 'aliases: [/events/tolk/]') },
  },
  {
    code: 'published/hidden',
    about: 'A post that readers know is a draft now, or dated in the future.',
    wrong: { 'published/2022-03.txt': '/blog/2022/03/a/\n', ...front('draft: true') },
    right: { 'published/2022-03.txt': '/blog/2022/03/a/\n', ...sound },
  },
  {
    code: 'published/file',
    about: 'A file of the ledger has a name that is no month.',
    wrong: { 'published/march.txt': '/events/talk/\n' },
    right: { 'published/2022-03.txt': '/events/talk/\n' },
  },
  {
    code: 'published/line',
    about: 'A line of the ledger is no address of this site.',
    wrong: { 'published/2022-03.txt': 'events/talk\n' },
    right: { 'published/2022-03.txt': '/events/talk/\n' },
  },
  {
    code: 'published/twice',
    about: 'An address stands twice in the ledger.',
    wrong: { 'published/2022-03.txt': '/events/talk/\n', 'published/2022-04.txt': '/events/talk/\n' },
    right: { 'published/2022-03.txt': '/events/talk/\n' },
  },
  // Bodies
  {
    code: 'body/depth',
    about: 'Lists, quotes or elements stand more than 50 deep in one another.',
    wrong: mdx(`${'> '.repeat(60)}deep`),
    right: mdx('> > deep'),
  },
  {
    code: 'body/nodes',
    about: 'A text has more than 20,000 parts. A table counts with all of its cells.',
    wrong: {
      'blog/2022/03/a.mdx': bytes('10,001 paragraphs', `${head([])}\n${'a\n\n'.repeat(10_001)}`),
    },
    right: mdx('a'),
  },
  {
    code: 'body/costly',
    about:
      'A paragraph would take minutes to read: thousands of signs `*`, `_` or `~` that belong to no other, thousands of brackets, a line of more than 20,000 characters, or a deep list that goes on for thousands of lines.',
    wrong: { 'blog/2022/03/a.mdx': bytes('`*a_ ` 5,000 times', `${head([])}\n${'*a_ '.repeat(5_000)}\n`) },
    right: mdx('*a* '.repeat(20).trim()),
  },
  {
    code: 'mdx/syntax',
    about: 'Something is no MDX: a brace or an element that is not closed, a `<` that begins nothing.',
    wrong: mdx('Wait <2 minutes.'),
    right: mdx('Wait \\<2 minutes.'),
  },
  {
    code: 'mdx/comment',
    about: 'HTML comments are no MDX. Notes for editors go into the front matter, after `#`.',
    wrong: mdx('<!-- more pictures? -->'),
    right: front('# more pictures?'),
  },
  {
    code: 'mdx/autolink',
    about: 'An address in angle brackets is taken for an element in MDX.',
    wrong: mdx('See <https://example.org/>.'),
    right: mdx('See [example.org](https://example.org/).'),
  },
  {
    code: 'mdx/expression',
    about: 'Braces hold code in MDX, and nothing in a post runs. Attributes are text in quotes.',
    wrong: mdx('It was {2021 + 1}.'),
    right: mdx('It was 2022, or \\{2022}.'),
  },
  {
    code: 'mdx/import',
    about: 'An import or export. Every component is there without.',
    wrong: mdx('import { Chart } from "./chart"'),
    right: mdx('<Note>\n\nText.\n\n</Note>'),
  },
  {
    code: 'mdx/element',
    about: 'An element or component that posts may not have. lib/mdx/vocabulary.ts lists those they may.',
    wrong: mdx('<script>alert(1)</script>'),
    right: mdx('Press <kbd>Enter</kbd>.'),
  },
  {
    code: 'mdx/attribute',
    about: 'An attribute that an element does not take, that is empty, or one that is needed and missing.',
    wrong: mdx('<kbd onclick="x()">Enter</kbd>'),
    right: mdx('<kbd>Enter</kbd>'),
  },
  {
    code: 'mdx/content',
    about: 'Text stands inside a component that holds none.',
    wrong: mdx('<Events>These:</Events>'),
    right: mdx('These:\n\n<Events />'),
  },
  {
    code: 'html/element',
    about:
      'An element in a Markdown file would be dropped: it is not on the list of lib/mdx/raw-html.ts, or it is a `<placeholder>`.',
    wrong: md('Run flux get <name> now.'),
    right: md('Run `flux get <name>` now.'),
  },
  {
    code: 'html/attribute',
    about: 'An attribute in a Markdown file would be dropped.',
    wrong: md('<p style="color: red">Red</p>'),
    right: md('<p title="Red">Red</p>'),
  },
  {
    code: 'html/page-id',
    about: 'HTML in a Markdown file gives an id that the page uses itself.',
    wrong: md('<a id="site-main"></a>'),
    right: md('<a id="details"></a>'),
  },
  {
    code: 'html/id-twice',
    about: 'HTML in a Markdown file gives one id twice.',
    wrong: md('<a id="x"></a> and <a id="x"></a>'),
    right: md('<a id="x"></a> and <a id="y"></a>'),
  },
  // Links
  {
    code: 'link/unknown-page',
    about: 'A link leads to a page of this site that there is none of. In `.md` it is a warning.',
    wrong: mdx('[The talk](/events/tolk/)'),
    right: mdx('[The talk](/events/talk/)'),
  },
  {
    code: 'link/unknown-anchor',
    about: 'A link leads to a place of a post that there is none of. In `.md` it is a warning.',
    wrong: mdx('## What is new\n\n[The news](#whats-new)'),
    right: mdx('## What is new\n\n[The news](#what-is-new)'),
  },
  {
    code: 'link/scheme',
    about:
      'A link is neither `https:` nor `mailto:` nor a path. It counts what a browser would make of it: capital letters, entities and control characters hide nothing.',
    wrong: mdx('[Run](JaVaScRiPt:alert(1))'),
    right: mdx('[Read](https://example.org/)'),
  },
  {
    code: 'link/http',
    about: 'A link is not encrypted. In `.md` it is a warning.',
    wrong: mdx('[Read](http://example.org/)'),
    right: mdx('[Read](https://example.org/)'),
  },
  {
    code: 'link/control',
    about: 'An address holds characters that nobody sees.',
    wrong: mdx('[Read](https://example.org/&#9;a)'),
    right: mdx('[Read](https://example.org/a)'),
  },
  {
    code: 'link/host',
    about: 'An address looks like a path and leads elsewhere, or holds a user name.',
    wrong: mdx('[Read](//example.org/a)'),
    right: mdx('[Read](https://example.org/a)'),
  },
  {
    code: 'link/invalid',
    about: 'An address is none.',
    wrong: mdx('[Read](https://)'),
    right: mdx('[Read](https://example.org/)'),
  },
  {
    code: 'link/relative',
    about: 'A link in an entry is relative, and entries are shown on several pages.',
    wrong: release('upgrade: Read [this](../notes/).'),
    right: release('upgrade: Read [this](/events/talk/).'),
  },
  {
    code: 'entry/html',
    about: 'HTML in an entry’s Markdown, which is not shown.',
    wrong: release('upgrade: Run flux <b>now</b>.'),
    right: release('upgrade: Run flux **now**.'),
  },
  {
    code: 'entry/picture',
    about: 'A picture in an entry’s Markdown, which is not shown.',
    wrong: release('upgrade: "![A graph](/graph.png)"'),
    right: release('upgrade: "[A graph](https://example.org/graph.png)"'),
  },
  // Pictures
  {
    code: 'picture/missing',
    about: 'A picture that does not lie beside the post, by exactly that name: capital letters count.',
    wrong: withPicture('![A graph](Graph.png)', png),
    right: withPicture(graph, png),
  },
  {
    code: 'picture/alt',
    about: 'A picture has no words for those who do not see it. In `.md` it is a warning.',
    wrong: withPicture('![](graph.png)', png),
    right: withPicture(graph, png),
  },
  {
    code: 'picture/remote',
    about:
      'A picture lies on another site, which would learn who reads. It is shown as a link, or as it is where `pictureHosts` of lib/site.ts names its host. In `.md` it is a warning.',
    wrong: mdx('![A graph](https://example.org/graph.png)'),
    right: withPicture(graph, png),
  },
  {
    code: 'picture/missing-site',
    about: 'A picture by a path of this site, where there is none. In `.md` it is a warning.',
    wrong: mdx('![A graph](/img/graph.png)'),
    right: mdx('![Our sign](/favicon.svg)'),
  },
  {
    code: 'picture/outside',
    about: 'A picture by a path that climbs out of the post’s folder.',
    wrong: mdx('![A graph](../graph.png)'),
    right: withPicture(graph, png),
  },
  {
    code: 'picture/unreadable',
    about: 'A file that is called a picture is none.',
    wrong: withPicture(graph, 'no picture'),
    right: withPicture(graph, png),
  },
  {
    code: 'picture/misnamed',
    about: 'A picture is of another kind than its name says. In the folder of an `.md` it is a warning.',
    wrong: withPicture('![A graph](graph.gif)', png, 'graph.gif'),
    right: withPicture(graph, png),
  },
  {
    code: 'picture/type',
    about: 'A file is of another kind than its name says.',
    wrong: withPicture(graph, bytes('a PDF', '%PDF-1.7\n')),
    right: withPicture(graph, png),
  },
  {
    code: 'picture/size',
    about: 'A file beside a post has more than 2 MB, or a person’s picture more than 500 kB.',
    wrong: withPicture(graph, bytes('a file of 3 MB', Buffer.alloc(3_000_000))),
    right: withPicture(graph, png),
  },
  {
    code: 'picture/dimensions',
    about: 'A picture has more than 8,000 pixels on a side.',
    wrong: withPicture(graph, hugePng),
    right: withPicture(graph, png),
  },
  {
    code: 'picture/svg',
    about: 'A drawing holds something that acts, loads or explodes.',
    wrong: withPicture('![A drawing](a.svg)', actingDrawing, 'a.svg'),
    right: withPicture('![A drawing](a.svg)', drawing, 'a.svg'),
  },
  // Entries
  {
    code: 'entry/folder',
    about: 'An entry lies in a folder of its own.',
    wrong: { 'events/2022/talk-two.yaml': 'title: A talk\nkind: talk\nstart: 2022-03-03\n' },
    right: { 'events/talk-two.yaml': 'title: A talk\nkind: talk\nstart: 2022-03-03\n' },
  },
  {
    code: 'entry/ending',
    about: 'An entry ends in .yml.',
    wrong: { 'people/bob.yml': 'name: Bob\n' },
    right: { 'people/bob.yaml': 'name: Bob\n' },
  },
  {
    code: 'entry/id',
    about: 'The name of an entry’s file holds something else than small letters, digits, dots and hyphens.',
    wrong: { 'people/Bob Ross.yaml': 'name: Bob Ross\n' },
    right: { 'people/bob-ross.yaml': 'name: Bob Ross\n' },
  },
  {
    code: 'project/unknown',
    about: 'A project that is not in projects.yaml.',
    wrong: { 'people/ann.yaml': 'name: Ann Lee\nroles:\n  - { role: maintainer, project: flx }\n' },
    right: { 'people/ann.yaml': 'name: Ann Lee\nroles:\n  - { role: maintainer, project: flux }\n' },
  },
  {
    code: 'person/unknown',
    about: 'A speaker by an id that no person has.',
    wrong: talk('start: 2022-03-03', 'speakers: [anne]'),
    right: talk('start: 2022-03-03', 'speakers: [ann]'),
  },
  {
    code: 'project/twice',
    about: 'A project stands twice in projects.yaml.',
    wrong: {
      'projects.yaml':
        'projects:\n  - { id: flux, name: Flux, about: GitOps, repository: https://example.org/flux, color: "#1d4fd8" }\n  - { id: flux, name: Flux, about: GitOps, repository: https://example.org/flux, color: "#1d4fd8" }\n',
    },
    right: {},
  },
  ...kinds.flatMap((kind) => kind.codes?.() ?? []),
  // Editions
  {
    code: 'edition/unknown-id',
    about: 'A post names or places an entry that there is none of.',
    wrong: front('events: [tolk]'),
    right: front('events: [talk]'),
  },
  {
    code: 'edition/twice',
    about: 'An entry stands twice in a list of the front matter.',
    wrong: front('events: [talk, talk]'),
    right: front('events: [talk]'),
  },
  {
    code: 'edition/not-named',
    about: 'The text places an entry that the front matter does not name.',
    wrong: mdx('<Event id="talk" />'),
    right: mdx('<Event id="talk" />', 'events: [talk]'),
  },
  {
    code: 'edition/names-itself',
    about: 'A post names itself among the posts that it gathers.',
    wrong: front('posts: [/blog/2022/03/a/]'),
    right: { ...front('posts: [/blog/2022/03/b/]'), 'blog/2022/03/b.mdx': `${head([])}\nHello.\n` },
  },
  {
    code: 'edition/unknown-post',
    about: 'A post names another that there is none of.',
    wrong: front('posts: [/blog/2022/03/c/]'),
    right: { ...front('posts: [/blog/2022/03/b/]'), 'blog/2022/03/b.mdx': `${head([])}\nHello.\n` },
  },
  {
    code: 'edition/prompt-left',
    about: 'A post that is no draft still holds a prompt of the template, which asks its author for words.',
    wrong: mdx('<Prompt>\n\nWhat was new?\n\n</Prompt>'),
    right: mdx('<Prompt>\n\nWhat was new?\n\n</Prompt>', 'draft: true'),
  },
  {
    code: 'contributors/month',
    about: 'A list of contributors is named for no month.',
    wrong: { 'contributors/february.yaml': 'people:\n  - { name: Ann Lee, repositories: [] }\n' },
    right: { 'contributors/2022-02.yaml': 'people:\n  - { name: Ann Lee, repositories: [] }\n' },
  },
  {
    code: 'contributors/twice',
    about: 'A person stands twice in the list of a month.',
    wrong: {
      'contributors/2022-02.yaml':
        'people:\n  - { name: Ann Lee, repositories: [] }\n  - { name: ann lee, repositories: [] }\n',
    },
    right: { 'contributors/2022-02.yaml': 'people:\n  - { name: Ann Lee, repositories: [] }\n' },
  },
  {
    code: 'edition/placed-twice',
    about: 'The text places an entry, or a whole kind, twice.',
    wrong: mdx('<Events />\n\n<Events />', 'events: [talk]'),
    right: mdx('<Events />', 'events: [talk]'),
  },
  {
    code: 'video/unknown',
    about: 'A video is none that can be played without tracking those who watch.',
    wrong: mdx('<Video url="https://example.org/v.mp4" title="A talk" />'),
    right: mdx('<Video url="https://www.youtube.com/watch?v=r_vKf5l1D1M" title="A talk" />'),
  },
  {
    code: 'video/elsewhere',
    about:
      'A `<video>` in HTML plays what `public/` does not have. It is shown as a link, or as a place that names it: nothing is loaded from elsewhere, and no videos are served from beside posts.',
    wrong: md('<video src="https://example.org/v.mp4" title="A talk" controls></video>'),
    right: md('{{< youtube id="r_vKf5l1D1M" title="A talk" >}}'),
  },
  {
    code: 'shortcode/unknown',
    about: 'There is no shortcode of that name. With `--lenient` this is a warning, and the page shows a box.',
    wrong: md('{{< yotube r_vKf5l1D1M >}}'),
    right: md('{{< youtube r_vKf5l1D1M >}}'),
  },
  {
    code: 'shortcode/syntax',
    about: 'The tag of a shortcode has no end, or no name.',
    wrong: md('{{< youtube "r_vKf5l1D1M'),
    right: md('{{< youtube "r_vKf5l1D1M" >}}'),
  },
  {
    code: 'shortcode/unclosed',
    about: 'A shortcode that holds text has no closing tag.',
    wrong: md('{{% note %}}\nMind the gap.'),
    right: md('{{% note %}}\nMind the gap.\n{{% /note %}}'),
  },
  {
    code: 'shortcode/crossing',
    about: 'A shortcode begins inside another and ends outside of it.',
    wrong: md('{{% note %}}\n{{% alert %}}\nMind the gap.\n{{% /note %}}\n{{% /alert %}}'),
    right: md('{{% note %}}\n{{% alert %}}\nMind the gap.\n{{% /alert %}}\n{{% /note %}}'),
  },
  {
    code: 'shortcode/unopened',
    about: 'A closing tag of a shortcode closes nothing.',
    wrong: md('Mind the gap.\n\n{{% /note %}}'),
    right: md('{{% note %}}\nMind the gap.\n{{% /note %}}'),
  },
  {
    code: 'shortcode/depth',
    about: 'Shortcodes stand too deep in one another.',
    wrong: md('{{% note %}}\n'.repeat(30) + '{{% /note %}}\n'.repeat(30)),
    right: md('{{% note %}}\n'.repeat(10) + '{{% /note %}}\n'.repeat(10)),
  },
  {
    code: 'shortcode/argument',
    about: 'A shortcode is given something that it can make nothing of.',
    wrong: md('{{< youtube x >}}'),
    right: md('{{< youtube r_vKf5l1D1M >}}'),
  },
  {
    code: 'shortcode/missing',
    about: 'A shortcode names a post, a parameter or a file that is not there.',
    wrong: md('See {{< param "version" >}}.'),
    right: md('See {{< param "version" >}}.', 'params: { version: "1.0" }'),
  },
  {
    code: 'shortcode/no-picture',
    about: 'A shortcode looks for pictures beside the post, and none fits.',
    wrong: bundle('{{< gallery match="images/*" >}}', 'a.png'),
    right: bundle('{{< gallery match="*.png" >}}', 'a.png'),
  },
  {
    code: 'shortcode/outside',
    about: 'A shortcode looks for pictures outside of the folder of the post.',
    wrong: bundle('{{< gallery match="../*" >}}', 'a.png'),
    right: bundle('{{< gallery match="*" >}}', 'a.png'),
  },
  {
    code: 'toml/invalid',
    about: 'Front matter between lines of `+++` is no TOML.',
    wrong: { 'blog/2022/03/a.md': '+++\ntitle = A post\ndate = 2022-03-01\n+++\nHello.\n' },
    right: { 'blog/2022/03/a.md': '+++\ntitle = "A post"\ndate = 2022-03-01\n+++\nHello.\n' },
  },
  {
    code: 'toml/size',
    about: 'Front matter in TOML is too long.',
    wrong: {
      'blog/2022/03/a.md': bytes(
        '80 kB of fields between lines of +++',
        `+++\ntitle = "A post"\ndate = 2022-03-01\n#${' x'.repeat(40_000)}\n+++\nHello.\n`,
      ),
    },
    right: { 'blog/2022/03/a.md': '+++\ntitle = "A post"\ndate = 2022-03-01\n# x\n+++\nHello.\n' },
  },
  {
    code: 'json/invalid',
    about: 'Front matter in braces is no JSON.',
    wrong: { 'blog/2022/03/a.md': '{\n"title": "A post",\n"date": 2022-03-01\n}\nHello.\n' },
    right: { 'blog/2022/03/a.md': '{\n"title": "A post",\n"date": "2022-03-01"\n}\nHello.\n' },
  },
  // Links elsewhere: only with --external, which no folder can show.
  {
    code: 'external/dead',
    about:
      'A link to another site leads nowhere: there is no such page (404, 410), or no such machine. Where the Wayback Machine has a copy, the message names it. Found only with `--external`.',
    wrong: {},
    right: {},
  },
  {
    code: 'external/failing',
    about:
      'A link to another site was asked three times, and each time the machine was silent, broke off, or answered with an error of its own (5xx). It may answer again. Found only with `--external`.',
    wrong: {},
    right: {},
  },
  {
    code: 'external/circle',
    about: 'A link to another site leads on and on, and never to a page. Found only with `--external`.',
    wrong: {},
    right: {},
  },
  {
    code: 'external/moved',
    about:
      'A link to another site still works, and says that it has moved for good (301, 308). A hint: the way there costs readers time, and ends one day. Found only with `--external`.',
    wrong: {},
    right: {},
  },
  {
    code: 'external/private',
    about:
      'A link leads to a machine that is not public, by its address, its name or a redirect: such a machine is never asked. Found only with `--external`.',
    wrong: {},
    right: {},
  },
];
