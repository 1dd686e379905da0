// Checks feeds against the requirements of their formats: RFC 4287, RSS 2.0 (rssboard.org), JSON Feed 1.1.
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { SaxesParser } from 'saxes';
import { visit } from 'unist-util-visit';

/** An element of XML. */
interface Node {
  /** `namespace|name`; the name alone where there is no namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

const atom = 'http://www.w3.org/2005/Atom|';
const content = 'http://purl.org/rss/1.0/modules/content/|encoded';

/** RFC 3339, with seconds and an offset. */
const instant =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T[012]\d:[0-5]\d:[0-6]\d(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** RFC 822 with years of four digits, as the RSS specification has them. */
const rfc822 =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UT|[+-]\d{4})$/;

/** The problems of an Atom feed, a sentence each. @param self the address at which it is served, absolute. */
export function atomProblems(xml: string, self: string): string[] {
  const feed = parseXml(xml);
  if (feed.name !== `${atom}feed`) return [`the root is ${feed.name}`];
  const entries = all(feed, `${atom}entry`);
  const hasAuthor = all(feed, `${atom}author`).length > 0;
  return [
    ...['id', 'title', 'updated'].flatMap((name) => once(feed, atom + name, 'the feed')),
    ...linkProblems(feed, self),
    ...unique(entries.map((entry) => textOf(entry, `${atom}id`))),
    ...[feed, ...entries].flatMap((node) => dates(node, [`${atom}updated`, `${atom}published`], instant)),
    ...entries.flatMap((entry) => {
      const where = `entry ${textOf(entry, `${atom}id`)}`;
      return [
        ...['id', 'title', 'updated', 'content'].flatMap((name) => once(entry, atom + name, where)),
        ...(hasAuthor || all(entry, `${atom}author`).length > 0
          ? []
          : [`${where} has no author, and neither has the feed`]),
        ...all(entry, `${atom}author`).flatMap((author) => once(author, `${atom}name`, `${where}, author`)),
        ...all(entry, `${atom}category`).flatMap(({ attributes }) =>
          attributes.term ? [] : [`${where} has a category without a term`],
        ),
        ...absolute(textOf(entry, `${atom}id`), `${where}, id`),
        ...all(entry, `${atom}link`).flatMap(({ attributes }) => absolute(attributes.href, `${where}, link`)),
        ...(textOf(entry, `${atom}updated`) < textOf(entry, `${atom}published`)
          ? [`${where} was changed before it appeared`]
          : []),
        ...contentProblems(textOf(entry, `${atom}content`), where),
      ];
    }),
  ];
}

/** The problems of an RSS feed. @param self the address at which it is served, absolute. */
export function rssProblems(xml: string, self: string): string[] {
  const rss = parseXml(xml);
  if (rss.name !== 'rss' || rss.attributes.version !== '2.0')
    return [`the root is ${rss.name} ${rss.attributes.version}`];
  const [channel, ...others] = all(rss, 'channel');
  if (!channel || others.length > 0) return ['there is not one channel'];
  const items = all(channel, 'item');
  return [
    ...['title', 'link', 'description'].flatMap((name) => once(channel, name, 'the channel')),
    ...absolute(textOf(channel, 'link'), 'the channel, link'),
    ...linkProblems(channel, self),
    ...unique(items.map((item) => textOf(item, 'guid'))),
    ...dates(channel, ['pubDate', 'lastBuildDate'], rfc822),
    ...items.flatMap((item) => {
      const where = `item ${textOf(item, 'guid')}`;
      const [guid] = all(item, 'guid');
      const isAddress = guid?.attributes.isPermaLink !== 'false';
      return [
        ...['title', 'link', 'guid', 'pubDate', content].flatMap((name) => once(item, name, where)),
        ...absolute(textOf(item, 'link'), `${where}, link`),
        ...(isAddress ? absolute(guid?.text, `${where}, guid`) : []),
        ...dates(item, ['pubDate'], rfc822),
        ...dates(item, [`${atom}updated`], instant),
        // An <author> must be a mail address, which nobody here shows: names stand in dc:creator.
        ...(all(item, 'author').length > 0 ? [`${where} has an author that is no mail address`] : []),
        ...contentProblems(textOf(item, content), where),
      ];
    }),
  ];
}

/** The problems of a JSON feed. @param self the address at which it is served, absolute. */
export function jsonFeedProblems(json: string, self: string): string[] {
  const feed = JSON.parse(json) as Record<string, unknown>;
  const problems: string[] = [];
  const need = (isMet: boolean, problem: string) => isMet || problems.push(problem);
  need(feed.version === 'https://jsonfeed.org/version/1.1', `the version is ${feed.version}`);
  need(typeof feed.title === 'string' && feed.title !== '', 'the feed has no title');
  need(feed.feed_url === self, `the feed says it is at ${feed.feed_url}, and is at ${self}`);
  problems.push(...absolute(feed.home_page_url, 'home_page_url'));
  if (!Array.isArray(feed.items)) return [...problems, 'the feed has no list of items'];
  const items = feed.items as Record<string, unknown>[];
  problems.push(...unique(items.map(({ id }) => String(id ?? ''))));
  for (const item of items) {
    const where = `item ${item.id}`;
    need(typeof item.id === 'string' && item.id !== '', `${where} has no id`);
    need(typeof item.content_html === 'string' && item.content_html !== '', `${where} has no content`);
    problems.push(...absolute(item.url, `${where}, url`), ...contentProblems(String(item.content_html ?? ''), where));
    if (item.image !== undefined) problems.push(...absolute(item.image, `${where}, image`));
    for (const name of ['date_published', 'date_modified']) {
      need(instant.test(String(item[name])), `${where}: ${name} is "${item[name]}"`);
    }
    const { authors = [], tags = [] } = item;
    need(Array.isArray(authors) && authors.every(({ name }) => typeof name === 'string' && name), `${where}: authors`);
    need(Array.isArray(tags) && tags.every((tag) => typeof tag === 'string'), `${where}: tags`);
    need(!('author' in item), `${where} has an author, which version 1.1 does not know`);
  }
  return problems;
}

/** What readers' programs would drop, run, or fail to find in an entry's text. */
export function contentProblems(html: string, where: string): string[] {
  const problems: string[] = [];
  const tree: Root = fromHtml(html, { fragment: true });
  visit(tree, 'element', ({ tagName, properties }: Element) => {
    if (/^(?:script|style|iframe|form|input|button|link|object|embed|svg|template)$|-/.test(tagName))
      problems.push(`${where} holds <${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      if (/^(?:className|class|style|id|tabIndex|srcSet)$|^on|^data|^aria/.test(name))
        problems.push(`${where} holds ${tagName} ${name}`);
      if (/^(?:href|src|cite)$/.test(name)) problems.push(...absolute(value, `${where}, ${tagName} ${name}`));
    }
    if (tagName === 'img' && typeof properties.alt !== 'string')
      problems.push(`${where} holds a picture without words`);
  });
  return problems;
}

/** Each feed and channel says where it is itself, and which page shows the same. */
function linkProblems(node: Node, self: string): string[] {
  const links = all(node, `${atom}link`);
  const selves = links.filter(({ attributes }) => attributes.rel === 'self').map(({ attributes }) => attributes.href);
  return [
    ...(selves.length === 1 && selves[0] === self
      ? []
      : [`the feed says it is at ${selves.join(', ')}, and is at ${self}`]),
    ...links.flatMap(({ attributes }) => absolute(attributes.href, 'a link of the feed')),
  ];
}

function absolute(address: unknown, where: string): string[] {
  const isWhole = typeof address === 'string' && /^(?:https?:\/\/|mailto:)/.test(address) && URL.canParse(address);
  return isWhole ? [] : [`${where}: "${address}" is no absolute address`];
}

function once(node: Node, name: string, where: string): string[] {
  const found = all(node, name);
  if (found.length !== 1) return [`${where} has ${found.length} ${name}`];
  return found[0]?.text.trim() === '' ? [`${where} has an empty ${name}`] : [];
}

function dates(node: Node, names: readonly string[], form: RegExp): string[] {
  return names.flatMap((name) =>
    all(node, name).flatMap(({ text }) => (form.test(text) ? [] : [`"${text}" is no date for ${name}`])),
  );
}

function unique(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two entries have the id ${id}`);
}

function all(node: Node, name: string): Node[] {
  return node.children.filter((child) => child.name === name);
}

function textOf(node: Node, name: string): string {
  return all(node, name)[0]?.text ?? '';
}

/** @throws {Error} where it is not well-formed. */
function parseXml(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  const add = (text: string) => {
    const node = open.at(-1);
    if (node) node.text += text;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value] as const);
    const node = {
      name: uri ? `${uri}|${local}` : local,
      attributes: Object.fromEntries(values),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  const [document] = root.children;
  if (!document) throw new Error('there is nothing in it');
  return document;
}
