// Finds text that would take a Markdown parser minutes, in one pass over its lines before it is parsed.
import { type Diagnostic, error, placeAt } from '@/lib/base/diagnostic';
import type { Format } from '@/lib/mdx/body';

/** The most of everything that a paragraph may have. In code blocks all of it is harmless, see `inCode`. */
const most = {
  /**
   * Steps. A mark of emphasis that ends nothing makes the parser look back at all marks before it, so the cost grows with
   * the square: 20 kB of `*a_ ` cost 25 million, which take Sätteri 0.10 a fiftieth of a second.
   */
  steps: 50_000_000,
  /** Emphasis marks in a row: each pair of two rows is matched by itself. */
  run: 200,
  /** Characters of a line. For many things in a line, the parser counts from its beginning. */
  line: 20_000,
  /** Brackets: each one that closes is compared with those that open. */
  brackets: 1_500,
  /** Character references, `&amp;`: for each, Sätteri copies the text before it; 8,000 take a second. */
  references: 5_000,
  /** Lines times depth of a quote or list without an empty line. */
  nested: 4_000,
  /**
   * Lines that continue a quote, item or footnote without its marker or indentation (CommonMark 0.31, section 5.1). Parsers of MDX
   * may ask for each whether the paragraph goes on: micromark takes 54 s for 60,000, Sätteri 0.10 less than one.
   */
  lazy: 2_000,
};

/**
 * How much more a code block may have. What looks like a code block need not be one (it may be in a comment), so there is a
 * limit: what still takes only seconds.
 */
const inCode = 8;

/** HTML that opens and does not close: each element is inside the one before, and trees so deep exhaust the stack. */
const mostOpenHtml = 500;

/** Names of elements of HTML that have no content and no closing tag. */
export const emptyElement = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

function findDeepHtml(body: string, format: Format): Diagnostic[] {
  const openByName = new Map<string, number>();
  let open = 0;
  for (const match of body.matchAll(/<(\/?)([a-z][\w-]*)[^<>]*?(\/?)>/gi)) {
    const [, closing, written = '', selfClosing] = match;
    const name = written.toLowerCase();
    const count = openByName.get(name) ?? 0;
    // HTML ignores the slash of <a/>, unlike MDX (HTML, section 13.1.2.1).
    const isEmpty = emptyElement.test(name) || (selfClosing && format === 'mdx');
    // A closing tag closes nothing where there is no element of its name.
    const step = closing ? (count > 0 ? -1 : 0) : isEmpty ? 0 : 1;
    openByName.set(name, count + step);
    open += step;
    if (open <= mostOpenHtml) continue;
    const message = `more than ${mostOpenHtml} HTML elements are open here`;
    const { line } = placeAt(body, match.index);
    return [error('body/depth', message, 'close every element, and write < as \\<', { line })];
  }
  return [];
}

/**
 * A diagnostic for each paragraph that would take a parser too long, at its line of the body.
 *
 * @param format `mdx` also counts the lines that continue a quote or list.
 */
export function findCostlyText(body: string, format: Format = 'md'): Diagnostic[] {
  const found = findDeepHtml(body, format);
  let fence: string | undefined;
  let block: Block | undefined;
  const lazyLines = new LazyLines();
  for (const [index, line] of body.split('\n').entries()) {
    // CommonMark 0.31, section 4.5: there are no backticks after those of an opening fence.
    const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence)) fence = undefined;
    const isEmpty = /^[\s>]*$/.test(line) && line.length < 200;
    if (isEmpty || mark) {
      block = undefined;
      lazyLines.end();
      continue;
    }
    const depth = depthOf(line);
    const lazy = format === 'mdx' && fence === undefined ? lazyLines.add(line, index + 1, depth) : undefined;
    if (lazy) found.push(lazy);
    // Each cell of a table and each item of a list is parsed by itself.
    const startsAnew = /^\s*(?:\||[-*+]\s|\d+[.)]\s|#)/.test(line);
    if (!block || (startsAnew && depth <= 1 && block.depth <= 1)) {
      block = newBlock(index + 1, depth);
    }
    if (block.isReported || isDefinition(block, line)) continue;
    block.depth = Math.max(block.depth, depth);
    const costly = addLine(block, line, fence === undefined ? 1 : inCode);
    if (costly) found.push(costly);
    block.isReported = costly !== undefined;
  }
  return found;
}

/** Counts the lines that continue a quote, item or footnote. */
class LazyLines {
  #first: { readonly line: number; readonly isQuote: boolean } | undefined;
  #count = 0;

  end(): void {
    this.#first = undefined;
    this.#count = 0;
  }

  /** @returns a diagnostic at the first line of the quote, item or footnote, once. */
  add(line: string, number: number, depth: number): Diagnostic | undefined {
    if (depth > 0 || /^ {0,3}\[\^[^\]]+\]:/.test(line)) {
      const isQuote = /^\s*>/.test(line);
      if (!this.#first?.isQuote || !isQuote) this.end();
      this.#first ??= { line: number, isQuote };
    } else if (this.#first && (this.#first.isQuote || !/^[ \t]/.test(line))) this.#count += 1;
    if (!this.#first || this.#count !== most.lazy + 1) return undefined;
    this.#count += 1;
    const message = `more than ${most.lazy} lines continue this quote, list or footnote without its marker or indentation`;
    const fix = 'begin each line of a quote with >, indent the lines of a list, or put a blank line before them';
    return error('body/costly', message, fix, { line: this.#first.line });
  }
}

type Block = ReturnType<typeof newBlock>;

/**
 * Whether a line is a definition, `[name]: https://…`, or its address on a line of its own. The address is no text, whatever is
 * in it. In a paragraph it would be, so only other definitions are before it (CommonMark 0.31, section 4.7).
 */
function isDefinition(block: Block, line: string): boolean {
  if (block.lines > 0) return false;
  const [, label, address] = /^ {0,3}(\[[^[\]\\^][^[\]\\]*\]:)?[ \t]*([^\s<()[\]]+)?[ \t]*$/.exec(line) ?? [];
  const isWhole = label === undefined ? block.awaitsAddress && address !== undefined : true;
  if (!isWhole || (label === undefined && address === undefined)) return false;
  block.awaitsAddress = address === undefined;
  return true;
}

function newBlock(line: number, depth: number) {
  // `open`: how many marks of each kind are still to be matched.
  const open: Record<string, number> = {};
  return {
    line,
    depth,
    open,
    lines: 0,
    runs: 0,
    steps: 0,
    brackets: 0,
    references: 0,
    awaitsAddress: false,
    isReported: false,
  };
}

/** How many quotes and lists a line opens inside each other. */
function depthOf(line: string): number {
  const marks = /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)))+/.exec(line)?.[0] ?? '';
  return marks.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
}

/** Adds the cost of a line to its block. @param factor how much more the block may have. */
function addLine(block: Block, line: string, factor: number): Diagnostic | undefined {
  const costly = (message: string, fix: string) => error('body/costly', message, fix, { line: block.line });
  block.lines += 1;
  if (block.depth >= 2 && block.depth * block.lines > most.nested * factor) {
    const message = `a list or quote nested ${block.depth} deep has ${block.lines} lines without a blank line`;
    return costly(message, 'use fewer levels, with blank lines between the parts');
  }
  block.brackets += line.match(/(?<!\\)[[\]]/g)?.length ?? 0;
  if (block.brackets > most.brackets * factor) {
    const fix = 'split it into several paragraphs, or put it in a code block';
    return costly(`this paragraph has more than ${most.brackets} square brackets`, fix);
  }
  block.references += line.match(/&#?\w+;/g)?.length ?? 0;
  if (block.references > most.references * factor) {
    const fix = 'write the characters themselves, or split it into several paragraphs';
    return costly(`this paragraph has more than ${most.references} character references such as &amp;`, fix);
  }
  if (line.length > most.line * factor) {
    const message = `this line has ${line.length} characters; at most ${most.line} are allowed`;
    return costly(message, 'break it into several lines, or put it in a code block');
  }
  const long = addMarks(block, line, most.run * factor);
  if (long)
    return costly(
      `there are ${long.length} ${long[0]} characters in a row`,
      'use fewer, or put the text in a code block',
    );
  if (block.steps <= most.steps * factor) return undefined;
  const fix = 'write \\* \\_ \\~ for the characters themselves, or put the text in a code block';
  return costly('this paragraph has too many unmatched * _ ~', fix);
}

/** Counts the emphasis marks of a line. @returns the first row of marks that is too long. */
function addMarks(block: Block, line: string, longest: number): string | undefined {
  for (const match of line.matchAll(/\\[*_~]|\*+|_+|~+/g)) {
    const [run] = match;
    if (run.startsWith('\\')) continue;
    if (run.length > longest && line.trim() !== run) return run;
    const before = line[match.index - 1] ?? ' ';
    const after = line[match.index + run.length] ?? ' ';
    // CommonMark 0.31, section 6.2: a mark between spaces is text, and so is _ inside a word.
    const mayOpen = !/\s/.test(after);
    const mayClose = !/\s/.test(before);
    if ((!mayOpen && !mayClose) || (run[0] === '_' && /\w/.test(before) && /\w/.test(after))) continue;
    // Strikethrough matches only rows of the same length.
    const marker = run.startsWith('~') ? run : run.charAt(0);
    const open = block.open[marker] ?? 0;
    if (mayClose && open > 0) block.open[marker] = open - 1;
    else {
      if (mayClose) block.steps += block.runs;
      if (mayOpen) block.open[marker] = open + 1;
    }
    block.runs += 1;
  }
  return undefined;
}
