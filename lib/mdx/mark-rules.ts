// Finds Markdown syntax that has no effect because of the next character, and code blocks that do not end where they should.
import type { Code } from 'mdast';
import { type Diagnostic, type Place, warning } from '@/lib/base/diagnostic';
import { shortened } from '@/lib/base/english';
import { readBoxLine } from '@/lib/mdx/boxes';
import { placeOf } from '@/lib/mdx/places';
import type { TextBlock } from '@/lib/mdx/text-blocks';

/** Unicode spaces that are not spaces in Markdown (CommonMark 0.31, section 2.1). On a Mac, Option+Space types the first one. */
const otherSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

const markBeforeSpace = new RegExp(`^(#{1,6}|[-*+]|\\d{1,9}[.)])(${otherSpace.source})`);

/** Lines that begin with the mark of a heading, list or quote and are text. @param placeAt looks up an offset of the body. */
export function checkMarks(block: TextBlock, body: string, placeAt: (offset: number) => Place): Diagnostic[] {
  const { node, text, source, start } = block;
  if (node.type !== 'paragraph' && node.type !== 'heading') return [];
  const found: Diagnostic[] = [];
  let at = 0;
  let before = '';
  for (const line of text.split('\n')) {
    const prefix = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
    const content = line.slice(prefix);
    const offset = start + at + prefix;
    const diagnostic =
      checkSpace(content, body[offset - 1], at === 0 ? undefined : before, placeAt(offset)) ??
      checkSigns(content, source.slice(at + prefix, at + line.length), placeAt(offset));
    if (diagnostic) found.push(diagnostic);
    at += line.length + 1;
    before = content;
  }
  const alone = checkOneSign(block);
  return alone ? [...found, warning('mark/heading', ...alone, placeAt(start))] : found;
}

/**
 * Another space than the one of Markdown after a mark.
 *
 * @param previous the character before the content of the line, and `before` the line before; undefined for the first.
 */
function checkSpace(
  content: string,
  previous: string | undefined,
  before: string | undefined,
  place: Place,
): Diagnostic | undefined {
  const isQuote = previous === '>' && otherSpace.test(content.charAt(0));
  const [, mark, space] = isQuote ? ['', '>', content.charAt(0)] : (markBeforeSpace.exec(content) ?? []);
  if (!mark || !space) return undefined;
  // A continuation line such as "5. May" is text, and the space prevents a line break.
  const isNumber = /^\d/.test(mark);
  if (isNumber && before !== undefined && !(markBeforeSpace.test(before) && /^\d/.test(before))) return undefined;
  const what = space === '\u00a0' ? 'a no-break space' : `the space U+${hex(space)}`;
  const kind = mark === '>' ? 'quote' : mark.startsWith('#') ? 'heading' : 'list item';
  const effect = kind === 'quote' ? 'so what follows is plain text' : `so this is not a ${kind}`;
  const column = isQuote ? place.column - 1 : place.column;
  return warning('mark/space', `"${mark}" is followed by ${what}, ${effect}`, `type a normal space after "${mark}"`, {
    ...place,
    column,
  });
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** Two or more `#` without a space, and more than six. @param written the whole line, including markup. */
function checkSigns(content: string, written: string, place: Place): Diagnostic | undefined {
  const [, signs = '', space, title] = /^(#{2,})([ \t]*)([^\s#].*)$/.exec(content) ?? [];
  if (title === undefined || otherSpace.test(title.charAt(0)) || (space && signs.length <= 6)) return undefined;
  if (signs.length > 6) {
    const fix = 'use at most six, or write \\# for a literal #';
    return warning('mark/heading', `a heading has at most six # characters, not ${signs.length}`, fix, place);
  }
  const fix = `write "${signs} ${shortened(written.slice(signs.length))}", or \\${signs} for literal # characters`;
  return warning('mark/heading', `"${signs}" without a space after it is not a heading`, fix, place);
}

/**
 * `#Title` as a paragraph of its own, with something below it. A name with `#` in a sentence, a list of hashtags, a word in
 * lower case and the number of an issue are not headings.
 *
 * @returns message and fix.
 */
function checkOneSign({ node, text, source, after }: TextBlock): [message: string, fix: string] | undefined {
  if (node.type !== 'paragraph' || !after) return undefined;
  const [, title] = /^#([\p{Lu}\p{Lo}][^#\n]*)$/u.exec(text) ?? [];
  if (title === undefined || title.length > 80 || /[.!?:;,…。！？：]\s*$/u.test(title)) return undefined;
  return [
    '"#" without a space after it is not a heading',
    `write "# ${shortened(source.slice(1))}", or \\# for a literal #`,
  ];
}

/** Boxes of other generators, which only Markdown files have. @param placeAt looks up an offset of the body. */
export function checkBoxes({ node, text, start }: TextBlock, placeAt: (offset: number) => Place): Diagnostic[] {
  if (node.type !== 'paragraph' || !/:::|!!! |\?\?\?/.test(text)) return [];
  const found: Diagnostic[] = [];
  let at = start;
  for (const line of text.split('\n')) {
    const prefix = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
    const isBox = readBoxLine(line.slice(prefix))?.isKnown;
    const fix = 'write <Note title="…"> before its text and </Note> after it, or <Warning>';
    const message = `"${shortened(line.slice(prefix))}" is shown as it is`;
    if (isBox) found.push(warning('mark/box', message, fix, placeAt(at + prefix)));
    at += line.length + 1;
  }
  return found;
}

/** A fenced code block that nothing closes, or in which another one begins. */
export function checkFence(node: Code, body: string): Diagnostic | undefined {
  const { value, position } = node;
  if (!position) return undefined;
  const lines = body.slice(position.start.offset, position.end.offset).replace(/\n$/, '').split('\n');
  const [opening = '', ...rest] = lines;
  const [, marks] = /^[ \t]*(`{3,}|~{3,})/.exec(opening) ?? [];
  if (!marks) return undefined;
  const [sign = '', length] = [marks.charAt(0), marks.length];
  const fence = new RegExp(`^[ \\t>]*(${sign}{${length},})[ \\t]*$`);
  const isClosed = fence.test(rest.at(-1) ?? '') && (value === '' || lines.length !== value.split('\n').length + 1);
  if (!isClosed) {
    const short = rest
      .find((line) => /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(line))
      ?.trim()
      .replace(/^[ \t>]+/, '');
    const message = short
      ? `the code block is not closed: ${short} does not close ${marks}`
      : 'the code block is not closed, so everything after it is code';
    return warning('fence/unclosed', message, `write ${marks} on a line of its own after the code`, placeOf(node));
  }
  const inner = value
    .split('\n')
    .find((line) => new RegExp(`^ {0,3}${sign}{${length},}[ \\t]*[^\\s${sign}]`).test(line));
  if (inner === undefined) return undefined;
  const message = `another code block begins inside this one (${shortened(inner)}), so the text between them is code`;
  const fix = `write ${marks} on a line of its own after the code, or begin and end this block with ${marks}${sign}`;
  return warning('fence/inside', message, fix, placeOf(node));
}
