// After the build: puts what the route of social cards reads where that route finds it, here and on Vercel.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { cardListSchema } from '@/lib/output/cards/card-facts';
import { cardFonts, fontPath } from '@/lib/output/cards/fonts';
import { keptCardsFile, servedBody } from '@/lib/output/cards/kept-cards';

/**
 * Saves the list of social cards, and adds it, the featured pictures and the fonts to the files that are deployed with the
 * route's function: they all exist only after the build.
 *
 * @returns how many cards there are.
 * @throws {Error} if the framework has not put the list, or the function's list of files, in the expected place.
 */
export async function keepCards(distDir: string): Promise<number> {
  const list = await readFile(servedBody(distDir, '/cards/all.json'), 'utf8');
  await writeFile(join(distDir, keptCardsFile), list);
  const facts = Object.values(cardListSchema.parse(JSON.parse(list)).cards);
  const pictures = facts.flatMap(({ figure }) => (figure.kind === 'picture' ? [servedBody(distDir, figure.path)] : []));
  const traceFile = join(distDir, 'server', 'app', 'cards', '[...path]', 'route.js.nft.json');
  const trace: { files: string[] } = JSON.parse(await readFile(traceFile, 'utf8'));
  const needed = [join(distDir, keptCardsFile), ...pictures, ...cardFonts.map(fontPath)].filter((path) =>
    existsSync(path),
  );
  const files = needed.map((path) => relative(dirname(traceFile), path).split(sep).join('/'));
  await writeFile(traceFile, JSON.stringify({ ...trace, files: [...new Set([...trace.files, ...files])] }));
  return facts.length;
}
