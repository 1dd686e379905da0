// After the build: puts what the route of social cards reads where that route finds it, here and on Vercel.
import { existsSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleOf } from '@/lib/base/bundle.mjs';
import { addToTrace } from '@/lib/build/trace';
import { cardListSchema } from '@/lib/output/cards/card-facts';
import { cardFonts, fontPath } from '@/lib/output/cards/fonts';
import { keptCardsFile, servedBody } from '@/lib/output/cards/kept-cards';
import { cardWorkerFile } from '@/lib/output/cards/render-card';
import { site } from '@/lib/site';

/**
 * Saves the list of social cards, and adds it, the featured pictures, the fonts and the mark to the files that are deployed with the
 * route's function: they all exist only after the build.
 *
 * @param report gets the reason, if the function's list of files is not in the expected place or form: then there are social cards
 *   wherever the whole build is served. Without it, that is an error as well.
 * @returns how many cards there are.
 * @throws {Error} if the framework has not put the list of cards in the expected place.
 */
export async function keepCards(distDir: string, report?: (why: string) => void): Promise<number> {
  const list = await readFile(servedBody(distDir, '/cards/all.json'), 'utf8');
  await writeFile(join(distDir, keptCardsFile), list);
  const facts = Object.values(cardListSchema.parse(JSON.parse(list)).cards);
  const pictures = facts.flatMap(({ figure }) => (figure.kind === 'picture' ? [servedBody(distDir, figure.path)] : []));
  const worker = await keepCardWorker(distDir);
  const marks = site.mark ? [join('public', site.mark)] : [];
  const needed = [join(distDir, keptCardsFile), ...pictures, ...cardFonts.map(fontPath), ...marks, ...worker];
  await addToTrace(
    join(distDir, 'server', 'app', 'cards', '[...path]', 'route.js.nft.json'),
    needed.filter((path) => existsSync(path)),
  ).catch((error: Error) => {
    if (!report) throw error;
    report(`Social cards were not added to what Vercel deploys: ${error.message}`);
  });
  return facts.length;
}

/** Puts the code of the processes that render cards where the route finds it. @returns its path, unless it cannot be bundled. */
export async function keepCardWorker(distDir: string): Promise<string[]> {
  const bundle = await bundleOf('lib/output/cards/card-worker.ts');
  if (bundle === undefined) return [];
  const path = join(distDir, cardWorkerFile);
  await copyFile(bundle, path);
  return [path];
}
