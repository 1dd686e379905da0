// Reads what an argument names: a file, or an address.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SourceError } from '@/lib/news/collect/ask';
import type { Collecting } from '@/lib/news/collect/collecting';

/** Bytes. */
const largestFile = 32_000_000;

/**
 * The text of a file or of an address (`https:`, `webcal:`). No token is sent.
 *
 * @param fault why a text is none, although it came whole.
 * @throws {SourceError} where it cannot be read.
 */
export async function readTextOf(
  name: string,
  { ask, terminal }: Collecting,
  fault: (text: string) => string | undefined = () => undefined,
): Promise<{ readonly text: string; readonly standIns: readonly string[] }> {
  if (/^(?:https?|webcals?):\/\//i.test(name)) {
    const url = name.replace(/^webcals?:/i, 'https:');
    if (!URL.canParse(url)) throw new SourceError('this is no address');
    return ask(url, { fault });
  }
  const bytes = await readFile(resolve(terminal.cwd, name)).catch((error: NodeJS.ErrnoException) => {
    throw new SourceError(error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`);
  });
  if (bytes.length > largestFile) throw new SourceError(`it is larger than ${largestFile / 1_000_000} MB`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const found = fault(text);
    if (found) throw new SourceError(found);
    return { text, standIns: [] };
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError('it is not UTF-8 text');
  }
}

/** How a source is called in messages: without what may be secret in an address. */
export function nameOf(source: string): string {
  if (!URL.canParse(source) || !/^(?:https?|webcals?):/i.test(source)) return source;
  const { host, pathname } = new URL(source);
  return host + pathname;
}
