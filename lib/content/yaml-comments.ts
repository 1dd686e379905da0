// Comments of YAML that may be text: a number sign after a space ends a value that has no quotes.
import { type Document, isPair, isScalar, isSeq, type Pair, type Scalar, visit } from 'yaml';
import type { Place } from '@/lib/base/diagnostic';

/** A comment that follows a value without quotes. */
export interface Comment {
  /** Where the value is in the data. */
  readonly path: readonly PropertyKey[];
  /** The value as YAML reads it; empty where the comment takes the place of the value. */
  readonly kept: string;
  /** The text of the comment, with its number sign. */
  readonly text: string;
  readonly place: Place;
}

/** Numbers, dates, times and versions end where they end. */
const isFigure = /^[\d.:+\-TZ]+$/;

/** On the line of the value. */
const sameLine = /[ \t]+(#[^\n]*)/y;

/** On the line after the value. */
const nextLine = /[ \t]*\n([ \t]+)(#[^\n]*)/y;

/**
 * The comments that follow values without quotes on their line; and those on the line after, indented as if the value went
 * on there. What a comment cannot have been part of is left out: a boolean, a number, a date, a list, a text in quotes.
 *
 * @param text of the document.
 * @param placeAt the place of a character of it, in its file.
 */
export function commentsIn(document: Document, text: string, placeAt: (offset: number) => Place): Comment[] {
  if (!/[ \t]#/.test(text)) return [];
  const found: Comment[] = [];
  visit(document, {
    Scalar(key, node, ancestors) {
      if (key === 'key' || node.type !== 'PLAIN' || !node.range) return;
      const comment = commentAfter(node, ancestors, text, placeAt);
      if (!comment) return;
      const kept = typeof node.value === 'string' ? node.value : '';
      found.push({ path: pathOf([...ancestors, node]), kept, ...comment });
    },
  });
  return found;
}

function commentAfter(
  { value, source = '', range }: Scalar,
  ancestors: readonly unknown[],
  text: string,
  placeAt: (offset: number) => Place,
): Pick<Comment, 'text' | 'place'> | undefined {
  const [start = 0, end = 0] = range ?? [];
  if (value === null && source === '') {
    // Without a value, only what has no space after the number sign looks like text: `title: #42 is on`.
    const [comment = ''] = /^#(?![\s#])[^\n]*/.exec(text.slice(start)) ?? [];
    return comment === '' ? undefined : { text: comment.trimEnd(), place: placeAt(start) };
  }
  if (typeof value !== 'string' || isFigure.test(value)) return undefined;
  sameLine.lastIndex = end;
  const [same = '', comment = ''] = sameLine.exec(text) ?? [];
  if (comment !== '') return { text: comment.trimEnd(), place: placeAt(end + same.indexOf('#')) };
  nextLine.lastIndex = end;
  const [next = '', indent = '', below = ''] = nextLine.exec(text) ?? [];
  const isLonger = text.slice(start, end).includes('\n');
  if (indent.length < indentOf(start, ancestors, text) || !looksLikeText(below, isLonger)) return undefined;
  return { text: below.trimEnd(), place: placeAt(end + next.indexOf('#')) };
}

/** How far a line must be indented to go on with a value: further than its key, or as far as the item of a list. */
function indentOf(start: number, ancestors: readonly unknown[], text: string): number {
  const around = ancestors.at(-1);
  const column = (offset: number) => offset - (text.lastIndexOf('\n', offset - 1) + 1);
  if (isPair(around) && isScalar(around.key) && around.key.range) return column(around.key.range[0]) + 1;
  return column(start);
}

/** Whether a line goes on with a text, as in `#5 at noon`: a remark has a space, and a line that is commented out a key. */
function looksLikeText(comment: string, isLonger: boolean): boolean {
  return (isLonger ? /^#[^\s#]/ : /^#\d/).test(comment) && !/^#+\s*(?:-\s|["']?[\w-]+["']?:(?:\s|$))/.test(comment);
}

/** The path of keys and positions to the last of the given nodes. */
function pathOf(nodes: readonly unknown[]): PropertyKey[] {
  return nodes.flatMap((node, index): PropertyKey[] => {
    if (isSeq(node)) return [node.items.indexOf(nodes[index + 1])];
    return isPair(node) ? [keyOf(node)] : [];
  });
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/**
 * The number sign that has made YAML invalid, because what it comments out was needed: `[one, two #3]`.
 *
 * @param error offset of the first error.
 * @returns its offset, or undefined where the error has another cause.
 */
export function signBefore(text: string, error: number): number | undefined {
  if (text[error] === '#') return error;
  const end = text.slice(0, error).trimEnd().length;
  const start = text.lastIndexOf('\n', end - 1) + 1;
  const line = text.slice(start, end);
  const unquoted = line.replace(/(?<=[\s[{,])(?:"(?:[^"\\]|\\.)*"?|'[^']*'?)/g, (quoted) => '_'.repeat(quoted.length));
  // A remark, which has a space after its number sign, is not the cause.
  const sign = /(?<=\S[ \t]+)#[^\s#]|(?<=^[ \t]+)#\d/.exec(unquoted);
  return sign ? start + sign.index : undefined;
}
