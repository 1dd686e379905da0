// The template of an edition: text with {{names}}, {{#if name}}…{{/if}} and {{#each name}}…{{/each}}.
import { ContentError, error, type Place } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';

/** The values of names in a template: text, or a list of further names. */
export interface Names {
  readonly [name: string]: string | readonly Names[];
}

interface Tag extends Place {
  readonly kind: 'name' | 'if' | 'each';
  readonly name: string;
  /** What is inside the block. */
  readonly parts: Part[];
}

type Part = string | Tag;

/** How a template is filled in. */
export interface TemplateContext {
  /** Escapes text for where it goes. */
  readonly toSafe: (text: string) => string;
  /** The path of the template as the author knows it. */
  readonly file: string;
  /** The 1-based line of the file at which the text begins. */
  readonly firstLine: number;
}

/**
 * Fills in a template. A line that has nothing but the beginning or the end of a block leaves nothing, and several empty
 * lines become one.
 *
 * @throws {ContentError} for a name that does not exist, and for a block that is not closed.
 */
export function fillTemplate(text: string, names: Names, { toSafe, file, firstLine }: TemplateContext): string {
  const fail: Fail = ({ line, column }, code, message, fix) => {
    throw new ContentError([error(`template/${code}`, message, fix, { file, line, column })]);
  };
  const fill = (parts: readonly Part[], scopes: readonly Names[]): string =>
    parts
      .map((part): string => {
        if (typeof part === 'string') return part;
        const { kind, name } = part;
        const value = scopes.find((each) => Object.hasOwn(each, name))?.[name];
        if (value === undefined) {
          const near = nearest(name, scopes.flatMap(Object.keys));
          const fix = near ? `did you mean "${near}"?` : 'see the list in docs/editing-an-edition.md';
          return fail(part, 'unknown-name', `the template has no value "${name}" here`, fix);
        }
        if (kind === 'if') return value.length > 0 ? fill(part.parts, scopes) : '';
        if (typeof value === 'string') {
          return kind === 'name'
            ? toSafe(value)
            : fail(part, 'no-list', `"${name}" is text, not a list`, `write {{${name}}}`);
        }
        if (kind === 'name') return fail(part, 'no-text', `"${name}" is a list, not text`, `write {{#each ${name}}}`);
        return value.map((item) => fill(part.parts, [item, ...scopes])).join('');
      })
      .join('');
  return fill(parse(text, firstLine, fail), [names]).replace(/\n{3,}/g, '\n\n');
}

type Fail = (place: Place, code: string, message: string, fix: string) => never;

function parse(text: string, firstLine: number, fail: Fail): Part[] {
  const root: Part[] = [];
  const open: Tag[] = [];
  const add = (part: Part) => (open.at(-1)?.parts ?? root).push(part);
  text.split('\n').forEach((whole, index, lines) => {
    const isBlockLine = /^\s*\{\{[#/][^{}]*\}\}\s*$/.test(whole);
    let end = 0;
    for (const match of whole.matchAll(/\{\{([^{}]*)\}\}/g)) {
      const place = { line: firstLine + index, column: match.index + 1 };
      if (!isBlockLine) add(whole.slice(end, match.index));
      end = match.index + match[0].length;
      const [, kind, name = '', closed] =
        /^(?:(?:#(if|each) +)?(\w+)|\/(if|each))$/.exec((match[1] ?? '').trim()) ?? [];
      if (closed) {
        if (open.pop()?.kind !== closed) {
          fail(place, 'closed-twice', `{{/${closed}}} has no opening tag`, 'remove it, or open the block');
        }
      } else if (name) {
        const tag: Tag = { kind: (kind ?? 'name') as Tag['kind'], name, ...place, parts: [] };
        add(tag);
        if (kind) open.push(tag);
      } else fail(place, 'form', `"${match[0]}" is not a template tag`, 'write {{name}} or {{#if name}}');
    }
    if (!isBlockLine) add(whole.slice(end) + (index < lines.length - 1 ? '\n' : ''));
  });
  const unclosed = open.at(-1);
  if (unclosed) fail(unclosed, 'unclosed', `{{#${unclosed.kind} ${unclosed.name}}} is not closed`, 'add its end');
  return root;
}

/** Text as MDX shows it, with nothing in it that would be taken for markup. */
export function escapeMdx(text: string): string {
  return text.replace(/[\\`*[\]<{}]/g, '\\$&').replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
}
