// `npm run build`: checks the content, then has the framework make every page.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { nextCli, runNode } from '@/lib/build/run';
import { writeSchemas } from '@/lib/build/schemas';
import { check } from '@/lib/check/check';
import { now } from '@/lib/clock';
import { contentDir } from '@/lib/content/files';
import { errorsOf, formatProblem } from '@/lib/content/problems';

/**
 * Builds the site into `.next`.
 *
 * @returns 0, or 1 where the content has errors, or what `next build` ended with.
 */
export async function buildSite(): Promise<number> {
  const given = process.env.CONTENT_DIR;
  if (given && !existsSync(given)) {
    console.error(`CONTENT_DIR is "${given}", and there is no such folder (fix: correct it, or leave it out).`);
    return 1;
  }
  const { problems, posts, entries } = await check(contentDir());
  for (const problem of problems) console.error(formatProblem(problem));
  const errors = errorsOf(problems).length;
  if (errors > 0) {
    console.error(`Nothing was built: ${errors} ${errors === 1 ? 'error' : 'errors'} in the content.`);
    return 1;
  }
  console.log(`Content checked: posts ${posts}, entries ${entries}. Building…`);
  await writeSchemas('.schemas');
  const distDir = process.env.NEWS_DIST_DIR;
  if (distDir) await writeFile(`${distDir}.tsconfig.json`, '{ "extends": "./tsconfig.json" }\n');
  // Every process of the build sees the same instant.
  return runNode([nextCli, 'build'], { NEWS_NOW: now().toISOString() });
}
