// The shortcodes of Hugo and of Docsy that posts may use, and what each becomes: the parts that posts in MDX are made of.

import type { PhrasingContent, RootContent } from 'mdast';
import { nearest } from '@/lib/base/nearest';
import type { BodyContext } from '@/lib/content/body-context';
import type { ShortcodeNode } from '@/lib/mdx/shortcode-node';
import type { Shortcode } from '@/lib/mdx/shortcodes';
import { parseVideo } from '@/lib/mdx/videos';

/** What drawing a shortcode may ask for. */
export interface Drawing {
  readonly context: BodyContext;
  /** Reports what is wrong with it, at its place. */
  fault(code: string, message: string, fix: string): void;
  /** Has a pattern looked for among the pictures beside the post. */
  match(pattern: string): void;
  /** The text between its tags, read as Markdown. */
  blocks(): RootContent[];
  /** The same as it is written. */
  text(): string;
  /** An argument that is Markdown. */
  markdown(text: string): RootContent[];
}

interface Spec {
  readonly needsEnd?: boolean;
  draw(shortcode: Shortcode, drawing: Drawing): RootContent[];
}

/** How Bootstrap's colours, which Docsy's shortcodes take, are said here. */
const tones: Readonly<Record<string, string>> = {
  success: 'tip',
  warning: 'warning',
  danger: 'caution',
  tip: 'tip',
  important: 'important',
  caution: 'caution',
};

const video =
  (toAddress: (id: string) => string, host: string): Spec['draw'] =>
  (shortcode, drawing) => {
    const id = shortcode.named.get('id') ?? shortcode.positional[0] ?? '';
    const url = toAddress(id);
    if (!parseVideo(url)) {
      drawing.fault(
        'shortcode/argument',
        `"${id}" is no video of ${host}`,
        `write {{< ${shortcode.name} ID >}} with the ID from its address`,
      );
      return [unknownBox(shortcode, drawing)];
    }
    const start = Number(shortcode.named.get('start') ?? 0);
    const from = host === 'YouTube' && start > 0 ? `&t=${Math.floor(start)}` : '';
    return [
      element('shortcode-video', { url: url + from, title: shortcode.named.get('title') || `Video on ${host}` }, []),
    ];
  };

const callout =
  (kindOf: (shortcode: Shortcode) => string): Spec['draw'] =>
  (shortcode, { blocks }) => {
    const title = shortcode.named.get('title') ?? (shortcode.name === 'alert' ? undefined : shortcode.positional[0]);
    return [element('callout', { kind: kindOf(shortcode), ...(title ? { title } : {}) }, blocks())];
  };

const tone = ({ named }: Shortcode) => tones[named.get('color') ?? ''] ?? 'note';

const status: Spec['draw'] = ({ named, positional, name }, drawing) => {
  const id = named.get('id') ?? positional[1] ?? positional[0] ?? '';
  const user = named.get('user') ?? (positional.length > 1 ? positional[0] : undefined);
  if (!/^\d+$/.test(id) || (user !== undefined && !/^\w{1,30}$/.test(user))) {
    const fix = `write {{< ${name} user="name" id="123" >}}`;
    drawing.fault('shortcode/argument', `"${[user, id].filter(Boolean).join(' ')}" is no post on X`, fix);
    return [];
  }
  const text = user ? `A post by @${user} on X` : 'A post on X';
  return [quotedLink(`https://x.com/${user ?? 'i'}/status/${id}`, text)];
};

/** A scale as Hugo's pictures take it: `Resize 700x`, `Fit 600x400`. */
function sizeOf([, how = '', size = '']: readonly string[]): Record<string, string> | undefined {
  const operation = ['resize', 'fit', 'fill', 'crop'].find((each) => each === how.toLowerCase());
  const [, width = '', height = ''] = /^(\d{0,5})x(\d{0,5})\b/.exec(size.trim()) ?? [];
  if (!operation || (!width && !height) || (operation !== 'resize' && !(width && height))) return undefined;
  return { scale: operation, ...(width ? { width } : {}), ...(height ? { height } : {}) };
}

const figureOf = (picture: RootContent, caption: RootContent[]): RootContent =>
  element('figure', {}, [picture, ...(caption.length > 0 ? [element('figcaption', {}, unwrap(caption))] : [])]);

const code = (value: string, lang: string): RootContent => ({ type: 'code', lang: lang || null, value });

const specs: Readonly<Record<string, Spec>> = {
  youtube: { draw: video((id) => `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`, 'YouTube') },
  vimeo: { draw: video((id) => `https://vimeo.com/${encodeURIComponent(id)}`, 'Vimeo') },
  tweet: { draw: status },
  twitter: { draw: status },
  x: { draw: status },
  gist: {
    draw({ positional: [user = '', id = '', file] }, { fault }) {
      if (/^[\w-]+$/.test(user) && /^[0-9a-f]+$/i.test(id))
        return [quotedLink(`https://gist.github.com/${user}/${id}`, `A gist by ${user}${file ? `: ${file}` : ''}`)];
      fault('shortcode/argument', `"${user} ${id}" is no gist`, 'write {{< gist USER ID >}}');
      return [];
    },
  },
  figure: {
    draw(shortcode, drawing) {
      const { named, positional } = shortcode;
      const url = named.get('src') ?? positional[0] ?? '';
      if (!url) {
        drawing.fault('shortcode/argument', 'the shortcode "figure" names no picture', 'add src="picture.png"');
        return [unknownBox(shortcode, drawing)];
      }
      const words = named.get('caption') ?? named.get('attr') ?? '';
      const alt = named.get('alt') ?? (plain(words) || named.get('title') || '');
      const width = /^\d+/.exec(named.get('width') ?? '')?.[0];
      const image: PhrasingContent = {
        type: 'image',
        url,
        alt,
        ...(width ? { data: { hProperties: { width } } } : {}),
      };
      const link = named.get('link');
      const caption = [
        ...(named.get('title') ? [paragraph({ type: 'strong', children: [text(named.get('title') ?? '')] })] : []),
        ...drawing.markdown(named.get('caption') ?? ''),
        ...(named.get('attr') ? [paragraph(maybeLink(named.get('attrlink'), named.get('attr') ?? ''))] : []),
        ...drawing.blocks(),
      ];
      return [figureOf(link ? { type: 'link', url: link, children: [image] } : image, caption)];
    },
  },
  imgproc: {
    draw(shortcode, drawing) {
      const [name = ''] = shortcode.positional;
      const size = sizeOf(shortcode.positional);
      if (!name || !size) {
        const fix = 'write {{< imgproc NAME Resize 700x >}}, or Fit, Fill or Crop with both sides';
        drawing.fault('shortcode/argument', 'the shortcode "imgproc" needs a picture and a size', fix);
        return [unknownBox(shortcode, drawing)];
      }
      const pattern = `**${name}*`;
      drawing.match(pattern);
      const caption = drawing.blocks();
      const alt = plain(drawing.text()) || wordsOf(name);
      return [figureOf(element('shortcode-picture', { match: pattern, alt, ...size }, []), caption)];
    },
  },
  gallery: {
    draw({ named, positional }, { match }) {
      const pattern = named.get('match') ?? positional[0] ?? '**';
      match(pattern);
      const order = named.get('sortOrder')?.toLowerCase() === 'desc' ? { order: 'desc' } : {};
      const row = /^\d{1,4}$/.exec(named.get('rowHeight') ?? '')?.[0];
      return [element('shortcode-gallery', { match: pattern, ...order, ...(row ? { row } : {}) }, [])];
    },
  },
  alert: { needsEnd: true, draw: callout(tone) },
  pageinfo: { needsEnd: true, draw: callout(tone) },
  note: { needsEnd: true, draw: callout(() => 'note') },
  warning: { needsEnd: true, draw: callout(() => 'warning') },
  caution: { needsEnd: true, draw: callout(() => 'caution') },
  cardpane: {
    needsEnd: true,
    draw: (_, { blocks }) => [element('div', { className: ['shortcode-cards'] }, blocks())],
  },
  card: {
    needsEnd: true,
    draw({ named }, drawing) {
      const isCode = named.get('code') === 'true';
      const [header, title, subtitle, footer] = ['header', 'title', 'subtitle', 'footer'].map((name) =>
        drawing.markdown(named.get(name) ?? ''),
      );
      const bold = (blocks: RootContent[] = []): RootContent[] =>
        blocks.length > 0 ? [paragraph({ type: 'strong', children: unwrap(blocks) as PhrasingContent[] })] : [];
      return [
        element('div', { className: ['shortcode-card'] }, [
          ...bold(header),
          ...bold(title),
          ...(subtitle ?? []),
          ...(isCode ? [code(drawing.text(), named.get('lang') ?? '')] : drawing.blocks()),
          ...(footer ?? []),
        ]),
      ];
    },
  },
  tabpane: {
    needsEnd: true,
    draw(_, drawing) {
      const tabs = drawing.blocks();
      const first = tabs.find((node) => node.type === 'shortcode');
      if (first?.type === 'shortcode') first.data.hProperties.open = true;
      return [element('div', { className: ['shortcode-tabs'] }, tabs)];
    },
  },
  tab: {
    needsEnd: true,
    draw({ named, positional }, drawing) {
      const title = named.get('header') ?? named.get('name') ?? positional[0] ?? 'Tab';
      const lang = named.get('lang') ?? '';
      const isCode = lang !== '' || named.get('code') === 'true';
      return [disclosure(title, isCode ? [code(drawing.text(), lang)] : drawing.blocks(), false)];
    },
  },
  details: {
    needsEnd: true,
    draw({ named, positional }, { blocks }) {
      const title = named.get('summary') ?? named.get('title') ?? positional[0] ?? 'Details';
      return [disclosure(title, blocks(), named.get('open') === 'true')];
    },
  },
  highlight: {
    needsEnd: true,
    draw: ({ positional, named }, drawing) => [
      code(drawing.text(), positional[0] ?? named.get('lang') ?? named.get('type') ?? ''),
    ],
  },
  // These three are text, wherever they stand: see `toInlineText`. Here they are what they lead to where that is not known.
  ref: { draw: (shortcode, drawing) => missing(shortcode, drawing, 'there is no post', 'correct the name') },
  relref: { draw: (shortcode, drawing) => missing(shortcode, drawing, 'there is no post', 'correct the name') },
  param: {
    draw: (shortcode, drawing) =>
      missing(shortcode, drawing, 'there is no parameter', 'add it below "params:" in the front matter'),
  },
  readfile: {
    draw(shortcode, drawing) {
      const { named, positional } = shortcode;
      const name = (named.get('file') ?? positional[0] ?? '').replace(/^(?:\.\/)+/, '');
      const content = drawing.context.texts?.[name];
      if (content === undefined) {
        return missing(shortcode, drawing, 'there is no file beside the post', 'put a text file of that name there');
      }
      const lang = named.get('lang') ?? /\.([a-z0-9]+)$/i.exec(name)?.[1] ?? '';
      return named.get('code') === 'true' ? [code(content.replace(/\n$/, ''), lang)] : drawing.markdown(content);
    },
  },
};

/** The names of all shortcodes that are known. */
export const shortcodeNames: readonly string[] = Object.keys(specs);

/** Whether a shortcode makes no sense without its closing tag. */
export function needsEnd(name: string): boolean {
  return Object.hasOwn(specs, name) && specs[name]?.needsEnd === true;
}

/** What a shortcode becomes. One that is not known becomes a visible box, and is a fault. */
export function drawShortcode(shortcode: Shortcode, drawing: Drawing): RootContent[] {
  const { name } = shortcode;
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (spec) return needsEnd(name) && !shortcode.inner ? [] : spec.draw(shortcode, drawing);
  const near = nearest(name, shortcodeNames);
  const fix = near ? `did you mean "${near}"?` : `use one of: ${shortcodeNames.join(', ')}`;
  drawing.fault('shortcode/unknown', `there is no shortcode "${name}"`, fix);
  return [unknownBox(shortcode, drawing)];
}

/** The text that a shortcode stands for, also within the address of a link; undefined for one that is more than text. */
export function toInlineText(
  { name, positional, named }: Shortcode,
  { params, refs }: BodyContext,
): string | undefined {
  const what = named.get('path') ?? named.get('name') ?? positional[0] ?? '';
  if (name === 'ref' || name === 'relref') {
    return refs && Object.hasOwn(refs, what) ? refs[what]?.replace(/[\s()<>]/g, encodeURIComponent) : undefined;
  }
  if (name !== 'param' || !params || !Object.hasOwn(params, what)) return undefined;
  return params[what]?.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

function missing({ name, positional, named }: Shortcode, { fault }: Drawing, message: string, fix: string) {
  const what = positional[0] ?? [...named.values()][0] ?? '';
  fault('shortcode/missing', `${message} "${what}", which "${name}" names`, fix);
  return what ? [text(what)] : [];
}

function unknownBox({ name }: Shortcode, { blocks }: Drawing): RootContent {
  const title = paragraph({ type: 'strong', children: [text(`Not shown here: ${name}`)] });
  return element('div', { className: ['shortcode-unknown'] }, [title, ...blocks()]);
}

function element(
  hName: string,
  hProperties: ShortcodeNode['data']['hProperties'],
  children: RootContent[],
): RootContent {
  return { type: 'shortcode', name: hName, data: { hName, hProperties }, children };
}

function disclosure(title: string, children: RootContent[], open: boolean): RootContent {
  return element('details', open ? { open } : {}, [element('summary', {}, [text(title)]), ...children]);
}

function quotedLink(url: string, title: string): RootContent {
  return { type: 'blockquote', children: [{ type: 'paragraph', children: [maybeLink(url, title)] }] };
}

function maybeLink(url: string | undefined, title: string): PhrasingContent {
  return url ? { type: 'link', url, children: [text(title)] } : text(title);
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

/** Markdown of a line as words alone. */
function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function wordsOf(name: string): string {
  return name
    .replace(/^.*\//, '')
    .replace(/\.[a-z]+$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim();
}
