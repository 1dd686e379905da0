// Files for static hosts in addition to the pages: redirects as pages and as rules, headers as rules.
import { compare } from '@/lib/base/compare';
import { escapeHtml } from '@/lib/base/html';
import { words } from '@/lib/base/words';
import {
  type PlannedHeaders,
  type PlannedRedirect,
  toRulePath,
  withoutPatterns,
} from '@/lib/output/export/plan-export';

/**
 * A page that redirects to another, for hosts without redirect rules.
 *
 * @param to the path of the destination, encoded.
 * @param origin the site's, for the canonical address.
 * @param lang BCP 47.
 */
export function redirectPage(to: string, origin: string, lang: string): string {
  const path = escapeHtml(to);
  const link = `<a href="${path}">${path}</a>`;
  const about = words.moved.about(link).map((part) => (part === link ? link : escapeHtml(part)));
  return `<!DOCTYPE html><html lang="${escapeHtml(lang)}" dir="${words.direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(words.moved.title)}</title><meta http-equiv="refresh" content="0; url=${path}"><link rel="canonical" href="${escapeHtml(origin)}${path}"></head><body><p>${about.join('')}</p></body></html>\n`;
}

/** `_redirects`, as Netlify and Cloudflare Pages read it: from, to, status. */
export function redirectRules(redirects: readonly PlannedRedirect[], basePath: string): string {
  return redirects
    .map(({ address, to, status }) => `${toRulePath(basePath + address)} ${withoutPatterns(to)} ${status}\n`)
    .join('');
}

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. A header that a wider rule gives already is not repeated. One that it
 * gives another value is removed first (`! name`): Cloudflare would join the two, and both policies would apply. It reads
 * rules in their order, so the wider ones come first.
 */
export function headerRules(headers: readonly PlannedHeaders[]): string {
  const wide = headers.filter(({ path }) => path.endsWith('/*')).sort((a, b) => a.path.length - b.path.length);
  const rest = headers.filter(({ path }) => !path.endsWith('/*')).sort((a, b) => compare(a.path, b.path));
  return [...wide, ...rest]
    .map(({ path, headers: own }) => {
      const wider = wide.filter((each) => each.path !== path && path.startsWith(each.path.slice(0, -1)));
      const given = Object.entries(own).filter(([name, value]) => !wider.some((each) => each.headers[name] === value));
      const lines = given.flatMap(([name, value]) => [
        ...(wider.some((each) => each.headers[name] !== undefined) ? [`  ! ${name}\n`] : []),
        `  ${name}: ${value.replace(/[\r\n]+/g, ' ')}\n`,
      ]);
      return lines.length === 0 ? '' : `${path}\n${lines.join('')}`;
    })
    .join('');
}

/**
 * Joins rules: files of one kind share one with one `*` in it, because Cloudflare Pages takes 100 rules at most. A pattern takes the place of rules only where all that it matches has the very same headers, so that each
 * file has what it had, and has it once: hosts would join two values of one header.
 *
 * @param rules of single addresses and, untouched, of all below a place.
 * @param others addresses of the site that are to get no such headers, encoded, with the sub-path.
 */
export function mergeHeaders(
  rules: readonly PlannedHeaders[],
  others: readonly string[],
  basePath: string,
): PlannedHeaders[] {
  const wide = rules.filter(({ path }) => path.includes('*'));
  const single = rules.filter(({ path }) => !path.includes('*'));
  const textOf = new Map(single.map(({ path, headers }) => [path, toText(headers)]));
  const tried = new Set<string>();
  const covered = new Set<string>();
  const merged: PlannedHeaders[] = [];
  for (const rule of single) {
    if (covered.has(rule.path)) continue;
    for (const pattern of patternsFor(rule.path, basePath)) {
      if (tried.has(pattern)) continue;
      tried.add(pattern);
      if (others.some((path) => isMatch(pattern, path))) continue;
      const matched = single.filter(({ path }) => isMatch(pattern, path));
      const isSame = matched.every(({ path }) => !covered.has(path) && textOf.get(path) === textOf.get(rule.path));
      if (matched.length < 2 || !isSame) continue;
      for (const { path } of matched) covered.add(path);
      merged.push({ path: pattern, headers: rule.headers });
      break;
    }
  }
  return [...wide, ...merged, ...single.filter(({ path }) => !covered.has(path))];
}

/** Whether a rule is for a path: `*` matches anything, slashes too, as Netlify and Cloudflare Pages read it. */
export function isMatch(pattern: string, path: string): boolean {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return pattern === path;
  return path.length >= before.length + after.length && path.startsWith(before) && path.endsWith(after);
}

// All of a section with the same ending, `/blog/*.webp`, and all with the same name, `/tags/*/feed.xml`.
function patternsFor(path: string, basePath: string): string[] {
  const [, section, ...rest] = path.slice(basePath.length).split('/');
  const name = rest.at(-1);
  if (!section || !name) return [];
  const [ending] = /\.\w+$/.exec(name) ?? [];
  const ofEnding = ending ? [`${basePath}/${section}/*${ending}`] : [];
  return rest.length > 1 ? [...ofEnding, `${basePath}/${section}/*/${name}`] : ofEnding;
}

function toText(headers: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1)));
}
