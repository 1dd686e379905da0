// Definition lists, a line `: text` below its term, as Goldmark has them (PHP Markdown Extra, “Definition Lists”).
import type { Code, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { Position } from 'unist';

/** A part of a definition list; the compiler makes it the element that its data names. */
interface DefinitionNode {
  type: 'definitionPart';
  children: RootContent[];
  data: { hName: 'dl' | 'dt' | 'dd' };
  position?: Position | undefined;
}

declare module 'mdast' {
  interface RootContentMap {
    definitionPart: DefinitionNode;
  }
}

/** Whether a body may have a definition; most have none, and then nothing more is done. */
export function mayHoldDefinitions(body: string): boolean {
  return body.startsWith(':') || /\n[ >]{0,12}:[ \t]/.test(body);
}

/** The text of a tree, and how to parse more. */
interface Source {
  readonly text: string;
  parse(text: string): Root;
}

/**
 * Turns paragraphs with definitions into lists. The lines of a paragraph before the first that begins with a colon are
 * terms; blocks after it that are indented belong to the last definition.
 *
 * @param source parses what is indented by four spaces, which without the definition before it would be code.
 */
export function putDefinitions(parent: Parents, source: Source): void {
  const children = parent.children as RootContent[];
  const result: RootContent[] = [];
  /** The list that is still open. */
  let list: DefinitionNode | undefined;
  for (const [index, child] of children.entries()) {
    const found = child.type === 'paragraph' ? readDefinitions(child) : undefined;
    const before = result.at(-1);
    if (child.type === 'paragraph' && found && (found.terms.length > 0 || list || before?.type === 'paragraph')) {
      const isApart = found.terms.length === 0;
      let { terms } = found;
      if (!list) {
        if (isApart && before?.type === 'paragraph') terms = linesOf((result.pop() as Paragraph).children);
        list = part('dl', [], child.position);
        result.push(list);
      }
      addTerms(list, terms, child.position);
      for (const line of found.definitions) {
        list.children.push(part('dd', isApart ? [{ ...child, children: line }] : line, child.position));
      }
    } else if (list && child.type === 'paragraph' && isDefinition(children[index + 1])) {
      addTerms(list, linesOf(child.children), child.position);
    } else {
      const isIndented = child.type === 'code' && /[ \t]/.test(source.text[child.position?.start.offset ?? -1] ?? '');
      if (list && (isIndented || indentOf(child, list) >= 2)) {
        addTo(list.children.at(-1) as DefinitionNode, isIndented ? parseAgain(child, source) : [child]);
        continue;
      }
      list = undefined;
      if ('children' in child && child.type !== 'paragraph' && child.type !== 'heading') putDefinitions(child, source);
      result.push(child);
    }
  }
  (parent as { children: RootContent[] }).children = result;
}

function part(hName: 'dl' | 'dt' | 'dd', children: RootContent[], position: Position | undefined): DefinitionNode {
  return { type: 'definitionPart', children, data: { hName }, position };
}

function addTerms(list: DefinitionNode, lines: readonly PhrasingContent[][], position: Position | undefined): void {
  list.children.push(...lines.map((line) => part('dt', line, position)));
}

/** How much further a block is indented than a list. */
function indentOf({ position }: RootContent, list: DefinitionNode): number {
  return (position?.start.column ?? 1) - (list.position?.start.column ?? 1);
}

/** What was parsed as indented code, parsed as text. It has the place of the whole: its own lines are not the body's. */
function parseAgain({ value, position }: Code, { parse }: Source): RootContent[] {
  const { children } = parse(value);
  for (const each of children) place(each, position);
  return children;
}

function place(node: RootContent, position: Position | undefined): void {
  node.position = position;
  if ('children' in node) for (const child of node.children) place(child as RootContent, position);
}

/** Adds blocks to a definition, whose line becomes a paragraph then. */
function addTo(definition: DefinitionNode, blocks: readonly RootContent[]): void {
  const { children, position } = definition;
  if (children[0] && children[0].type !== 'paragraph') {
    definition.children = [{ type: 'paragraph', children: children as PhrasingContent[], position }];
  }
  definition.children.push(...blocks);
}

const colon = /^:[ \t]+/;

function isDefinition(node: RootContent | undefined): boolean {
  const first = node?.type === 'paragraph' ? node.children[0] : undefined;
  return first?.type === 'text' && colon.test(first.value);
}

/** A paragraph's terms and definitions, a list of nodes each; undefined where no line begins with a colon. */
function readDefinitions(
  paragraph: Paragraph,
): { terms: PhrasingContent[][]; definitions: PhrasingContent[][] } | undefined {
  const terms: PhrasingContent[][] = [];
  const definitions: PhrasingContent[][] = [];
  for (const line of linesOf(paragraph.children)) {
    const [first, ...rest] = line;
    const last = definitions.at(-1);
    if (first?.type === 'text' && colon.test(first.value)) {
      definitions.push([{ ...first, value: first.value.replace(colon, '') }, ...rest]);
    } else if (last) last.push({ type: 'text', value: '\n' }, ...line);
    else terms.push(line);
  }
  return definitions.length > 0 ? { terms, definitions } : undefined;
}

/** Nodes by their lines. */
function linesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text') lines.at(-1)?.push(child);
    else {
      for (const [index, value] of child.value.split('\n').entries()) {
        if (index > 0) lines.push([]);
        if (value !== '') lines.at(-1)?.push({ ...child, value });
      }
    }
  }
  return lines.filter((line) => line.length > 0);
}
