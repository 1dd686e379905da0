// Converts components of Docusaurus, Astro and Starlight to Markdown that shows the same.
import { boxTags, isBoxKind, toArgument } from '@/lib/news/import/bodies/boxes';
import { codeSpan, fenceFor } from '@/lib/news/import/bodies/code';
import { toVideo } from '@/lib/news/import/bodies/liquid';

/** A component as a body has it. */
export interface Component {
  readonly name: string;
  /** Whether it has its lines to itself. */
  readonly isAlone: boolean;
  /** What is between its tags. */
  readonly inner: string | undefined;
  /** Its opening tag. */
  readonly written: string;
  /** The text of the first of several attributes that is given; names in any case. */
  readonly value: (...names: string[]) => string | undefined;
  readonly expression: (name: string) => string | undefined;
  /** What tabs are called, by their values. */
  readonly labels: ReadonlyMap<string, string>;
}

/** What takes the place of a component: of the whole, or of its two tags. */
export interface Converted {
  readonly whole?: string | undefined;
  readonly open?: string;
  readonly close?: string;
  readonly isUnknown?: boolean;
}

type Convert = (component: Component) => Converted | undefined;

const inside: Convert = () => ({ open: '', close: '' });
const nothing: Convert = () => ({ whole: '' });

const box =
  (kind?: string): Convert =>
  ({ value, inner, name }) => {
    const given = kind ?? value('type', 'kind', 'variant', 'intent') ?? (isBoxKind(name) ? name : 'note');
    const { open, close } = boxTags(isBoxKind(given) ? given : 'note', value('title', 'label', 'heading'));
    const text = inner ?? value('children', 'text', 'content', 'description');
    return inner === undefined && text === undefined
      ? { whole: '' }
      : inner === undefined
        ? { whole: `${open}\n${text}\n${close}` }
        : { open, close };
  };

const video =
  (provider: string): Convert =>
  ({ value }) => {
    const id = value('id', 'videoId', 'video', 'youTubeId', 'youtubeId', 'videoid', 'url', 'src', 'embedId');
    return id === undefined
      ? undefined
      : { whole: toVideo(provider, id) ?? (/^https:\/\//.test(id) ? `<${id}>` : undefined) };
  };

const picture: Convert = ({ value, expression, inner, isAlone }) => {
  const sources = /(?:light|src)\s*:\s*(?:useBaseUrl\(|require\()?\s*["']([^"']+)["']/.exec(
    expression('sources') ?? expression('img') ?? '',
  )?.[1];
  const src = value('src', 'img', 'image', 'url', 'source', 'path') ?? sources;
  if (!src) return undefined;
  const [alt, caption] = [value('alt', 'title') ?? '', value('caption') ?? inner?.trim()];
  const shown = `![${(alt || (caption ?? '')).replace(/[[\]]/g, '\\$&').replace(/\s+/g, ' ')}](${destination(src)})`;
  if (!caption) return { whole: shown };
  return {
    whole: isAlone ? `${shown}\n\n*${caption.replace(/\s+/g, ' ').replace(/\*/g, '\\*')}*` : `${shown} ${caption}`,
  };
};

/** A destination of a link without spaces and brackets. */
export function destination(address: string): string {
  return address.trim().replace(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

const link: Convert = ({ value, inner }) => {
  const href = value('href', 'to', 'link', 'url');
  const text = (inner?.trim() || value('text', 'label', 'title', 'children')) ?? '';
  if (href === undefined) return inner === undefined ? undefined : { open: '', close: '' };
  if (/^\s*(?:\n|[-*+] )|\n[ \t]*\n/.test(inner ?? '')) return { open: '', close: ` [${href}](${destination(href)})` };
  if (inner !== undefined && inner.trim() !== '') return { open: '[', close: `](${destination(href)})` };
  return { whole: `[${text.replace(/[[\]]/g, '\\$&') || href}](${destination(href)})` };
};

const linkCard: Convert = ({ value }) => {
  const [title, href, description] = [value('title') ?? '', value('href', 'to', 'link'), value('description')];
  if (!href) return undefined;
  return { whole: `[${title || href}](${destination(href)})${description ? `: ${description}` : ''}` };
};

const card: Convert = ({ value, inner }) => {
  const title = value('title', 'heading', 'header') ?? '';
  if (value('href', 'to') !== undefined && inner === undefined) return undefined;
  return { open: `{{% card${title ? ` header="${toArgument(title)}"` : ''} %}}`, close: '{{% /card %}}' };
};

const code: Convert = ({ value, inner, isAlone }) => {
  const text = value('code', 'children') ?? /^\s*\{`([\s\S]*)`\}\s*$/.exec(inner ?? '')?.[1] ?? inner;
  if (text === undefined) return undefined;
  const lines = text.replace(/^\n|\n[ \t]*$/g, '');
  const marks = fenceFor(lines);
  const title = value('title');
  const before = `${title ? `**${title}**\n\n` : ''}`;
  if (!isAlone && !lines.includes('\n')) return { whole: codeSpan(lines) };
  return {
    whole: `${before}${marks}${(value('lang', 'language') ?? '').replace(/^language-/, '')}\n${lines}\n${marks}`,
  };
};

const disclosure: Convert = ({ value, inner }) => {
  const summary = value('summary', 'title', 'label', 'header');
  if (inner === undefined) return undefined;
  return { open: `{{% details summary="${toArgument(summary ?? 'Details')}" %}}`, close: '{{% /details %}}' };
};

const tab: Convert = ({ value, labels }) => {
  const id = value('value');
  const label = value('label', 'title', 'header', 'name') ?? labels.get(id ?? '') ?? id ?? 'Tab';
  return { open: `{{% tab header="${toArgument(label)}" %}}`, close: '{{% /tab %}}' };
};

const quote: Convert = ({ inner, value }) => {
  if (inner === undefined) return undefined;
  const author = value('author', 'cite', 'by');
  const lines = inner
    .replace(/^\s*\n|\s+$/g, '')
    .split('\n')
    .map((line) => `> ${line.trim()}`.trimEnd());
  return { whole: [...lines, ...(author ? ['>', `> — ${author}`] : [])].join('\n') };
};

const wrapped =
  (tag: string): Convert =>
  ({ inner, value }) => {
    const text = value('text', 'label', 'children');
    if (inner !== undefined) return { open: `<${tag}>`, close: `</${tag}>` };
    return text === undefined ? undefined : { whole: `<${tag}>${text}</${tag}>` };
  };

const label: Convert = ({ inner, value }) =>
  inner === undefined ? { whole: value('text', 'label', 'children', 'title') ?? '' } : { open: '', close: '' };

const post =
  (toAddress: (id: string) => string): Convert =>
  ({ value }) => {
    const id = value('id', 'tweetId', 'url', 'tweetLink', 'src');
    if (!id) return undefined;
    return { whole: `<${/^https?:/.test(id) ? id : toAddress(id)}>` };
  };

/** By name, in small letters. */
const known: Readonly<Record<string, Convert>> = {
  '': inside,
  ...Object.fromEntries('admonition aside callout alert banner notice'.split(' ').map((name) => [name, box()])),
  ...Object.fromEntries(
    'note info tip warning caution danger important success'.split(' ').map((name) => [name, box(name)]),
  ),
  tabs: () => ({ open: '{{< tabpane >}}', close: '{{< /tabpane >}}' }),
  tabitem: tab,
  tab,
  ...Object.fromEntries(
    'youtube youtubeembed liteyoutube liteyoutubeembed lite-youtube youtubevideo'
      .split(' ')
      .map((name) => [name, video('youtube')]),
  ),
  ...Object.fromEntries('vimeo vimeoembed lite-vimeo'.split(' ').map((name) => [name, video('vimeo')])),
  ...Object.fromEntries('video reactplayer videoplayer'.split(' ').map((name) => [name, video('youtube')])),
  tweet: post((id) => `https://x.com/i/status/${id}`),
  tweetembed: post((id) => `https://x.com/i/status/${id}`),
  ...Object.fromEntries(
    'image img picture figure themedimage idealimage zoom imagezoom zoomableimage blogimage'
      .split(' ')
      .map((name) => [name, picture]),
  ),
  ...Object.fromEntries('link a button linkbutton ctabutton'.split(' ').map((name) => [name, link])),
  linkcard: linkCard,
  card,
  ...Object.fromEntries(
    'cardgrid cards cardgroup'
      .split(' ')
      .map((name) => [name, () => ({ open: '{{% cardpane %}}', close: '{{% /cardpane %}}' })]),
  ),
  code,
  codeblock: code,
  details: disclosure,
  accordion: disclosure,
  accordionitem: disclosure,
  collapsible: disclosure,
  spoiler: disclosure,
  quote,
  blockquote: quote,
  kbd: wrapped('kbd'),
  highlight: wrapped('mark'),
  mark: wrapped('mark'),
  badge: label,
  ...Object.fromEntries(
    `steps filetree fragment columns column col row grid box center centered container frame browserwindow section div span
    p layout wrapper flex stack hstack vstack content text bleed fullwidth wide prose lead big browseronly`
      .split(/\s+/)
      .map((name) => [name, inside]),
  ),
  ...Object.fromEntries(
    'icon head tocinline toc tableofcontents spacer divider br seo'.split(' ').map((name) => [name, nothing]),
  ),
};

/** What a component of a site's own is likely to be. */
function likely(name: string, { inner, value }: Component): Convert | undefined {
  if (inner === undefined && /image|img|picture|figure|photo|screenshot/.test(name)) return picture;
  if (inner === undefined && /youtube/.test(name)) return video('youtube');
  if (inner === undefined && value('src') !== undefined && value('alt') !== undefined) return picture;
  if (inner !== undefined && /callout|admonition/.test(name)) return box();
  return undefined;
}

/** Attributes whose text readers see. */
const words = [
  'title',
  'heading',
  'header',
  'label',
  'name',
  'subtitle',
  'text',
  'description',
  'summary',
  'caption',
  'alt',
  'author',
  'quote',
];

/** What takes the place of a component. An unknown one becomes what is inside it, or code that shows it. */
export function convertComponent(component: Component): Converted {
  const name = component.name.toLowerCase();
  const convert = Object.hasOwn(known, name) ? known[name] : likely(name, component);
  const converted = convert?.(component);
  if (converted && (!('whole' in converted) || converted.whole !== undefined)) return converted;
  if (component.inner !== undefined && component.inner.trim() !== '') {
    const shown = words.flatMap((each) => component.value(each) || []);
    return { open: shown.length > 0 ? `**${shown.join(': ')}**\n\n` : '', close: '', isUnknown: true };
  }
  return { whole: codeSpan(component.written), isUnknown: true };
}
