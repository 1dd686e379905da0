// Crawls a whole site as a reader could: every linked page, and everything that those pages load.
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { builtPages } from '@/e2e/built-pages';
import { type Answer, ask } from '@/e2e/http';
import type { Site } from '@/e2e/sites';

/** An address in a page or style sheet. */
export interface Reference {
  /** The path of the page or style sheet that it is in. */
  readonly from: string;
  /** As written. */
  readonly written: string;
  /** Its target on the site: path and query, without the fragment. */
  readonly target: string;
  /** The decoded fragment without its `#`; empty if there is none. */
  readonly fragment: string;
  /** Which attribute it was found in, `a href`, `img srcset`. */
  readonly place: string;
}

/** What was found at one address. */
export interface Found {
  readonly answer: Answer;
  /** The page, if it exists; the 404 page does not count. */
  readonly page: Root | undefined;
  /** Its ids, in document order. */
  readonly ids: readonly string[];
}

/** The result of a crawl. */
export interface Crawl {
  /** By path and query. */
  readonly found: ReadonlyMap<string, Found>;
  /** Pages that can be reached from the home page; the rest of `found` are pages of the build that no list contains. */
  readonly reachable: ReadonlySet<string>;
  /** Those that stay on the site's origin. */
  readonly references: readonly Reference[];
  /** Absolute addresses that pages load from other origins. */
  readonly loadedFromElsewhere: readonly string[];
}

/** Attributes whose address is a link; all others load a resource. */
const leads = new Set(['a href', 'area href', 'form action', 'link rel', 'meta content', 'json-ld', 'text']);

/** Relations of `<link>` that describe a page and load nothing (HTML, 4.6.7). */
const relations = new Set(['alternate', 'author', 'canonical', 'license', 'next', 'prev', 'search']);

/** Facts in a page's head that are addresses. */
const addressFacts = /^(?:og:(?:url|image)|twitter:image|article:author)$/;

const addresses: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  form: 'action',
  img: 'src',
  source: 'src',
  video: 'src',
  audio: 'src',
  iframe: 'src',
  embed: 'src',
  object: 'data',
  script: 'src',
  link: 'href',
};

/** The address of a page's social picture on the server under test, with its query. */
export function cardOf({ body }: Answer): string {
  const [, href = ''] = /<meta property="og:image" content="([^"]+)"/.exec(body) ?? [];
  const { pathname, search } = new URL(href.replaceAll('&amp;', '&'));
  return pathname + search;
}

/**
 * Reads everything that can be reached from the home page, then every page that was built. Addresses at the site's own
 * origin are asked of the server that is tested, wherever they stand: in pages, in feeds, in data.
 */
export async function crawl(site: Site): Promise<Crawl> {
  const found = new Map<string, Found>();
  const references: Reference[] = [];
  const loadedFromElsewhere: string[] = [];
  const queue = [`${site.basePath}/`];
  const queued = new Set(queue);

  const note = (from: string, written: string, place: string) => {
    if (!URL.canParse(written, site.origin + from)) return;
    const target = new URL(written, site.origin + from);
    if (!/^https?:$/.test(target.protocol)) return;
    if (target.origin !== site.origin && target.origin !== site.publicOrigin) {
      if (!leads.has(place)) loadedFromElsewhere.push(`${from}: ${target.href}`);
      return;
    }
    const path = target.pathname + target.search;
    references.push({ from, written, target: path, fragment: decodeURIComponent(target.hash.slice(1)), place });
    if (queued.has(path)) return;
    queued.add(path);
    queue.push(path);
  };

  const lane = async (path: string) => {
    const answer = await ask(site.origin, path);
    const type = answer.headers.get('content-type') ?? '';
    const page = answer.status === 200 && type.startsWith('text/html') ? fromHtml(answer.body) : undefined;
    const ids: string[] = [];
    if (page) {
      visit(page, 'element', (element) => {
        if (typeof element.properties.id === 'string') ids.push(element.properties.id);
        for (const { written, place } of referencesOf(element, site)) note(path, written, place);
      });
    } else if (answer.status === 200 && /^(?:application\/[a-z+]*(?:xml|json)|text\/(?:plain|markdown))\b/.test(type)) {
      for (const written of addressesIn(answer.body, site)) note(path, written, 'text');
    } else if (type.startsWith('text/css')) {
      for (const [, , written = ''] of answer.body.matchAll(/url\((["']?)(.*?)\1\)/g)) {
        if (!written.startsWith('data:')) note(path, written, 'css url');
      }
    }
    found.set(path, { answer, page, ids });
  };

  const readQueue = async () => {
    while (queue.length > 0) await Promise.all(queue.splice(0, 8).map(lane));
  };
  await readQueue();
  const reachable = new Set(found.keys());
  for (const path of ['/sitemap.xml', '/robots.txt', '/llms.txt', '/data/posts.json']) {
    note(`${site.basePath}/`, site.basePath + path, 'a href');
  }
  for (const { path } of await builtPages(site)) note(`${site.basePath}/`, path, 'a href');
  await readQueue();
  return { found, reachable, references, loadedFromElsewhere };
}

/** The site's own addresses in a text that is no page, but for ids and what names are relative to, which lead nowhere. */
function addressesIn(text: string, site: Site): string[] {
  const rest = text.replace(
    /<id>[^<]*<\/id>|<guid isPermaLink="false">[^<]*<\/guid>|"(?:id|logos|pictures)": "[^"]*"/g,
    '',
  );
  const own = site.publicOrigin.replace(/\./g, '\\.');
  return [...rest.matchAll(new RegExp(`${own}(?![\\w.-])[^\\s"'<>()\\]\\\\&]*`, 'g'))].map(([address]) => address);
}

function referencesOf(element: Element, site: Site): { written: string; place: string }[] {
  const { tagName, properties } = element;
  const result: { written: string; place: string }[] = [];
  const attribute = addresses[tagName];
  // What is only sent is no link.
  const isSent = tagName === 'form' && properties.method === 'post';
  const value = attribute === undefined || isSent ? undefined : properties[attribute];
  if (typeof value === 'string') {
    const relation = tagName === 'link' && [properties.rel].flat().some((name) => relations.has(String(name)));
    result.push({ written: value, place: relation ? 'link rel' : `${tagName} ${attribute}` });
  }
  if (tagName === 'meta' && addressFacts.test(String(properties.property ?? properties.name ?? ''))) {
    // An author without a page is a name.
    const content = String(properties.content ?? '');
    if (/^https?:/.test(content)) result.push({ written: content, place: 'meta content' });
  }
  if (tagName === 'script' && properties.type === 'application/ld+json') {
    for (const written of addressesIn(textOf(element), site)) result.push({ written, place: 'json-ld' });
  }
  for (const set of [properties.srcSet, properties.imageSrcSet]) {
    if (typeof set !== 'string') continue;
    for (const candidate of set.split(/,\s+/)) {
      const [written = ''] = candidate.trim().split(/\s+/);
      result.push({ written, place: `${tagName} srcset` });
    }
  }
  return result;
}
