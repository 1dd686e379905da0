// Adds to the ledger of published addresses; apart from what reads it, which every page does.
import { compare } from '@/lib/base/compare';
import { writeWhole } from '@/lib/base/write-whole';
import { absolutePath, displayPath } from '@/lib/content/files';
import { ledgerFolder, readLedger } from '@/lib/content/published';

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
