// The ledger of published addresses, `published/YYYY-MM.txt`: an address that was once published must keep working.
import { compare } from '@/lib/base/compare';
import { error, isDiagnostic } from '@/lib/base/diagnostic';
import { writeWhole } from '@/lib/base/write-whole';
import { type Community, entryPages } from '@/lib/content/community';
import { absolutePath, displayPath, listFiles, readText } from '@/lib/content/files';
import type { Post } from '@/lib/content/posts';
import { hiddenReason } from '@/lib/content/visibility';

/** The ledger's folder, below that of the content. */
export const ledgerFolder = 'published';

/** An address of the ledger. */
export interface PublishedAddress {
  /** A path of the site, unencoded, `/blog/2022/03/february-update/`. */
  readonly path: string;
  /** The month in which it appeared, `2022-03`. */
  readonly month: string;
  /** The ledger's file as the author knows it, and the 1-based line. */
  readonly file: string;
  readonly line: number;
}

/** Reads the ledger. A content folder need not have one. */
export async function readLedger(dir: string) {
  const { files, problems } = await listFiles(dir, ledgerFolder);
  const found = new Map<string, PublishedAddress>();
  for (const { path } of files) {
    const file = displayPath(dir, path);
    const month = /^published\/(\d{4}-(?:0[1-9]|1[0-2]))\.txt$/.exec(path)?.[1];
    if (!month) {
      const fix = 'name it YYYY-MM.txt, or remove it';
      problems.push(error('published/file', 'this is not a list of published addresses', fix, { file }));
      continue;
    }
    const text = await readText(dir, path);
    if (isDiagnostic(text)) {
      problems.push(text);
      continue;
    }
    for (const [index, line] of text.split('\n').entries()) {
      const before = found.get(line);
      const place = { file, line: index + 1 };
      if (line === '') continue;
      if (!/^\/\S+\/$/.test(line)) {
        const fix = 'write one address per line, or run npm run check -- --record';
        problems.push(error('published/line', `"${line.slice(0, 60)}" is not a path of this site`, fix, place));
      } else if (before) {
        const message = `"${line}" is also in ${before.file}:${before.line}`;
        problems.push(error('published/twice', message, 'keep the older of the two', place));
      } else found.set(line, { path: line, month, ...place });
    }
  }
  return { addresses: [...found.values()], problems };
}

/** The addresses that readers can open at an instant: visible posts, events, releases and people. */
export function visibleAddresses(posts: readonly Post[], community: Community, instant: Date): string[] {
  return [
    ...posts.filter((post) => hiddenReason(post, instant) === undefined).map(({ url }) => url),
    ...entryPages(community).map(({ url }) => url),
  ];
}

/**
 * Adds addresses that the ledger does not have to the file of the month of `instant` (UTC).
 *
 * @returns the file as the author knows it and what was added, sorted. Nothing is written where there is nothing to add.
 */
export async function recordAddresses(
  dir: string,
  addresses: readonly string[],
  instant: Date,
): Promise<{ file: string; added: readonly string[] }> {
  const { addresses: recorded } = await readLedger(dir);
  const known = new Set(recorded.map(({ path }) => path));
  const month = instant.toISOString().slice(0, 7);
  const path = `${ledgerFolder}/${month}.txt`;
  const added = [...new Set(addresses)].filter((address) => !known.has(address)).sort(compare);
  if (added.length > 0) {
    const kept = recorded.filter((address) => address.month === month).map((address) => address.path);
    const text = `${[...kept, ...added].sort(compare).join('\n')}\n`;
    await writeWhole(absolutePath(dir, path), text, { replace: true });
  }
  return { file: displayPath(dir, path), added };
}
