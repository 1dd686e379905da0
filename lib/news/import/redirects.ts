// Redirects of a Hugo site to its posts (`static/_redirects`, in Netlify's form), each of which becomes an alias.
import { addressKey, isOldPath } from '@/lib/base/address';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { parseFrontMatter } from '@/lib/content/front-matter';
import type { Post } from '@/lib/content/posts';

interface Line {
  readonly number: number;
  /** Whether it is about the blog itself. */
  readonly concerns: boolean;
  readonly from: string;
  readonly to: string;
}

/**
 * Reads redirects. Those that are not about the blog are skipped.
 *
 * @param pages paths of the site, which an alias must not hide.
 * @param left gets a diagnostic for each redirect that cannot be an alias.
 * @returns new aliases by the file of their post.
 */
export function readRedirects(
  text: string,
  posts: readonly Post[],
  pages: ReadonlySet<string>,
  left: Diagnostic[],
): ReadonlyMap<string, readonly string[]> {
  const lines = readLines(text, left);
  const targets = new Map(lines.map((line) => [addressKey(line.from), line.to]));
  const owners = new Map<string, Post>();
  for (const post of posts) for (const path of [...post.aliases, post.url]) owners.set(addressKey(path), post);
  const known = new Set([...pages].map(addressKey));
  const aliases = new Map<string, string[]>();
  for (const { number, concerns, from, to } of lines) {
    let target = to;
    // A redirect may lead to another one; a circle ends nowhere.
    for (let hops = 0; !owners.has(addressKey(target)) && hops < 20; hops += 1)
      target = targets.get(addressKey(target)) ?? target;
    const post = owners.get(addressKey(target));
    const owner = owners.get(addressKey(from));
    if (!post) {
      if (concerns) left.push(leave(number, `there is no post at "${to}"`, 'correct the redirect'));
    } else if (owner === post) continue;
    else if (owner || known.has(addressKey(from))) {
      left.push(leave(number, `"${from}" is a page of this site`, 'remove the redirect'));
    } else {
      owners.set(addressKey(from), post);
      aliases.set(post.file, [...(aliases.get(post.file) ?? []), from]);
    }
  }
  return aliases;
}

function leave(line: number, message: string, fix: string): Diagnostic {
  return warning('import/redirect', message, fix, { file: 'static/_redirects', line });
}

/** The lines that redirect one address to another. */
function readLines(text: string, left: Diagnostic[]): Line[] {
  return text.split(/\r?\n/).flatMap((line, index): Line[] => {
    const number = index + 1;
    const [from = '', to = '', status = '301', ...more] = line
      .replace(/(?:^|\s)#.*/, '')
      .trim()
      .split(/\s+/);
    if (from === '' || to === '') return [];
    const path = to.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '');
    // Other redirects are skipped, unless they lead to the blog by another line.
    const concerns = [from, path].some((each) => /^\/blog(?:\/|$)/.test(each));
    const refuse = (message: string) =>
      concerns && left.push(leave(number, message, 'redirect it where this site is hosted'));
    const old = toPath(from);
    const target = toPath(path);
    if (/[*:]/.test(from)) refuse(`"${from}" matches many addresses, but an alias is a single address`);
    else if (!/^(?:\/|https?:)/.test(to) || more.length > 0) refuse('it depends on more than the address');
    else if (!/^30[1278]!?$/.test(status)) refuse(`its status ${status} is not a redirect`);
    else if (!old || !target) refuse(`"${old ? to : from}" is not the path of a page`);
    else return [{ number, concerns, from: old, to: target }];
    return [];
  });
}

/** A path in the form of aliases, decoded and with a slash at its end. */
function toPath(written: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(written).replace(/\/?$/, '/').normalize('NFC');
  } catch {
    return undefined;
  }
  return isOldPath(path) ? path : undefined;
}

/**
 * The text of a post with more aliases; everything else is kept as it is.
 *
 * @returns undefined if its front matter has a form that is not supported.
 */
export function addAliases(text: string, aliases: readonly string[]): string | undefined {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const isJson = text.startsWith('{') && !text.includes('"aliases"');
  const result = isJson
    ? text.replace('{', `{\n  "aliases": ${JSON.stringify(aliases)},`)
    : addToLines(text.split(end), aliases)?.join(end);
  const parts = result === undefined ? [] : parseFrontMatter(result.replaceAll('\r\n', '\n'));
  if (Array.isArray(parts)) return undefined;
  const written = [parts.frontMatter.data.aliases].flat();
  return aliases.every((alias) => written.includes(alias)) ? result : undefined;
}

/** Adds to YAML or TOML front matter: in the line of the list, in its last line, or in a new line. */
function addToLines(lines: readonly string[], aliases: readonly string[]): string[] | undefined {
  const fence = lines[0]?.trimEnd();
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === fence);
  if ((fence !== '---' && fence !== '+++') || close < 0) return undefined;
  const isToml = fence === '+++';
  const values = aliases.map((alias) => (!isToml && /^[\w./~+-]+$/.test(alias) ? alias : JSON.stringify(alias)));
  const toLine = (all: readonly string[]) => `aliases${isToml ? ' =' : ':'} [${all.join(', ')}]`;
  const at = lines.findIndex((line, index) => index < close && /^aliases\s*[:=]/.test(line));
  // In TOML, what is at the end belongs to the last table.
  if (at < 0) return lines.toSpliced(isToml ? 1 : close, 0, toLine(values));
  const value = (lines[at] ?? '').replace(/^aliases\s*[:=]\s*/, '').trimEnd();
  const list = /^\[(.*)\]$/.exec(value)?.[1]?.trim() ?? value;
  if (value !== '') return lines.with(at, toLine([list, ...values].filter(Boolean)));
  let last = at;
  while (/^\s*-\s/.test(lines[last + 1] ?? '') && last + 1 < close) last += 1;
  const dash = /^\s*-\s+/.exec(lines[last] ?? '')?.[0];
  return dash === undefined ? undefined : lines.toSpliced(last + 1, 0, ...values.map((each) => dash + each));
}
