// Text that looks harmless and takes a parser of Markdown minutes: found before it is parsed, in one pass over its lines.
import { type Diagnostic, error } from '@/lib/base/diagnostic';

/**
 * The most steps that a paragraph may cost. A mark of emphasis that ends nothing makes the parser look back at all marks
 * before it, so the cost grows with the square: `*a_ ` for 20 kB costs 25 million and takes 5 s.
 */
const mostSteps = 1_000_000;

/** The longest row of emphasis marks: each pair of two rows is matched by itself, and 20,000 underscores take a minute. */
const longestRun = 200;

/**
 * The longest line. For each thing that stands in it, the parser counts from its beginning: `中<` for 120 kB takes 5 s, and so
 * do 60,000 underscores in one word.
 */
const longestLine = 20_000;

/** Brackets in a paragraph; each one that closes is held against those that open. */
const mostBrackets = 1_500;

/** Lines that go on in a quote or list cost more the deeper it is: the most of lines times depth, without an empty line. */
const mostNested = 4_000;

/**
 * In a block of code all this costs nothing, and there is more of it. What looks like a block of code need not be one (it
 * may stand in a comment), so it is let through up to what still takes seconds.
 */
const inCode = 8;

/** HTML that opens and does not close: each element stands in the one before, and trees so deep exhaust the stack. */
const mostOpenHtml = 500;

/** Elements that hold nothing. */
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** A breach where more HTML is open at once than a tree can be made of. */
function findDeepHtml(body: string): Diagnostic[] {
  let open = 0;
  for (const match of body.matchAll(/<(\/?)([a-z][\w-]*)[^<>]*?(\/?)>/gi)) {
    const [, closing, name = '', selfClosing] = match;
    if (closing) open = Math.max(0, open - 1);
    else if (!selfClosing && !empty.test(name)) open += 1;
    if (open <= mostOpenHtml) continue;
    const line = body.slice(0, match.index).split('\n').length;
    const message = `more than ${mostOpenHtml} elements of HTML are open here`;
    return [error('body/depth', message, 'close every element, and write < as \\<', { line })];
  }
  return [];
}

/** A breach for each paragraph of a body that would take a parser too long, at its line of the body. */
export function findCostlyText(body: string): Diagnostic[] {
  const breaches: Diagnostic[] = findDeepHtml(body);
  const lines = body.split('\n');
  let fence: string | undefined;
  let block: Block | undefined;
  for (const [index, line] of lines.entries()) {
    // CommonMark 0.31, section 4.5: what follows the backticks of a fence holds none.
    const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (mark && fence === undefined) fence = mark;
    else if (mark && fence !== undefined && mark.startsWith(fence)) fence = undefined;
    const isEmpty = /^[\s>]*$/.test(line) && line.length < 200;
    if (isEmpty || mark) {
      block = undefined;
      continue;
    }
    const depth = depthOf(line);
    // Each cell of a table and each item of a list is parsed by itself.
    const startsAnew = !block || /^\s*(?:\||[-*+]\s|\d+[.)]\s|#)/.test(line);
    if (!block || (startsAnew && depth <= 1 && block.depth <= 1))
      block = { line: index + 1, depth, ...nothing(), told: false };
    if (block.told) continue;
    block.depth = Math.max(block.depth, depth);
    const fault = weigh(block, line, fence === undefined ? 1 : inCode);
    if (!fault) continue;
    block.told = true;
    breaches.push(error('body/costly', fault.message, fault.fix, { line: block.line }));
  }
  return breaches;
}

interface Block {
  readonly line: number;
  readonly open: Record<string, number>;
  depth: number;
  lines: number;
  runs: number;
  steps: number;
  brackets: number;
  told: boolean;
}

function nothing(): Pick<Block, 'open' | 'lines' | 'runs' | 'steps' | 'brackets'> {
  return { open: {}, lines: 0, runs: 0, steps: 0, brackets: 0 };
}

/** How many quotes and lists a line opens in one another. */
function depthOf(line: string): number {
  const marks = /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)))+/.exec(line)?.[0] ?? '';
  return marks.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
}

function weigh(block: Block, line: string, factor: number): { message: string; fix: string } | undefined {
  block.lines += 1;
  if (block.depth >= 2 && block.depth * block.lines > mostNested * factor) {
    const message = `a list or quote ${block.depth} deep goes on for ${block.lines} lines`;
    return { message, fix: 'write it flatter, with empty lines between its parts' };
  }
  block.brackets += line.match(/(?<!\\)[[\]]/g)?.length ?? 0;
  if (block.brackets > mostBrackets * factor) {
    const message = `this paragraph holds more than ${mostBrackets} square brackets`;
    return { message, fix: 'make several paragraphs of it, or put it into a block of code' };
  }
  if (line.length > longestLine * factor) {
    const message = `this line is ${line.length} characters long; ${longestLine} is the most`;
    return { message, fix: 'break it into several, or put it into a block of code' };
  }
  for (const match of line.matchAll(/\\[*_~]|\*+|_+|~+/g)) {
    const [run] = match;
    if (run.startsWith('\\')) continue;
    const before = line[match.index - 1] ?? ' ';
    const after = line[match.index + run.length] ?? ' ';
    const isWhole = line.trim() === run;
    if (run.length > longestRun * factor && !isWhole) {
      const message = `${run.length} signs ${run[0]} stand in a row`;
      return { message, fix: 'shorten the row, or put it into a block of code' };
    }
    // CommonMark 0.31, section 6.2: a mark with space on both sides is none, and _ inside a word is none either.
    const mayOpen = !/\s/.test(after);
    const mayClose = !/\s/.test(before);
    if ((!mayOpen && !mayClose) || (run[0] === '_' && /\w/.test(before) && /\w/.test(after))) continue;
    // Strikethrough matches rows of one length only.
    const marker = run[0] === '~' ? run : (run[0] as string);
    const open = block.open[marker] ?? 0;
    if (mayClose && open > 0) block.open[marker] = open - 1;
    else {
      if (mayClose) block.steps += block.runs;
      if (mayOpen) block.open[marker] = open + 1;
    }
    block.runs += 1;
  }
  if (block.steps <= mostSteps * factor) return undefined;
  const message = 'this paragraph holds too many signs * _ ~ that belong to no other';
  return { message, fix: 'write \\* \\_ \\~ for the signs themselves, or put them into a block of code' };
}
