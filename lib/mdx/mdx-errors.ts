// What is wrong with text that is not MDX, and what to write instead: unclosed tags, HTML comments, `<https://…>`, a bare `<`.

import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { explainAttributeExpression, explainExpression, explainSpread } from '@/lib/mdx/rules';
import { specOf } from '@/lib/mdx/vocabulary';

/** Says that a body is not MDX, with the diagnostic for its author. */
export class MdxSyntaxError extends Error {
  readonly breach: Diagnostic;
  constructor(breach: Diagnostic) {
    super(`line ${breach.line} of the body: ${breach.message} (fix: ${breach.fix})`);
    this.name = 'MdxSyntaxError';
    this.breach = breach;
  }
}

/** A diagnostic whose place is an offset: in the body, or in the piece of it that a function is given. */
interface Found {
  readonly at: number;
  readonly code?: string;
  readonly message: string;
  readonly fix: string;
}

/** Elements of HTML that are written without a closing tag, which in MDX need a slash. */
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Where tags are text: after a backslash, and in code. */
const notTags = /\\.|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g;

const unclosedTag = /^Expected a closing tag for `<(.*?)>` \(\d+:\d+\)(?: before the end of `(\w+)`)?/;
const extraTag = /^Unexpected closing tag `<\/(.*?)>`, expected an open tag first/;
const lateTag = /^Expected the closing tag `(.*?)` either after/;
const otherTag =
  /^Unexpected closing tag `<\/(.*?)>`, expected corresponding closing tag for `<(.*?)>` \((\d+):(\d+)\)/;

/**
 * Explains why Sätteri cannot parse a body.
 *
 * @param thrown its message: `line:column: reason (rule)`.
 * @returns undefined where the message is of another form.
 */
export function explainError(body: string, thrown: string): Diagnostic | undefined {
  const [, line, column, reason] = /^(\d+):(\d+): ([\s\S]*)$/.exec(thrown) ?? [];
  if (!line || !column || !reason) return undefined;
  return toBreach(body, explainReason(body, offsetOf(body, line, column), reason));
}

function explainReason(body: string, at: number, reason: string): Found {
  const [, unclosed, container] = unclosedTag.exec(reason) ?? [];
  if (unclosed !== undefined) return explainUnclosed(body, at, unclosed, container);
  const [, extra] = extraTag.exec(reason) ?? [];
  if (extra !== undefined) {
    const fix = empty.test(extra) ? `write <${extra} />` : `remove it, or add <${extra}> before it`;
    return { at, message: `</${extra}> closes nothing`, fix };
  }
  const [, late] = lateTag.exec(reason) ?? [];
  if (late !== undefined) {
    const message = `${late} is not on a line of its own, as its opening tag is`;
    return { at: body.lastIndexOf('<', at), message, fix: `put ${late} on a line of its own` };
  }
  const [, closing, open, openLine, openColumn] = otherTag.exec(reason) ?? [];
  if (closing !== undefined && open !== undefined && openLine && openColumn) {
    return explainMismatch(body, { at, name: closing }, { at: offsetOf(body, openLine, openColumn), name: open });
  }
  if (!reason.includes('expression')) return explainTag(body, at);
  const brace = body.lastIndexOf('{', at);
  const tag = /<[^<>{}]*$/.exec(body.slice(0, brace));
  return tag ? explainTag(body, tag.index) : explainOpenBrace(body, brace);
}

/** Explains a brace in text. @param at its offset. */
export function explainBrace(body: string, at: number): Diagnostic {
  return toBreach(body, explainOpenBrace(body, at));
}

/** Explains an element that begins inside emphasis or a link and ends outside of it, or the other way round. */
export function explainOverlap(body: string, at: number, name: string | null): Diagnostic {
  const tag = `<${name ?? ''}>`;
  const message = `${tag} overlaps emphasis or a link`;
  return toBreach(body, { at, message, fix: `write ${tag} and its closing tag both inside of it, or both outside` });
}

/** Explains a footnote that is indented too far to be one. @param note how it begins: `[^1]:`. */
export function explainIndentedNote(body: string, at: number, note: string): Diagnostic {
  return toBreach(body, {
    at,
    message: `the footnote ${note} is indented too far`,
    fix: 'begin its line with at most three spaces',
  });
}

function explainOpenBrace(body: string, at: number): Found {
  const end = closingBrace(body, at);
  if (end !== undefined) {
    const [code, message, fix] = explainExpression(body.slice(at + 1, end));
    return { at, code, message, fix };
  }
  const fix = 'write \\{ for a brace, or put the text between backquotes';
  return { at, message: 'this { is not closed', fix };
}

function explainUnclosed(body: string, at: number, name: string, container?: string): Found {
  const tag = `<${name}>`;
  const found = (message: string, fix: string): Found => ({ at, message, fix });
  if (name === '') return found('<> is not closed', 'remove it; every element has a name');
  if (empty.test(name) || specOf(name)?.text === false) return found(`${tag} is not closed`, `write <${name} />`);
  if (!closesIn(body.slice(at + 1), name)) return found(`${tag} is not closed`, `add </${name}>`);
  switch (container) {
    case 'listItem':
      return found(`${tag} is not closed in its list item`, `indent all up to </${name}> like the text of the item`);
    case 'blockQuote':
      return found(`${tag} is not closed in its quote`, `begin each line up to </${name}> with >`);
    default:
      return found(`${tag} is not closed in its paragraph`, `put ${tag} and </${name}> on lines of their own`);
  }
}

interface Tag {
  readonly at: number;
  readonly name: string;
}

function explainMismatch(body: string, closing: Tag, open: Tag): Found {
  if (empty.test(open.name)) return explainUnclosed(body, open.at, open.name);
  const isOpened = [...tagsOf(body.slice(0, closing.at), closing.name)].length > 0;
  if (!isOpened && nearest(closing.name, [open.name])) {
    const message = `</${closing.name}> does not close <${open.name}>`;
    return { at: closing.at, message, fix: `write </${open.name}>` };
  }
  const message = `<${open.name}> is not closed before </${closing.name}>`;
  return { at: open.at, message, fix: `add </${open.name}> before </${closing.name}>` };
}

/** Explains a `<` that begins no tag. @param at its offset. */
function explainTag(body: string, at: number): Found {
  const rest = body.slice(at);
  if (rest.startsWith('<!--')) {
    const text = /^<!--([\s\S]*?)-->/.exec(rest)?.[1]?.trim().replace(/\s+/g, ' ') ?? '';
    const note = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    const fix = note ? `remove it, or write "# ${note}" in the front matter` : 'remove it';
    return { at, code: 'mdx/comment', message: 'MDX has no HTML comments', fix };
  }
  const address = /^<([a-z][a-z0-9+.-]*:[^\s<>]+)>/i.exec(rest)?.[1];
  const mail = /^<([^\s<>@/]+@[^\s<>@/]+)>/.exec(rest)?.[1];
  if (address || mail) {
    const shown = address?.replace(/^mailto:/i, '') ?? mail ?? '';
    const message = `MDX reads <${address ?? mail}> as a tag`;
    return { at, code: 'mdx/autolink', message, fix: `write [${shown}](${address ?? `mailto:${mail}`})` };
  }
  // No tag goes on after an empty line.
  const [tag = ''] = rest.split(/\r?\n[ \t]*\r?\n/, 1);
  const [opening, name] = /^<\/?\s*([\p{ID_Start}$_][\p{ID_Continue}$.:-]*)/u.exec(tag) ?? [];
  const found = opening && name ? explainAttributes(tag, opening.length, name) : undefined;
  if (found) return { ...found, at: at + found.at };
  const sign = /^<[^\s<]{0,20}/.exec(rest)?.[0] ?? '<';
  return { at, message: `"${sign}" looks like a tag and is not one`, fix: `write \\${sign}` };
}

/**
 * The first mistake in the attributes of a tag.
 *
 * @param tag the text from `<` on.
 * @param from where the tag's name ends.
 */
function explainAttributes(tag: string, from: number, name: string): Found | undefined {
  const attribute = /\s+([\p{ID_Start}$_][\p{ID_Continue}$:.-]*)(?:\s*(=)\s*("[^"]*"|'[^']*')?)?/uy;
  attribute.lastIndex = from;
  let end = from;
  for (let found = attribute.exec(tag); found; found = attribute.exec(tag)) {
    end = attribute.lastIndex;
    const [, key = '', equals, value] = found;
    if (equals && value === undefined) return explainValue(tag, end, key);
  }
  const rest = tag.slice(end).trimStart();
  if (rest.startsWith('{')) {
    const [code, message, fix] = explainSpread(name);
    return { at: 0, code, message, fix };
  }
  if (rest !== '') return undefined;
  return { at: 0, message: `<${name} has no > at its end`, fix: `add >, or write \\<${name} for the text` };
}

/** What is wrong with the value of an attribute. @param at where it begins in the tag. */
function explainValue(tag: string, at: number, name: string): Found {
  const quote = tag.charAt(at);
  if (quote === '{') {
    const [code, message, fix] = explainAttributeExpression(name, tag.slice(at + 1, closingBrace(tag, at)));
    return { at: 0, code, message, fix };
  }
  if (quote === '"' || quote === "'")
    return { at, message: `the value of ${name} has no ${quote} at its end`, fix: `add ${quote}` };
  const [bare = ''] = /^[^\s"'<>{}]*?(?=\/?>|[\s"'<>{}]|$)/.exec(tag.slice(at)) ?? [];
  if (bare === '' && quote !== '<') return { at, message: `${name} has no value`, fix: `write ${name}="text"` };
  return { at, message: `the value of ${name} is not in quotes`, fix: `write ${name}="${bare || 'text'}"` };
}

/** Where the brace at an offset is closed, as far as one sees without reading JavaScript. */
function closingBrace(text: string, at: number): number | undefined {
  let depth = 0;
  for (const { 0: brace, index } of text.slice(at).matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth === 0) return at + index;
  }
  return undefined;
}

/** Whether an element that opens before a text is closed in it. */
function closesIn(text: string, name: string): boolean {
  let open = 0;
  for (const { 0: tag } of tagsOf(text, name)) {
    if (tag.startsWith('</')) open -= 1;
    else if (!tag.endsWith('/>')) open += 1;
    if (open < 0) return true;
  }
  return false;
}

function tagsOf(text: string, name: string): Iterable<RegExpExecArray> {
  const escaped = name.replace(/[$.]/g, '\\$&');
  const tag = new RegExp(`</?${escaped}(?=[\\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*>`, 'g');
  return text.replace(notTags, '').matchAll(tag);
}

function offsetOf(body: string, line: string, column: string): number {
  const lineEnd = /\r\n|\r|\n/g;
  for (let left = Number(line) - 1; left > 0; left -= 1) lineEnd.exec(body);
  return lineEnd.lastIndex + Number(column) - 1;
}

function toBreach(body: string, { at, code = 'mdx/syntax', message, fix }: Found): Diagnostic {
  const before = body.slice(0, at).split(/\r\n|\r|\n/);
  const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  return error(code, message, fix, place);
}
