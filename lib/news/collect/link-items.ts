// What lists and feeds say of links: Hugo's `resources.yaml`, and feeds in RSS and Atom.
import { parseFeed } from 'feedsmith';
import { z } from 'zod';
import { parseYaml } from '@/lib/content/yaml';
import type { LinkForm } from '@/lib/kinds/link/schema';
import { SourceError } from '@/lib/news/collect/ask';
import { cleanLine, htmlToText } from '@/lib/news/collect/clean';

/** An item of a list or a feed, as far as the source says it. Texts are on one line; nothing else has been checked. */
export interface LinkItem {
  readonly title: string;
  readonly url: string;
  /** A day or a month. */
  readonly date: string | undefined;
  readonly form?: LinkForm | undefined;
  readonly by: readonly string[];
  /** The language of the feed. */
  readonly language?: string | undefined;
  /** What the community itself says of it. */
  readonly about?: string | undefined;
  /** What it is about, to look for words in. */
  readonly text: string;
}

const mostItems = 5_000;
const text = z.string().optional().catch(undefined);
const resourceSchema = z.object({ youtube: text, url: text, title: text, date: text, type: text, description: text });

/** Why a complete text cannot be read, as a sentence. */
export function problemOfLinks(source: string): string | undefined {
  try {
    readLinkItems(source);
    return undefined;
  } catch (error) {
    if (error instanceof SourceError) return error.message;
    throw error;
  }
}

/** The items of a list or a feed. @throws {SourceError} if it is neither, or incomplete. */
export function readLinkItems(source: string): LinkItem[] {
  const clean = source.replace(/^\ufeff/, '');
  const items = /^\s*</.test(clean) ? readFeed(clean) : readList(clean);
  if (items.length > mostItems) throw new SourceError(`it has more than ${mostItems} items`);
  return items;
}

/** Hugo's `data/resources.yaml`: `resources:` with `title`, `date`, `type`, and `youtube` or `url`. */
function readList(source: string): LinkItem[] {
  const located = parseYaml(source.replace(/\r\n?/g, '\n'), 1);
  if (Array.isArray(located)) {
    const [first] = located;
    throw new SourceError(
      `it is neither a feed nor a YAML list: line ${first?.line}: ${cleanLine(first?.message ?? '', 120)}`,
    );
  }
  const list = z.array(z.unknown()).safeParse(located.data.resources).data;
  if (!list) throw new SourceError('it does not have the form "resources: [{title, date, type, youtube or url}]"');
  return list.map((item) => {
    const { youtube, url = '', title = '', date, type, description } = resourceSchema.safeParse(item).data ?? {};
    return {
      title: cleanLine(title),
      url: youtube ? `https://www.youtube.com/watch?v=${encodeURIComponent(youtube)}` : url.trim(),
      date: date?.trim(),
      form: type === 'video' ? 'video' : undefined,
      by: [],
      about: description === undefined ? undefined : cleanLine(description, 500) || undefined,
      text: `${title} ${description ?? ''}`,
    };
  });
}

function readFeed(source: string): LinkItem[] {
  // A feed whose end is missing would be read as far as it is there. After the end there may be comments.
  if (!/<\/(?:\w+:)?(?:rss|feed|RDF)\s*>(?:\s|<!--(?:(?!-->)[\s\S])*-->)*$/i.test(source)) {
    throw new SourceError('it is not a complete feed in RSS or Atom');
  }
  const { format, feed } = parsed(source);
  switch (format) {
    case 'atom':
      return (feed.entries ?? []).map(
        ({ title, links = [], published, updated, authors, summary, categories = [] }) => ({
          ...textsOf(title?.value, summary?.value, categories),
          url: (links.find(({ rel = 'alternate' }) => rel === 'alternate') ?? links[0])?.href?.trim() ?? '',
          date: dayOf(published ?? updated),
          form: isAudio(links.filter(({ rel }) => rel === 'enclosure')),
          by: namesOf((authors ?? feed.authors)?.map(({ name }) => name)),
          language: feed.xml?.lang,
        }),
      );
    case 'rss':
      return (feed.items ?? []).map(
        ({ title, link, guid, pubDate, authors, dc, enclosures, description, categories }) => ({
          ...textsOf(title, description, categories),
          url: (link ?? (guid?.isPermaLink === false ? undefined : guid?.value))?.trim() ?? '',
          date: dayOf(pubDate ?? dc?.dates?.[0]),
          form: isAudio(enclosures),
          by: namesOf(dc?.creators ?? authors?.map(({ name }) => name)),
          language: feed.language,
        }),
      );
    case 'rdf':
      return (feed.items ?? []).map(({ title, link, description, dc }) => ({
        ...textsOf(title, description, []),
        url: link?.trim() ?? '',
        date: dayOf(dc?.dates?.[0]),
        by: namesOf(dc?.creators),
        language: feed.dc?.languages?.[0],
      }));
    default:
      throw new SourceError('it is not a feed in RSS or Atom');
  }
}

function parsed(source: string): ReturnType<typeof parseFeed<string>> {
  try {
    return parseFeed(source);
  } catch {
    throw new SourceError('it is not a feed in RSS or Atom');
  }
}

/** The title, and what else says what an item is about. All may be HTML. */
function textsOf(title = '', about = '', categories: readonly { name?: string; term?: string; label?: string }[] = []) {
  const clean = (html: string) => cleanLine(htmlToText(html), 300);
  const named = categories.map(({ name, label, term }) => name ?? label ?? term ?? '');
  return { title: clean(title), text: [title, about, ...named].map(clean).join(' ') };
}

/** The day of an instant in UTC, in the forms of RFC 822 or ISO 8601. */
function dayOf(time: string | undefined): string | undefined {
  const date = new Date(time ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}

function isAudio(files: readonly { type?: string | undefined }[] = []): 'podcast' | undefined {
  return files.some(({ type }) => type?.startsWith('audio/')) ? 'podcast' : undefined;
}

/** Many feeds have an address for mail in place of a name. */
function namesOf(names: readonly (string | undefined)[] = []): string[] {
  return names.map((name = '') => cleanLine(name, 120)).filter((name) => name !== '' && !name.includes('@'));
}
