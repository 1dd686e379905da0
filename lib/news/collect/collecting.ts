// What all sources share: reading each in turn, files and addresses among them, and writing what is new.
import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Terminal } from '@/lib/base/cli/command';
import { isDayOrMonth } from '@/lib/base/dates';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { FileExistsError, writeWhole } from '@/lib/base/write-whole';
import type { Community } from '@/lib/content/community';
import { validate } from '@/lib/content/validate';
import { parseYaml } from '@/lib/content/yaml';
import type { EntryKind } from '@/lib/kinds/index';
import type { WrittenFields } from '@/lib/kinds/recipe';
import { checkPlanned } from '@/lib/news/check-planned';
import { type Ask, SourceError } from '@/lib/news/collect/ask';
import { cleanLine } from '@/lib/news/collect/clean';
import type { GitHub, Reading } from '@/lib/news/collect/github';
import { toEntryText } from '@/lib/news/entry-text';

/** What sources are read with. */
export interface Collecting {
  readonly terminal: Terminal;
  /** The content folder. Absolute. */
  readonly dir: string;
  /** The entries that exist. */
  readonly community: Community;
  readonly ask: Ask;
  readonly github: GitHub;
  readonly now: Date;
  readonly dryRun: boolean;
  /** Prints a line about the work. */
  readonly log: (text: string) => void;
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
  read(): Promise<Reading<T>>;
}

/**
 * Reads sources one after the other. One that fails is reported and skipped.
 *
 * @returns what was read; the names of the sources that failed or were read from a stale copy; and of the `missing` ones,
 *   which could not be read at all.
 */
export async function readEach<T>(
  sources: readonly Source<T>[],
  { log, terminal }: Pick<Collecting, 'log' | 'terminal'>,
): Promise<{ readings: { name: string; value: T }[]; failed: string[]; missing: string[] }> {
  const readings: { name: string; value: T }[] = [];
  const failed: string[] = [];
  const missing: string[] = [];
  for (const [index, { name, read }] of sources.entries()) {
    log(`[${index + 1}/${sources.length}] ${name}`);
    try {
      const { value, stale } = await read();
      for (const text of stale) log(`${name}: ${text}`);
      if (stale.length > 0) failed.push(name);
      readings.push({ name, value });
    } catch (error) {
      terminal.signal.throwIfAborted();
      if (!(error instanceof SourceError)) throw error;
      log(`${name}: failed: ${error.message}. Entries collected from it before were not changed.`);
      failed.push(name);
      missing.push(name);
    }
  }
  return { readings, failed, missing };
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
    const read = async () => {
      const { text, stale } = await readText(each, collecting, problemOf);
      return { value: toValue(text, name), stale };
    };
    return { name, read };
  });
}

/** Bytes. */
const largestFile = 32_000_000;

type ProblemOf = (text: string) => string | undefined;

async function readText(name: string, { ask, terminal }: Collecting, problemOf: ProblemOf) {
  if (/^(?:https?|webcals?):\/\//i.test(name)) {
    const url = name.replace(/^webcals?:/i, 'https:');
    if (!URL.canParse(url)) throw new SourceError('it is not a valid address');
    return ask(url, { problemOf });
  }
  const bytes = await readFile(resolve(terminal.cwd, name)).catch((error: NodeJS.ErrnoException) => {
    throw new SourceError(error.code === 'ENOENT' ? 'the file does not exist' : `it cannot be read (${error.code})`);
  });
  if (bytes.length > largestFile) throw new SourceError(`it is larger than ${largestFile / 1_000_000} MB`);
  if (!isUtf8(bytes)) throw new SourceError('it is not UTF-8 text');
  const text = new TextDecoder().decode(bytes);
  const problem = problemOf(text);
  if (problem) throw new SourceError(problem);
  return { text, stale: [] };
}

/** The name of a source in messages: an address without its query, which may contain secrets. */
function nameOf(source: string): string {
  if (!URL.canParse(source) || !/^(?:https?|webcals?):/i.test(source)) return source;
  const { host, pathname } = new URL(source);
  return host + pathname;
}

/** Collects the candidates of sources. @returns whether every source could be read, and none from a stale copy. */
export async function collectEach(
  sources: readonly Source<readonly Candidate[]>[],
  collecting: Collecting,
): Promise<boolean> {
  const { readings, failed } = await readEach(sources, collecting);
  const candidates = readings.flatMap(({ value }) => value);
  await settle(candidates, collecting);
  return failed.length === 0;
}

/** Writes the candidates that are new and pass the check, and reports on the others. */
export async function settle(candidates: readonly Candidate[], collecting: Collecting): Promise<void> {
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
      log(`${source}: left out ${path}: ${result.problems[0]?.message}`);
      continue;
    }
    if (existing) {
      const differences = differencesOf(result.entry, existing);
      if (differences.length === 0) same += 1;
      else log(`${existing.shownFile} was not changed, but ${source} differs: ${differences.join('; ')}`);
    } else if (existsSync(join(dir, path))) {
      log(`${source}: left out ${path}: there is another file with that name`);
    } else if (planned.has(path)) {
      log(`${source}: left out another ${path}: ${planned.get(path)?.source} has one with that name`);
    } else {
      planned.set(path, { ...candidate, text });
    }
  }
  const files = [...planned].map(([path, { text }]) => ({ path, text }));
  const problems = files.length > 0 ? await checkPlanned(dir, files) : undefined;
  let written = 0;
  for (const { path, text } of files) {
    const [problem] = problems?.get(path) ?? [];
    if (problem) log(`${planned.get(path)?.source}: left out ${path}: ${formatDiagnostic(problem)}`);
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
