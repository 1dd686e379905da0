// The ledger of published addresses, `published/YYYY-MM.txt`: what readers could open once, they can open for ever.

import type { Diagnostic } from '@/lib/base/diagnostic';
import { type Community, entryPages } from '@/lib/content/community';
import { displayPath, listFiles, readText } from '@/lib/content/files';
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

/** The ledger, with all that is wrong with its files. */
export interface Ledger {
  readonly addresses: readonly PublishedAddress[];
  readonly problems: readonly Diagnostic[];
}

/** Reads the ledger. A content folder need not have one. */
export async function readLedger(dir: string): Promise<Ledger> {
  const listing = await listFiles(dir, ledgerFolder);
  const problems: Diagnostic[] = [...listing.problems];
  const addresses: PublishedAddress[] = [];
  const first = new Map<string, PublishedAddress>();
  for (const { path } of listing.files) {
    const file = displayPath(dir, path);
    const refuse = (line: number, code: string, message: string, fix: string) =>
      problems.push({ file, line, column: 1, severity: 'error', code, message, fix });
    const month = /^published\/(\d{4}-(?:0[1-9]|1[0-2]))\.txt$/.exec(path)?.[1];
    if (!month) {
      refuse(1, 'published/file', 'this is no file of the ledger', 'name it YYYY-MM.txt, or remove it');
      continue;
    }
    const text = await readText(dir, path);
    if (typeof text !== 'string') {
      problems.push(text);
      continue;
    }
    for (const [index, line] of text.split('\n').entries()) {
      if (line === '') continue;
      const address = { path: line, month, file, line: index + 1 };
      const before = first.get(line);
      if (!/^\/\S+\/$/.test(line)) {
        refuse(
          index + 1,
          'published/line',
          `"${line.slice(0, 60)}" is no path of this site`,
          'write one address a line, or run npm run check -- --record',
        );
      } else if (before) {
        refuse(
          index + 1,
          'published/twice',
          `"${line}" stands in ${before.file}:${before.line} too`,
          'keep the older of the two',
        );
      } else {
        first.set(line, address);
        addresses.push(address);
      }
    }
  }
  return { addresses, problems };
}

/** The addresses that readers can open at an instant: visible posts, events, releases and people. */
export function visibleAddresses(posts: readonly Post[], community: Community, instant: Date): string[] {
  return [
    ...posts.filter((post) => hiddenReason(post, instant) === undefined).map(({ url }) => url),
    ...entryPages(community).map(({ url }) => url),
  ];
}
