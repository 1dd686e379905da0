// Fewer rules of headers: files of one kind share a rule with one `*` in it, because Cloudflare Pages takes 100 rules at most.
import type { PlannedHeaders } from '@/lib/output/export/plan-export';

/**
 * Joins rules. A pattern takes the place of rules only where all that it matches has the very same headers, so that each
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
