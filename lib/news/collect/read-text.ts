// Reads a file or an address that an argument names.
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SourceError } from '@/lib/news/collect/ask';
import type { Collecting } from '@/lib/news/collect/collecting';

/** Bytes. */
const largestFile = 32_000_000;

/**
 * The text of a file or of an address (`https:`, `webcal:`). No token is sent.
 *
 * @param problemOf why a complete text cannot be used.
 * @throws {SourceError} if it cannot be read or used.
 */
export async function readTextOf(
  name: string,
  { ask, terminal }: Collecting,
  problemOf: (text: string) => string | undefined,
): Promise<{ readonly text: string; readonly stale: readonly string[] }> {
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
export function nameOf(source: string): string {
  if (!URL.canParse(source) || !/^(?:https?|webcals?):/i.test(source)) return source;
  const { host, pathname } = new URL(source);
  return host + pathname;
}
