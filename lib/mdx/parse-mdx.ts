// Parses MDX to a syntax tree. Posts must not contain braces or imports, so JavaScript is hardly ever parsed.
import type { Nodes, Root, RootContent } from 'mdast';
import { mdxToMdast } from 'satteri';
import { BodyError } from '@/lib/mdx/body';
import { explainBrace, explainError, explainIndentedNote, explainOverlap } from '@/lib/mdx/mdx-errors';
import { walkMarkdown } from '@/lib/mdx/walk';

/** Noncharacters (Unicode, section 23.7) that replace what Sätteri must not see. One code unit each: places stay the same. */
const hiddenAs: Readonly<Record<string, string>> = { '{': '\ufdd0', i: '\ufdd1', e: '\ufdd2' };
const shownAs = new Map(Object.entries(hiddenAs).map(([shown, hidden]) => [hidden, shown]));
const hiddenBrace = '\ufdd0';

/** How many pairs of braces Sätteri sees. For each it may parse the text before it again. */
const mostExpressions = 100;

/**
 * Finds what Sätteri must not see: braces, and lines that begin with `import` or `export`. It parses what follows as
 * JavaScript; `<a b={` thirty times takes hours, and deep nesting overflows its stack, which ends the process. Escapes are
 * harmless and stay, and so do braces around a comment or a short text without braces of its own.
 */
const risky =
  /\\[\s\S]|(?<!\{)\{(?:\s{0,99}\/\*(?:[^*{]|\*(?!\/)){0,2000}\*\/\s{0,99}|(?:[^{}<>"'`\\/]|"[^"{}<>\\\n]*"|'[^'{}<>\\\n]*'){0,600})\}|\{|^(?:import|export)\b.*/gm;

/**
 * Parses MDX with GitHub's extensions.
 *
 * @throws {BodyError} where it is not MDX.
 * @throws {RangeError} where it is nested deeper than the stack allows.
 */
export function parseMdx(text: string): Root {
  // The parser does not count a byte-order mark.
  const body = text.replace(/^\ufeff/, '');
  let expressions = 0;
  const source = body.replace(/[\ufdd0-\ufdd2]/g, '\ufffd').replace(risky, (found) => {
    const isShort = found.startsWith('{') && found.length > 1;
    if (!isShort) return hide(found);
    expressions += 1;
    return expressions <= mostExpressions ? found : found.replace('{', hiddenBrace);
  });
  const tree = parse(source, body);
  walkMarkdown(tree, (node, index, parent) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    refuseMisread(node, { body, start, end });
    if (source === body) return undefined;
    const written = source.slice(start, end);
    const brace = node.type === 'text' ? written.indexOf(hiddenBrace) : -1;
    if (brace >= 0) throw new BodyError(explainBrace(body, start + brace));
    if (parent && index !== undefined && isImport(node, written)) {
      const esm = { type: 'mdxjsEsm', value: body.slice(start, end), position: node.position };
      parent.children[index] = esm as RootContent;
      return 'skip';
    }
    show(node);
    return undefined;
  });
  return tree;
}

/** Refuses what Sätteri misreads silently, so that nothing is lost. */
function refuseMisread(node: Nodes, { body, start, end }: { body: string; start: number; end: number }): void {
  // It moves the end of an element that overlaps emphasis or a link.
  const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  if (isElement && body[end - 1] !== '>') throw new BodyError(explainOverlap(body, start, node.name));
  // A footnote that is indented by four spaces becomes a paragraph or the address of a link.
  if (node.type !== 'paragraph' && node.type !== 'definition') return;
  const [note] = /^\[\^[^\]\s]+\]:/.exec(body.slice(start, end)) ?? [];
  if (note) throw new BodyError(explainIndentedNote(body, start, note));
}

function parse(source: string, body: string): Root {
  try {
    return mdxToMdast(source, { features: { frontmatter: false } }) as Root;
  } catch (error) {
    const diagnostic = explainError(body, error instanceof Error ? error.message : '');
    throw diagnostic ? new BodyError(diagnostic) : error;
  }
}

function hide(found: string): string {
  if (found === '{') return hiddenBrace;
  const [, first, rest] = /^([ie])(.port\b.*)$/.exec(found) ?? [];
  if (!first || !rest) return found;
  return `${hiddenAs[first]}${rest.replace(/\\.|\{/g, (each) => (each === '{' ? hiddenBrace : each))}`;
}

/** Restores what was hidden in code, addresses and the like, where it is only text. */
function show(node: Nodes): void {
  const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  for (const holder of isElement ? node.attributes : [node]) {
    for (const [key, value] of Object.entries(holder)) {
      if (typeof value !== 'string') continue;
      Object.assign(holder, { [key]: value.replace(/[\ufdd0-\ufdd2]/g, (hidden) => shownAs.get(hidden) ?? hidden) });
    }
  }
}

/** Whether a block is an import or export: like any text, these words may begin a line inside a paragraph. */
function isImport(node: Nodes, source: string): boolean {
  return (
    (node.type === 'paragraph' || node.type === 'heading' || node.type === 'table') &&
    /^[\ufdd1\ufdd2](?:mport|xport)[ \t]/.test(source)
  );
}
