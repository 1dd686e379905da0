// Parses tables of requests and expected responses: plain text, one block per request. e2e/routes/README.md shows the format.
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Answer } from '@/e2e/http';
import type { Site } from '@/e2e/sites';

/** One line that says what the answer is like. */
export interface Expectation {
  /** 1-based line of the table. */
  readonly line: number;
  /** The source line. */
  readonly source: string;
  readonly subject: 'status' | 'redirect' | 'body' | 'text' | 'header';
  /** The header's name, in lower case; of a header only. */
  readonly name: string;
  readonly operator: Operator;
  readonly wanted: string;
}

/** One request, and what is expected of its answer. */
export interface RouteCase {
  readonly line: number;
  readonly method: string;
  /** The request target, exactly as sent. */
  readonly path: string;
  readonly expectations: readonly Expectation[];
}

/** What an operator means, for a value that was found and one that was wanted. */
const operators = {
  '==': (found: string, wanted: string) => found === wanted,
  '!=': (found: string, wanted: string) => found !== wanted,
  '~': (found: string, wanted: string) => new RegExp(wanted, 'u').test(found),
  '!~': (found: string, wanted: string) => !new RegExp(wanted, 'u').test(found),
  contains: (found: string, wanted: string) => found.includes(wanted),
  '!contains': (found: string, wanted: string) => !found.includes(wanted),
} as const;

type Operator = keyof typeof operators;

type Fail = (line: number, message: string) => never;

const requestForm = /^(GET|HEAD|POST|PUT|DELETE|OPTIONS) (\S+)$/;
const headerForm = /^header +(?<name>[A-Za-z0-9-]+) +(?<operator>\S+)(?: +(?<wanted>.*))?$/;
const plainForm = /^(?<subject>status|redirect|body|text) +(?<operator>\S+)(?: +(?<wanted>.*))?$/;

/**
 * Reads a table.
 *
 * @param file its name, for messages.
 * @throws {Error} at the first line that cannot be understood, with its place.
 */
export function parseRouteTable(text: string, file: string): RouteCase[] {
  const cases: (RouteCase & { expectations: Expectation[] })[] = [];
  const seen = new Map<string, number>();
  let current: (typeof cases)[number] | undefined;
  const fail: Fail = (line, message) => {
    throw new Error(`${file}:${line}: ${message}`);
  };
  for (const [index, raw] of text.split('\n').entries()) {
    const line = index + 1;
    const source = raw.trim();
    if (source.startsWith('#')) continue;
    if (source === '') {
      current = undefined;
      continue;
    }
    if (current) {
      current.expectations.push(parseExpectation(source, line, fail));
      continue;
    }
    const [, method, path] = requestForm.exec(source) ?? [];
    if (!method || !path) return fail(line, `"${source}" is not a request (fix: begin a block like GET /blog/)`);
    const twin = seen.get(source);
    if (twin) fail(line, `${source} is asked in line ${twin} already (fix: join the two blocks)`);
    seen.set(source, line);
    current = { line, method, path, expectations: [] };
    cases.push(current);
  }
  const empty = cases.find(({ expectations }) => expectations.length === 0);
  if (empty) fail(empty.line, `${empty.method} ${empty.path} expects nothing (fix: add a line such as status == 200)`);
  if (cases.length === 0) fail(1, 'there is no request in this table (fix: begin a block like GET /blog/)');
  return cases;
}

function parseExpectation(source: string, line: number, fail: Fail): Expectation {
  const groups = (headerForm.exec(source) ?? plainForm.exec(source))?.groups;
  if (!groups) {
    const known = 'status, redirect, header NAME, body or text';
    return fail(
      line,
      `"${source}" is not an expectation (fix: begin with ${known}; leave an empty line before a request)`,
    );
  }
  const { subject = 'header', name = '', operator = '', wanted = '' } = groups;
  if (!Object.hasOwn(operators, operator)) {
    return fail(line, `"${operator}" is not an operator (fix: use one of ${Object.keys(operators).join(' ')})`);
  }
  const textual = operator.endsWith('contains') || operator.endsWith('~');
  if (textual && wanted === '') return fail(line, `"${source}" is true of every answer (fix: say what to look for)`);
  if (operator.endsWith('~') && !isPattern(wanted)) return fail(line, `/${wanted}/ is not a regular expression`);
  if (subject === 'status' && !textual && !/^\d{3}$/.test(wanted)) {
    return fail(line, `"${wanted}" is not a status (fix: write it like status == 200)`);
  }
  return {
    line,
    source,
    subject: subject as Expectation['subject'],
    name: name.toLowerCase(),
    operator: operator as Operator,
    wanted,
  };
}

/** Says of each expectation that an answer does not meet what was found instead. */
export function findProblems(route: RouteCase, answer: Answer): string[] {
  return route.expectations.flatMap((expectation) => {
    const found = findSubject(expectation, answer);
    if (operators[expectation.operator](found, expectation.wanted)) return [];
    const shown = found.length > 400 ? `${found.slice(0, 400)}… (${found.length} characters)` : found;
    return [`line ${expectation.line}: expected ${expectation.source}\n  found ${JSON.stringify(shown)}`];
  });
}

function findSubject({ subject, name }: Expectation, { status, headers, body }: Answer): string {
  switch (subject) {
    case 'status':
      return String(status);
    case 'redirect':
      return status >= 300 && status < 400 ? (headers.get('location') ?? '') : '';
    case 'header':
      return headers.get(name) ?? '';
    case 'body':
      return body;
    case 'text':
      return readersText(body);
  }
}

/** What no answer of the site may do. */
export function answerProblems(site: Site, { status, headers }: Answer): string[] {
  const location = headers.get('location');
  const target = location === undefined ? undefined : new URL(location, `${site.origin}/`);
  return [
    ...(headers.has('x-powered-by') ? [`X-Powered-By: ${headers.get('x-powered-by')}`] : []),
    ...(target && target.origin !== site.origin ? [`sends readers to ${target.href}`] : []),
    ...(status >= 300 && status < 400 && status !== 304 && !target ? [`${status} without a Location`] : []),
  ];
}

/** The words of a page, the title first; white space as single spaces, and nothing between one block and the next. */
export function readersText(html: string): string {
  const tree = fromHtml(html);
  visit(tree, 'element', ({ tagName }, index, parent) => {
    if (!parent || index === undefined || !/^(?:script|style|template)$/.test(tagName)) return;
    parent.children.splice(index, 1);
    return index;
  });
  return textOf(tree).replace(/\s+/g, ' ').trim();
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
