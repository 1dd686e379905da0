// Builds the site of another community, from another lib/site.ts and other content alone, and looks for words of this one.
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { ownCommand } from '@/lib/build/run';

/** What a fork takes as it is. Nothing of it is edited. */
const taken = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** No text that readers, their programs or search engines get may hold it. */
const foreign = /flux|weave|gitops/i;

const root = resolve('.');

async function main(): Promise<number> {
  // Below the root, because the bundler takes packages from nowhere else.
  const tree = await mkdtemp(join(root, '.bench-fork-'));
  try {
    for (const name of taken) await cp(join(root, name), join(tree, name), { recursive: true });
    const site = await readFile(join(root, 'lib/site.ts'), 'utf8');
    await writeFile(join(tree, 'lib/site.ts'), toOtherSite(site));
    await cp(join(root, 'e2e/fixtures/fork'), join(tree, 'content'), { recursive: true });
    for (const [entry = '', ...args] of [['lib/build/main.ts'], ['lib/output/export/main.ts', '--out', 'out']]) {
      const { status } = spawnSync(process.execPath, ownCommand(entry, ...args), {
        cwd: tree,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, ...variables },
      });
      if (status !== 0) return status ?? 1;
    }
    return await look(join(tree, 'out'));
  } finally {
    await rm(tree, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The build is the same whatever the developer's shell says. */
const variables = {
  CONTENT_DIR: '',
  BASE_PATH: '',
  SITE_URL: '',
  NEWS_PREVIEW: '0',
  NEWS_NOW: '2026-01-15T12:00:00Z',
  NEWS_DIST_DIR: '.next-fork',
  NEXT_TELEMETRY_DISABLED: '1',
};

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
