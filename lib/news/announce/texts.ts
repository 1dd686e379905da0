// What an announcement says about a post, in the form and within the limit of each channel: a line, a thread, an email.
import { compare } from '@/lib/base/compare';
import { oneLine } from '@/lib/base/english';
import { toHref } from '@/lib/base/urls';
import { formatList, words } from '@/lib/base/words';
import { lookupIn } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { type NamedEntries, publicPosts, resolveEdition } from '@/lib/edition/resolve';
import type { AnnouncedItem, EntryBase, Lookup } from '@/lib/kinds/kind';
import { toPlainText } from '@/lib/mdx/markdown';
import { countFor } from '@/lib/news/announce/count';
import type { AnnouncementChannel } from '@/lib/site-types';

const said = words.announcement;

/** One thing to announce, with its address if it has one. */
interface Item {
  readonly text: string;
  readonly href?: string | undefined;
  /** Whether the address is shown where texts have no links, too. */
  readonly isShown?: boolean;
}

interface Topic {
  readonly title: string;
  readonly items: readonly Item[];
  /** `names`: one sentence of names; `list`: one line each. */
  readonly form: 'list' | 'names';
}

export type Announcement = ReturnType<typeof toAnnouncement>;

/** The announcement of a post. @param now events that are over by then are left out. */
export function toAnnouncement(post: Post, { community, posts }: LoadedContent, now: Date) {
  const lookup = lookupIn(community, now);
  const edition = resolveEdition(post, { community, lookup, postAt: publicPosts(posts, now) });
  const topics: Topic[] = [
    ...edition.entries.flatMap((named) => toTopics(named, lookup)),
    {
      title: said.posts,
      form: 'list',
      items: edition.posts.map(({ title, url }) => ({ text: title, href: toHref(url) })),
    },
    { title: words.edition.thanks, form: 'names', items: edition.contributors.map(({ name }) => ({ text: name })) },
  ];
  return {
    title: post.title,
    kicker: post.kicker,
    description: post.description,
    href: toHref(post.url),
    topics: topics.filter(({ items }) => items.length > 0),
  };
}

function toTopics({ kind, news }: NamedEntries, lookup: Lookup): Topic[] {
  const { title, form, item, past } = kind.announcement;
  const byDefault = (entry: EntryBase) =>
    kind.isListed(entry, lookup.now) ? { text: kind.title(entry, lookup), path: kind.path(entry) } : undefined;
  const itemsOf = (make: (entry: EntryBase) => AnnouncedItem | undefined): Item[] => {
    const made = news.flatMap((entry) => make(entry) ?? []).sort((a, b) => compare(a.order ?? '', b.order ?? ''));
    return made.map(({ text, path, url }) => ({
      text,
      href: url ?? (path && toHref(path)),
      isShown: url !== undefined,
    }));
  };
  return [
    ...(past
      ? [{ title: past.title, form: 'list' as const, items: itemsOf((entry) => past.item(entry, lookup)) }]
      : []),
    { title, form, items: itemsOf((entry) => (item ? item(entry, lookup, toPlainText) : byDefault(entry))) },
  ];
}

/** One line: title, sentence, address. */
export function toLine({ title, description, href }: Announcement): string {
  return `${description ? words.labelled(title, description) : title} ${href}`;
}

/** The texts for a channel: several for a thread, else one. */
export function toTexts(announcement: Announcement, channel: AnnouncementChannel): string[] {
  const fits = (text: string) => countFor(channel.counts, text) <= channel.limit;
  if (channel.form === 'thread') return toThread(announcement, fits);
  return [shortenTo(fits, spellings[channel.form], announcement)];
}

const spellings = { mail: toMail, slack: toSlack, post: toPost };

type Fits = (text: string) => boolean;

/** Room for the count at the end of each text of a thread. */
const widestCount = '\n\n99/99';

function toThread({ title, kicker, description, href, topics }: Announcement, fits: Fits): string[] {
  const room: Fits = (text) => fits(text + widestCount);
  const first = [title, kicker, description].filter(Boolean).join('\n\n');
  const parts = topics.flatMap((topic) => pack(topic, room));
  const texts = [`${cut(first, (text) => room(`${text}\n\n${href}`))}\n\n${href}`, ...joinWhatFits(parts, room)];
  return texts.length === 1 ? texts : texts.map((text, index) => `${text}\n\n${index + 1}/${texts.length}`);
}

/** Joins neighbours while they fit: a thread of many small texts is tiring to read. */
function joinWhatFits(parts: readonly string[], fits: Fits): string[] {
  const texts: string[] = [];
  for (const part of parts) {
    const joined = `${texts.at(-1)}\n\n${part}`;
    if (texts.length > 0 && fits(joined)) texts[texts.length - 1] = joined;
    else texts.push(part);
  }
  return texts;
}

/** A topic in as many texts as it needs: as many items in each as fit. */
function pack({ title, form, items }: Topic, fits: Fits): string[] {
  const texts: string[] = [];
  let current: string[] = [];
  const spell = (some: readonly string[]) => spellTopic(texts.length > 0 ? said.continued(title) : title, form, some);
  for (const item of items) {
    if (current.length > 0 && !fits(spell([...current, toText(item)]))) {
      texts.push(spell(current));
      current = [];
    }
    const isFirst = current.length === 0;
    current.push(
      isFirst
        ? toText(
            item,
            cut(item.text, (shorter) => fits(spell([toText(item, shorter)]))),
          )
        : toText(item),
    );
  }
  return [...texts, spell(current)];
}

function spellTopic(title: string, form: Topic['form'], texts: readonly string[]): string {
  return form === 'names'
    ? words.labelled(title, words.sentence(formatList(texts)))
    : [words.heading(title), ...texts.map((text) => `• ${text}`)].join('\n');
}

/** A text, or as many of its words as fit, with an ellipsis. */
function cut(text: string, fits: Fits): string {
  if (fits(text)) return text;
  const words = text.split(/(?<=\s)/);
  const ofWords = (count: number) => `${words.slice(0, count).join('').trimEnd()}…`;
  const count = mostThatFit(words.length - 1, (some) => fits(ofWords(some)));
  if (count > 0) return ofWords(count);
  const letters = [...text];
  const ofLetters = (some: number) => `${letters.slice(0, some).join('')}…`;
  const most = mostThatFit(letters.length - 1, (some) => fits(ofLetters(some)));
  return ofLetters(Math.max(1, most));
}

/** The greatest number up to `most` that fits, found by bisection; 0 if none does. */
function mostThatFit(most: number, fits: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The whole, or as many of the first topics as fit. */
function shortenTo(fits: Fits, spell: (announcement: Announcement) => string, whole: Announcement): string {
  for (let count = whole.topics.length; count > 0; count -= 1) {
    const text = spell({ ...whole, topics: whole.topics.slice(0, count) });
    if (fits(text)) return text;
  }
  return cut(spell({ ...whole, topics: [] }), fits);
}

const textsOf = ({ items }: Topic) => items.map((item) => toText(item));

/** An item where texts have no links. @param text in place of its own. */
function toText({ href, isShown, text: whole }: Item, text = whole): string {
  return isShown ? `${text} ${href}` : text;
}

function toPost({ title, kicker, description, href, topics }: Announcement): string {
  const paragraphs = topics.map((topic) => spellTopic(topic.title, topic.form, textsOf(topic)));
  return [title, kicker, description, words.labelled(said.read, href), ...paragraphs].filter(Boolean).join('\n\n');
}

/** The width of lines in mail: RFC 5322, section 2.1.1, recommends at most 78; quoting takes some. */
const mailWidth = 72;

function toMail({ title, kicker, description, href, topics }: Announcement): string {
  const paragraphs = topics.map((topic) => {
    const text =
      topic.form === 'names'
        ? wrap(words.sentence(formatList(textsOf(topic))))
        : topic.items.map(toMailItem).join('\n');
    return `${topic.title}\n${'-'.repeat(topic.title.length)}\n\n${text}`;
  });
  const intro = [kicker, description].flatMap((text) => (text ? [wrap(text)] : []));
  return [`Subject: ${title}`, ...intro, `${said.readHere}\n${href}`, ...paragraphs].join('\n\n');
}

function toMailItem({ text, href }: Item): string {
  const lines = wrap(text, mailWidth - 2).replaceAll('\n', '\n  ');
  return `* ${lines}${href ? `\n  ${href}` : ''}`;
}

/** Breaks a text into lines between words, so an address is never broken. */
function wrap(text: string, width = mailWidth): string {
  const lines = oneLine(text).match(new RegExp(`\\S.{0,${width - 1}}(?!\\S)|\\S+`, 'g'));
  return lines?.join('\n') ?? '';
}

/** Slack's mrkdwn: https://docs.slack.dev/messaging/formatting-message-text/ — `&`, `<` and `>` are escaped, nothing else. */
function toSlack({ title, kicker, description, href, topics }: Announcement): string {
  const safe = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const link = (to: string, text: string) => `<${to}|${safe(text).replace(/\|/g, '¦')}>`;
  const paragraphs = topics.map((topic) => {
    if (topic.form === 'names') return `*${words.heading(topic.title)}* ${safe(formatList(textsOf(topic)))}`;
    const lines = topic.items.map(({ text, href: to }) => `• ${to ? link(to, text) : safe(text)}`);
    return [`*${topic.title}*`, ...lines].join('\n');
  });
  return [`*${link(href, title)}*`, kicker && safe(kicker), description && safe(description), ...paragraphs]
    .filter(Boolean)
    .join('\n\n');
}
