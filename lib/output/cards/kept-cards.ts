// Stores the facts of social cards at build time for the route that renders them, which may run without the content.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CardList, cardListSchema } from '@/lib/output/cards/card-facts';

/** The list's place in the framework's folder. */
export const keptCardsFile = 'cards.json';

let kept: Promise<CardList> | undefined;

/** What is on each card, read once a process. @throws {Error} if the build left no list, or one of another form. */
export function readCards(): Promise<CardList> {
  kept ??= readCardList(builtDir()).catch((error: unknown) => {
    kept = undefined;
    throw error;
  });
  return kept;
}

/** As {@link readCards}, read anew. */
export async function readCardList(distDir: string): Promise<CardList> {
  return cardListSchema.parse(JSON.parse(await readFile(join(distDir, keptCardsFile), 'utf8')));
}

/**
 * A picture that the build serves.
 *
 * @param path its address, decoded.
 * @returns undefined where it is not there: then the card is rendered without it.
 */
export function readServed(path: string, distDir = builtDir()): Promise<Buffer | undefined> {
  return readFile(servedBody(distDir, path)).catch(() => undefined);
}

/** Where the framework keeps what a route answered at build. */
export function servedBody(distDir: string, path: string): string {
  return join(distDir, 'server', 'app', `${path.slice(1)}.body`);
}

function builtDir(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), process.env.NEWS_DIST_DIR || '.next');
}
