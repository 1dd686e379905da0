// Explains why text is not valid MDX, and how to fix it: unclosed tags, HTML comments, `<https://…>`, a bare `<`.
import { type Diagnostic, error, placeAt } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { emptyElement } from '@/lib/mdx/costly-text';
import { insteadOfMedia } from '@/lib/mdx/mdx-remedies';
import { explainAttributeExpression, explainExpression, explainSpread } from '@/lib/mdx/rules';
import { specOf } from '@/lib/mdx/vocabulary';

/** Where tags are text: after a backslash, and in code. */
const notTags = /\\.|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g;

const unclosedTag = /^Expected a closing tag for `<(.*?)>` \(\d+:\d+\)(?: before the end of `(\w+)`)?/;
const extraTag = /^Unexpected closing tag `<\/(.*?)>`, expected an open tag first/;
const lateTag = /^Expected the closing tag `(.*?)` either after/;
const otherTag =
  /^Unexpected closing tag `<\/(.*?)>`, expected corresponding closing tag for `<(.*?)>` \((\d+):(\d+)\)/;

/** An error at an offset of the body. */
function errorAt(body: string, at: number, message: string, fix: string, code = 'mdx/syntax'): Diagnostic {
  return error(code, message, fix, placeAt(body, at));
}

/**
 * Explains why Sätteri cannot parse a body.
 *
 * @param thrown its message: `line:column: reason (rule)`.
 * @returns undefined where the message has another form.
 */
export function explainError(body: string, thrown: string): Diagnostic | undefined {
  const [, line, column, reason] = /^(\d+):(\d+): ([\s\S]*)$/.exec(thrown) ?? [];
  if (!line || !column || !reason) return undefined;
  const at = offsetOf(body, line, column);
  const [, unclosed, container] = unclosedTag.exec(reason) ?? [];
  if (unclosed !== undefined) return explainUnclosed(body, at, unclosed, container);
  const [, extra] = extraTag.exec(reason) ?? [];
  if (extra !== undefined) {
    const fix = emptyElement.test(extra) ? `write <${extra} />` : `remove it, or add <${extra}> before it`;
    return errorAt(body, at, `</${extra}> has no opening tag`, fix);
  }
  const [, late] = lateTag.exec(reason) ?? [];
  if (late !== undefined) {
    const message = `${late} must be on a line of its own, like its opening tag`;
    return errorAt(body, body.lastIndexOf('<', at), message, `put ${late} on a line of its own`);
  }
  const [, closing, open, openLine, openColumn] = otherTag.exec(reason) ?? [];
  if (closing !== undefined && open !== undefined && openLine && openColumn) {
    return explainMismatch(body, { at, name: closing }, { at: offsetOf(body, openLine, openColumn), name: open });
  }
  if (!reason.includes('expression')) return explainTag(body, at);
  const brace = body.lastIndexOf('{', at);
  const tag = /<[^<>{}]*$/.exec(body.slice(0, brace));
  return tag ? explainTag(body, tag.index) : explainBrace(body, brace);
}

/** Explains a brace in text. @param at its offset. */
export function explainBrace(body: string, at: number): Diagnostic {
  const end = closingBrace(body, at);
  if (end !== undefined) return explainExpression(body.slice(at + 1, end), placeAt(body, at));
  return errorAt(body, at, 'this { is not closed', 'write \\{ for a brace, or put the text in backticks');
}

/** Explains an element that begins inside emphasis or a link and ends outside of it, or the other way round. */
export function explainOverlap(body: string, at: number, name: string | null): Diagnostic {
  const tag = `<${name ?? ''}>`;
  const fix = `put ${tag} and its closing tag both inside or both outside of it`;
  return errorAt(body, at, `${tag} overlaps emphasis or a link`, fix);
}

/** Explains a footnote that is indented too far to be one. @param note how it begins: `[^1]:`. */
export function explainIndentedNote(body: string, at: number, note: string): Diagnostic {
  return errorAt(body, at, `the footnote ${note} is indented too far`, 'indent its line by at most three spaces');
}

function explainUnclosed(body: string, at: number, name: string, container?: string): Diagnostic {
  const tag = `<${name}>`;
  const unclosed = (where: string, fix: string) => errorAt(body, at, `${tag} is not closed${where}`, fix);
  if (name === '') return unclosed('', 'remove it; every element has a name');
  const media = insteadOfMedia(name, /^<[\w-]+([^>]*)/.exec(body.slice(at))?.[1] ?? '');
  if (media) return errorAt(body, at, `${tag} is not allowed in a post`, media, 'mdx/element');
  if (emptyElement.test(name) || specOf(name)?.text === false) return unclosed('', `write <${name} />`);
  if (!closesIn(body.slice(at + 1), name)) {
    const [whole = ''] = /^<[^<>]*(?=>)/.exec(body.slice(at)) ?? [];
    const isEntry = specOf(name)?.attributes.id !== undefined;
    return unclosed('', isEntry ? `write ${whole} />, or add </${name}> after its text` : `add </${name}>`);
  }
  switch (container) {
    case 'listItem':
      return unclosed(' in its list item', `indent every line up to </${name}> like the text of the item`);
    case 'blockQuote':
      return unclosed(' in its quote', `begin each line up to </${name}> with >`);
    default:
      return unclosed(' in its paragraph', `put ${tag} and </${name}> on lines of their own`);
  }
}

interface Tag {
  readonly at: number;
  readonly name: string;
}

function explainMismatch(body: string, closing: Tag, open: Tag): Diagnostic {
  if (emptyElement.test(open.name)) return explainUnclosed(body, open.at, open.name);
  const isOpened = [...tagsOf(body.slice(0, closing.at), closing.name)].length > 0;
  if (!isOpened && nearest(closing.name, [open.name])) {
    return errorAt(body, closing.at, `</${closing.name}> does not close <${open.name}>`, `write </${open.name}>`);
  }
  const message = `<${open.name}> is not closed before </${closing.name}>`;
  return errorAt(body, open.at, message, `add </${open.name}> before </${closing.name}>`);
}

/** Explains a `<` that begins no tag. @param at its offset. */
function explainTag(body: string, at: number): Diagnostic {
  if (body.slice(0, at).endsWith('{{')) return explainBrace(body, at - 2);
  const rest = body.slice(at);
  if (rest.startsWith('<!--')) {
    const text = /^<!--([\s\S]*?)-->/.exec(rest)?.[1]?.trim().replace(/\s+/g, ' ') ?? '';
    const note = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    const fix = note ? `remove it, or write "# ${note}" in the front matter` : 'remove it';
    return errorAt(body, at, 'MDX has no HTML comments', fix, 'mdx/comment');
  }
  const address = /^<([a-z][a-z0-9+.-]*:[^\s<>]+)>/i.exec(rest)?.[1];
  const mail = /^<([^\s<>@/]+@[^\s<>@/]+)>/.exec(rest)?.[1];
  if (address || mail) {
    const fix = `write [${address?.replace(/^mailto:/i, '') ?? mail}](${address ?? `mailto:${mail}`})`;
    return errorAt(body, at, `MDX reads <${address ?? mail}> as a tag`, fix, 'mdx/autolink');
  }
  const sign = /^<[^\s<]{0,20}/.exec(rest)?.[0] ?? '<';
  const fix = `write \\${sign}`;
  return explainAttributes(body, at) ?? errorAt(body, at, `"${sign}" looks like a tag but is not one`, fix);
}

/** The first mistake in the attributes of a tag, whose `<` is at an offset. */
function explainAttributes(body: string, at: number): Diagnostic | undefined {
  // An empty line ends every tag.
  const [tag = ''] = body.slice(at).split(/\r?\n[ \t]*\r?\n/, 1);
  const [opening, name] = /^<\/?\s*([\p{ID_Start}$_][\p{ID_Continue}$.:-]*)/u.exec(tag) ?? [];
  if (!opening) return undefined;
  const attribute = /\s+([\p{ID_Start}$_][\p{ID_Continue}$:.-]*)(?:\s*(=)\s*("[^"]*"|'[^']*')?)?/uy;
  let end = opening.length;
  attribute.lastIndex = end;
  for (let found = attribute.exec(tag); found; found = attribute.exec(tag)) {
    end = attribute.lastIndex;
    const [, key = '', equals, value] = found;
    if (equals && value === undefined) return explainValue(body, at, tag, end, key);
  }
  const rest = tag.slice(end).trimStart();
  if (rest.startsWith('{')) return explainSpread(name ?? '', placeAt(body, at));
  if (rest !== '') return undefined;
  return errorAt(body, at, `<${name} has no closing >`, `add >, or write \\<${name} for the text`);
}

/** What is wrong with the value of an attribute, which begins at an offset of the tag. */
function explainValue(body: string, tagAt: number, tag: string, at: number, name: string): Diagnostic {
  const quote = tag.charAt(at);
  const [, curly] = /^["']?[“”„‟«»‘’‚‛]*([^"'“”„‟«»‘’‚‛<>\n]*)[“”„‟«»‘’‚‛]+["']?/.exec(tag.slice(at)) ?? [];
  if (curly !== undefined) {
    return errorAt(body, tagAt + at, `the quotes around ${name} are typographic`, `write ${name}="${curly.trim()}"`);
  }
  if (quote === '{') {
    return explainAttributeExpression(name, tag.slice(at + 1, closingBrace(tag, at)), placeAt(body, tagAt));
  }
  if (quote === '"' || quote === "'") {
    return errorAt(body, tagAt + at, `the value of ${name} has no closing ${quote}`, `add ${quote}`);
  }
  const [bare = ''] = /^[^\s"'<>{}]*?(?=\/?>|[\s"'<>{}]|$)/.exec(tag.slice(at)) ?? [];
  const message = bare === '' && quote !== '<' ? `${name} has no value` : `the value of ${name} is not in quotes`;
  return errorAt(body, tagAt + at, message, `write ${name}="${bare || 'text'}"`);
}

/** Where the brace at an offset is closed, as far as can be seen without parsing JavaScript. */
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
