// Conflict markers: what Git leaves in a file after a merge that nobody has resolved.
import { type Diagnostic, error } from '@/lib/base/diagnostic';

/** A line that Git writes into a file that two branches have changed. */
interface Marker {
  /** `<` begins a conflict, `|` the common ancestor (styles diff3 and zdiff3), `=` the other side; `>` ends it. */
  readonly sign: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** Which code block of the text it is in, from 1; 0 outside. */
  readonly block: number;
}

/** Seven signs, alone or with a space and a label. Without a label, seven bars are a row of a table. */
const markerLine = /^([ \t]*)(?:(<)<{6}|(>)>{6}|(=)={6}(?=\s*$)|(\|)\|{6}(?= [^|]*$))(?:[ \t].*)?$/;

/** The first line of a code block in Markdown, in a list or quote too, of a shortcode with code, and of HTML. */
const openers: readonly (readonly [RegExp, (opener: string) => RegExp])[] = [
  [/^(?:[\s>]|[-*+] |\d+[.)] )*(`{3,})[^`]*$/, (fence) => new RegExp(`^[\\s>]*${fence}\`*\\s*$`)],
  [/^(?:[\s>]|[-*+] |\d+[.)] )*(~{3,})/, (fence) => new RegExp(`^[\\s>]*${fence}~*\\s*$`)],
  [/^\s*(\{\{[<%]\s*highlight\b)(?!.*\/\s*highlight)/, () => /\{\{[<%]\s*\/\s*highlight\b/],
  [/^ {0,3}(<pre\b)(?!.*<\/pre)/i, () => /<\/pre/i],
];

/**
 * Finds conflict markers. One alone is enough. In a code block they are an example, unless the conflict also extends outside.
 *
 * @param text line ends as LF. @param isMarkdown whether lines that are indented by four spaces are code.
 * @returns the first marker as an error, without the name of the file.
 */
export function findConflict(text: string, isMarkdown: boolean): Diagnostic | undefined {
  if (!/^[ \t]*(?:<{7}|>{7}|\|{7})/m.test(text)) return undefined;
  let opened: Marker | undefined;
  let divided = false;
  for (const marker of markersIn(text, isMarkdown)) {
    const { sign, block } = marker;
    if (sign === '=') divided ||= block === 0;
    else if (block === 0) return refuse(marker);
    else if (sign === '<') [opened, divided] = [marker, false];
    else if (sign === '>') {
      // It begins in one code block, and its other side in none.
      if (opened && opened.block !== block && divided) return refuse(opened);
      opened = undefined;
    }
  }
  return undefined;
}

function refuse({ line, column }: Marker): Diagnostic {
  const message = 'this is a Git conflict marker: the merge is not finished';
  const fix = 'keep the correct text and delete the marker lines, or put an example in a fenced code block';
  return error('text/conflict', message, fix, { line, column });
}

function* markersIn(text: string, isMarkdown: boolean): Generator<Marker> {
  const lines = text.split('\n');
  const fieldsEnd = /^(?:---|\+\+\+)\s*$/.test(lines[0] ?? '')
    ? lines.findIndex((line, index) => index > 0 && line.trimEnd() === lines[0]?.trimEnd())
    : -1;
  let closer: RegExp | undefined;
  let block = 0;
  for (const [index, line] of lines.entries()) {
    if (closer?.test(line)) closer = undefined;
    else if (!closer) {
      for (const [opener, closes] of openers)
        closer ??= opener.test(line) ? closes(opener.exec(line)?.[1] ?? '') : undefined;
      if (closer) block += 1;
    }
    const [, indent = '', ...signs] = markerLine.exec(line) ?? [];
    const sign = signs.find(Boolean);
    const isCode = isMarkdown && index > fieldsEnd && /\t| {4}/.test(indent);
    if (sign && !isCode) yield { sign, line: index + 1, column: indent.length + 1, block: closer ? block : 0 };
  }
}
