// Who wrote a post, from the forms in which front matter names people: text, Markdown, objects.

import { oneLine } from '@/lib/base/english';
import { explainHost } from '@/lib/base/hosts';

/** Somebody who wrote a post. */
export interface PostAuthor {
  /** Plain text: a name, or the id of a person. */
  readonly name: string;
  /** Their page elsewhere, `https:` or `http:`. */
  readonly href?: string | undefined;
  /** Where they work, plain text. */
  readonly affiliation?: string | undefined;
}

/** No list of names is longer, and patterns take time. Characters. */
const longest = 2_000;

/** A part of a text between separators, and whether `and` or `&` is before it. */
interface Part {
  readonly text: string;
  readonly afterAnd: boolean;
}

/**
 * Reads the text of `author`: one name, `[Ann Bee](https://ann.example) (Wombats)`, or several people between commas and
 * `and`. Plain text is split only where each part can be nothing but a name: `Ann Bee, Acme Inc` is one author.
 *
 * @returns at least one, unless the text has nothing to show.
 */
export function readAuthors(text: string): PostAuthor[] {
  const line = oneLine(text).replace(/^by\s+/i, '');
  if (line.length > longest) return [{ name: line }];
  const parts = split(line.replace(/<a\s[^<>]*?href=["']?([^"'\s<>]*)[^<>]*>([^<>]*)<\/a>/gi, '[$2]($1)'));
  const read = parts.map(({ text: part }) => readPerson(part));
  const hasLinks = read.some(({ isLink }) => isLink);
  const areIds = parts.every((part) => /^[a-z][a-z0-9_-]*$/.test(part.text));
  const people: PostAuthor[] = [];
  for (const [index, { person, isLink, inBrackets }] of read.entries()) {
    const { text: part, afterAnd } = parts[index] as Part;
    const before = people.at(-1);
    const isPerson = isLink || areIds || isFullName(person.name) || (hasLinks && (afterAnd || inBrackets));
    if (isPerson || parts.length === 1) people.push(person);
    // `[Ann Bee](https://ann.example), Wombats`
    else if (before && read[index - 1]?.isLink && !before.affiliation)
      people[people.length - 1] = { ...before, affiliation: toPlain(part) };
    else return [{ name: toPlain(line) }].filter(({ name }) => name !== '');
  }
  return people.filter(({ name }) => name !== '');
}

/**
 * Reads an author that is an object, as themes have them: `name` with a link and an organisation, under the usual keys in
 * any case. What else there is, such as an email address, is not shown.
 *
 * @returns undefined where there is no name.
 */
export function readAuthorObject(object: Readonly<Record<string, unknown>>): PostAuthor | undefined {
  const values = new Map(Object.entries(object).map(([key, value]) => [key.toLowerCase(), value]));
  const first = (keys: readonly string[]) =>
    keys
      .map((key) => values.get(key))
      .find((value): value is string => typeof value === 'string' && value.trim() !== '');
  const name = first(['name', 'title', 'displayname', 'id']);
  if (name === undefined) return undefined;
  const { person } = readPerson(oneLine(name));
  const href = [first(['link', 'url', 'href', 'homepage', 'website', 'site'])].flatMap(
    (link) => safeLink(link ?? '') ?? [],
  )[0];
  const organisation = first(['company', 'affiliation', 'organization', 'organisation', 'org']);
  const affiliation = organisation ? toPlain(organisation) : person.affiliation;
  if (person.name === '') return undefined;
  return { name: person.name, ...given({ href: href ?? person.href, affiliation }) };
}

/** The people of several lists, each once, in their order. */
export function uniqueAuthors(people: readonly PostAuthor[]): PostAuthor[] {
  const byName = new Map<string, PostAuthor>();
  for (const person of people) byName.set(person.name, { ...person, ...byName.get(person.name) });
  return [...byName.values()];
}

/** Splits a text at commas, semicolons, `and` and `&`, but not within brackets. */
function split(text: string): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let start = 0;
  let afterAnd = false;
  const separator = /\s*(?:[,;，、]\s*(?:(and|&)\s+)?|\s(and|&)\s)\s*/y;
  const add = (end: number) => {
    const part = text.slice(start, end).trim();
    if (part !== '') parts.push({ text: part, afterAnd });
  };
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    if ('[(<'.includes(sign)) depth += 1;
    else if ('])>'.includes(sign)) depth = Math.max(0, depth - 1);
    separator.lastIndex = index;
    const match = depth === 0 ? separator.exec(text) : null;
    if (!match) continue;
    add(index);
    afterAnd = (match[1] ?? match[2]) !== undefined;
    index = separator.lastIndex - 1;
    start = separator.lastIndex;
  }
  add(text.length);
  return parts;
}

/** Reads a part that is one person. */
function readPerson(part: string): { person: PostAuthor; isLink: boolean; inBrackets: boolean } {
  const link = /^[*_]*\[([^\]]*)\](?:\(\s*<?((?:[^()\s<>]|\([^()]*\))*)[^)]*\)|\[[^\]]*\])[*_]*(.*)$/.exec(part);
  const [, label = '', address = '', rest = ''] = link ?? [];
  const isLink = link !== null;
  const [, before = '', inside] = /^(.*?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\W*$/.exec(isLink ? rest : part) ?? [];
  const affiliation = toPlain(inside ?? (isLink ? rest.replace(/^[\s,:@–—-]+/, '') : ''));
  const name = toPlain(isLink ? label : inside === undefined ? part : before);
  const person = { name, ...given({ href: safeLink(address), affiliation: affiliation || undefined }) };
  return { person, isLink, inBrackets: inside !== undefined };
}

/** Words of organisations and of positions: a text with one of them is not a name. */
const noName =
  /\b(?:team|group|project|community|maintainers?|contributors?|authors?|editors?|committee|council|board|foundation|institute|university|college|school|labs?|inc|ltd|llc|gmbh|corp|corporation|company|co|technologies|technology|systems|software|solutions|security|cloud|data|networks?|hat|relic|open|source|engineer|engineering|developer|developers|manager|director|lead|leader|head|chief|ceo|cto|cfo|vp|president|founder|architect|advocate|evangelist|officer|senior|staff|principal|consultant|scientist|sig|wg|of|the|at|for)\b/i;

const particle = /^(?:d[aeiou]s?|del|della|der|den|van|von|vom|zu|zum|bin|ibn|al|el|la|le|ten|ter|y|e)$/u;

/** Whether a text is a first and a last name: two to five words, each with a capital letter or of a script without any. */
function isFullName(text: string): boolean {
  const words = text.split(' ').filter((word) => !particle.test(word));
  const isWord = (word: string) => /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*$/u.test(word);
  return words.length >= 2 && words.length <= 5 && words.every(isWord) && !noName.test(text);
}

/** Markdown and HTML of one line as the text that it shows, without email addresses. */
function toPlain(markdown: string): string {
  const shown = markdown
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/g, '$1')
    .replace(/<[^<>]*>|\(?[^\s()<>@]+@[^\s()<>@]+\.[^\s()<>@]+\)?/g, ' ')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/(\*\*|__|[*_`])(?=\S)(.*?\S)\1(?![\p{L}\p{N}])/gu, '$2');
  return oneLine(shown).replace(/^[\s,;]+|[\s,;]+$/g, '');
}

/** A link that may be shown: over HTTP, to a host that is what it looks like. */
function safeLink(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || explainHost(address, 'url'))
    return undefined;
  return address;
}

function given(values: Partial<PostAuthor>): Partial<PostAuthor> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
