// Escapes text of strangers for Markdown that a trusted account posts: it is shown, but has no effect.
import { z } from 'zod';
import { type Diagnostic, formatDiagnostic } from '@/lib/base/diagnostic';

/** Changes how the text around it is shown: controls, bidirectional overrides, zero-width characters, lone surrogates. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu;

/**
 * Text as a code span of a paragraph or list (in a table its `|` would end the cell). Nothing in it becomes a link, a
 * picture or markup, and GitHub looks for no mention, issue or commit in code.
 *
 * @param limit the most characters (code points) that are shown.
 */
export function quoteText(text: string, limit = 200): string {
  // A backtick would end the span.
  const clean = text.replace(invisible, ' ').replace(/\s+/g, ' ').replaceAll('`', 'ˋ').trim();
  const characters = [...clean];
  const shown = characters.length > limit ? `${characters.slice(0, limit).join('')}…` : clean;
  return shown === '' ? '(empty)' : `\`${shown}\``;
}

/** The same without what joins letters of many scripts and parts of emoji, which nothing but these shows. */
const invisibleInBlock = /[\p{Cc}\p{Cs}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu;

/** The most characters of a block of text. */
const longestBlock = 20_000;

/** Text as a fenced code block, with its lines: nothing in it has an effect or ends the block. @param language for colours. */
export function quoteBlock(text: string, language: string): string {
  const lines = text.slice(0, longestBlock).split('\n');
  const clean = lines.map((line) => line.replace(invisibleInBlock, ' ').trimEnd()).join('\n');
  const longestRun = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longestRun + 1));
  return `${fence}${language}\n${clean.trimEnd()}${text.length > longestBlock ? '\n…' : ''}\n${fence}`;
}

/** A list in Markdown, and how many more there are. @param bullet `-`, or `- [ ]` for tasks. */
export function toList(rows: readonly string[], limit: number, bullet = '-'): string {
  const more = rows.length > limit ? [`- and ${rows.length - limit} more`] : [];
  return [...rows.slice(0, limit).map((row) => `${bullet} ${row}`), ...more].join('\n');
}

/** Diagnostics as a list. */
export function toDiagnosticList(diagnostics: readonly Diagnostic[], limit: number, bullet?: string): string {
  return toList(
    diagnostics.map((diagnostic) => quoteText(formatDiagnostic(diagnostic), 800)),
    limit,
    bullet,
  );
}

/** Text in a file that a stranger's code wrote, cut after so many UTF-16 code units. */
function textUpTo(limit: number) {
  return z.string().transform((text) => (text.length > limit ? `${text.slice(0, limit - 1)}…` : text));
}

/** A line of such text. */
export const line = textUpTo(2_000);

/** A diagnostic in such a file. */
export const diagnosticSchema = z.strictObject({
  file: line,
  line: z.number().int(),
  column: z.number().int(),
  severity: z.enum(['error', 'warning']),
  code: line,
  message: textUpTo(20_000),
  fix: textUpTo(20_000),
});
