// Reads a whole site as a reader could: every page that links lead to, and everything that those pages load.
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { type Answer, ask } from '@/e2e/http';
import type { Site } from '@/e2e/sites';

/** An address that stands in a page or style sheet. */
export interface Reference {
  /** The path of the page or style sheet that it stands in. */
  readonly from: string;
  /** As written. */
  readonly written: string;
  /** What it leads to on the site: path and query, without the fragment. */
  readonly target: string;
  /** The fragment, decoded, without its `#`; empty where there is none. */
  readonly fragment: string;
  /** Which attribute it was found in, `a href`, `img srcset`. */
  readonly place: string;
}

/** What was found at one address. */
export interface Found {
  readonly answer: Answer;
  /** The page, where there is one; the page that says that there is none does not count. */
  readonly page: Root | undefined;
  /** Its ids, in their order. */
  readonly ids: readonly string[];
}

/** A site, read. */
export interface Crawl {
  /** By path and query. */
  readonly found: ReadonlyMap<string, Found>;
  /** Those that stay on the site's origin. */
  readonly references: readonly Reference[];
  /** Absolute addresses that pages load from other origins. */
  readonly loadedFromElsewhere: readonly string[];
}

/** Attributes that hold an address: of what a page leads to, and of what it loads. */
const leads = new Set(['a href', 'area href', 'form action']);
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

/** Reads everything that can be reached from the home page. */
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
    if (target.origin !== site.origin) {
      if (!leads.has(place) && place !== 'link canonical') loadedFromElsewhere.push(`${from}: ${target.href}`);
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
        for (const { written, place } of referencesOf(element)) note(path, written, place);
      });
    } else if (type.startsWith('text/css')) {
      for (const [, , written = ''] of answer.body.matchAll(/url\((["']?)(.*?)\1\)/g)) {
        if (!written.startsWith('data:')) note(path, written, 'css url');
      }
    }
    found.set(path, { answer, page, ids });
  };

  while (queue.length > 0) await Promise.all(queue.splice(0, 8).map(lane));
  return { found, references, loadedFromElsewhere };
}

function referencesOf({ tagName, properties }: Element): { written: string; place: string }[] {
  const result: { written: string; place: string }[] = [];
  const attribute = addresses[tagName];
  const value = attribute === undefined ? undefined : properties[attribute];
  if (typeof value === 'string') {
    const isCanonical = tagName === 'link' && [properties.rel].flat().includes('canonical');
    result.push({ written: value, place: isCanonical ? 'link canonical' : `${tagName} ${attribute}` });
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
