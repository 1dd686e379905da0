// The address of a post: /blog/YYYY/MM/slug/, from its `url:`, its path or its date and title.

const letters = String.raw`[\p{L}\p{M}\p{N}]`;

/** What the address of a post looks like, with its final slash. The slug begins and ends with a letter or a digit. */
export const postPathPattern = new RegExp(
  String.raw`^/blog/(?<year>\d{4})/(?<month>0[1-9]|1[0-2])/(?<slug>${letters}(?:[\p{L}\p{M}\p{N}._+~@-]*${letters})?)/$`,
  'u',
);

const filePattern =
  /^(?<address>blog\/\d{4}\/\d{2}\/(?!index\.(?:mdx?|markdown)$)[^/]+?)(?:\/index)?\.(?:mdx?|markdown)$/;

/** The parts of a post's address. */
export type PostAddress = Readonly<Record<'url' | 'year' | 'month' | 'slug', string>>;

/** Reads the address of a post. @returns its parts, or undefined where the path has another form. */
export function parsePostPath(path: string): PostAddress | undefined {
  const groups = postPathPattern.exec(path.normalize('NFC'))?.groups;
  if (!groups) return undefined;
  const { year = '', month = '', slug = '' } = groups;
  return { url: `/blog/${year}/${month}/${slug}/`, year, month, slug };
}

/**
 * Signs that no old address may have, besides those of queries and escapes: they are patterns to the framework (`:name`,
 * `(a|b)`) and to hosts (`*` in `_redirects`), or no part of a URL (RFC 3986, section 2).
 */
export const notInOldPaths = /[*:()[\]{}"<>|^`]/;

/** Whether an address may be redirected. @param path unencoded, with its final slash. */
export function isOldPath(path: string): boolean {
  return /^(?:\/(?!\.{1,2}\/)[^\s\\?#%/]+)+\/$/.test(path) && !notInOldPaths.test(path);
}

/** What two addresses have in common that some browser or disk takes for one: case and Unicode form do not count. */
export function addressKey(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}

/** Last parts of addresses that the framework takes for something else. */
export function isReservedSlug(slug: string): boolean {
  return /^index$/i.test(slug);
}

/** The address that a file's path spells, such as `blog/2022/03/february-update.mdx`. Not yet known to be well formed. */
export function pathFromFile(path: string): string | undefined {
  const address = filePattern.exec(path)?.groups?.address;
  return address && `/${address}/`;
}

/** The address by Hugo's permalink rule: year and month of the date in UTC, then the slug, else the title made one. */
export function pathFromDate(date: Date, slugOrTitle: string): string {
  const [year, month] = date.toISOString().split('-');
  return `/blog/${year}/${month}/${slugify(slugOrTitle)}/`;
}

/**
 * A title as part of an address, as Hugo makes it: lower case, white space to single hyphens, and only letters,
 * marks, digits and `. _ - + ~ @` kept (Hugo, helpers/path.go, MakePath). A slash would add a segment; it becomes a hyphen.
 */
export function slugify(title: string): string {
  return title
    .normalize('NFC')
    .trim()
    .replace(/[\s/\\]+/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}._+~@-]+/gu, '')
    .replace(/-{2,}/g, '-')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
    .toLowerCase();
}

/** The longest part of an address: with the endings that pages, pictures and caches add, disks take 255. Bytes of UTF-8. */
const longestPart = 200;
/** The longest address, bytes of UTF-8, and the most parts that it may have. */
const longestPath = 1000;
const mostParts = 30;

/** What is too long in an address, as a sentence without a full stop; undefined where it fits. @param path unencoded. */
export function explainTooLong(path: string): string | undefined {
  const parts = path.split('/').filter(Boolean);
  const long = parts.find((part) => Buffer.byteLength(part) > longestPart);
  const show = (text: string) => `"${Array.from(text).slice(0, 40).join('')}…"`;
  if (long !== undefined) {
    return `${show(long)} is too long for an address: ${Buffer.byteLength(long)} bytes between two slashes; the limit is ${longestPart}`;
  }
  if (parts.length > mostParts) {
    return `the address ${show(path)} is too long: ${parts.length} parts between slashes; the limit is ${mostParts}`;
  }
  const bytes = Buffer.byteLength(path);
  return bytes > longestPath
    ? `the address ${show(path)} is too long: ${bytes} bytes; the limit is ${longestPath}`
    : undefined;
}
