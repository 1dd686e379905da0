// What all sources share: asking each in turn, and settling what they found beside what is there.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Terminal } from '@/lib/base/cli/command';
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
import type { GitHub } from '@/lib/news/collect/github';
import { toEntryText } from '@/lib/news/entry-text';

/** What a source is read with. */
export interface Collecting {
  readonly terminal: Terminal;
  /** The content folder. Absolute. */
  readonly dir: string;
  /** What is there before. */
  readonly community: Community;
  readonly ask: Ask;
  readonly github: GitHub;
  readonly now: Date;
  readonly dryRun: boolean;
  /** Prints a line about the work. */
  readonly tell: (text: string) => void;
}

/** Something that outside says there is. */
export interface Candidate {
  readonly kind: EntryKind;
  readonly id: string;
  /** Who says so, for messages. */
  readonly source: string;
  readonly fields: WrittenFields;
  /** The entry that it is already, whatever that one is called. */
  readonly existing?: { readonly shownFile: string } | undefined;
}

/** A source, and how to read it. */
export interface Source<T> {
  readonly name: string;
  /** @throws {SourceError} where it cannot be read. */
  read(): Promise<{ readonly value: T; readonly standIns: readonly string[] }>;
}

/**
 * Reads sources one after the other. One that fails is reported and passed over.
 *
 * @returns what was read, with the names of those that failed; one for which a copy stands in is among both.
 */
export async function readEach<T>(
  sources: readonly Source<T>[],
  { tell, terminal }: Pick<Collecting, 'tell' | 'terminal'>,
): Promise<{ readings: { name: string; value: T }[]; failed: string[]; missing: string[] }> {
  const readings: { name: string; value: T }[] = [];
  const failed: string[] = [];
  const missing: string[] = [];
  for (const [index, { name, read }] of sources.entries()) {
    tell(`[${index + 1}/${sources.length}] ${name}: asking`);
    try {
      const { value, standIns } = await read();
      for (const text of standIns) tell(`${name}: ${text}`);
      if (standIns.length > 0) failed.push(name);
      readings.push({ name, value });
    } catch (error) {
      terminal.signal.throwIfAborted();
      if (!(error instanceof SourceError)) throw error;
      tell(`${name}: failed: ${error.message}. What was collected from it before stays as it is.`);
      failed.push(name);
      missing.push(name);
    }
  }
  return { readings, failed, missing };
}

/** Writes what is new and passes the check, and says what else there is to know of each. */
export async function settle(candidates: readonly Candidate[], collecting: Collecting): Promise<void> {
  const { dir, terminal, tell, dryRun } = collecting;
  const planned = new Map<string, Candidate & { text: string }>();
  let same = 0;
  for (const candidate of candidates) {
    const { kind, id, source, fields, existing } = candidate;
    const path = `${kind.folder}/${id}.yaml`;
    const text = toEntryText(kind.name, fields);
    const located = parseYaml(text, 1);
    const result = Array.isArray(located) ? undefined : validate(kind.schema, located, kind.name, path);
    if (!result || 'problems' in result) {
      const problem = result?.problems[0];
      tell(`${source}: left out ${path}: ${problem ? problem.message : 'it is no YAML'}`);
      continue;
    }
    if (existing) {
      const differences = differencesOf(result.entry, existing);
      if (differences.length === 0) same += 1;
      else tell(`${existing.shownFile} stays as it is, but ${source} differs: ${differences.join('; ')}`);
    } else if (existsSync(join(dir, path))) {
      tell(`${source}: left out ${path}: there is another file of that name`);
    } else if (planned.has(path)) {
      tell(`${source}: left out another ${path}: ${planned.get(path)?.source} has one of that name`);
    } else {
      planned.set(path, { ...candidate, text });
    }
  }
  const files = [...planned].map(([path, { text }]) => ({ path, text }));
  const problems = files.length > 0 ? await checkPlanned(dir, files) : new Map();
  let written = 0;
  for (const { path, text } of files) {
    const [problem] = problems.get(path) ?? [];
    if (problem) {
      tell(`${planned.get(path)?.source}: left out ${path}: ${formatDiagnostic(problem)}`);
      continue;
    }
    if (await put(path, text, collecting)) written += 1;
  }
  const words = [`${written} new`, `${same} as they are`];
  tell(`${words.join(', ')}${dryRun ? ' (a dry run: nothing is written)' : ''}`);
  if (written > 0 && !dryRun) terminal.err('Look the files over, run "npm run check", and send a pull request.');
}

/** Writes one file, or says that it would. @returns whether there was none before. */
export async function put(path: string, text: string, { dir, terminal, tell, dryRun }: Collecting): Promise<boolean> {
  const absolute = join(dir, path);
  const shown = relative(terminal.cwd, absolute);
  try {
    if (!dryRun) await writeWhole(absolute, text, { signal: terminal.signal });
  } catch (error) {
    if (!(error instanceof FileExistsError)) throw error;
    tell(`${shown} has come into being meanwhile, and stays as it is`);
    return false;
  }
  terminal.out(shown);
  return true;
}

/** In what an entry that is there differs from what outside says; fields that outside does not know do not count. */
function differencesOf(fields: object, existing: object): string[] {
  const here = existing as Record<string, unknown>;
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .filter(([key, value]) => spell(value) !== spell(here[key]))
    .map(([key, value]) => {
      const there = showValue(value);
      if (here[key] === undefined) return there ? `${key} could be ${there}` : `there is also "${key}"`;
      const mine = showValue(here[key]);
      return there && mine ? `${key} is ${mine} here, ${there} there` : `${key}`;
    });
}

function spell(value: unknown): string {
  return JSON.stringify(plain(value)) ?? '';
}

/** Days and months as they were written. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'precision' in value && 'text' in value ? value.text : value;
}

function showValue(value: unknown): string | undefined {
  const short = plain(value);
  if (typeof short === 'boolean') return String(short);
  return typeof short === 'string' && short.length <= 80 ? `"${cleanLine(short)}"` : undefined;
}
