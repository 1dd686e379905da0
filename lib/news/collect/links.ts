// `news collect links`: links from lists and feeds on other sites.
import { compare } from '@/lib/base/compare';
import { countedInFigures } from '@/lib/base/english';
import { idPattern, toId } from '@/lib/base/entry-id';
import { httpsUrl } from '@/lib/base/fields';
import { localeOf } from '@/lib/base/language';
import { parseVideo } from '@/lib/base/videos';
import { lookupIn } from '@/lib/content/community';
import { sameAddress, sameName } from '@/lib/kinds/duplicates';
import type { Lookup } from '@/lib/kinds/kind';
import { link as linkKind } from '@/lib/kinds/link/kind';
import type { LinkForm } from '@/lib/kinds/link/schema';
import type { Link } from '@/lib/kinds/link/view';
import { cleanLine } from '@/lib/news/collect/clean';
import { type Candidate, type Collecting, collectEach, textSources } from '@/lib/news/collect/collecting';
import { quoted } from '@/lib/news/collect/github';
import { type LinkItem, problemOfLinks, readLinkItems } from '@/lib/news/collect/link-items';
import { site } from '@/lib/site';

/** How links are chosen, and what they get that their source does not say. */
export interface LinkOptions {
  /** Earlier links are skipped. */
  readonly since: Date;
  /** Only links that have one of these in their title, description or categories; without any, all. */
  readonly words: readonly string[];
  /** The ids of the projects of all links. By default, those whose names are in the title. */
  readonly projects: readonly string[] | undefined;
  /** The form of those for which nothing else says it. */
  readonly form: LinkForm;
}

interface Found extends LinkItem {
  readonly date: string;
  readonly source: string;
}

/** Collects the links of lists and feeds. @param names files or addresses. @returns whether each could be read. */
export function collectLinks(names: readonly string[], options: LinkOptions, collecting: Collecting): Promise<boolean> {
  const read = (text: string, name: string) => choose(readLinkItems(text), name, options, collecting);
  const sources = textSources(names, problemOfLinks, read, collecting);
  return collectEach(sources, (found) => toCandidates(found, options, collecting), collecting);
}

/** The items that can become links, with what is skipped reported. */
function choose(items: readonly LinkItem[], source: string, options: LinkOptions, { log }: Collecting): Found[] {
  const since = options.since.toISOString();
  const isSought = ({ text }: LinkItem) => options.words.length === 0 || options.words.some((word) => has(text, word));
  const found = items.filter(isSought).flatMap((item, index): Found[] => {
    const { title, date } = item;
    const url = withoutTracking(item.url);
    const name = title === '' ? `item ${index + 1}` : quoted(title);
    const missing = [title === '' && 'title', url === '' && 'URL', date === undefined && 'date'].filter(Boolean);
    const problem = httpsUrl.safeParse(url).error?.issues[0]?.message;
    if (date === undefined || missing.length > 0) log(`${source}: skipped ${name}: it has no ${missing.join(', no ')}`);
    else if (problem) log(`${source}: skipped ${name}: ${cleanLine(problem, 160)}`);
    // A month is compared with the month.
    else if (date >= since.slice(0, date.length)) return [{ ...item, url, date, source }];
    return [];
  });
  log(`${source}: ${countedInFigures(found.length, 'link')} of ${items.length}`);
  return found;
}

/** One candidate for each address, however many sources have it. */
function toCandidates(found: readonly Found[], options: LinkOptions, collecting: Collecting): Candidate[] {
  const { community, now } = collecting;
  const lookup = lookupIn(community, now);
  const existing = new Map(community.links.map((entry) => [sameAddress(entry.url), entry]));
  const firsts = new Map(found.toReversed().map((item) => [sameAddress(item.url), item]));
  const taken = new Set(community.links.map(({ id }) => id));
  const sorted = [...firsts].sort(([, a], [, b]) => compare(a.date, b.date) || compare(a.title, b.title));
  return sorted.map(([key, item]): Candidate => {
    const { title, date, url, source } = item;
    const entry = existing.get(key);
    // The form, the names and the sentence are the editor's.
    if (entry)
      return { kind: linkKind, id: entry.id, source, existing: entry, fields: { ...neededFields(entry), date } };
    const base = toId(title) || toId(new URL(url).hostname.replace(/^www\./, ''));
    const id = taken.has(base) ? `${base}-${date}` : base;
    taken.add(id);
    return { kind: linkKind, id, source, fields: toFields(item, options, collecting, lookup) };
  });
}

/** What a link that is there already needs to be valid. */
function neededFields({ title, url, form }: Link) {
  return { title, url, form };
}

function toFields(item: Found, options: LinkOptions, { community }: Collecting, lookup: Lookup) {
  const { title, url, date, about } = item;
  const named = community.projects.filter(({ name }) => has(title, name)).map(({ id }) => id);
  const projects = options.projects ?? named;
  // What looks like an id, and is not that of a person, is the name of an account.
  const by = [...new Set(item.by.map((name) => lookup.person(name)?.id ?? name))].filter(
    (name) => !idPattern.test(name) || lookup.person(name),
  );
  return {
    title,
    url,
    form: item.form ?? (parseVideo(url) ? 'video' : options.form),
    date,
    by: by.length > 0 ? by : undefined,
    projects: projects.length > 0 ? projects : undefined,
    language: foreignLanguage(item.language),
    about,
  };
}

/** The language of a feed, where it is not that of the site. */
function foreignLanguage(tag: string | undefined): string | undefined {
  const language = localeOf(tag?.trim().replaceAll('_', '-') ?? '').language;
  return language === undefined || language === 'und' || language === localeOf(site.lang).language
    ? undefined
    : language;
}

/** Whether a text has the words of a name, one after the other. */
function has(text: string, name: string): boolean {
  return ` ${sameName(text)} `.includes(` ${sameName(name)} `);
}

/** An address without what says from where somebody came. */
function withoutTracking(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const [name, value] of [...url.searchParams]) {
    if (/^utm_/i.test(name) || (name === 'source' && /^rss\b/.test(value))) url.searchParams.delete(name);
  }
  return url.search === new URL(address).search ? address : url.href;
}
