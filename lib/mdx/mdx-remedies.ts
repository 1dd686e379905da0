// What to write in MDX instead of what other sites use: Hugo's shortcodes, images and players in HTML.
import { parseVideo } from '@/lib/base/videos';

/** The attributes of a tag or shortcode, by name; those without one by their position. */
type Given = ReadonlyMap<string, string>;

const attributePattern = /(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`=/>]+))/g;

/** Reads `id="a" title='b'`, and `a "b"` as `0` and `1`. */
function attributesIn(text: string): Given {
  const given = new Map<string, string>();
  for (const [, name, ...values] of text.matchAll(attributePattern)) {
    given.set(name?.toLowerCase() ?? String(given.size), values.find((value) => value !== undefined) ?? '');
  }
  return given;
}

const boxes: Readonly<Record<string, string>> = {
  ...{ alert: 'Note', note: 'Note', pageinfo: 'Note', tip: 'Note', info: 'Note' },
  ...{ warning: 'Warning', caution: 'Warning', danger: 'Warning' },
};

/**
 * What to write instead of a shortcode.
 *
 * @param expression what is in its outer braces: `{< youtube abc >}`.
 * @returns its name with what to write; undefined for what is no shortcode.
 */
export function insteadOfShortcode(expression: string): { name: string; fix: string } | undefined {
  const [, name, rest = ''] = /^\s*\{[<%]\s*\/?\s*([\w/.-]+)([\s\S]*?)\/?[>%]\}\s*$/.exec(expression) ?? [];
  return name === undefined ? undefined : { name, fix: insteadOf(name, attributesIn(rest)) };
}

function insteadOf(name: string, given: Given): string {
  const id = given.get('id') ?? given.get('0');
  if (name === 'youtube' || name === 'vimeo') {
    const start = name === 'youtube' ? 'https://www.youtube.com/watch?v=' : 'https://vimeo.com/';
    return `write ${videoTag(start + (id ?? 'ID'), given.get('title'))}`;
  }
  if (name === 'figure' || name === 'imgproc') return `write ${figureTag(given.get('src') ?? id, given.get('alt'))}`;
  if (name === 'gallery') return `write <Gallery match="${given.get('match') ?? id ?? '*.png'}" />`;
  if (name === 'ref' || name === 'relref') return 'write the address of the page, such as /blog/2022/03/a-post/';
  const box = Object.hasOwn(boxes, name) ? boxes[name] : undefined;
  return box ? `write <${box}> and </${box}> around the text` : 'write Markdown, or name the file .md, where they work';
}

/**
 * What to write instead of an element of HTML that shows a picture or plays a video.
 *
 * @param attributes the source of its attributes.
 * @returns undefined for any other element.
 */
export function insteadOfMedia(name: string, attributes: string): string | undefined {
  const given = attributesIn(attributes);
  const src = given.get('src');
  if (name === 'iframe') {
    const video = parseVideo(src?.replace(/^\/\//, 'https://') ?? '');
    return video ? `write ${videoTag(video.watchHref, given.get('title'))}` : undefined;
  }
  if (name !== 'img') return undefined;
  const alt =
    given
      .get('alt')
      ?.trim()
      .replace(/[[\]\\]/g, '\\$&') || 'What it shows';
  const image = `write ![${alt}](${destination(src ?? 'file.png')})`;
  return src !== undefined && /^https?:/i.test(src)
    ? image
    : `${image}, or ${figureTag(src, given.get('alt'))} for one with a caption`;
}

function videoTag(url: string, title = 'What it shows'): string {
  return `<Video url="${url}" title="${attributeText(title)}" />`;
}

function figureTag(src = 'file.png', alt = 'What it shows'): string {
  return `<Figure src="${src}" alt="${attributeText(alt)}">…</Figure>`;
}

/** A text in the quotes of an attribute. */
function attributeText(text: string): string {
  return text.replaceAll('"', '&quot;') || 'What it shows';
}

/** An address as Markdown has it. */
function destination(src: string): string {
  return /[\s()<>]/.test(src) ? `<${src}>` : src;
}
