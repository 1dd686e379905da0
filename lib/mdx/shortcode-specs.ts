// The supported shortcodes of Hugo and Docsy, and the elements and components to which they are converted.
import type { PhrasingContent, RootContent } from 'mdast';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { parseVideo } from '@/lib/base/videos';
import { words } from '@/lib/base/words';
import type { BodyContext } from '@/lib/content/posts';
import { nameInWords } from '@/lib/mdx/picture';
import { boxMark, type Shortcode, type ShortcodeNode } from '@/lib/mdx/shortcodes';

/** What rendering a shortcode may need. */
export interface ShortcodeContext {
  readonly context: BodyContext;
  /** Reports what is wrong with the shortcode; its place is added. */
  report(diagnostic: Diagnostic): void;
  /** The text between its tags, parsed as Markdown. */
  blocks(): RootContent[];
  /** The same, as written in the source. */
  text(): string;
  /** An argument that is Markdown. */
  markdown(text: string): RootContent[];
}

type Render = (shortcode: Shortcode, given: ShortcodeContext) => RootContent[];

/** The first of several named arguments that is given, else the first positional one. */
function argument({ named, positional }: Shortcode, ...names: readonly string[]): string | undefined {
  const name = names.find((each) => named.has(each));
  return name === undefined ? positional[0] : named.get(name);
}

const badArgument = (message: string, fix: string): Diagnostic => warning('shortcode/argument', message, fix);

function video(host: 'YouTube' | 'Vimeo', toAddress: (id: string) => string): Render {
  return (shortcode, given) => {
    const id = argument(shortcode, 'id') ?? '';
    const url = toAddress(encodeURIComponent(id));
    if (!parseVideo(url)) {
      const fix = `write {{< ${shortcode.name} ID >}} with the ID from its address`;
      given.report(badArgument(`"${id}" is not the ID of a ${host} video`, fix));
      return [unknownBox(shortcode, given)];
    }
    const start = Number(shortcode.named.get('start') ?? 0);
    const from = host === 'YouTube' && start > 0 ? `&t=${Math.floor(start)}` : '';
    const title = shortcode.named.get('title') || words.text.videoOn(host);
    return [element('shortcode-video', { url: url + from, title }, [])];
  };
}

const status: Render = (shortcode, given) => {
  const { named, positional, name } = shortcode;
  const id = named.get('id') ?? positional[1] ?? positional[0] ?? '';
  const user = named.get('user') ?? (positional.length > 1 ? positional[0] : undefined);
  if (!/^\d+$/.test(id) || (user !== undefined && !/^\w{1,30}$/.test(user))) {
    const fix = `write {{< ${name} user="name" id="123" >}}`;
    given.report(badArgument(`"${[user, id].filter(Boolean).join(' ')}" is not a post on X`, fix));
    return [unknownBox(shortcode, given)];
  }
  const text = user ? words.text.postOnXBy(`@${user}`) : words.text.postOnX;
  return [quotedLink(`https://x.com/${user ?? 'i'}/status/${id}`, text)];
};

const gist: Render = (shortcode, given) => {
  const [user = '', id = '', file] = shortcode.positional;
  if (/^[\w-]+$/.test(user) && /^[0-9a-f]+$/i.test(id))
    return [
      quotedLink(
        `https://gist.github.com/${user}/${id}`,
        file ? words.labelled(words.text.gistBy(user), file) : words.text.gistBy(user),
      ),
    ];
  given.report(badArgument(`"${user} ${id}" is not a gist`, 'write {{< gist USER ID >}}'));
  return [unknownBox(shortcode, given)];
};

/** Bootstrap's colours, which Docsy's shortcodes take, and the callouts that they become. */
const tones: Readonly<Record<string, string>> = {
  ...{ success: 'tip', warning: 'warning', danger: 'caution' },
  ...{ tip: 'tip', important: 'important', caution: 'caution' },
};

/** @param kind by default what the colour says. */
function callout(kind?: string): Render {
  return ({ name, named, positional }, { blocks }) => {
    const title = named.get('title') ?? (name === 'alert' ? undefined : positional[0]);
    const tone = kind ?? tones[named.get('color') ?? ''] ?? 'note';
    return [element('callout', { kind: tone, ...(title ? { title } : {}) }, blocks())];
  };
}

const figure: Render = (shortcode, given) => {
  const { named } = shortcode;
  const url = argument(shortcode, 'src') ?? '';
  if (!url) {
    given.report(badArgument('the shortcode "figure" has no image', 'add src="image.png"'));
    return [unknownBox(shortcode, given)];
  }
  const [title, attribution, link] = ['title', 'attr', 'link'].map((name) => named.get(name));
  const alt = named.get('alt') ?? (plain(named.get('caption') ?? attribution ?? '') || title || '');
  const width = /^\d+/.exec(named.get('width') ?? '')?.[0];
  const image: PhrasingContent = { type: 'image', url, alt, ...(width ? { data: { hProperties: { width } } } : {}) };
  const caption = [
    ...(title ? [strong([text(title)])] : []),
    ...given.markdown(named.get('caption') ?? ''),
    ...(attribution ? [paragraph(maybeLink(named.get('attrlink'), attribution))] : []),
    ...given.blocks(),
  ];
  return [figureOf(link ? { type: 'link', url: link, children: [image] } : image, caption)];
};

/** A scale as Hugo's pictures take it: `Resize 700x`, `Fit 600x400`. */
function sizeOf([, how = '', size = '']: readonly string[]): Record<string, string> | undefined {
  const scale = ['resize', 'fit', 'fill', 'crop'].find((each) => each === how.toLowerCase());
  const [, width = '', height = ''] = /^(\d{0,5})x(\d{0,5})\b/.exec(size.trim()) ?? [];
  if (!scale || (!width && !height) || (scale !== 'resize' && !(width && height))) return undefined;
  return { scale, ...(width ? { width } : {}), ...(height ? { height } : {}) };
}

const imgproc: Render = (shortcode, given) => {
  const [name = ''] = shortcode.positional;
  const size = sizeOf(shortcode.positional);
  if (!name || !size) {
    const fix = 'write {{< imgproc NAME Resize 700x >}}, or use Fit, Fill or Crop with both sizes';
    given.report(badArgument('the shortcode "imgproc" needs an image and a size', fix));
    return [unknownBox(shortcode, given)];
  }
  const alt = plain(given.text()) || nameInWords(name).trim();
  return [figureOf(element('shortcode-picture', { match: `**${name}*`, alt, ...size }, []), given.blocks())];
};

const gallery: Render = (shortcode) => {
  const order = shortcode.named.get('sortOrder')?.toLowerCase() === 'desc' ? { order: 'desc' } : {};
  const row = /^\d{1,4}$/.exec(shortcode.named.get('rowHeight') ?? '')?.[0];
  const match = argument(shortcode, 'match') ?? '**';
  return [element('shortcode-gallery', { match, ...order, ...(row ? { row } : {}) }, [])];
};

const card: Render = ({ named }, given) => {
  const isCode = named.get('code') === 'true';
  const part = (name: string) => given.markdown(named.get(name) ?? '');
  const bold = (blocks: RootContent[]) => (blocks.length > 0 ? [strong(unwrap(blocks) as PhrasingContent[])] : []);
  const content = isCode ? [code(given.text(), named.get('lang') ?? '')] : given.blocks();
  return [
    box('card', [...bold(part('header')), ...bold(part('title')), ...part('subtitle'), ...content, ...part('footer')]),
  ];
};

const tabpane: Render = (_, { blocks }) => {
  const tabs = blocks();
  const first = tabs.find((node) => node.type === 'shortcode');
  if (first?.type === 'shortcode') first.data.hProperties.open = true;
  return [box('tabs', tabs)];
};

const tab: Render = (shortcode, given) => {
  const lang = shortcode.named.get('lang') ?? '';
  const isCode = lang !== '' || shortcode.named.get('code') === 'true';
  const title = argument(shortcode, 'header', 'name') ?? words.text.tab;
  return [disclosure(title, isCode ? [code(given.text(), lang)] : given.blocks(), false)];
};

const details: Render = (shortcode, { blocks }) => {
  const title = argument(shortcode, 'summary', 'title') ?? words.text.details;
  return [disclosure(title, blocks(), shortcode.named.get('open') === 'true')];
};

const highlight: Render = ({ positional, named }, given) => [
  code(given.text(), positional[0] ?? named.get('lang') ?? named.get('type') ?? ''),
];

const readfile: Render = (shortcode, given) => {
  const name = (argument(shortcode, 'file') ?? '').normalize('NFC').replace(/^(?:\.\/)+/, '');
  const content = given.context.texts?.[name];
  if (content === undefined)
    return missing('there is no file', 'put a text file with that name next to the post')(shortcode, given);
  const lang = shortcode.named.get('lang') ?? /\.([a-z0-9]+)$/i.exec(name)?.[1] ?? '';
  return shortcode.named.get('code') === 'true' ? [code(content.replace(/\n$/, ''), lang)] : given.markdown(content);
};

/** For a shortcode that names something unknown: the name as text. */
function missing(message: string, fix: string): Render {
  return ({ name, positional, named }, { report }) => {
    const what = positional[0] ?? [...named.values()][0] ?? '';
    report(warning('shortcode/missing', `${message} "${what}", which the shortcode "${name}" refers to`, fix));
    return what ? [text(what)] : [];
  };
}

/** A box of another generator. */
const boxOf: Render = ({ named }, { blocks }) => {
  const [kind, title] = [named.get('box') ?? 'none', named.get('title')];
  if (kind === 'none') return blocks();
  if (kind === 'details') return [disclosure(title ?? words.text.details, blocks(), named.has('open'))];
  return [element('callout', { kind, ...(title ? { title } : {}) }, blocks())];
};

/** Shortcodes that are useless without a closing tag. */
const paired: Readonly<Record<string, Render>> = {
  alert: callout(),
  pageinfo: callout(),
  note: callout('note'),
  warning: callout('warning'),
  caution: callout('caution'),
  cardpane: (_, { blocks }) => [box('cards', blocks())],
  card,
  tabpane,
  tab,
  details,
  highlight,
  // For authors only (Hugo 0.137.1).
  comment: () => [],
};

// `ref`, `relref` and `param` are text wherever they are (see `toInlineText`); these are for names that are unknown.
const unknownPost = missing('there is no post', 'correct the name');

const renderers: Readonly<Record<string, Render>> = {
  youtube: video('YouTube', (id) => `https://www.youtube.com/watch?v=${id}`),
  vimeo: video('Vimeo', (id) => `https://vimeo.com/${id}`),
  tweet: status,
  twitter: status,
  x: status,
  gist,
  figure,
  imgproc,
  gallery,
  ...paired,
  ref: unknownPost,
  relref: unknownPost,
  param: missing('there is no parameter', 'add it below "params:" in the front matter'),
  readfile,
};

/** The names of all shortcodes that are known. */
export const shortcodeNames: readonly string[] = Object.keys(renderers);

/** Whether a shortcode is useless without its closing tag. */
export function needsEnd(name: string): boolean {
  return Object.hasOwn(paired, name);
}

/** What a shortcode becomes. An unknown one is reported and becomes a visible box. */
export function renderShortcode(shortcode: Shortcode, given: ShortcodeContext): RootContent[] {
  const { name } = shortcode;
  if (name.startsWith(boxMark)) return boxOf(shortcode, given);
  const render = Object.hasOwn(renderers, name) ? renderers[name] : undefined;
  if (render) return needsEnd(name) && !shortcode.inner ? [unknownBox(shortcode, given)] : render(shortcode, given);
  const near = nearest(name, shortcodeNames);
  const fix = near ? `did you mean "${near}"?` : `use one of: ${shortcodeNames.join(', ')}`;
  given.report(warning('shortcode/unknown', `there is no shortcode "${name}"`, fix));
  return [unknownBox(shortcode, given)];
}

/** The text that a shortcode becomes, also within the address of a link; undefined for one that is more than text. */
export function toInlineText(shortcode: Shortcode, { params, refs }: BodyContext): string | undefined {
  const { name } = shortcode;
  const what = argument(shortcode, 'path', 'name') ?? '';
  if (name === 'ref' || name === 'relref') {
    return refs && Object.hasOwn(refs, what) ? refs[what]?.replace(/[\s()<>]/g, encodeURIComponent) : undefined;
  }
  const key = what.toLowerCase();
  if (name !== 'param' || !params || !Object.hasOwn(params, key)) return undefined;
  return params[key]?.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

/** A box with the text of a shortcode that cannot be shown: what is between its tags, and arguments that are sentences. */
function unknownBox({ name, positional }: Shortcode, { blocks }: ShortcodeContext): RootContent {
  const sentences = positional.filter((argument) => /\s/.test(argument)).map((argument) => paragraph(text(argument)));
  return box('unknown', [strong([text(words.text.notShown(name))]), ...sentences, ...blocks()]);
}

function element(
  hName: string,
  hProperties: ShortcodeNode['data']['hProperties'],
  children: RootContent[],
): RootContent {
  return { type: 'shortcode', data: { hName, hProperties }, children };
}

function box(name: string, children: RootContent[]): RootContent {
  return element('div', { className: [`shortcode-${name}`] }, children);
}

function figureOf(picture: RootContent, caption: RootContent[]): RootContent {
  return element('figure', {}, [picture, ...(caption.length > 0 ? [element('figcaption', {}, unwrap(caption))] : [])]);
}

function disclosure(title: string, children: RootContent[], open: boolean): RootContent {
  return element('details', open ? { open } : {}, [element('summary', {}, [text(title)]), ...children]);
}

function code(value: string, lang: string): RootContent {
  return { type: 'code', lang: lang || null, value };
}

function quotedLink(url: string, title: string): RootContent {
  return { type: 'blockquote', children: [paragraph(maybeLink(url, title))] };
}

function maybeLink(url: string | undefined, title: string): PhrasingContent {
  return url ? { type: 'link', url, children: [text(title)] } : text(title);
}

function strong(children: PhrasingContent[]) {
  return paragraph({ type: 'strong', children });
}

function paragraph(...children: PhrasingContent[]): Extract<RootContent, { type: 'paragraph' }> {
  return { type: 'paragraph', children };
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}

/** A single paragraph's content without the paragraph. */
function unwrap(blocks: RootContent[]): RootContent[] {
  const [only] = blocks;
  return blocks.length === 1 && only?.type === 'paragraph' ? only.children : blocks;
}

/** Markdown of one line as plain text. */
function plain(markdown: string): string {
  const text = markdown.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]+/g, '');
  return text.replace(/\s+/g, ' ').trim();
}
