// After the build: puts what the answers to forms need where their route finds it, here and on Vercel.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { bundleOf } from '@/lib/base/bundle.mjs';
import { hasSection } from '@/lib/base/sections';
import { zoneFiles } from '@/lib/base/zone-data';
import { addToTrace } from '@/lib/build/trace';
import { writeContributeData } from '@/lib/check/make-contribute-data';
import { getContent } from '@/lib/content/queries';
import { contributedKinds } from '@/lib/output/contribute/form-questions';
import { answerWorkerFile, contributeDataFile } from '@/lib/output/contribute/kept-files';

/** It is not in the bundle, because it has a part for each platform. */
const markdownParser = 'satteri';

/**
 * Saves what readers may see and the code that answers, and adds both to the files that are deployed with the route's function.
 *
 * @param report gets the reason, if the function's list of files is not in the expected place or form. Without it, that is an
 *   error as well.
 */
export async function keepContribute(distDir: string, report?: (why: string) => void): Promise<void> {
  if (!hasSection('contribute')) return;
  const data = join(distDir, contributeDataFile);
  await writeContributeData(data, await getContent());
  const bundle = await bundleOf('app/contribute/answer-worker.ts', "import './app/contribute/answer-worker.ts';", true);
  if (bundle === undefined)
    throw new Error('The code that answers forms cannot be bundled (fix: install the packages).');
  const worker = join(distDir, answerWorkerFile);
  await copyFile(bundle, worker);
  const app = join(distDir, 'server', 'app', 'contribute');
  const pages = contributedKinds.map(({ name }) => join(app, `${name}.html`));
  await addToTrace(join(app, '[kind]', 'check', 'route.js.nft.json'), [
    data,
    worker,
    ...pages,
    ...zoneFiles.map((file) => join('node_modules', file)),
    ...filesOfPackage(markdownParser),
  ]).catch((error: Error) => {
    if (!report) throw error;
    report(`What answers forms was not added to what Vercel deploys: ${error.message}`);
  });
}

const packageSchema = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

/** The files of a package and of those that it needs, as far as they are installed: of a parser, that for this platform. */
function filesOfPackage(name: string): string[] {
  const folder = join('node_modules', name);
  if (!existsSync(folder)) return [];
  const { dependencies, optionalDependencies } = packageSchema.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return [
    ...files.map(({ parentPath, name: file }) => join(parentPath, file)),
    ...Object.keys({ ...dependencies, ...optionalDependencies }).flatMap(filesOfPackage),
  ];
}
