// Converts the MDX of Docusaurus and Astro to Markdown: imports, expressions, comments and components.
import { codeSpan, maskCode } from '@/lib/news/import/bodies/code';
import { type Component, convertComponent } from '@/lib/news/import/bodies/components';
import type { Draft, Edit } from '@/lib/news/import/bodies/draft';
import {
  blockElements,
  emptyElements,
  endOfBraces,
  readTag,
  type Tag,
  type TagAttribute,
} from '@/lib/news/import/bodies/tags';
import { printed, valueAt } from '@/lib/news/import/bodies/values';

/** What expressions in a body may name. */
export interface JsxScope {
  /** What `import x from 'y'` names, by name. */
  readonly imports: Map<string, string>;
  /** What `export const x = 'y'` names, by name. */
  readonly constants: Map<string, string>;
  readonly data: Readonly<Record<string, unknown>>;
  /** What tabs are called, by their values. */
  readonly labels: Map<string, string>;
}

interface JsxElement {
  readonly open: Tag;
  readonly close: Tag | undefined;
}

/** Converts the MDX of a body. What shows nothing plain is kept as text and reported. */
export function putJsx(draft: Draft): void {
  const scope: JsxScope = {
    imports: new Map(),
    constants: new Map(),
    data: draft.post.data,
    labels: labelsIn(draft.text),
  };
  dropModules(draft, scope);
  if (!/[<{]/.test(draft.text)) return;
  new JsxConverter(draft, scope).run();
}

/** `values={[{ label: 'macOS', value: 'mac' }]}` of Docusaurus's tabs. */
function labelsIn(text: string): Map<string, string> {
  const labels = new Map<string, string>();
  for (const [, inside = ''] of text.matchAll(/values=\{\[([\s\S]*?)\]\}/g)) {
    for (const [item] of inside.matchAll(/\{[^{}]*\}/g)) {
      const [label, value] = ['label', 'value'].map(
        (name) => new RegExp(`${name}\\s*:\\s*(["'])(.*?)\\1`).exec(item)?.[2],
      );
      if (label && value) labels.set(value, label);
    }
  }
  return labels;
}

/** Imports and exports, each of which begins a block. */
function dropModules(draft: Draft, scope: JsxScope): void {
  const shown = maskCode(draft.text);
  const edits: Edit[] = [];
  let end = 0;
  for (const match of shown.matchAll(/^(?:import|export)\b/gm)) {
    const { index: start } = match;
    const before = shown.slice(end, start);
    if (start < end || !(before.trim() === '' || /\n[ \t]*\n$/.test(before))) continue;
    const statement = readStatement(draft.text, start);
    if (statement === undefined) continue;
    end = start + statement.length;
    noteStatement(statement, scope);
    if (
      statement.startsWith('export') &&
      !/^export\s+(?:const|let|var)\s+\w+\s*=\s*["'`][^"'`]*["'`];?\s*$/.test(statement)
    ) {
      draft.report(
        'import/component',
        start,
        'an export is removed, because posts cannot run code',
        'write what it showed',
      );
    }
    draft.count(statement.startsWith('import') ? 'imports' : 'exports');
    edits.push({ start, end: draft.text[end] === '\n' ? end + 1 : end, text: '' });
  }
  draft.edit(edits);
}

/** A whole import or export; undefined for text that begins with such a word. */
function readStatement(text: string, start: number): string | undefined {
  const imported = /import\s+(?:(?:type\s+)?[\w*$\s{},]+?\s+from\s+)?(["'])[^"'\n]+\1[ \t]*;?[ \t]*(?=\n|$)/y;
  imported.lastIndex = start;
  const found = imported.exec(text)?.[0];
  if (found !== undefined) return found;
  if (
    !/^export\s+(?:default\b|const\b|let\b|var\b|function\b|async\b|class\b|\{|\*)/.test(text.slice(start, start + 40))
  )
    return undefined;
  for (let at = start; at < text.length; ) {
    const next = /\{|\n[ \t]*\n|(?<=;)[ \t]*\n|$/g;
    next.lastIndex = at;
    const match = next.exec(text);
    if (!match || text[match.index] !== '{') return text.slice(start, match?.index ?? text.length);
    at = endOfBraces(text, match.index) ?? text.length;
  }
  return text.slice(start);
}

function noteStatement(statement: string, { imports, constants }: JsxScope): void {
  const [, name, path] = /^import\s+(\w+)\s*(?:,\s*\{[^}]*\}\s*)?from\s+["']([^"']+)["']/.exec(statement) ?? [];
  if (name && path) imports.set(name, path);
  const [, constant, , value] = /^export\s+(?:const|let|var)\s+(\w+)\s*=\s*(["'`])([^"'`]*)\2/.exec(statement) ?? [];
  if (constant && value !== undefined) constants.set(constant, value);
}

/** The text that an expression is certain to mean. */
export function evaluate(expression: string, scope: JsxScope): string | undefined {
  const source = expression.trim();
  const quoted = /^(["'`])((?:(?!\1)[^\\]|\\[\s\S])*)\1$/.exec(source);
  if (quoted)
    return quoted[1] === '`' && source.includes('${') ? undefined : (quoted[2] ?? '').replace(/\\(["'`\\])/g, '$1');
  if (/^-?\d+(?:\.\d+)?$/.test(source)) return source;
  if (/^(?:true|false|null|undefined)$/.test(source)) return '';
  const called = /^(?:require|useBaseUrl|withBase)\(\s*(["'])([^"']+)\1\s*\)(?:\.default)?$/.exec(source);
  if (called) return called[2];
  const matter = /^(?:props\.)?(?:frontMatter|frontmatter)\.([\w.]+)$/.exec(source);
  if (matter) return printed(valueAt(scope.data, matter[1] ?? ''));
  const name = source.replace(/\.(?:src|default)$/, '');
  return scope.constants.get(name) ?? scope.imports.get(name);
}

class JsxConverter {
  readonly #edits: Edit[] = [];
  readonly #elements: JsxElement[] = [];

  constructor(
    private readonly draft: Draft,
    private readonly scope: JsxScope,
  ) {}

  run(): void {
    this.#scan();
    const replaced = this.#elements.filter((element) => this.#convert(element));
    this.#dedent(replaced);
    this.draft.edit(this.#edits);
  }

  /** Finds elements and expressions outside of code, in order. */
  #scan(): void {
    const { text } = this.draft;
    const shown = maskCode(text, { comments: true });
    const open: Tag[] = [];
    const next = /\\[\s\S]|[<{]/g;
    for (let match = next.exec(shown); match; match = next.exec(shown)) {
      const at = match.index;
      if (match[0].startsWith('\\')) continue;
      if (match[0] === '{') {
        next.lastIndex = this.#readExpression(at, shown);
        continue;
      }
      const tag = /^<[a-z][a-z0-9+.-]*:/i.test(text.slice(at, at + 20)) ? undefined : readTag(text, at);
      if (!tag) continue;
      next.lastIndex = tag.end;
      if (tag.kind === 'open' && !emptyElements.has(tag.name)) open.push(tag);
      else if (tag.kind === 'close') {
        const index = open.findLastIndex(({ name }) => name === tag.name);
        const opened = open[index];
        if (!opened) continue;
        for (const left of open.splice(index).slice(1)) this.#elements.push({ open: left, close: undefined });
        this.#elements.push({ open: opened, close: tag });
      } else this.#elements.push({ open: tag, close: undefined });
    }
    for (const left of open) this.#elements.push({ open: left, close: undefined });
    this.#elements.sort((a, b) => a.open.start - b.open.start);
  }

  /** @returns where to go on. */
  #readExpression(start: number, shown: string): number {
    const { text } = this.draft;
    // Ids of headings, and templates of other languages.
    if (/^\{#[\w-]+\}/.test(text.slice(start, start + 100))) return start + 1;
    const end = endOfBraces(text, start);
    if (end === undefined || shown.slice(start, end).includes('\n\n')) {
      const comment = /^\{\s*\/\*[\s\S]*?\*\/\s*\}/.exec(text.slice(start));
      if (!comment) return start + 1;
      return this.#putComment(start, start + comment[0].length);
    }
    const inside = text.slice(start + 1, end - 1);
    if (/^\s*(?:\/\*[\s\S]*\*\/\s*)+$/.test(inside)) return this.#putComment(start, end);
    const value = inside.trim() === '' ? '' : evaluate(inside, this.scope);
    if (value !== undefined && !this.scope.imports.has(inside.trim())) {
      this.draft.count('expressions');
      this.#edits.push({ start, end, text: value.replaceAll('<', '&lt;') });
      return end;
    }
    const written = text.slice(start, end);
    this.draft.report('import/component', start, `"${short(written)}" is kept as text`, 'write what it showed');
    this.#edits.push({ start, end, text: this.#asCode(written, start) });
    return end;
  }

  /** A code span; in a table, bars would end its cell. */
  #asCode(written: string, start: number): string {
    const { text } = this.draft;
    const isInTable = /^[ \t>]*\|/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
    return isInTable ? codeSpan(written).replaceAll('|', '\\|') : codeSpan(written);
  }

  #putComment(start: number, end: number): number {
    const isCut = /^\{\s*\/\*\s*(?:truncate|more)\s*\*\/\s*\}$/i.test(this.draft.text.slice(start, end));
    this.draft.count('comments');
    this.#edits.push({ start, end, text: isCut ? '<!--more-->' : '' });
    return end;
  }

  /** @returns whether the text inside it is a block of its own now. */
  #convert(element: JsxElement): boolean {
    const { open, close } = element;
    const isComponent =
      /^[A-Z]/.test(open.name) || open.name.includes('.') || open.name === '' || open.name.includes('-');
    if (!isComponent) return this.#convertHtml(element);
    const { text } = this.draft;
    const component: Component = {
      name: open.name.split('.').at(-1) ?? '',
      isAlone: this.#isAlone(open.start, (close ?? open).end),
      inner: close ? text.slice(open.end, close.start) : undefined,
      written: text.slice(open.start, open.end),
      value: (...names) => this.#value(open, names),
      expression: (name) => open.attributes.find((each) => each.name === name)?.expression,
      labels: this.scope.labels,
    };
    const result = convertComponent(component);
    if (result.isUnknown) {
      const what = `there is no component <${open.name}> on this site, so ${close ? 'only its content is kept' : 'it is kept as text'}`;
      this.draft.report('import/component', open.start, what, 'write what it showed');
    }
    this.draft.count(result.isUnknown ? 'components that this site does not have' : 'components');
    if (result.whole !== undefined) {
      const whole = result.isUnknown ? this.#asCode(component.written, open.start) : result.whole;
      this.#edits.push({ start: open.start, end: (close ?? open).end, text: whole });
      return false;
    }
    this.#edits.push({ start: open.start, end: open.end, text: result.open ?? '' });
    if (close) this.#edits.push({ start: close.start, end: close.end, text: result.close ?? '' });
    return true;
  }

  #value({ attributes }: Tag, names: readonly string[]): string | undefined {
    for (const name of names) {
      const attribute = attributes.find((each) => each.name.toLowerCase() === name.toLowerCase());
      const value = attribute && this.#valueOf(attribute);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  #valueOf({ text, expression }: TagAttribute): string | undefined {
    if (expression === undefined) return text ?? '';
    const themed = /useBaseUrl\(\s*(["'])([^"']+)\1|light:\s*(["'])([^"']+)\3/.exec(expression);
    return evaluate(expression, this.scope) ?? themed?.[2] ?? themed?.[4];
  }

  #isAlone(start: number, end: number): boolean {
    const { text } = this.draft;
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    const lineEnd = text.indexOf('\n', end);
    return (
      /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?$/.test(before) &&
      text.slice(end, lineEnd < 0 ? undefined : lineEnd).trim() === ''
    );
  }

  /** An element of HTML: its attributes as HTML has them, and empty lines where there is Markdown inside. */
  #convertHtml({ open, close }: JsxElement): boolean {
    const { text } = this.draft;
    const isJsx = open.attributes.some(({ name, expression }) => expression !== undefined || /[A-Z]/.test(name));
    const mustClose = open.kind === 'whole' && !emptyElements.has(open.name);
    const inner = close ? text.slice(open.end, close.start) : '';
    const isBlock = close !== undefined && blockElements.has(open.name) && this.#beginsLine(open.start);
    const hasMarkdown = isBlock && /[*_`[\]]|^\s*(?:#|[-+] |\d+\. )/m.test(maskTags(inner));
    const before = hasMarkdown && !/^[ \t]*\n[ \t]*\n/.test(inner) ? '\n\n' : '';
    const after = hasMarkdown && !/\n[ \t]*\n[ \t]*$/.test(inner) ? '\n\n' : '';
    if (isJsx || mustClose || before) {
      const tag = isJsx || mustClose ? this.#htmlTag(open, mustClose) : text.slice(open.start, open.end);
      this.#edits.push({ start: open.start, end: open.end, text: tag + before });
      if (isJsx) this.draft.count('JSX attributes');
    }
    if (close && after) this.#edits.push({ start: close.start, end: close.start, text: after });
    return isBlock;
  }

  #beginsLine(start: number): boolean {
    const { text } = this.draft;
    return /^[ \t>]*$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
  }

  #htmlTag(tag: Tag, mustClose: boolean): string {
    const attributes = tag.attributes.flatMap((attribute) => {
      const name = attributeNames[attribute.name] ?? attribute.name.toLowerCase();
      if (name === '...' || name === 'style' || /^on[A-Z]/.test(attribute.name)) return [];
      const isBare = attribute.text === undefined && attribute.expression === undefined;
      const value = this.#valueOf(attribute);
      if (isBare || attribute.expression === 'true') return [name];
      return value === undefined ? [] : [`${name}="${value.replace(/"/g, '&quot;')}"`];
    });
    const end = mustClose ? `></${tag.name}>` : tag.kind === 'whole' ? ' />' : '>';
    return `<${[tag.name, ...attributes].join(' ')}${end}`;
  }

  /** Takes from each line inside elements what indents it there: four spaces would be code. */
  #dedent(elements: readonly JsxElement[]): void {
    const { text } = this.draft;
    const owners = elements.filter((each) => each.close !== undefined);
    if (owners.length === 0) return;
    const lines: { start: number; indent: number; owner: JsxElement; outer: JsxElement; closes: boolean }[] = [];
    const stack: JsxElement[] = [];
    let next = 0;
    for (let start = 0; start <= text.length; ) {
      while (next < owners.length && (owners[next]?.open.end ?? 0) <= start) stack.push(owners[next++] as JsxElement);
      while (stack.length > 0 && (stack.at(-1)?.close?.start ?? 0) < start) stack.pop();
      const lineEnd = text.indexOf('\n', start);
      const line = text.slice(start, lineEnd < 0 ? undefined : lineEnd);
      const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
      const inside = stack.filter(({ close }) => (close?.start ?? 0) >= start);
      const [outer, owner] = [inside[0], inside.at(-1)];
      if (outer && owner && line.trim() !== '') {
        lines.push({ start, indent, owner, outer, closes: owner.close?.start === start + indent });
      }
      if (lineEnd < 0) break;
      start = lineEnd + 1;
    }
    const least = new Map<JsxElement, number>();
    for (const { owner, indent, closes } of lines) {
      if (!closes) least.set(owner, Math.min(least.get(owner) ?? Number.POSITIVE_INFINITY, indent));
    }
    for (const { start, indent, owner, outer, closes } of lines) {
      const target = this.#indentBefore(outer.open.start);
      const drop = Math.min(indent, (closes ? indent : (least.get(owner) ?? 0)) - target);
      if (drop > 0) this.#edits.push({ start, end: start + drop, text: '' });
    }
  }

  #indentBefore(start: number): number {
    const { text } = this.draft;
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    return /^[ \t]*$/.test(before) ? before.length : (/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/.exec(before)?.[0].length ?? 0);
  }
}

const attributeNames: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' };

function maskTags(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ');
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
