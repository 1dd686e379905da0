// What all sources share: reading each in turn, and writing what is new.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Terminal } from '@/lib/base/cli/command';
import { isDayOrMonth } from '@/lib/base/dates';
import { type Diagnostic, formatDiagnostic } from '@/lib/base/diagnostic';
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
      log(`${name}: failed: ${error.message}. What was collected from it before is kept.`);
      failed.push(name);
      missing.push(name);
    }
  }
  return { readings, failed, missing };
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
      else log(`${existing.shownFile} is kept, but ${source} differs: ${differences.join('; ')}`);
    } else if (existsSync(join(dir, path))) {
      log(`${source}: left out ${path}: there is another file with that name`);
    } else if (planned.has(path)) {
      log(`${source}: left out another ${path}: ${planned.get(path)?.source} has one with that name`);
    } else {
      planned.set(path, { ...candidate, text });
    }
  }
  const files = [...planned].map(([path, { text }]) => ({ path, text }));
  const problems: ReadonlyMap<string, Diagnostic[]> = files.length > 0 ? await checkPlanned(dir, files) : new Map();
  let written = 0;
  for (const { path, text } of files) {
    const [problem] = problems.get(path) ?? [];
    if (problem) {
      log(`${planned.get(path)?.source}: left out ${path}: ${formatDiagnostic(problem)}`);
      continue;
    }
    if (await put(path, text, collecting)) written += 1;
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
    log(`${shown} was created meanwhile, and is kept`);
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

/** Days and months as they were written. */
function plain(value: unknown): unknown {
  return isDayOrMonth(value) ? value.text : value;
}

function showValue(value: unknown): string | undefined {
  const short = plain(value);
  if (typeof short === 'boolean') return String(short);
  return typeof short === 'string' && short.length <= 80 ? `"${cleanLine(short)}"` : undefined;
}
