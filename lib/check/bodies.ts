// What a post's text says: its syntax, what may stand in it, its pictures and its links.
import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'mdast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import { findPlacementBreaches, type KnownIds } from '@/lib/check/placements';
import type { Post } from '@/lib/content/posts';
import type { Problem } from '@/lib/content/problems';
import { hasPublicFile } from '@/lib/content/public-files';
import { nearest } from '@/lib/content/validate';
import { isSafeScheme, linkKind, splitHref } from '@/lib/mdx/links';
import { findBreaches } from '@/lib/mdx/rules';
import { parseBody } from '@/lib/mdx/syntax';

/** What a post is checked against. */
export interface Surroundings {
  /** Every path of the site that content may link to. */
  readonly paths: ReadonlySet<string>;
  /** The ids that posts may place. */
  readonly ids: KnownIds;
  /** The path most like one that does not exist. */
  readonly suggest: (path: string) => string | undefined;
}

/** How long a body may be. Characters. */
const longest = 512 * 1024;

/** How deep a body may be nested. Deeper, drawing it would exhaust the stack. */
const deepest = 50;

/** An address that stands in a body, with its place in the body. */
interface Reference {
  readonly kind: 'picture' | 'link';
  readonly address: string;
  readonly line: number;
  readonly column: number;
}

/** Every problem of a post's body, at its line of the file. */
export function checkBody(post: Post, surroundings: Surroundings): Problem[] {
  const at = (
    place: { line: number; column: number },
    severity: Problem['severity'],
    code: string,
    message: string,
    fix: string,
  ): Problem => ({
    file: post.shownFile,
    line: place.line + post.bodyLine - 1,
    column: place.column,
    severity,
    code,
    message,
    fix,
  });

  if (post.body.length > longest) {
    const message = `the text is ${Math.ceil(post.body.length / 1024)} kB long; ${longest / 1024} kB is the most`;
    return [at({ line: 1, column: 1 }, 'error', 'body/size', message, 'make several posts of it')];
  }
  let tree: Root;
  try {
    tree = parseBody(post.body, post.format);
  } catch (error) {
    const { reason, line, column } = error as VFileMessage;
    if (reason === undefined) return [tooDeep(at)];
    // The parser counts the lines of the body; authors count those of the file.
    const message = reason.replace(/\((\d+):(\d+)(?:-(\d+):(\d+))?\)/g, (_, ...place: (string | undefined)[]) => {
      const [fromLine, fromColumn, toLine, toColumn] = place;
      const first = `${Number(fromLine) + post.bodyLine - 1}:${fromColumn}`;
      return `(${toLine ? `${first}-${Number(toLine) + post.bodyLine - 1}:${toColumn}` : first})`;
    });
    const fix = 'write \\< for a literal <, \\{ for a brace, and close every element';
    return [at({ line: line ?? 1, column: column ?? 1 }, 'error', 'mdx/syntax', message, fix)];
  }

  if (depthOf(tree) > deepest || htmlDepthOf(tree) > deepest) return [tooDeep(at)];
  const breaches = [...findBreaches(tree, post.format), ...findPlacementBreaches(tree, post, surroundings.ids)];
  const problems = breaches.map((breach) => at(breach, 'error', breach.code, breach.message, breach.fix));
  for (const reference of findReferences(tree)) {
    const found =
      reference.kind === 'picture'
        ? judgePicture(reference.address, post)
        : judgeLink(reference.address, post, surroundings);
    if (found) problems.push(at(reference, ...found));
  }
  return problems;
}

type Reporter = (
  place: { line: number; column: number },
  severity: Problem['severity'],
  code: string,
  message: string,
  fix: string,
) => Problem;

function tooDeep(at: Reporter): Problem {
  const message = `lists, quotes or elements stand more than ${deepest} deep in one another`;
  return at({ line: 1, column: 1 }, 'error', 'body/depth', message, 'write it flatter');
}

/** The same of the HTML in a Markdown file, whose elements may be open from one block to the next. */
function htmlDepthOf(tree: Root): number {
  const blocks: string[] = [];
  visit(tree, 'html', ({ value }) => void blocks.push(value));
  return blocks.length === 0 ? 0 : depthOf(fromHtml(blocks.join('\n'), { fragment: true }));
}

/** How many nodes stand in one another at most; counted without recursion, which is what deep text would exhaust. */
function depthOf(tree: Node): number {
  let depth = 0;
  for (let level: Node[] = [tree]; level.length > 0 && depth <= deepest; depth += 1) {
    level = level.flatMap((node) => (node as Node & { children?: Node[] }).children ?? []);
  }
  return depth;
}

type Verdict = [severity: Problem['severity'], code: string, message: string, fix: string];

function judgePicture(address: string, post: Post): Verdict | undefined {
  const kind = linkKind(address);
  const { path } = splitHref(address);
  // What moved in from elsewhere is shown as far as it goes; what is written for this site must be whole.
  const lenient = post.format === 'md' ? 'warning' : 'error';
  if (kind === 'external') {
    return [
      lenient,
      'picture/remote',
      `the picture "${address}" lies elsewhere and is shown as a link`,
      'put the picture beside the post',
    ];
  }
  if (kind !== 'relative') {
    return hasPublicFile(path)
      ? undefined
      : [
          lenient,
          'picture/missing-site',
          `there is no picture "${path}" on this site`,
          'put the picture beside the post',
        ];
  }
  const name = path.replace(/^(?:\.\/)+/, '');
  if (name.split('/').includes('..')) {
    return [
      'error',
      'picture/outside',
      `the picture "${address}" lies outside the post's folder`,
      'put it into the folder of the post',
    ];
  }
  if (post.files.some((file) => file.name === name && file.type.startsWith('image/'))) return undefined;
  const near = nearest(
    name,
    post.files.map((file) => file.name),
  );
  const folder = post.file.replace(/(?:\/index)?\.mdx?$/, '');
  const fix = near ? `did you mean "${near}"?` : `put it at ${folder}/${name}, beside ${folder}/index.${post.format}`;
  return ['error', 'picture/missing', `there is no picture "${name}" beside this post`, fix];
}

function judgeLink(address: string, post: Post, { paths, suggest }: Surroundings): Verdict | undefined {
  const kind = linkKind(address);
  if (kind === 'external' && !isSafeScheme(address)) {
    return [
      'error',
      'link/scheme',
      `links to "${address.slice(0, 60)}" are not allowed`,
      'use an https: or mailto: address',
    ];
  }
  if (kind !== 'site' && kind !== 'relative') return undefined;
  const base = new URL(post.url, 'https://site.invalid');
  if (!URL.canParse(address, base)) return ['error', 'link/invalid', `"${address}" is no address`, 'correct it'];
  const { path } = splitHref(new URL(address, base).pathname);
  const page = path.endsWith('/') ? path : `${path}/`;
  const isOwnFile = path.startsWith(post.url) && post.files.some((file) => post.url + file.name === path);
  if (isOwnFile || paths.has(page) || paths.has(path) || hasPublicFile(path)) return undefined;
  const severity = post.format === 'md' ? 'warning' : 'error';
  const near = suggest(page);
  return [
    severity,
    'link/unknown-page',
    `there is no page "${path}"`,
    near ? `did you mean ${near}?` : 'correct it, or write the full https: address',
  ];
}

function findReferences(tree: Root): Reference[] {
  const references: Reference[] = [];
  const add = (kind: Reference['kind'], address: string, node: Node) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    references.push({ kind, address, line, column });
  };
  const pictureDefinitions = new Set<string>();
  visit(tree, 'imageReference', ({ identifier }) => void pictureDefinitions.add(identifier));
  visit(tree, (node) => {
    if (node.type === 'image') add('picture', node.url, node);
    else if (node.type === 'link') add('link', node.url, node);
    else if (node.type === 'definition')
      add(pictureDefinitions.has(node.identifier) ? 'picture' : 'link', node.url, node);
    else if (node.type === 'html') findInHtml(node.value, (kind, address) => add(kind, address, node));
  });
  return references;
}

function findInHtml(html: string, found: (kind: Reference['kind'], address: string) => void): void {
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }) => {
    if (tagName === 'img' && properties.src) found('picture', String(properties.src));
    if (tagName === 'a' && properties.href) found('link', String(properties.href));
  });
}
