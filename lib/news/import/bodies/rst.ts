// Converts Pelican's reStructuredText to Markdown: docutils' specification, without directives that run a program.
import { boxTags, isBoxKind } from '@/lib/news/import/bodies/boxes';
import { fenceFor } from '@/lib/news/import/bodies/code';
import { destination } from '@/lib/news/import/bodies/components';
import type { Draft } from '@/lib/news/import/bodies/draft';
import { addressOf, escapeMarkdown, nameOf, type RstNames, toInline } from '@/lib/news/import/bodies/rst-inline';
import { parseRstTable } from '@/lib/news/import/bodies/rst-tables';

/** Turns a body of reStructuredText into Markdown. What is not known is kept as code, and reported. */
export function rstToMarkdown(draft: Draft): void {
  const lines = draft.text.split('\n').map((line) => line.replace(/\t/g, '        ').trimEnd());
  const names: RstNames = {
    targets: new Map(),
    anonymous: [],
    substitutions: new Map(),
    footnotes: { references: 0, definitions: 0 },
  };
  const starts = lines.map((_, index) => lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0));
  collectTargets(lines, names);
  const report = (line: number, message: string) =>
    draft.report('import/rst', starts[line] ?? 0, message, 'write it as Markdown');
  const blocks = new RstReader(names, report, []).read(lines, 0);
  draft.edit([{ start: 0, end: draft.text.length, text: blocks.join('\n\n') }]);
  draft.count('reStructuredText to Markdown');
}

/** Collects the targets of references before any reference is read. */
function collectTargets(lines: readonly string[], names: RstNames): void {
  for (const [index, line] of lines.entries()) {
    const indent = indentOf(line);
    const continued = () => {
      let more = '';
      for (
        let next = index + 1;
        next < lines.length && (lines[next] ?? '') !== '' && indentOf(lines[next] ?? '') > indent;
        next += 1
      )
        more += (lines[next] ?? '').trim();
      return more;
    };
    const anonymous = /^\s*(?:\.\. __:|__)\s+(\S.*)$/.exec(line)?.[1];
    if (anonymous) names.anonymous.push(anonymous.replace(/\s+/g, ''));
    const [, quoted, plain, address] =
      /^\s*\.\. _(?:`([^`]+)`|((?:[^:\\]|\\.|:(?!\s|$))+)):(?:\s+(.*))?$/.exec(line) ?? [];
    const name = quoted ?? plain;
    if (name !== undefined) {
      const target = ((address ?? '') + continued()).replace(/\s+(?!_$)/g, '').replace(/\\(.)/g, '$1');
      names.targets.set(nameOf(name), target === '' ? `#${slugOf(name)}` : target);
    }
    const underline = lines[index + 1] ?? '';
    if (isAdornment(underline) && line !== '' && !isAdornment(line) && underline.length >= line.trim().length) {
      if (!names.targets.has(nameOf(line))) names.targets.set(nameOf(line), `#${slugOf(line)}`);
    }
  }
  for (const [index, line] of lines.entries()) {
    const [, name, kind = '', argument = ''] = /^\s*\.\. \|([^|]+)\| (replace|image)::\s*(.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    const { values } = optionsOf(dedent(lines.slice(index + 1, endOfIndented(lines, index + 1, indentOf(line) + 1))));
    names.substitutions.set(
      nameOf(name),
      kind === 'image' ? imageOf(argument, values, names) : toInline(argument, names),
    );
  }
  for (const match of lines.join('\n').matchAll(/`([^`<>]+?)\s*<([^`<>]+)>`_(?!_)/g)) {
    if (!names.targets.has(nameOf(match[1] ?? '')))
      names.targets.set(nameOf(match[1] ?? ''), (match[2] ?? '').replace(/\s+/g, ''));
  }
}

function slugOf(title: string): string {
  return nameOf(title)
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s+/g, '-');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isAdornment(line: string): boolean {
  return /^([!-/:-@[-`{-~])\1{1,}$/.test(line);
}

const bullet = /^([*+•‣-])(\s+|$)/;
const enumerator = /^(?:\(?(\d+|#|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)])(\s+)(?=\S)/;

class RstReader {
  constructor(
    private readonly names: RstNames,
    private readonly report: (line: number, message: string) => void,
    /** The adornments of headings, in the order in which they were met. */
    private readonly levels: string[],
  ) {}

  /** The blocks of some lines. @param first the line of the body that the first is. */
  read(lines: readonly string[], first: number): string[] {
    const blocks: string[] = [];
    for (let at = 0; at < lines.length; ) {
      if (lines[at]?.trim() === '') at += 1;
      else at = this.#readBlock(lines, at, first, blocks);
    }
    return blocks.filter((block) => block !== '');
  }

  #inline(text: string): string {
    return toInline(text, this.names);
  }

  /** @returns the line after the block. */
  #readBlock(lines: readonly string[], at: number, first: number, blocks: string[]): number {
    const line = lines[at] ?? '';
    const next = lines[at + 1] ?? '';
    if (isAdornment(line) && isAdornment(lines[at + 2] ?? '') && next.trim() !== '' && line === lines[at + 2]) {
      blocks.push(this.#heading(next.trim(), `${line.charAt(0)}${line.charAt(0)}`));
      return at + 3;
    }
    if (isAdornment(line) && line.length >= 4 && next.trim() === '') {
      blocks.push('***');
      return at + 1;
    }
    if (
      isAdornment(next) &&
      indentOf(line) === 0 &&
      next.length >= Math.min(line.length, 4) &&
      !line.startsWith('..')
    ) {
      blocks.push(this.#heading(line, next.charAt(0)));
      return at + 2;
    }
    if (/^\.\.(?:\s|$)/.test(line) || /^__ /.test(line)) return this.#explicit(lines, at, first, blocks);
    const table = parseRstTable(lines, at);
    if (table) {
      blocks.push(
        table.rows === undefined
          ? this.#tableAsCode(lines.slice(at, table.end), first + at)
          : this.#table(table.rows, first + at),
      );
      return table.end;
    }
    if (indentOf(line) > 0) return this.#quote(lines, at, first, blocks);
    if (bullet.test(line) || enumerator.test(line)) return this.#list(lines, at, first, blocks);
    if (/^\|(?:\s|$)/.test(line)) return this.#lineBlock(lines, at, blocks);
    if (/^:[^:\s][^:]*:(?:\s|$)/.test(line)) return this.#fields(lines, at, first, blocks);
    if (line.startsWith('>>>')) return this.#doctest(lines, at, blocks);
    if (next.trim() !== '' && indentOf(next) > 0 && !line.endsWith('::'))
      return this.#definition(lines, at, first, blocks);
    return this.#paragraph(lines, at, blocks);
  }

  #heading(title: string, adornment: string): string {
    if (!this.levels.includes(adornment)) this.levels.push(adornment);
    const level = Math.min(6, this.levels.indexOf(adornment) + 2);
    return `${'#'.repeat(level)} ${this.#inline(title)}`;
  }

  #paragraph(lines: readonly string[], at: number, blocks: string[]): number {
    let end = at;
    while (end < lines.length && lines[end]?.trim() !== '') end += 1;
    const text = lines.slice(at, end).join('\n');
    const isLiteral = text.endsWith('::');
    const shown = !isLiteral ? text : /(?:^|\s)::$/.test(text) ? text.replace(/\s*::$/, '') : text.slice(0, -1);
    if (shown.trim() !== '') blocks.push(this.#inline(shown));
    return isLiteral ? this.#literal(lines, end, blocks) : end;
  }

  #literal(lines: readonly string[], at: number, blocks: string[]): number {
    const start = lines.findIndex((line, index) => index >= at && line !== '');
    if (start < 0) return at;
    const quoting = /^[!-/:-@[-`{-~]/.exec(lines[start] ?? '')?.[0];
    const isQuoted = indentOf(lines[start] ?? '') === 0 && quoting !== undefined;
    if (indentOf(lines[start] ?? '') === 0 && !isQuoted) return at;
    const end = isQuoted ? endWhere(lines, start, (line) => line.startsWith(quoting)) : endOfIndented(lines, start, 1);
    blocks.push(fenced(dedent(lines.slice(start, end)), ''));
    return end;
  }

  #quote(lines: readonly string[], at: number, first: number, blocks: string[]): number {
    const end = endOfIndented(lines, at, 1);
    const inner = this.read(dedent(lines.slice(at, end)), first + at).join('\n\n');
    blocks.push(prefixed(inner, '> ', '> '));
    return end;
  }

  #list(lines: readonly string[], at: number, first: number, blocks: string[]): number {
    const items: string[] = [];
    const isBullets = bullet.test(lines[at] ?? '');
    const pattern = isBullets ? bullet : enumerator;
    const sign = bullet.exec(lines[at] ?? '')?.[1];
    let end = at;
    let number = Number(enumerator.exec(lines[at] ?? '')?.[1] ?? 1) || 1;
    let isLoose = false;
    while (end < lines.length) {
      const match = pattern.exec(lines[end] ?? '');
      if (!match || (isBullets && match[1] !== sign)) break;
      const width = match[0].length;
      const stop = endOfIndented(lines, end + 1, Math.max(1, Math.min(width, 2)));
      const inner = dedentTo(
        [' '.repeat(width) + (lines[end] ?? '').slice(width), ...lines.slice(end + 1, stop)],
        width,
      );
      const parts = this.read(inner, first + end);
      isLoose ||= parts.length > 1 && inner.some((line) => line === '');
      const mark = isBullets ? '- ' : `${number}. `;
      items.push(prefixed(parts.join(isLoose ? '\n\n' : '\n'), mark, ' '.repeat(mark.length)));
      number += 1;
      end = stop;
      while (end < lines.length && lines[end] === '' && pattern.test(lines[end + 1] ?? '')) end += 1;
    }
    blocks.push(items.join(isLoose ? '\n\n' : '\n'));
    return end;
  }

  #lineBlock(lines: readonly string[], at: number, blocks: string[]): number {
    const end = endWhere(lines, at, (line) => /^\||^\s+\S/.test(line));
    const texts = lines.slice(at, end).map((line) => this.#inline(line.replace(/^\|?\s*/, '')));
    blocks.push(
      texts
        .map((text) => (text === '' ? '<br>' : text))
        .join('\\\n')
        .replace(/\\\n<br>\\\n/g, '\n\n'),
    );
    return end;
  }

  #fields(lines: readonly string[], at: number, first: number, blocks: string[]): number {
    let end = at;
    while (end < lines.length) {
      const [, name = '', rest = ''] = /^:([^:\s][^:]*):(?:\s+(.*)|$)/.exec(lines[end] ?? '') ?? [];
      if (name === '') break;
      const stop = endOfIndented(lines, end + 1, 1);
      const inner = this.read([rest, ...dedent(lines.slice(end + 1, stop))], first + end);
      blocks.push([`**${escapeMarkdown(name)}:** ${inner[0] ?? ''}`.trimEnd(), ...inner.slice(1)].join('\n\n'));
      end = stop;
    }
    return end;
  }

  #doctest(lines: readonly string[], at: number, blocks: string[]): number {
    const end = endWhere(lines, at, (line) => line !== '');
    blocks.push(fenced(lines.slice(at, end), 'python'));
    return end;
  }

  #definition(lines: readonly string[], at: number, first: number, blocks: string[]): number {
    const end = endOfIndented(lines, at + 1, 1);
    const [term = '', ...classifiers] = (lines[at] ?? '').split(' : ');
    const shown = [`**${this.#inline(term)}**`, ...classifiers.map((each) => `*${this.#inline(each)}*`)].join(' : ');
    blocks.push(shown, ...this.read(dedent(lines.slice(at + 1, end)), first + at + 1));
    return end;
  }

  #table(rows: readonly (readonly string[])[], line: number): string {
    const cells = rows.map((row) =>
      row.map((cell) => this.#inline(cell).replace(/\n/g, ' ').replace(/\|/g, '\\|').trim()),
    );
    const [head = [], ...rest] = cells;
    if (head.length === 0) this.report(line, 'this table is empty');
    const toLine = (row: readonly string[]) => `| ${row.join(' | ')} |`;
    return [toLine(head), toLine(head.map(() => '---')), ...rest.map(toLine)].join('\n');
  }

  #tableAsCode(lines: readonly string[], line: number): string {
    this.report(line, 'a table with merged cells is kept as code');
    return fenced(lines, '');
  }

  /** What begins with two dots. */
  #explicit(lines: readonly string[], at: number, first: number, blocks: string[]): number {
    const line = lines[at] ?? '';
    const end = endOfIndented(lines, at + 1, 1);
    if (/^__ |^\.\. _/.test(line)) {
      const anchor = /^\.\. _`?([^:`]+)`?:\s*$/.exec(line)?.[1];
      const hasAddress = end > at + 1 && (lines[at + 1] ?? '') !== '';
      if (anchor && !hasAddress && anchor !== '_') blocks.push(`<a id="${slugOf(anchor)}"></a>`);
      return Math.max(
        at + 1,
        hasAddress ? endWhere(lines, at + 1, (each) => each !== '' && indentOf(each) > 0) : at + 1,
      );
    }
    const note = /^\.\. \[(#[\w.-]*|\*|\w[\w.-]*)\](?:\s+(.*))?$/.exec(line);
    if (note) {
      const inner = this.read([note[2] ?? '', ...dedent(lines.slice(at + 1, end))], first + at).join('\n\n');
      blocks.push(prefixed(inner, `[^${this.#footnoteName(note[1] ?? '')}]: `, '    '));
      return end;
    }
    // Substitutions are known already.
    if (/^\.\. \|[^|]+\| (?:replace|image)::/.test(line)) return end;
    const directive = /^\.\. ([A-Za-z][\w:.+-]*)\s?::(?:\s+(.*))?$/.exec(line);
    if (!directive) return end;
    blocks.push(
      ...this.#directive(directive[1] ?? '', directive[2] ?? '', dedent(lines.slice(at + 1, end)), first + at),
    );
    return end;
  }

  #footnoteName(label: string): string {
    if (label !== '#' && label !== '*') return label.replace('#', '');
    this.names.footnotes.definitions += 1;
    return `auto-${this.names.footnotes.definitions}`;
  }

  #directive(written: string, argument: string, lines: readonly string[], line: number): string[] {
    const name = written.toLowerCase();
    const { values, content, joined } = optionsOf(lines, argument);
    const inner = () => this.read(content, line + 1 + lines.length - content.length);
    if (/^(?:image|figure|thumbnail)$/.test(name)) {
      return [imageOf(joined, values, this.names), ...inner()];
    }
    if (
      /^(?:code|code-block|sourcecode|highlight-block|parsed-literal|math|literalinclude|graphviz|mermaid)$/.test(
        name,
      ) &&
      content.length > 0
    ) {
      const caption = values.get('caption');
      const lang =
        name === 'math' || name === 'mermaid' ? name : name === 'parsed-literal' ? '' : (joined.split(/\s/)[0] ?? '');
      return [...(caption ? [`**${this.#inline(caption)}**`] : []), fenced(content, lang)];
    }
    if (name === 'admonition' || isBoxKind(name)) {
      const isTitled = name === 'admonition';
      const { open, close } = boxTags(isTitled ? 'note' : name, isTitled ? joined : undefined);
      const text = isTitled ? [] : joined === '' ? [] : [this.#inline(joined)];
      return [`${open}\n${[...text, ...inner()].join('\n\n')}\n${close}`];
    }
    if (name === 'topic' || name === 'sidebar') {
      const { open, close } = boxTags('note', joined);
      return [`${open}\n${inner().join('\n\n')}\n${close}`];
    }
    if (/^(?:epigraph|highlights|pull-quote|blockquote)$/.test(name))
      return [prefixed([...(joined ? [this.#inline(joined)] : []), ...inner()].join('\n\n'), '> ', '> ')];
    if (/^(?:container|class|compound|only|rst-class|header|footer)$/.test(name)) return inner();
    if (name === 'table') return [...(joined ? [`**${this.#inline(joined)}**`] : []), ...inner()];
    if (name === 'rubric') return [`**${this.#inline(joined)}**`];
    if (name === 'raw' && /html/.test(joined)) return [content.join('\n')];
    if (/^(?:youtube|vimeo)$/.test(name)) return [`{{< ${name} "${joined.split(/\s/)[0]}" >}}`];
    if (name === 'gist') return [`{{< gist ${joined.replace('/', ' ')} >}}`];
    if (/^(?:contents|meta|role|default-role|sectnum|target-notes|highlight|tags|title|toctree)$/.test(name)) return [];
    if (name === 'csv-table')
      return [
        ...(joined ? [`**${this.#inline(joined)}**`] : []),
        this.#table(csvRows(content, values.get('header')), line),
      ];
    if (name === 'list-table')
      return [...(joined ? [`**${this.#inline(joined)}**`] : []), this.#table(listRows(content), line)];
    if (/^(?:versionadded|versionchanged|deprecated)$/.test(name))
      return [`**${name.replace('version', '')} ${joined}**`, ...inner()];
    this.report(line, `the directive "${written}" is not supported, so it is kept as code`);
    return [
      fenced(
        [`.. ${written}:: ${argument}`.trimEnd(), ...lines.map((each) => (each === '' ? '' : `   ${each}`))],
        'rst',
      ),
    ];
  }
}

function imageOf(argument: string, values: ReadonlyMap<string, string>, names: RstNames): string {
  const target = values.get('target');
  const picture = `![${escapeMarkdown(values.get('alt') ?? '')}](${destination(argument.replace(/\s+/g, ''))})`;
  const address = target?.endsWith('_') ? addressOf(target.replace(/^`|`?_$/g, ''), names) : target;
  return address ? `[${picture}](${destination(address)})` : picture;
}

/** The options of a directive, its arguments, and what follows. */
function optionsOf(
  lines: readonly string[],
  argument = '',
): { values: ReadonlyMap<string, string>; content: string[]; joined: string } {
  const values = new Map<string, string>();
  let at = 0;
  let joined = argument;
  while (
    at < lines.length &&
    lines[at] !== '' &&
    !/^:[\w-]+:/.test(lines[at] ?? '') &&
    argument !== '' &&
    !values.size
  ) {
    joined += ` ${(lines[at] ?? '').trim()}`;
    at += 1;
  }
  let last = '';
  for (; at < lines.length && lines[at] !== ''; at += 1) {
    const [, name, value = ''] = /^:([\w-]+):\s*(.*)$/.exec(lines[at] ?? '') ?? [];
    if (name) last = name;
    else if (!last || indentOf(lines[at] ?? '') === 0) break;
    values.set(last, name ? value : `${values.get(last) ?? ''} ${(lines[at] ?? '').trim()}`);
  }
  const content = [...lines.slice(at)];
  while (content[0] === '') content.shift();
  return { values, content, joined: joined.trim() };
}

function csvRows(lines: readonly string[], header: string | undefined): string[][] {
  const all = [...(header ? [header] : []), ...lines.filter((line) => line.trim() !== '')];
  const rows = all.map((line) =>
    [...line.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/g)]
      .map((match) => (match[1] ?? match[2] ?? '').replaceAll('""', '"'))
      .slice(0, -1),
  );
  const width = Math.max(...rows.map((row) => row.length), 1);
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

function listRows(lines: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const line of lines) {
    const row = /^[*-]\s+[*-](?:\s+(.*))?$/.exec(line);
    const cell = /^\s+[*-](?:\s+(.*))?$/.exec(line);
    if (row) rows.push([row[1] ?? '']);
    else if (cell) rows.at(-1)?.push(cell[1] ?? '');
    else if (line.trim() !== '') {
      const last = rows.at(-1);
      if (last) last[last.length - 1] = `${last.at(-1) ?? ''} ${line.trim()}`;
    }
  }
  return rows;
}

function fenced(lines: readonly string[], lang: string): string {
  const code = lines.join('\n').replace(/^\n+|\s+$/g, '');
  const marks = fenceFor(code);
  return `${marks}${/^[\w+#.-]+$/.test(lang) ? lang : ''}\n${code}\n${marks}`;
}

function prefixed(text: string, start: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? start + line : line === '' ? rest.trimEnd() : rest + line))
    .join('\n');
}

function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line !== '').map(indentOf);
  return dedentTo(lines, indents.length > 0 ? Math.min(...indents) : 0);
}

function dedentTo(lines: readonly string[], width: number): string[] {
  return lines.map((line) => line.slice(Math.min(width, indentOf(line))));
}

/** The line after those that are empty or indented; empty ones at the end do not count. */
function endOfIndented(lines: readonly string[], at: number, least: number): number {
  let end = at;
  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (line === '') continue;
    if (indentOf(line) < least) break;
    end = next + 1;
  }
  return end;
}

function endWhere(lines: readonly string[], at: number, test: (line: string) => boolean): number {
  let end = at;
  while (end < lines.length && lines[end] !== '' && test(lines[end] ?? '')) end += 1;
  return Math.max(end, at + 1);
}
