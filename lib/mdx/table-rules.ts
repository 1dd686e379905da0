// Finds tables that lose cells, and lines that look like a table but are not one (GFM 0.29, section 4.10).
import type { Table } from 'mdast';
import { type Diagnostic, type Place, warning } from '@/lib/base/diagnostic';
import { countedInFigures, shortened } from '@/lib/base/english';
import { type Format, reportFor } from '@/lib/mdx/body';
import { placeOf } from '@/lib/mdx/places';
import type { TextBlock } from '@/lib/mdx/text-blocks';

/** A row with more cells than the head, or whose code is cut in two by a `|`. */
export function checkTable({ align, children }: Table, body: string, format: Format): Diagnostic[] {
  const columns = align?.length ?? 0;
  return children.flatMap((row): Diagnostic[] => {
    const lost = row.children.slice(columns).find(({ children }) => children.length > 0);
    const code = cutCodeIn(body.slice(row.position?.start.offset, row.position?.end.offset));
    if (lost) {
      const message = `this row has ${countedInFigures(row.children.length, 'cell')}, but the table has ${countedInFigures(columns, 'column')}, so the rest is not shown`;
      const fix = code
        ? `write \\| for a | inside a cell, in code too: ${withEscapes(code)}`
        : 'write \\| for a | inside a cell, or add a column to the header';
      return [reportFor(format)('table/cells', message, fix, placeOf(lost))];
    }
    if (!code) return [];
    const message = `the | in ${shortened(code)} ends the cell, so the code is cut in two`;
    return [warning('table/pipe', message, `write ${withEscapes(code)}`, placeOf(row))];
  });
}

/** The first piece of code in the source of a row that a `|` cuts in two. A space at its edge makes it two backticks. */
function cutCodeIn(row: string): string | undefined {
  if (!row.includes('`')) return undefined;
  for (const [code, , inside = ''] of row.matchAll(/(?<![\\`])(`+)(?!`)([^`\n](?:[^\n]*?[^`\n])??)\1(?!`)/g)) {
    if (/(?<!\\)\|/.test(inside) && inside.trim() === inside) return code;
  }
  return undefined;
}

/** A row of dashes with at least one `|`. */
const delimiterRow = /^(?=.*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

const tableLine = /^\|(?:[^|]*\|){2,}[ \t]*$/;

/** Lines of a paragraph that were meant as a table. @param placeAt looks up an offset of the body. */
export function checkTableLines(block: TextBlock, placeAt: (offset: number) => Place): Diagnostic[] {
  if (block.node.type !== 'paragraph' || !block.text.includes('|')) return [];
  const lines = linesOf(block);
  const delimiter = lines.findIndex(({ text }, index) => index > 0 && delimiterRow.test(text));
  const [head, dashes] = [lines[delimiter - 1], lines[delimiter]];
  if (head && dashes) {
    const [columns, cells] = [cellsIn(dashes.source), cellsIn(head.source)];
    if (columns === cells) return [];
    const message = `this line has ${countedInFigures(columns, 'column')}, but the line above has ${countedInFigures(cells, 'cell')}, so this is not a table`;
    const fix = `write |${'---|'.repeat(Math.min(cells, 20))} for the cells above, and \\| for a | inside a cell`;
    return [warning('table/delimiter', message, fix, placeAt(dashes.start))];
  }
  const [first] = lines;
  const fewest = block.before?.type === 'table' ? 1 : 2;
  if (!first || lines.length < fewest || !lines.every(({ text }) => tableLine.test(text))) return [];
  if (fewest === 1) {
    const message = 'this line looks like a row of the table above, but a blank line ends the table';
    return [warning('table/delimiter', message, 'remove the blank line', placeAt(first.start))];
  }
  const message = 'these lines look like a table, but the second line has no dashes';
  const fix = `write |${'---|'.repeat(Math.min(cellsIn(first.source), 20))} below the first line`;
  return [warning('table/delimiter', message, fix, placeAt(first.start))];
}

/** The lines of a block without the marks of the quotes and lists around it. */
function linesOf({ source, text, start }: TextBlock): { start: number; source: string; text: string }[] {
  const sources = source.split('\n');
  let at = 0;
  return text.split('\n').map((line, index) => {
    // The marks are part of the text of no line but the first.
    const written = sources[index] ?? '';
    const prefix = /^[ \t>]*/.exec(written)?.[0].length ?? 0;
    const found = { start: start + at + prefix, source: written.slice(prefix), text: line.slice(prefix) };
    at += line.length + 1;
    return found;
  });
}

function cellsIn(line: string): number {
  const cells = line
    .trim()
    .replace(/\\[\\|]/g, '')
    .replace(/^\|/, '')
    .replace(/\|$/, '');
  return cells.split('|').length;
}

function withEscapes(code: string): string {
  return shortened(code).replace(/(?<!\\)\|/g, '\\|');
}
