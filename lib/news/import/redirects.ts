// Lines of a Hugo site's `static/_redirects` (Netlify's form) that lead to posts: each becomes an alias of its post.
import { addressKey } from '@/lib/base/address';
import { parseFrontMatter } from '@/lib/content/front-matter';

/** A post that redirects may lead to. */
export interface RedirectTarget {
  readonly file: string;
  readonly url: string;
  readonly aliases: readonly string[];
}

/** The aliases that posts get, by the file of the post, and a line for each redirect that was left. */
export interface ReadRedirects {
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly left: readonly string[];
}

interface Line {
  readonly number: number;
  readonly concerns: boolean;
  readonly from: string;
  readonly to: string;
}

/**
 * Reads redirects. Those that have nothing to do with the blog are passed over.
 *
 * @param pages paths of the site, which no old address may hide.
 */
export function readRedirects(
  text: string,
  posts: readonly RedirectTarget[],
  pages: ReadonlySet<string>,
): ReadRedirects {
  const left: string[] = [];
  const lines = readLines(text, left);
  const targets = new Map(lines.map((line) => [addressKey(line.from), line.to]));
  const owners = new Map<string, RedirectTarget>();
  for (const post of posts) for (const path of [...post.aliases, post.url]) owners.set(addressKey(path), post);
  const known = new Set([...pages].map(addressKey));
  const aliases = new Map<string, string[]>();
  for (const { number, concerns, from, to } of lines) {
    const leave = (why: string) => left.push(`static/_redirects:${number}: ${why}`);
    let target = to;
    // A redirect may lead to the next; one that comes back to itself ends nowhere.
    for (let hops = 0; !owners.has(addressKey(target)) && hops < 20; hops += 1)
      target = targets.get(addressKey(target)) ?? target;
    const post = owners.get(addressKey(target));
    const owner = owners.get(addressKey(from));
    if (!post) {
      if (concerns) leave(`no post is at "${to}"`);
    } else if (owner === post) continue;
    else if (owner || known.has(addressKey(from))) leave(`"${from}" is a page of the site itself`);
    else {
      owners.set(addressKey(from), post);
      aliases.set(post.file, [...(aliases.get(post.file) ?? []), from]);
    }
  }
  return { aliases, left };
}

/** The lines that lead from one address to another. */
function readLines(text: string, left: string[]): Line[] {
  return text.split(/\r?\n/).flatMap((line, index): Line[] => {
    const number = index + 1;
    const [from = '', to = '', status = '301', ...more] = line
      .replace(/(?:^|\s)#.*/, '')
      .trim()
      .split(/\s+/);
    if (from === '' || to === '') return [];
    const path = to.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '');
    // What has nothing to do with the blog is passed over, unless it leads there by another line.
    const concerns = [from, path].some((each) => /^\/blog(?:\/|$)/.test(each));
    const leave = (why: string) => concerns && left.push(`static/_redirects:${number}: ${why}`);
    const old = toPath(from);
    const target = toPath(path);
    if (/[*:]/.test(from)) leave(`"${from}" stands for many addresses; an alias is one`);
    else if (!/^(?:\/|https?:)/.test(to) || more.length > 0) leave('it depends on more than the address');
    else if (!/^30[1278]!?$/.test(status)) leave(`it answers ${status}, which is no redirect`);
    else if (!old || !target) leave(`"${old ? to : from}" is no path of a page`);
    else return [{ number, concerns, from: old, to: target }];
    return [];
  });
}

/** A path as aliases have it, decoded and with its final slash. */
function toPath(written: string): string | undefined {
  let path = written;
  try {
    path = decodeURIComponent(written);
  } catch {
    return undefined;
  }
  path = (path.endsWith('/') ? path : `${path}/`).normalize('NFC');
  return /^(?:\/(?!\.{1,2}\/)[^\s\\?#%/]+)+\/$/.test(path) ? path : undefined;
}

/**
 * A post's text with more aliases; all else stays as it is written.
 *
 * @returns undefined where its front matter has a form that this does not write.
 */
export function addAliases(text: string, aliases: readonly string[]): string | undefined {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(end);
  const changed = text.startsWith('+++') ? addToToml(lines, aliases) : addToYaml(lines, aliases);
  const result = text.startsWith('{') ? addToJson(text, aliases) : changed?.join(end);
  if (result === undefined) return undefined;
  const split = parseFrontMatter(result.replaceAll('\r\n', '\n'));
  if (Array.isArray(split)) return undefined;
  const written = [split.frontMatter.data.aliases].flat();
  return aliases.every((alias) => written.includes(alias)) ? result : undefined;
}

function addToYaml(lines: readonly string[], aliases: readonly string[]): string[] | undefined {
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (lines[0]?.trimEnd() !== '---' || close < 0) return undefined;
  const values = aliases.map((alias) => (/^[\w./~+-]+$/.test(alias) ? alias : JSON.stringify(alias)));
  const at = lines.findIndex((line, index) => index < close && /^aliases\s*:/.test(line));
  if (at < 0) return lines.toSpliced(close, 0, `aliases: [${values.join(', ')}]`);
  const value = (lines[at] ?? '').replace(/^aliases\s*:\s*/, '').trimEnd();
  const list = /^\[(.*)\]$/.exec(value)?.[1]?.trim();
  if (list !== undefined) return lines.with(at, `aliases: [${[...(list ? [list] : []), ...values].join(', ')}]`);
  if (value !== '') return lines.with(at, `aliases: [${[value, ...values].join(', ')}]`);
  let last = at;
  while (/^\s*-\s/.test(lines[last + 1] ?? '') && last + 1 < close) last += 1;
  const dash = /^\s*-\s+/.exec(lines[last] ?? '')?.[0];
  return dash === undefined ? undefined : lines.toSpliced(last + 1, 0, ...values.map((each) => dash + each));
}

function addToToml(lines: readonly string[], aliases: readonly string[]): string[] | undefined {
  const values = aliases.map((alias) => JSON.stringify(alias)).join(', ');
  const at = lines.findIndex((line) => /^aliases\s*=/.test(line));
  if (at < 0) return lines.toSpliced(1, 0, `aliases = [${values}]`);
  const list = /^aliases\s*=\s*\[(.*)\]\s*$/.exec(lines[at] ?? '')?.[1];
  return list === undefined
    ? undefined
    : lines.with(at, `aliases = [${[list.trim(), values].filter(Boolean).join(', ')}]`);
}

function addToJson(text: string, aliases: readonly string[]): string | undefined {
  return text.includes('"aliases"') ? undefined : text.replace('{', `{\n  "aliases": ${JSON.stringify(aliases)},`);
}
