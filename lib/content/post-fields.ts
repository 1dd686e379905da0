// Converts front matter that Hugo and other generators accept to the form of the schema.
import { isDeepStrictEqual } from 'node:util';
import { isOldPath, postPathPattern } from '@/lib/base/address';
import { type Diagnostic, error, type Place, warning } from '@/lib/base/diagnostic';
import { isBlank } from '@/lib/base/english';
import { isTypingError, nearest } from '@/lib/base/nearest';
import { ignoredFields, postSchema } from '@/lib/content/schema';
import { readWrittenDate } from '@/lib/content/written-dates';
import type { LocatedData } from '@/lib/content/yaml';

/** Words that look like misspelled fields but are not. */
const ownWords = new Set('data dare dame drift lane land line lines long port ports tile'.split(' '));

/** Front matter, prepared. */
export interface PreparedFields {
  /** The fields by their names in the schema, with their places as they are written. */
  readonly located: LocatedData;
  /** All values by their keys in small letters, those of groups by their path: `cover.image`. For the shortcode `param`. */
  readonly params: ReadonlyMap<string, unknown>;
  /** What is unusual or wrong, without the name of the file. */
  readonly problems: readonly Diagnostic[];
}

const names = Object.keys(postSchema.shape);
const nameByKey = new Map(names.map((name) => [name.toLowerCase(), name]));

/** Other names that Hugo has for fields (Hugo, Front matter dates; `menus`), used where the field itself is not there. */
const otherNames = new Map([
  ['pubdate', 'publishDate'],
  ['published', 'publishDate'],
  ['modified', 'lastmod'],
  ['unpublishdate', 'expiryDate'],
  ['menus', 'menu'],
]);

/** Fields that were not meant if they are not read: a typing error in one of these keys loses something. */
const meant = names.filter((name) => !ignoredFields.has(name));

/**
 * Prepares the front matter of a post: keys in any case become fields, empty values are left out, unknown keys are parameters,
 * dates get one form, and aliases begin at the root. What Hugo takes from the file's name, a post without a date does too.
 *
 * @param file the post's path below the content folder.
 */
export function prepareFields(written: LocatedData, file: string): PreparedFields {
  const fields = new Fields(written);
  fields.readKeys();
  fields.readDates();
  fields.readDateOfFile(file);
  fields.readAddresses(file);
  return { located: fields.toLocated(), params: toParams(written.data), problems: fields.problems };
}

class Fields {
  readonly problems: Diagnostic[] = [];
  readonly #data: Record<string, unknown> = {};
  /** The key as written, by field. */
  readonly #keys = new Map<string, string>();

  constructor(readonly written: LocatedData) {}

  /** Sorts the keys: fields, empty values, and unknown ones, which are reported. */
  readKeys(): void {
    const unknown: string[] = [];
    const others: [key: string, name: string][] = [];
    for (const [key, value] of Object.entries(this.written.data)) {
      if (isEmpty(value)) continue;
      const name = nameByKey.get(key.toLowerCase());
      const other = otherNames.get(key.toLowerCase());
      if (name !== undefined) this.#add(key, name, value);
      else if (other !== undefined) others.push([key, other]);
      else unknown.push(key);
    }
    for (const [key, name] of others) this.#addOther(key, name);
    for (const key of unknown) this.#explainUnknown(key);
  }

  #add(key: string, name: string, value: unknown): void {
    const before = this.#keys.get(name);
    if (before !== undefined && !isDeepStrictEqual(this.#data[name], value)) {
      const message = `"${key}" and "${before}" are the same field, with different values`;
      this.problems.push(error('post/key-twice', message, 'keep one of the two', this.written.placeOfKey([], key)));
      return;
    }
    this.#keys.set(name, key);
    this.#data[name] = withoutEmpty(value);
  }

  #addOther(key: string, name: string): void {
    const value = this.written.data[key];
    // Jekyll's `published: false`.
    if (value === false) this.#set('draft', true, key);
    else if (typeof value === 'string' && !this.#keys.has(name)) this.#add(key, name, value);
  }

  #set(name: string, value: unknown, key: string): void {
    this.#data[name] = value;
    this.#keys.set(name, key);
  }

  #explainUnknown(key: string): void {
    const place = this.written.placeOfKey([], key);
    const lost = ownWords.has(key.toLowerCase()) ? undefined : meant.find((name) => isTypingError(key, name));
    const message = `unknown field "${key}"`;
    if (lost) {
      this.problems.push(error('post/unknown-key', message, `did you mean "${lost}"?`, place));
      return;
    }
    const near = nearest(key, names);
    const fix = `${near ? `did you mean "${near}"? If not, ` : ''}move it to "params:"`;
    this.problems.push(
      warning('post/unknown-key', `${message}, and only the shortcode "param" can show it`, fix, place),
    );
  }

  readDates(): void {
    for (const name of ['date', 'lastmod', 'publishDate', 'expiryDate']) {
      const value = this.#data[name];
      const read = typeof value === 'string' ? readWrittenDate(value) : undefined;
      if (!read) continue;
      this.#data[name] = read.text;
      if (!read.problem) continue;
      const { code, message, fix } = read.problem;
      this.problems.push(warning(code, `"${name}": ${message}`, fix, this.#placeOf([name])));
    }
  }

  /** The date of a post without one: that of its file's name, with the rest of the name as its slug; else another date. */
  readDateOfFile(file: string): void {
    if (this.#keys.has('date')) return;
    const [, day, slug] = /(?:^|\/)(\d{4}-\d{2}-\d{2})[-_]([^/]+?)(?:\/index)?\.[a-z]+$/i.exec(file) ?? [];
    const [other] = ['publishDate', 'lastmod'].filter((name) => this.#keys.has(name));
    if (day !== undefined) {
      this.#data.date = day;
      this.#data.slug ??= slug;
    } else if (other !== undefined) this.#set('date', this.#data[other], this.#keys.get(other) ?? other);
  }

  /** Aliases from the root, and an address that no post can have here as one of them. */
  readAddresses(file: string): void {
    const { url, aliases } = this.#data;
    const isMarkdown = !file.endsWith('.mdx');
    const page = typeof url === 'string' ? url : file.replace(/(?:\/index)?\.[a-z]+$/i, '');
    const folder = `/${page.replace(/^\/+/, '')}`.replace(/\/[^/]*\/*$/, '/');
    const items = aliases === undefined ? [] : [aliases].flat().map((alias) => toRootPath(alias, folder));
    for (const [index, item] of items.entries()) {
      if (!isMarkdown || isEmpty(item) || (typeof item === 'string' && isOldPath(withSlash(item)))) continue;
      items[index] = null;
      const place = this.#placeOf(Array.isArray(aliases) ? ['aliases', index] : ['aliases']);
      const message = `"${String([aliases].flat()[index])}" cannot be an alias, so it is ignored`;
      this.problems.push(warning('address/form', message, `write a path of this site, such as ${examplePath}`, place));
    }
    if (isMarkdown && typeof url === 'string' && !postPathPattern.test(withSlash(url))) this.#moveAddress(url, items);
    if (items.length > 0) this.#data.aliases = items;
  }

  /** A `url:` in another form: the post gets an address of this site, to which the other one redirects. */
  #moveAddress(url: string, aliases: unknown[]): void {
    const old = toRootPath(url, '/') as string;
    const isOld = isOldPath(withSlash(old));
    const place = this.#placeOf(['url']);
    const what = isOld ? 'it becomes an alias of the post' : 'it is ignored';
    const message = `"${url}" is not of the form /blog/YYYY/MM/slug/, and ${what}`;
    const fix = isOld ? `write "aliases: [${old}]" in place of "url:"` : `write it like ${examplePath}`;
    this.problems.push(warning('post/address', message, fix, place));
    delete this.#data.url;
    if (isOld) aliases.push(old);
    const slug = old.replace(/\.html?$|\/$/, '').replace(/^.*\//, '');
    if (slug) this.#data.slug ??= slug;
  }

  #placeOf(path: readonly PropertyKey[]): Place {
    return this.written.placeOf(this.#toWritten(path));
  }

  #toWritten([name = '', ...rest]: readonly PropertyKey[]): PropertyKey[] {
    return [this.#keys.get(String(name)) ?? name, ...rest];
  }

  toLocated(): LocatedData {
    const { written } = this;
    const fieldOf = new Map([...this.#keys].map(([name, key]) => [key, name]));
    return {
      data: this.#data,
      placeOf: (path) => this.#placeOf(path),
      placeOfKey: (path, key) =>
        path.length === 0
          ? written.placeOfKey([], this.#keys.get(key) ?? key)
          : written.placeOfKey(this.#toWritten(path), key),
      placeOfText: (path, text) => written.placeOfText(this.#toWritten(path), text),
      sourceOf: (path) => written.sourceOf(this.#toWritten(path)),
      // A comment in place of a value belongs to a field, too; one of an unknown key to none.
      comments: written.comments.flatMap((comment) => {
        const [key = '', ...rest] = comment.path;
        const name =
          fieldOf.get(String(key)) ?? (rest.length === 0 ? nameByKey.get(String(key).toLowerCase()) : undefined);
        return name === undefined ? [] : [{ ...comment, path: [name, ...rest] }];
      }),
    };
  }
}

const examplePath = '/blog/2022/03/february-update/';

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/**
 * An alias as a path from the root, as Hugo reads it: without a slash at its beginning, it is next to the page. A URL stays one.
 *
 * @param folder of the page's address, with its final slash.
 */
function toRootPath(alias: unknown, folder: string): unknown {
  if (typeof alias !== 'string' || isBlank(alias) || /^(?:[a-z]+:|\/\/)/i.test(alias)) return alias;
  const parts: string[] = [];
  const whole = alias.startsWith('/') ? alias : folder.toLowerCase().replace(/\s+/g, '-') + alias;
  for (const part of whole.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = `/${parts.join('/')}${whole.endsWith('/') && parts.length > 0 ? '/' : ''}`;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && isBlank(value));
}

/** A value without the empty fields of its groups. The items of lists keep their positions. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, each]) => !isEmpty(each));
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutEmpty(each)]));
}

/** All values, those below `params` before others of the same name. */
function toParams(data: Readonly<Record<string, unknown>>): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [key, each] of Object.entries(value)) visit(each, path ? `${path}.${key}` : key);
    } else if (path !== '' && !found.has(path.toLowerCase())) found.set(path.toLowerCase(), value);
  };
  for (const [key, value] of Object.entries(data)) if (key.toLowerCase() === 'params') visit(value, '');
  visit(data, '');
  return found;
}
