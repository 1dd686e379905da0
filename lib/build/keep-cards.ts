// After the build: what the route that draws social pictures will read is put where it is looked for, here and on Vercel.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { cardListSchema } from '@/lib/output/cards/card-facts';
import { cardFonts, fontPath } from '@/lib/output/cards/fonts';
import { keptCardsFile, servedBody } from '@/lib/output/cards/kept-cards';

/**
 * Keeps the list of social pictures, and adds it, the featured pictures and the fonts to the files that travel with the
 * route's function: only now, after the build, they are all there.
 *
 * @returns how many pictures there are to be drawn.
 * @throws {Error} if the framework has put the list or the function's list of files elsewhere.
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
