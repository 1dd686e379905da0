// Authors of posts: those in an authors file become people of this site, all others are named in the post.
import { toId } from '@/lib/base/entry-id';
import { explainHost } from '@/lib/base/hosts';
import { cleanText } from '@/lib/news/import/clean-text';
import { fieldOf, isRecord, textOf, textsIn } from '@/lib/news/import/front-matter';

/** Somebody whom a file of authors describes. */
export interface ImportedPerson {
  /** The name of their file. */
  readonly id: string;
  readonly name: string;
  readonly affiliation?: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

/** Profiles by their key in a file of authors: what they are called, and where they are. */
const profiles: readonly (readonly [keys: readonly string[], title: string, prefix: string])[] = [
  [['github', 'github_username', 'github_user', 'git'], 'GitHub', 'https://github.com/'],
  [['gitlab'], 'GitLab', 'https://gitlab.com/'],
  [['linkedin', 'linkedin_username'], 'LinkedIn', 'https://www.linkedin.com/in/'],
  [['x', 'twitter', 'twitter_username'], 'X', 'https://x.com/'],
  [['bluesky'], 'Bluesky', 'https://bsky.app/profile/'],
  [['instagram'], 'Instagram', 'https://www.instagram.com/'],
  [['youtube'], 'YouTube', 'https://www.youtube.com/@'],
  [['threads'], 'Threads', 'https://www.threads.net/@'],
  [['twitch'], 'Twitch', 'https://www.twitch.tv/'],
  [['mastodon', 'fediverse'], 'Mastodon', ''],
  [['stackoverflow'], 'Stack Overflow', 'https://stackoverflow.com/users/'],
];

const pageKeys = ['url', 'link', 'website', 'web', 'site', 'homepage', 'uri', 'href', 'author_url', 'socials.website'];
const workKeys = ['affiliation', 'company', 'organization', 'organisation', 'org', 'employer'];

/** The people whom a site's file of authors describes, by the key that posts use. Entries without a name have none. */
export function readPeople(authors: Readonly<Record<string, unknown>>): ReadonlyMap<string, ImportedPerson> {
  const people = new Map<string, ImportedPerson>();
  const byName = new Map<string, ImportedPerson>();
  const ids = new Set<string>();
  for (const [key, written] of Object.entries(authors)) {
    const data = isRecord(written) ? written : typeof written === 'string' ? { name: written } : {};
    const name = cleanText(textOf(data, 'name', 'title', 'display_name', 'full_name') ?? '');
    if (name === '') continue;
    const known = byName.get(name.toLowerCase());
    const id = toId(key) || toId(name);
    if (known) people.set(key, known);
    if (known || id === '' || ids.has(id) || /^(?:pictures|index)$/.test(id)) continue;
    const work =
      textOf(data, ...workKeys) ?? (textOf(data, 'name') === undefined ? undefined : textOf(data, 'title', 'position'));
    const person = { id, name, links: linksOf(data), ...(work ? { affiliation: plain(work) } : {}) };
    ids.add(id);
    byName.set(name.toLowerCase(), person);
    people.set(key, person);
  }
  return people;
}

/** What a person's file has. */
export function toPersonFields({ name, affiliation, links }: ImportedPerson) {
  return { name, roles: [{ role: 'author' }], affiliation, links: links.length > 0 ? links : undefined };
}

function linksOf(data: Readonly<Record<string, unknown>>): ImportedPerson['links'] {
  const links: { title: string; url: string }[] = [];
  const add = (title: string, written: string | undefined) => {
    const url = written === undefined ? undefined : toSecure(written);
    if (url !== undefined && !links.some((link) => link.url === url)) links.push({ title, url });
  };
  for (const key of pageKeys) add('Website', textOf(data, key));
  for (const [keys, title, prefix] of profiles) {
    const name = textOf(data, ...keys.flatMap((key) => [key, `socials.${key}`, `social.${key}`]));
    const isAddress = name !== undefined && /^https?:\/\//.test(name);
    add(title, name === undefined || isAddress || prefix === '' ? name : `${prefix}${name.replace(/^@/, '')}`);
  }
  return links;
}

/** An address as `https:`; undefined if it is no web address that may be linked. */
function toSecure(written: string): string | undefined {
  const url = written
    .trim()
    .replace(/^http:/i, 'https:')
    .replace(/^(?=(?:www\.)?[\w-]+\.[a-z]{2,}(?:\/|$))/i, 'https://');
  if (!/^https:\/\/[^\s\\]+$/.test(url) || !URL.canParse(url) || new URL(url).username !== '') return undefined;
  return explainHost(url, 'url') === undefined ? url : undefined;
}

/** Markdown and HTML links as their words. */
function plain(text: string): string {
  return cleanText(text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/<[^>]*>/g, ''));
}

/** Who wrote a post. */
export interface PostAuthors {
  /** As `authors:` has them: ids of people, or names, with link and affiliation as `[Name](https://…) (Affiliation)`. */
  readonly names: readonly string[];
  /** The people that are named by id. */
  readonly people: readonly ImportedPerson[];
  /** What objects say of authors besides, for `params`. */
  readonly details: readonly unknown[];
}

/** Reads who wrote a post, in the forms of all generators. */
export function readAuthorsOf(
  data: Readonly<Record<string, unknown>>,
  people: ReadonlyMap<string, ImportedPerson>,
): PostAuthors {
  const written = [
    'author',
    'authors',
    'extra.author',
    'extra.authors',
    'taxonomies.authors',
    'taxonomies.author',
    'params.author',
    'params.authors',
  ];
  const names: string[] = [];
  const used = new Set<ImportedPerson>();
  const details: unknown[] = [];
  for (const each of written.flatMap((key) => [fieldOf(data, key)].flat())) {
    const key = isRecord(each) ? (textOf(each, 'key', 'id') ?? '') : typeof each === 'string' ? each.trim() : '';
    const person = people.get(key) ?? people.get(key.replace(/^@/, ''));
    if (person) {
      used.add(person);
      names.push(person.id);
    } else if (isRecord(each)) {
      const name = nameOf(each);
      if (name !== undefined) names.push(name);
      if (name === undefined || hasMore(each)) details.push(each);
    } else {
      const keys = key.split(/\s*[,;]\s*/).filter(Boolean);
      const all = keys.map((one) => people.get(one));
      if (keys.length > 1 && all.every((one) => one !== undefined)) {
        for (const one of all) names.push(one.id);
        for (const one of all) used.add(one);
      } else if (key.includes(';')) names.push(...keys.map(cleanText));
      else if (key !== '') names.push(withPage(cleanText(key), data));
    }
  }
  return { names: [...new Set(names)], people: [...used], details };
}

/** A single author with the page that Docusaurus's older keys give. */
function withPage(name: string, data: Readonly<Record<string, unknown>>): string {
  const page = textOf(data, 'author_url', 'authorURL', 'author_link');
  return page !== undefined && /^https?:\/\//.test(page) && !/[[\]()<]/.test(name) ? `[${name}](${page})` : name;
}

function nameOf(author: Readonly<Record<string, unknown>>): string | undefined {
  const name = plain(textOf(author, 'name', 'title', 'display_name') ?? '').replace(/[[\]<>]/g, '');
  if (name === '') return undefined;
  const page = textOf(author, ...pageKeys);
  const profile = page ?? linksOf(author)[0]?.url;
  const position = ['position', 'job_title', 'role', ...(textOf(author, 'name') === undefined ? [] : ['title'])];
  const work = plain(textOf(author, ...workKeys, ...position) ?? '').replace(/[()]/g, '');
  const linked = profile !== undefined && /^https?:\/\/[^\s()<>]+$/.test(profile) ? `[${name}](${profile})` : name;
  return work === '' ? linked : `${linked} (${work})`;
}

function hasMore(author: Readonly<Record<string, unknown>>): boolean {
  const shown = new Set(['name', ...pageKeys, ...workKeys]);
  return Object.entries(author).some(
    ([key, value]) => !shown.has(key.toLowerCase()) && textsIn(value).length + Number(isRecord(value)) > 0,
  );
}
