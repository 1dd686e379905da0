// The address of a post: /blog/YYYY/MM/slug/, from its `url:`, its path or its date and title.

const letters = String.raw`[\p{L}\p{M}\p{N}]`;

/** What the address of a post looks like, with its final slash. The slug begins and ends with a letter or a digit. */
export const postPathPattern = new RegExp(
  String.raw`^/blog/(?<year>\d{4})/(?<month>0[1-9]|1[0-2])/(?<slug>${letters}(?:[\p{L}\p{M}\p{N}._+~@-]*${letters})?)/$`,
  'u',
);

const filePattern = /^(?<address>blog\/\d{4}\/\d{2}\/(?!index\.mdx?$)[^/]+?)(?:\/index)?\.mdx?$/;

/** The parts of a post's address. */
export type PostAddress = Readonly<Record<'url' | 'year' | 'month' | 'slug', string>>;

/** Reads the address of a post. @returns its parts, or undefined where the path has another form. */
export function parsePostPath(path: string): PostAddress | undefined {
  const groups = postPathPattern.exec(path.normalize('NFC'))?.groups;
  if (!groups) return undefined;
  const { year = '', month = '', slug = '' } = groups;
  return { url: `/blog/${year}/${month}/${slug}/`, year, month, slug };
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
