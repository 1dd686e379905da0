// Gives the built pages style sheets without unused rules: one for posts, which most readers open first, one for the rest.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type Selector, SelectorType } from 'css-what';
import postcss, { type AtRule, type ChildNode, type Root } from 'postcss';
import { mapLimited } from '@/lib/base/map-limited';

const groups = ['posts', 'others'] as const;

/** Pages that share a sheet. */
type Group = (typeof groups)[number];

/** The names that pages and scripts use, so that their sheet must keep them. */
export interface UsedNames {
  /** Classes of pages, and every word of the pages' own scripts. */
  readonly classes: Set<string>;
  /** Custom properties, with their two hyphens: these keep their names. */
  readonly properties: Set<string>;
}

/** The names that the pages of each group use. */
export type Names = Readonly<Record<Group, UsedNames>>;

/** The names in the code of the pages' own scripts, which pages of both groups load. */
export function namesInScripts(code = ''): Names {
  const names = () => ({ classes: new Set(code.match(/[\w-]+/g)), properties: new Set(code.match(/--[\w-]+/g)) });
  return { posts: names(), others: names() };
}

/** Replaces the addresses of the framework's sheets in a page. @param file its path below `server/`. */
export type RetargetStyles = (html: string, file: string) => string;

/**
 * Writes the trimmed sheets next to the framework's, which stay for pages that are rendered on request.
 *
 * @param distDir the folder that `next build` wrote.
 * @param scripts the code of the pages' own scripts.
 * @param rendered the names in pages that are not yet in `distDir`.
 */
export async function trimStyles(
  distDir: string,
  scripts: readonly string[],
  rendered: readonly Names[] = [],
): Promise<RetargetStyles> {
  const chunks = join(distDir, 'static', 'chunks');
  const sheets = (await readdir(chunks).catch(() => [])).filter((name) => name.endsWith('.css'));
  const server = join(distDir, 'server');
  const pages = (await readdir(server, { recursive: true })).filter((name) => name.endsWith('.html'));
  const used = namesInScripts(scripts.join('\n'));
  for (const group of groups) {
    for (const { [group]: names } of rendered) {
      for (const name of names.classes) used[group].classes.add(name);
      for (const name of names.properties) used[group].properties.add(name);
    }
  }
  await mapLimited(pages, 16, async (file) => {
    noteNames(await readFile(join(server, file), 'utf8'), used[groupOf(file)]);
  });
  const renamed = { posts: new Map<string, string>(), others: new Map<string, string>() };
  const written = await Promise.all(sheets.map((sheet) => readFile(join(chunks, sheet), 'utf8')));
  for (const group of groups) {
    for (const [index, trimmed] of trimSheets(written, used[group]).entries()) {
      const sheet = sheets[index] as string;
      const name = `${createHash('sha256').update(trimmed).digest('hex').slice(0, 12)}.css`;
      await writeFile(join(chunks, name), trimmed);
      renamed[group].set(sheet, name);
    }
  }
  return (html, file) =>
    html.replace(
      /(<link rel="stylesheet" href="[^"]*\/_next\/static\/chunks\/)([^"/]+)"/g,
      (link, before: string, name: string) => {
        const other = renamed[groupOf(file)].get(name);
        return other ? `${before}${other}"` : link;
      },
    );
}

/** The group of a page. @param file its path below `server/`, or its address with the ending `.html`. */
export function groupOf(file: string): Group {
  return /(?:^|[/\\])blog[/\\]\d{4}[/\\]\d{2}[/\\][^/\\]+\.html$/.test(file) ? 'posts' : 'others';
}

/** Adds the names that a page uses. */
export function noteNames(html: string, { classes, properties }: UsedNames): void {
  for (const [, list = ''] of html.matchAll(/ class="([^"]*)"/g)) {
    // Pages repeat the same few lists: one that was seen before needs no splitting.
    if (classes.has(list)) continue;
    classes.add(list);
    for (const name of list.split(/\s+/))
      classes.add(name.replace(/&[^;]+;/g, (entity) => characters[entity] ?? entity));
  }
  for (const [, name = ''] of html.matchAll(/var\((--[\w-]+)/g)) properties.add(name);
}

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&gt;': '>',
  '&lt;': '<',
  '&#x27;': "'",
  '&quot;': '"',
};

/**
 * Drops rules that nothing can match and custom properties that nothing reads, and shortens the names of the others.
 * A page may load several of the sheets, so what one reads stays in all, under the same name.
 *
 * @param sheets as the framework wrote them.
 */
export function trimSheets(sheets: readonly string[], used: UsedNames): string[] {
  const roots = sheets.map((css) => postcss.parse(css));
  for (const root of roots) dropUnmatched(root, used);
  while (dropUnread(roots, used.properties));
  const names = new Map<string, string>();
  return roots.map((root) => shortenNames(root.toString(), used, names));
}

function dropUnmatched(root: Root, used: UsedNames): void {
  root.walkRules((rule) => {
    const isStep = rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.endsWith('keyframes');
    if (isStep) return;
    const selectors = rule.selectors.filter((selector) => canMatch(selector, used.classes));
    if (selectors.length === 0) rule.remove();
    else if (selectors.length < rule.selectors.length) rule.selectors = selectors;
  });
}

/** Shortens custom properties. @param names the short names given so far; new ones are added. */
function shortenNames(css: string, used: UsedNames, names: Map<string, string>): string {
  return css.replace(/--[a-zA-Z_][\w-]*/g, (name) => {
    if (used.properties.has(name)) return name;
    const short = names.get(name) ?? nextName(names.size, used.properties);
    names.set(name, short);
    return short;
  });
}

/** `--a`, `--b` … `--z`, `--10`; with `_` at its end where a page uses that name itself. */
function nextName(count: number, taken: ReadonlySet<string>): string {
  const name = `--${(count + 10).toString(36)}`;
  return taken.has(name) ? `${name}_` : name;
}

/** Removes declarations of properties that nothing reads, and empty rules. @returns whether it removed any. */
function dropUnread(roots: readonly Root[], kept: ReadonlySet<string>): boolean {
  const text = roots.map(String).join('\n');
  const read = new Set([...kept, ...[...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name)]);
  let found = false;
  const drop = (node: ChildNode) => {
    node.remove();
    found = true;
  };
  for (const root of roots) {
    root.walkDecls(/^--/, (declaration) => {
      if (!read.has(declaration.prop)) drop(declaration);
    });
    root.walkAtRules('property', (rule) => {
      if (!read.has(rule.params)) drop(rule);
    });
    root.walk((node) => {
      if ((node.type === 'rule' || node.type === 'atrule') && node.nodes?.length === 0) drop(node);
    });
  }
  return found;
}

/** Whether every class that a selector requires exists. Whatever else it requires is assumed to exist. */
export function canMatch(selector: string, classes: ReadonlySet<string>): boolean {
  return canMatchAny(parse(selector), classes);
}

function canMatchAny(selectors: readonly Selector[][], classes: ReadonlySet<string>): boolean {
  return selectors.some((parts) =>
    parts.every((part) => {
      const isClass = part.type === SelectorType.Attribute && part.name === 'class' && part.action === 'element';
      if (isClass) return classes.has(part.value);
      const isChoice = part.type === SelectorType.Pseudo && /^(?:is|where)$/.test(part.name);
      return !isChoice || !Array.isArray(part.data) || canMatchAny(part.data, classes);
    }),
  );
}
