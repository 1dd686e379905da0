// Gives the built pages style sheets without unused rules: one for posts, which most readers open first, one for the rest.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postcss, { type AtRule, type ChildNode, type Root } from 'postcss';
import { mapLimited } from '@/lib/base/map-limited';

/** Pages that share a sheet. */
export type Group = 'posts' | 'others';

/** The names that pages and scripts use, so that their sheet must keep them. */
export interface UsedNames {
  /** Classes of pages, and every word of the pages' own scripts. */
  readonly classes: Set<string>;
  /** Custom properties, with their two hyphens: these keep their names. */
  readonly properties: Set<string>;
}

/** The names that the pages of each group use. */
export type Names = Readonly<Record<Group, UsedNames>>;

/** No names yet. */
export function noNames(): Names {
  return {
    posts: { classes: new Set(), properties: new Set() },
    others: { classes: new Set(), properties: new Set() },
  };
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
  const used: Record<Group, UsedNames> = { posts: namesInScripts(scripts), others: namesInScripts(scripts) };
  for (const names of rendered) addNames(names, used);
  await mapLimited(pages, 16, async (file) => {
    noteNames(await readFile(join(server, file), 'utf8'), used[groupOf(file)]);
  });
  const renamed: Record<Group, Map<string, string>> = { posts: new Map(), others: new Map() };
  const written = await Promise.all(sheets.map((sheet) => readFile(join(chunks, sheet), 'utf8')));
  for (const group of ['posts', 'others'] as const) {
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

function addNames(names: Names, used: Names): void {
  for (const group of ['posts', 'others'] as const) {
    for (const name of names[group].classes) used[group].classes.add(name);
    for (const name of names[group].properties) used[group].properties.add(name);
  }
}

/** The group of a page. @param file its path below `server/`, or its address with the ending `.html`. */
export function groupOf(file: string): Group {
  return /(?:^|[/\\])blog[/\\]\d{4}[/\\]\d{2}[/\\][^/\\]+\.html$/.test(file) ? 'posts' : 'others';
}

function namesInScripts(scripts: readonly string[]): UsedNames {
  const code = scripts.join('\n');
  return { classes: new Set(code.match(/[\w-]+/g)), properties: new Set(code.match(/--[\w-]+/g)) };
}

/** Adds the names that a page uses. */
export function noteNames(html: string, { classes, properties }: UsedNames): void {
  for (const [, list = ''] of html.matchAll(/ class="([^"]*)"/g)) {
    // Pages repeat the same few lists: one that was seen before needs no splitting.
    if (classes.has(list)) continue;
    classes.add(list);
    for (const name of list.split(/\s+/)) classes.add(name.replace(/&(amp|gt|lt|#x27|quot);/g, unescapeName));
  }
  for (const [, name = ''] of html.matchAll(/var\((--[\w-]+)/g)) properties.add(name);
}

const characters: Readonly<Record<string, string>> = { amp: '&', gt: '>', lt: '<', '#x27': "'", quot: '"' };

function unescapeName(entity: string, name: string): string {
  return characters[name] ?? entity;
}

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

/** `--a`, `--b` … `--z`, `--aa`; with `_` at its end where a page uses that name itself. */
function nextName(count: number, taken: ReadonlySet<string>): string {
  let letters = '';
  for (let rest = count; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = 'abcdefghijklmnopqrstuvwxyz'[rest % 26] + letters;
  return taken.has(`--${letters}`) ? `--${letters}_` : `--${letters}`;
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
  let plain = '';
  for (let at = 0; at < selector.length; at++) {
    const character = selector[at] as string;
    if (character === '\\') plain += character + (selector[++at] ?? '');
    else if (character === '[') at = endOf(selector, at);
    else if (character === '(') {
      const end = endOf(selector, at);
      const inner = selector.slice(at + 1, end);
      const isChoice = /:(?:is|where)$/.test(plain);
      if (isChoice && !postcss.list.comma(inner).some((each) => canMatch(each, classes))) return false;
      at = end;
    } else plain += character;
  }
  const required = plain.matchAll(/\.((?:\\.|[\w-]|[^\0-\x7f])+)/g);
  return [...required].every(([, name = '']) => classes.has(name.replace(/\\(.)/g, '$1')));
}

/** The index of the bracket that closes the one at `start`, or the length of the text. */
function endOf(text: string, start: number): number {
  let depth = 0;
  let quote = '';
  for (let at = start; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '\\') at++;
    else if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '(' || character === '[') depth++;
    else if ((character === ')' || character === ']') && --depth === 0) return at;
  }
  return text.length;
}
