// Reads the redirects of a site from the files of its host: `_redirects` and netlify.toml (Netlify, Cloudflare, GitLab),
// vercel.json, .htaccess.
import { parse as parseTomlText } from 'smol-toml';
import type { Checkout } from '@/lib/news/import/checkout';
import { fieldOf, isRecord, textOf, textsIn } from '@/lib/news/import/front-matter';
import type { Redirect } from '@/lib/news/import/source';

/** A redirect as written in the file. Its addresses may be patterns: `*`, `:splat`, `:name`. */
export type WrittenRedirect = Redirect;

/** Reads every redirect of a site. @param served folders whose files are served at the root. */
export async function readRedirectFiles(checkout: Checkout, served: readonly string[]): Promise<WrittenRedirect[]> {
  const found: WrittenRedirect[] = [];
  const places = new Set(['', ...served, 'static', 'public', 'src', 'content', 'docs']);
  const below = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`);
  const lists = [...places].map((folder) => below(folder, '_redirects'));
  const templates = checkout
    .filesBelow('layouts')
    .filter((file) => /(?:\.redirects|\/_redirects(?:\.\w+)?)$/.test(file));
  for (const file of new Set([...lists, ...templates]))
    found.push(...readList((await checkout.text(file)) ?? '', file));
  for (const file of [...places].map((folder) => below(folder, '.htaccess'))) {
    found.push(...readHtaccess((await checkout.text(file)) ?? '', file));
  }
  found.push(...readNetlify((await checkout.text('netlify.toml')) ?? '', 'netlify.toml'));
  found.push(...readVercel(await checkout.config('vercel.json'), 'vercel.json'));
  return found;
}

/** Netlify's form: a line each, `/old /new 301`. Lines of templates are skipped. */
function readList(text: string, file: string): WrittenRedirect[] {
  return text.split('\n').flatMap((line, index) => {
    const [from = '', to = '', status = '301', ...more] = line
      .replace(/(?:^|\s)#.*/, '')
      .trim()
      .split(/\s+/);
    if (!/^(?:\/|https?:)/.test(from) || !/^(?:\/|https?:)/.test(to) || line.includes('{{')) return [];
    return /^30[12378]!?$/.test(status) && more.length === 0 ? [{ from, to, file, line: index + 1 }] : [];
  });
}

function readNetlify(text: string, file: string): WrittenRedirect[] {
  let redirects: unknown;
  try {
    redirects = fieldOf(parseTomlText(text), 'redirects');
  } catch {
    return [];
  }
  const starts = text
    .split('\n')
    .flatMap((line, index) => (/^\s*\[\[\s*redirects\s*\]\]/.test(line) ? [index + 1] : []));
  return (Array.isArray(redirects) ? redirects : []).filter(isRecord).flatMap((each, index) => {
    const [from, to, status] = [textOf(each, 'from'), textOf(each, 'to'), textOf(each, 'status') ?? '301'];
    const isPlain = fieldOf(each, 'conditions') === undefined && fieldOf(each, 'query') === undefined;
    if (from === undefined || to === undefined || !isPlain || !/^30[12378]$/.test(status)) return [];
    return [{ from, to, file, line: starts[index] ?? 1 }];
  });
}

function readVercel(config: Readonly<Record<string, unknown>>, file: string): WrittenRedirect[] {
  const redirects = fieldOf(config, 'redirects');
  return (Array.isArray(redirects) ? redirects : []).filter(isRecord).flatMap((each) => {
    const [from, to] = [textOf(each, 'source'), textOf(each, 'destination')];
    if (from === undefined || to === undefined || fieldOf(each, 'has', 'missing') !== undefined) return [];
    // `/old/:path*` and `/old/(.*)` with `$1` are Netlify's `/old/*` with `:splat`.
    const splat = /:(\w+)\*$/.exec(from)?.[1];
    const target =
      splat === undefined ? to.replace(/\$1$/, ':splat') : to.replace(new RegExp(`:${splat}\\*?$`), ':splat');
    return [{ from: from.replace(/(?::\w+\*|\(\.\*\))$/, '*'), to: target, file }];
  });
}

function readHtaccess(text: string, file: string): WrittenRedirect[] {
  return text.split('\n').flatMap((line, index) => {
    const [, from, to] =
      /^\s*Redirect(?:Permanent|Temp|(?:\s+(?:30[12378]|permanent|temp))?)\s+"?(\/[^\s"]*)"?\s+"?((?:\/|https?:)[^\s"]*)"?\s*$/i.exec(
        line,
      ) ?? [];
    return from !== undefined && to !== undefined ? [{ from, to, file, line: index + 1 }] : [];
  });
}

/** Addresses that a post's front matter gives as its older ones, in the forms of all generators. */
export function writtenAliases(data: Readonly<Record<string, unknown>>): string[] {
  const keys = [
    'aliases',
    'alias',
    'redirect_from',
    'redirectFrom',
    'redirects',
    'old_url',
    'oldUrl',
    'legacy_url',
    'extra.aliases',
  ];
  return keys.flatMap((key) => textsIn(fieldOf(data, key)));
}

/**
 * Makes a matcher of a pattern of Netlify: `*` and `:splat` are the rest of an address, `:name` a part of it.
 *
 * @returns what gives the values of the places in an address, or undefined if it does not match.
 */
export function patternMatcher(pattern: string): (address: string) => Record<string, string> | undefined {
  const names: string[] = [];
  const source = pattern.replace(/[.+^${}()|[\]\\?]|\*|:[A-Za-z_]\w*/g, (part) => {
    const isRest = part === '*' || part === ':splat';
    if (!isRest && !part.startsWith(':')) return `\\${part}`;
    names.push(isRest ? 'splat' : part.slice(1));
    return isRest ? '(.*)' : '([^/]+)';
  });
  const matcher = new RegExp(`^${source.replace(/\/$/, '')}/?$`, 'i');
  return (address) => {
    const found = matcher.exec(address);
    return found ? Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])) : undefined;
  };
}

/** Whether an address is a pattern. */
export function isPattern(address: string): boolean {
  return /\*|(?<!^https?):[A-Za-z_]/.test(address);
}

/** Fills in the places of a pattern; undefined if one has no value. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string | undefined {
  let isWhole = true;
  const filled = pattern.replace(/\*|:[A-Za-z_]\w*/g, (part) => {
    const value = values[part === '*' ? 'splat' : part.slice(1)];
    if (value === undefined) isWhole = false;
    return value ?? '';
  });
  return isWhole ? filled : undefined;
}
