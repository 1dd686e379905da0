// Converts inline markup of reStructuredText (docutils, “Inline markup”) to Markdown.
import { codeSpan } from '@/lib/news/import/bodies/code';
import { destination } from '@/lib/news/import/bodies/components';

/** The targets of reference names. Names are in lower case with single spaces. */
export interface RstNames {
  /** Addresses by the names of their targets. */
  readonly targets: Map<string, string>;
  /** Addresses of `__` references, in order. */
  readonly anonymous: string[];
  /** Markdown by the names of substitutions. */
  readonly substitutions: Map<string, string>;
  /** The next automatic footnote: of references, and of definitions. */
  readonly footnotes: { references: number; definitions: number };
}

export function nameOf(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\\(.)/g, '$1').trim().toLowerCase();
}

/** The address of a reference, resolved through other targets if necessary. */
export function addressOf(name: string, { targets }: RstNames): string | undefined {
  let address = targets.get(nameOf(name));
  for (let hops = 0; address?.endsWith('_') && !/[/:.#]/.test(address) && hops < 10; hops += 1) {
    address = targets.get(nameOf(address.replace(/^`|`?_$/g, '')));
  }
  return address;
}

const before = String.raw`(?<=^|[\s'"([{<\-/:‘“’«¡¿—–])`;
const after = String.raw`(?=$|[\s'")\]}>\-/:.,;!?\\’”»—–…])`;

const inline = new RegExp(
  [
    String.raw`\\(?<escaped>[\s\S])`,
    String.raw`${before}${'``'}(?<literal>\S(?:[\s\S]*?\S)?)${'``'}${after}`,
    String.raw`(?::(?<role>[a-zA-Z][\w:.+-]*):)${'`'}(?<roled>[^${'`'}]+)${'`'}`,
    String.raw`${before}${'`'}(?<phrase>(?:[^${'`'}\\]|\\[\s\S])+)${'`'}(?<mark>__?|:(?<after>[a-zA-Z][\w.-]*):)?${after}`,
    String.raw`${before}\*\*(?<strong>\S(?:[\s\S]*?\S)?)\*\*${after}`,
    String.raw`${before}\*(?<emphasis>[^\s*](?:[^*]*[^\s*])?)\*${after}`,
    String.raw`${before}\|(?<substitution>[^\s|](?:[^|]*[^\s|])?)\|(?:__?)?${after}`,
    String.raw`\[(?<footnote>#[\w.-]*|\*|\w[\w.-]*)\]_${after}`,
    String.raw`(?<address>(?:https?|ftp|mailto):[^\s<>]*[^\s<>.,;:!?'")\]}*])`,
    `${before}_\`(?<target>[^\`]+)\`${after}`,
    String.raw`(?<![\w${'`'}])(?<name>[A-Za-z0-9](?:[A-Za-z0-9]|[-.+:_](?=[A-Za-z0-9]))*)(?<nameMark>__?)${after}`,
  ].join('|'),
  'gu',
);

/** One paragraph as Markdown. */
export function toInline(text: string, names: RstNames): string {
  let result = '';
  let at = 0;
  for (const match of text.matchAll(inline)) {
    result += escapeMarkdown(text.slice(at, match.index)) + piece(match[0], match.groups ?? {}, names);
    at = match.index + match[0].length;
  }
  return (result + escapeMarkdown(text.slice(at))).split('\n').map(escapeStart).join('\n');
}

function piece(written: string, groups: Readonly<Record<string, string | undefined>>, names: RstNames): string {
  const {
    escaped,
    literal,
    role,
    roled,
    phrase,
    mark,
    strong,
    emphasis,
    substitution,
    footnote,
    address,
    target,
    name,
  } = groups;
  if (escaped !== undefined) return /\s/.test(escaped) ? '' : escapeMarkdown(escaped);
  if (literal !== undefined) return codeSpan(literal);
  if (role !== undefined) return toRole(role, roled ?? '', names);
  if (groups.after !== undefined) return toRole(groups.after, phrase ?? '', names);
  if (phrase !== undefined) return mark ? toReference(phrase, mark, names) : `*${toInline(phrase, names)}*`;
  if (strong !== undefined) return `**${escapeMarkdown(strong)}**`;
  if (emphasis !== undefined) return `*${escapeMarkdown(emphasis)}*`;
  if (substitution !== undefined) return names.substitutions.get(nameOf(substitution)) ?? escapeMarkdown(written);
  if (footnote !== undefined) return toFootnote(footnote, names);
  if (address !== undefined) return `<${address}>`;
  if (target !== undefined) return escapeMarkdown(target);
  if (name !== undefined) {
    const found = groups.nameMark === '__' ? names.anonymous.shift() : addressOf(name, names);
    return found === undefined ? escapeMarkdown(written) : `[${escapeMarkdown(name)}](${destination(found)})`;
  }
  return escapeMarkdown(written);
}

function toFootnote(label: string, names: RstNames): string {
  if (label !== '#' && label !== '*') return `[^${label.replace('#', '')}]`;
  names.footnotes.references += 1;
  return `[^auto-${names.footnotes.references}]`;
}

function toReference(phrase: string, mark: string, names: RstNames): string {
  const [, label, embedded] = /^([\s\S]*?)\s*<([^<>]+)>$/.exec(phrase) ?? [];
  if (embedded !== undefined) {
    const address = embedded.replace(/\s+/g, '').replace(/\\(.)/g, '$1');
    const isName = address.endsWith('_') && !/[/:.#]/.test(address);
    const found = isName ? addressOf(embedded.trim().replace(/_$/, ''), names) : address;
    const text = label?.trim() || address;
    return found === undefined
      ? escapeMarkdown(text)
      : `[${escapeMarkdown(text.replace(/\s+/g, ' '))}](${destination(found)})`;
  }
  const found = mark === '__' ? names.anonymous.shift() : addressOf(phrase, names);
  const text = escapeMarkdown(phrase.replace(/\s+/g, ' '));
  return found === undefined ? text : `[${text}](${destination(found)})`;
}

const tags: Readonly<Record<string, string>> = {
  sub: 'sub',
  subscript: 'sub',
  sup: 'sup',
  superscript: 'sup',
  kbd: 'kbd',
  del: 'del',
};

function toRole(role: string, text: string, names: RstNames): string {
  const [, label, target] = /^([\s\S]*?)\s*<([^<>]+)>$/.exec(text) ?? [];
  const tag = tags[role];
  if (tag) return `<${tag}>${escapeMarkdown(text)}</${tag}>`;
  if (role === 'strong') return `**${escapeMarkdown(text)}**`;
  if (/^(?:emphasis|title-reference|title|t|dfn)$/.test(role)) return `*${escapeMarkdown(text)}*`;
  if (/^(?:pep|PEP)$/.test(role)) return `[PEP ${text}](https://peps.python.org/pep-${text.padStart(4, '0')}/)`;
  if (/^(?:rfc|RFC)$/.test(role)) return `[RFC ${text}](https://www.rfc-editor.org/rfc/rfc${text})`;
  if (role === 'abbr') {
    const [, short = text, long = ''] = /^([\s\S]*?)\s*\(([\s\S]*)\)$/.exec(text) ?? [];
    return long
      ? `<abbr title="${long.replace(/"/g, '&quot;')}">${escapeMarkdown(short)}</abbr>`
      : escapeMarkdown(short);
  }
  if (/^(?:doc|ref|term|download|any)$/.test(role)) {
    const found = role === 'download' ? target : target && addressOf(target, names);
    return found ? `[${escapeMarkdown(label ?? '')}](${destination(found)})` : escapeMarkdown(label ?? text);
  }
  return codeSpan(label ?? text);
}

/** Text in which nothing is a mark of Markdown. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~~/g, '\\~~')
    .replace(/&(?=#?\w+;)/g, '&amp;');
}

/** Escapes what would make a line of text a heading, a list, a quotation or a rule. */
function escapeStart(line: string): string {
  return line
    .replace(/^(\s*)(?=#{1,6}(?:\s|$)|[+-](?:\s|$)|>|~~~|=+\s*$|-+\s*$|:\s)/, '$1\\')
    .replace(/^(\s*\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}
