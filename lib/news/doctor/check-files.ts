// Steps about content, icons and the pages of the repository itself.
import { errorsOf, formatDiagnostic } from '@/lib/base/diagnostic';
import { countedInFigures, listed } from '@/lib/base/english';
import { siteFile } from '@/lib/check/site-links';
import { ledgerFolder } from '@/lib/content/published';
import { type Repository, upstreamBranch, withoutUpstream } from '@/lib/news/doctor/repository';
import type { Problem, StepResult } from '@/lib/news/doctor/step';

const icons = ['public/favicon.svg', 'public/favicon.ico', 'public/apple-touch-icon.png'];
const pages = ['CODE_OF_CONDUCT.md', 'README.md'];

/** How many files of a folder are named before the rest is only counted. */
const namedFiles = 3;

/** Files of the content that came with the clone, and what a site needs at least. */
export function checkOurContent({ contentDir, unchanged, checked }: Repository): StepResult {
  const problems: Problem[] = [];
  const theirs = [...(unchanged ?? [])].filter((path) => path.startsWith(`${contentDir}/`));
  if (theirs.length > 0) {
    const more = theirs.length > namedFiles ? [`${theirs.length - namedFiles} more`] : [];
    const named = listed([...theirs.slice(0, namedFiles), ...more]);
    const count = countedInFigures(theirs.length, 'file is', 'files are');
    const message = `${count} still as in ${upstreamBranch}: ${named}`;
    problems.push({ place: contentDir, message, fix: 'delete them, or put your own content there' });
  }
  const { posts, community } = checked.content;
  if (posts.length === 0) {
    problems.push({ place: contentDir, message: 'there is no post', fix: 'run npm run news -- new post' });
  }
  if (community.projects.length === 0) {
    const fix = 'name your projects there, as docs/going-live.md shows';
    problems.push({ place: `${contentDir}/projects.yaml`, message: 'there is no project', fix });
  }
  return { problems, ...(unchanged ? {} : { unseen: withoutUpstream }) };
}

/** Icons that are missing, or that came with the clone. */
export async function checkIcons(repository: Repository): Promise<StepResult> {
  return checkOwn(repository, icons, 'run npm run news -- icons, or put your own icon there');
}

/** Pages that are missing, or that came with the clone. */
export async function checkPages(repository: Repository): Promise<StepResult> {
  return checkOwn(repository, pages, 'write about your own community');
}

async function checkOwn(repository: Repository, files: readonly string[], fix: string): Promise<StepResult> {
  const { unchanged } = repository;
  const problems = await Promise.all(
    files.map(async (place) => {
      if (unchanged?.has(place)) return [{ place, message: 'this is still the original file', fix }];
      return (await repository.read(place)) === undefined ? [{ place, message: 'there is no such file', fix }] : [];
    }),
  );
  return { problems: problems.flat(), ...(unchanged ? {} : { unseen: withoutUpstream }) };
}

/** Errors of `npm run check`, but for those in lib/site.ts, which belong to another step. */
export function checkContent({ checked }: Repository): StepResult {
  const [first, ...more] = errorsOf(checked.problems).filter(({ file }) => file !== siteFile);
  if (!first) return { problems: [] };
  const message = `${countedInFigures(more.length + 1, 'error')}; the first is ${formatDiagnostic(first)}`;
  return { problems: [{ place: first.file, message, fix: 'run npm run check, and fix what it reports' }] };
}

/** Whether addresses of this site have been recorded, and not only those that came with the clone. */
export async function checkRecord({ contentDir, unchanged, list }: Repository): Promise<StepResult> {
  const folder = `${contentDir}/${ledgerFolder}`;
  const own = (await list(folder)).filter((name) => !unchanged?.has(`${folder}/${name}`));
  if (own.length > 0) return { problems: [], ...(unchanged ? {} : { unseen: withoutUpstream }) };
  const message = 'no published address has been recorded, so nothing reports it when one stops working';
  return { problems: [{ place: folder, message, fix: 'when the site is public, run npm run check -- --record' }] };
}
