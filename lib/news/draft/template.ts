// The template of an edition: text with {{names}}, {{#if name}}…{{/if}} and {{#each name}}…{{/each}}.

import type { Diagnostic } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';

/** What names in a template stand for: text, or a list of further names. */
export interface Names {
  readonly [name: string]: string | readonly Names[];
}

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string; readonly line: number; readonly column: number }
  | {
      readonly kind: 'if' | 'each';
      readonly name: string;
      readonly line: number;
      readonly column: number;
      readonly parts: Part[];
    };

/** A template with a fault. */
export class TemplateError extends Error {
  constructor(readonly problem: Diagnostic) {
    super(problem.message);
  }
}

/**
 * Fills a template in. A line that holds nothing but a block's begin or end leaves nothing, and several empty lines
 * become one.
 *
 * @param toSafe makes text safe for where it goes.
 * @param firstLine the line of the file on which the text begins.
 * @throws {TemplateError} for a name that does not exist and a block that is not closed.
 */
export function fillTemplate(
  text: string,
  names: Names,
  { toSafe, file, firstLine }: { toSafe: (text: string) => string; file: string; firstLine: number },
): string {
  const fail = (place: { line: number; column: number }, code: string, message: string, fix: string): never => {
    const { line, column } = place;
    throw new TemplateError({ file, line, column, severity: 'error', code, message, fix });
  };
  const lookUp = (part: Exclude<Part, { kind: 'text' }>, scopes: readonly Names[]) => {
    const scope = scopes.find((each) => Object.hasOwn(each, part.name));
    if (scope) return scope[part.name] ?? '';
    const near = nearest(
      part.name,
      scopes.flatMap((each) => Object.keys(each)),
    );
    const fix = near ? `did you mean "${near}"?` : 'see the list in docs/editing-an-edition.md';
    return fail(part, 'template/unknown-name', `there is no "${part.name}" here`, fix);
  };
  const fill = (parts: readonly Part[], scopes: readonly Names[]): string =>
    parts
      .map((part): string => {
        if (part.kind === 'text') return part.text;
        const value = lookUp(part, scopes);
        if (part.kind === 'if') return value.length > 0 ? fill(part.parts, scopes) : '';
        if (part.kind === 'each') {
          if (typeof value === 'string')
            return fail(part, 'template/no-list', `"${part.name}" is text`, `write {{${part.name}}}`);
          return value.map((item) => fill(part.parts, [item, ...scopes])).join('');
        }
        if (typeof value !== 'string')
          return fail(part, 'template/no-text', `"${part.name}" is a list`, `write {{#each ${part.name}}}`);
        return toSafe(value);
      })
      .join('');
  return fill(parse(text, firstLine, fail), [names]).replace(/\n{3,}/g, '\n\n');
}

type Fail = (place: { line: number; column: number }, code: string, message: string, fix: string) => never;

function parse(text: string, firstLine: number, fail: Fail): Part[] {
  const root: Part[] = [];
  const open: (Part & { kind: 'if' | 'each' })[] = [];
  const into = () => open.at(-1)?.parts ?? root;
  text.split('\n').forEach((whole, index, lines) => {
    const line = firstLine + index;
    const ending = index < lines.length - 1 ? '\n' : '';
    const alone = /^\s*\{\{[#/][^{}]*\}\}\s*$/.test(whole);
    let end = 0;
    for (const match of whole.matchAll(/\{\{([^{}]*)\}\}/g)) {
      const place = { line, column: match.index + 1 };
      if (!alone) into().push({ kind: 'text', text: whole.slice(end, match.index) });
      end = match.index + match[0].length;
      const tag = (match[1] ?? '').trim();
      const begin = /^#(if|each) +(\w+)$/.exec(tag);
      const close = /^\/(if|each)$/.exec(tag);
      if (begin) {
        const part = { kind: begin[1] as 'if' | 'each', name: begin[2] ?? '', ...place, parts: [] };
        into().push(part);
        open.push(part);
      } else if (close) {
        const last = open.pop();
        if (last?.kind !== close[1])
          fail(place, 'template/closed-twice', `{{/${close[1]}}} closes nothing`, `remove it, or open the block`);
      } else if (/^\w+$/.test(tag)) {
        into().push({ kind: 'name', name: tag, ...place });
      } else {
        fail(place, 'template/form', `"${match[0]}" is no part of a template`, 'write {{name}} or {{#if name}}');
      }
    }
    if (!alone) into().push({ kind: 'text', text: whole.slice(end) + ending });
  });
  const unclosed = open.at(-1);
  if (unclosed)
    fail(unclosed, 'template/unclosed', `{{#${unclosed.kind} ${unclosed.name}}} is not closed`, 'add its end');
  return root;
}

/** Text as it stands in MDX, with nothing in it that would be taken for markup. */
export function escapeMdx(text: string): string {
  return text.replace(/[\\`*[\]<{}]/g, '\\$&').replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
}
