// Shared by all sources: reads each in turn, from files or URLs, and writes new entries.
import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { type Terminal, UsageError } from '@/lib/base/cli/command';
import { isDayOrMonth } from '@/lib/base/dates';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { FileExistsError, writeWhole } from '@/lib/base/write-whole';
import { toEntryText } from '@/lib/content/entry-text';
import { loadCommunity } from '@/lib/content/load-community';
import { validate } from '@/lib/content/validate';
import { parseYaml } from '@/lib/content/yaml';
import type { EntryKind } from '@/lib/kinds/index';
import type { WrittenFields } from '@/lib/kinds/recipe';
import { contentFolder } from '@/lib/news/arguments';
import { checkPlanned } from '@/lib/news/check-planned';
import { type Limits, makeAsk, SourceError } from '@/lib/news/collect/ask';
import { cleanLine } from '@/lib/news/collect/clean';
import { makeGitHub } from '@/lib/news/collect/github';

export type Collecting = Awaited<ReturnType<typeof prepare>>;

/**
 * What sources are read with.
 *
 * @param time in milliseconds since 1970.
 * @throws {UsageError} if a variable for GitHub is not valid.
 */
export async function prepare(terminal: Terminal, limits: Limits, dryRun: boolean, time: () => number) {
  const { env, root, signal } = terminal;
  const dir = contentFolder(terminal);
  const base = env.GITHUB_API_URL || 'https://api.github.com';
  if (!URL.canParse(base)) throw new UsageError(`GITHUB_API_URL is “${base}”, which is not a URL.`);
  const token = env.GITHUB_TOKEN || undefined;
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new UsageError(
      'GITHUB_TOKEN contains characters that are not allowed in a token (fix: copy it again, without spaces)',
    );
  }
  // Whatever other sites return, the token is never printed.
  const log = (text: string) => terminal.err(token === undefined ? text : text.replaceAll(token, '(GITHUB_TOKEN)'));
  const cache = join(root, '.next', 'cache', 'news', 'collect');
  /** About the copies that were used for the current source. */
  const stale = new Set<string>();
  const ask = makeAsk({ limits, cache, signal, log, now: time, token, tokenOrigin: new URL(base).origin, stale });
  const { community } = await loadCommunity(dir);
  return { terminal, dir, community, ask, stale, github: makeGitHub(ask, base), now: new Date(time()), dryRun, log };
}

/** An entry that a source suggests. */
export interface Candidate {
  readonly kind: EntryKind;
  readonly id: string;
  /** The name of the source, for messages. */
  readonly source: string;
  readonly fields: WrittenFields;
  /** The entry that it already has, under any id. */
  readonly existing?: { readonly shownFile: string } | undefined;
}

/** A source, and how to read it. */
export interface Source<T> {
  readonly name: string;
  /** @throws {SourceError} if it cannot be read. */
  read(): Promise<T>;
}

/**
 * Reads sources one after the other. One that fails is reported and skipped.
 *
 * @returns what was read; the names of the sources that could not be read; and whether every source could be read and none was
 *   read from a stale copy.
 */
export async function readEach<T>(
  sources: readonly Source<T>[],
  { log, terminal, stale }: Collecting,
): Promise<{ readings: { name: string; value: T }[]; missing: string[]; isWhole: boolean }> {
  const readings: { name: string; value: T }[] = [];
  const missing: string[] = [];
  let isWhole = true;
  for (const [index, { name, read }] of sources.entries()) {
    log(`[${index + 1}/${sources.length}] ${name}`);
    try {
      stale.clear();
      readings.push({ name, value: await read() });
      for (const text of stale) log(`${name}: ${text}`);
      isWhole &&= stale.size === 0;
    } catch (error) {
      terminal.signal.throwIfAborted();
      if (!(error instanceof SourceError)) throw error;
      log(`${name}: failed: ${error.message}. Entries collected from it before were not changed.`);
      missing.push(name);
    }
  }
  return { readings, missing, isWhole: isWhole && missing.length === 0 };
}

/**
 * Files and addresses (`https:`, `webcal:`) as sources. No token is sent.
 *
 * @param problemOf why a complete text cannot be used.
 * @param toValue reads a text; also gets its name for messages.
 */
export function textSources<T>(
  given: readonly string[],
  problemOf: ProblemOf,
  toValue: (text: string, name: string) => T,
  collecting: Collecting,
): Source<T>[] {
  return given.map((each) => {
    const name = nameOf(each);
    return { name, read: async () => toValue(await readText(each, collecting, problemOf), name) };
  });
}

/** Bytes. */
const largestFile = 32_000_000;

type ProblemOf = (text: string) => string | undefined;

async function readText(name: string, { ask, terminal }: Collecting, problemOf: ProblemOf) {
  if (/^(?:https?|webcals?):\/\//i.test(name)) {
    const url = name.replace(/^webcals?:/i, 'https:');
    if (!URL.canParse(url)) throw new SourceError('it is not a valid URL');
    return (await ask(url, { problemOf })).text;
  }
  const bytes = await readFile(resolve(terminal.cwd, name)).catch((error: NodeJS.ErrnoException) => {
    throw new SourceError(error.code === 'ENOENT' ? 'the file does not exist' : `it cannot be read (${error.code})`);
  });
  if (bytes.length > largestFile) throw new SourceError(`it is larger than ${largestFile / 1_000_000} MB`);
  if (!isUtf8(bytes)) throw new SourceError('it is not UTF-8 text');
  const text = new TextDecoder().decode(bytes);
  const problem = problemOf(text);
  if (problem) throw new SourceError(problem);
  return text;
}

/** The name of a source in messages: an address without its query, which may contain secrets. */
function nameOf(source: string): string {
  if (!URL.canParse(source) || !/^(?:https?|webcals?):/i.test(source)) return source;
  const { host, pathname } = new URL(source);
  return host + pathname;
}

/**
 * Collects what sources have.
 *
 * @param toCandidates makes entries of all that was read.
 * @returns whether every source could be read, and none from a stale copy.
 */
export async function collectEach<T>(
  sources: readonly Source<readonly T[]>[],
  toCandidates: (found: readonly T[]) => readonly Candidate[],
  collecting: Collecting,
): Promise<boolean> {
  const { readings, isWhole } = await readEach(sources, collecting);
  await settle(toCandidates(readings.flatMap(({ value }) => value)), collecting);
  return isWhole;
}

/** Writes the candidates that are new and pass the check, and reports on the others. */
async function settle(candidates: readonly Candidate[], collecting: Collecting): Promise<void> {
  const { dir, terminal, log, dryRun } = collecting;
  const planned = new Map<string, Candidate & { text: string }>();
  let same = 0;
  for (const candidate of candidates) {
    const { kind, id, source, fields, existing } = candidate;
    const path = `${kind.folder}/${id}.yaml`;
    const text = toEntryText(kind.name, fields);
    const located = parseYaml(text, 1);
    const result = Array.isArray(located) ? { problems: located } : validate(kind.schema, located, kind.name, path);
    if ('problems' in result) {
      log(`${source}: skipped ${path}: ${result.problems[0]?.message}`);
      continue;
    }
    if (existing) {
      const differences = differencesOf(result.entry, existing);
      if (differences.length === 0) same += 1;
      else log(`${existing.shownFile} was not changed, but ${source} differs: ${differences.join('; ')}`);
    } else if (existsSync(join(dir, path))) {
      log(`${source}: skipped ${path}: there is another file with that name`);
    } else if (planned.has(path)) {
      log(`${source}: skipped another ${path}: ${planned.get(path)?.source} has one with that name`);
    } else {
      planned.set(path, { ...candidate, text });
    }
  }
  const files = [...planned].map(([path, { text }]) => ({ path, text }));
  const problems = files.length > 0 ? await checkPlanned(dir, files) : undefined;
  let written = 0;
  for (const { path, text } of files) {
    const [problem] = problems?.get(path) ?? [];
    if (problem) log(`${planned.get(path)?.source}: skipped ${path}: ${formatDiagnostic(problem)}`);
    else if (await put(path, text, collecting)) written += 1;
  }
  log(`${written} new, ${same} unchanged${dryRun ? ' (dry run: nothing was written)' : ''}`);
  if (written > 0 && !dryRun) terminal.err('Review the files, run "npm run check", and send a pull request.');
}

/** Writes one file, or only prints its path in a dry run. @returns false if the file exists by now. */
export async function put(path: string, text: string, { dir, terminal, log, dryRun }: Collecting): Promise<boolean> {
  const absolute = join(dir, path);
  const shown = relative(terminal.cwd, absolute);
  try {
    if (!dryRun) await writeWhole(absolute, text, { signal: terminal.signal });
  } catch (error) {
    if (!(error instanceof FileExistsError)) throw error;
    log(`${shown} was created in the meantime, and was not changed`);
    return false;
  }
  terminal.out(shown);
  return true;
}

/** The differences between an entry and a source, in the fields that the source has. */
function differencesOf(fields: object, existing: object): string[] {
  const here = existing as Record<string, unknown>;
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .filter(([key, value]) => JSON.stringify(plain(value)) !== JSON.stringify(plain(here[key])))
    .map(([key, value]) => {
      const there = showValue(value);
      if (here[key] === undefined) return there ? `${key} could be ${there}` : `there is also "${key}"`;
      const mine = showValue(here[key]);
      return there && mine ? `${key} is ${mine} here, ${there} there` : `${key}`;
    });
}

function plain(value: unknown): unknown {
  return isDayOrMonth(value) ? value.text : value;
}

function showValue(value: unknown): string | undefined {
  const short = plain(value);
  if (typeof short === 'boolean') return String(short);
  return typeof short === 'string' && short.length <= 80 ? `"${cleanLine(short)}"` : undefined;
}
