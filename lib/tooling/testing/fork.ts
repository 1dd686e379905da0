// Builds the site of another community, from another lib/site.ts and other content alone, and looks for words of this one.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { withSiteCopy } from '@/lib/tooling/testing/site-copy';

/** No text that readers, their programs or search engines get may hold it. */
const foreign = /flux|weave|gitops/i;

function main(): Promise<number> {
  return withSiteCopy('e2e/fixtures/fork', async ({ dir, runOwn }) => {
    const site = join(dir, 'lib/site.ts');
    await writeFile(site, toOtherSite(await readFile(site, 'utf8')));
    const isBuilt = runOwn('lib/build/main.ts') && runOwn('lib/output/export/main.ts', '--out', 'out');
    return isBuilt ? look(join(dir, 'out')) : 1;
  });
}

/** Ours with every name exchanged, so that a field that is added here is there, too. */
function toOtherSite(text: string): string {
  return text
    .replace(/fluxcd\.io/g, 'anvil.example')
    .replace(/flux[a-z0-9]*/g, 'anvil')
    .replace(/Flux/g, 'Anvil')
    .replace(/GitOps/g, 'blacksmithing')
    .replace(/Kubernetes/g, 'villages');
}

async function look(out: string): Promise<number> {
  const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter(
    (file) => file.isFile() && !/\.(?:png|jpe?g|webp|avif|gif|ico|pdf|woff2)$/.test(file.name),
  );
  let faults = 0;
  let read = '';
  for (const { parentPath, name } of files) {
    const file = relative(out, join(parentPath, name));
    const text = await readFile(join(parentPath, name), 'utf8');
    read += text;
    const { index } = foreign.exec(`${file}\n${text}`) ?? {};
    if (index === undefined) continue;
    faults += 1;
    const around = `${file}\n${text}`.slice(Math.max(0, index - 60), index + 60).replace(/\s+/g, ' ');
    console.error(`${file}: "…${around}…" (fix: take the word from lib/site.ts or content/)`);
  }
  // A folder with nothing in it would hold no foreign word either.
  const isWhole = ['Hello from the anvil', 'Open forge', 'A farrier', 'Anvil Community News'].every((word) =>
    read.includes(word),
  );
  if (!isWhole) console.error('The fork’s own words are not in its pages.');
  console.log(`A fork: ${files.length} files, ${faults} with a word of this community.`);
  return faults === 0 && isWhole ? 0 : 1;
}

process.exitCode = await main();
