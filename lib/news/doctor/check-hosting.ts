// Steps about Git, GitHub and the host of the site.
import { parse } from 'yaml';
import { z } from 'zod';
import { listed } from '@/lib/base/english';
import { words } from '@/lib/base/words';
import { allKinds } from '@/lib/kinds/index';
import { explainOrigin } from '@/lib/news/doctor/check-site';
import { toRepository } from '@/lib/news/doctor/code-host';
import { type Repository, upstreamBranch } from '@/lib/news/doctor/repository';
import type { Problem, StepResult } from '@/lib/news/doctor/step';

const codeOwners = '.github/CODEOWNERS';
const forms = '.github/ISSUE_TEMPLATE';
const workflows = '.github/workflows';

/** The label of the issue about broken links, which a workflow opens: lib/tooling/workflows/main.ts. */
const linksLabel = 'links';

/** The sections that a site may leave out, by their folders. */
const sectionIds = new Set(Object.keys(words.sections));

/** Whether the code can be updated from `upstream`, and pushed to `origin`. */
export function checkRemotes({ remotes, unchanged }: Repository): StepResult {
  const problems: Problem[] = [];
  if (!remotes.has('upstream')) {
    const fix = 'run git remote rename origin upstream, or git remote add upstream with the address of the original';
    problems.push({ place: '', message: 'Git has no remote “upstream”, from which updates come', fix });
  } else if (!unchanged) {
    problems.push({ place: '', message: `Git does not know ${upstreamBranch} yet`, fix: 'run git fetch upstream' });
  }
  const [origin, upstream] = [remotes.get('origin'), remotes.get('upstream')];
  if (origin === undefined) {
    const fix = 'run git remote add origin with the address of your repository';
    problems.push({ place: '', message: 'Git has no remote “origin”, to which you push', fix });
  } else if (upstream !== undefined && (toRepository(origin) ?? origin) === (toRepository(upstream) ?? upstream)) {
    const fix = 'run git remote set-url origin with the address of your repository';
    problems.push({ place: '', message: 'the remotes “origin” and “upstream” are the same repository', fix });
  }
  return { problems };
}

/** Teams of another organisation: GitHub ignores a line that names them. */
export async function checkCodeOwners(repository: Repository): Promise<StepResult> {
  const text = await repository.read(codeOwners);
  if (text === undefined) {
    return { problems: [], unseen: `There is no ${codeOwners}. Does somebody review each pull request?` };
  }
  const [, account] = toRepository(repository.site.repository.url)?.split('/') ?? [];
  const problems = text.split('\n').flatMap((line, index) => {
    const teams = [...line.replace(/#.*/, '').matchAll(/(?<=\s)@([\w-]+)\/[\w.-]+/g)];
    const foreign = teams.filter(([, organisation]) => organisation?.toLowerCase() !== account);
    if (foreign.length === 0) return [];
    const named = listed(foreign.map(([team]) => team));
    const message = `${named} ${foreign.length === 1 ? 'is not a team' : 'are not teams'} of “${account}”`;
    return [{ place: `${codeOwners}:${index + 1}`, message, fix: 'name people or teams of your own' }];
  });
  if (problems.length > 0 || !repository.unchanged?.has(codeOwners)) return { problems };
  const message = 'this is still the original file';
  return { problems: [{ place: codeOwners, message, fix: 'name people or teams of your own' }] };
}

/** Forms without a label and workflows without permissions; the labels themselves are on GitHub. */
export async function checkGitHub(repository: Repository): Promise<StepResult> {
  const problems: Problem[] = [];
  const labels = new Set([linksLabel]);
  for (const name of await yamlFiles(repository, forms)) {
    if (/^config\./.test(name)) continue;
    const place = `${forms}/${name}`;
    const own = labelsOf(await repository.read(place));
    if (own.length > 0) for (const label of own) labels.add(label);
    else problems.push({ place, message: 'this form gives its issues no label', fix: 'add “labels: [name]”' });
    const kind = allKinds.find((each) => each.name === name.replace(/\.ya?ml$/, ''));
    if (kind && sectionIds.has(kind.folder) && !Object.hasOwn(repository.site.sections, kind.folder)) {
      problems.push({
        place,
        message: `the site has no section “${kind.folder}” for this form`,
        fix: 'delete the file',
      });
    }
  }
  for (const name of await yamlFiles(repository, workflows)) {
    const place = `${workflows}/${name}`;
    const text = (await repository.read(place)) ?? '';
    for (const [, label = ''] of text.matchAll(/event\.label\.name == '([^']+)'/g)) labels.add(label);
    if (hasPermissions(text)) continue;
    const fix = 'add “permissions: {}” at the top, and to each job what it needs';
    problems.push({ place, message: 'this workflow does not say which permissions it has', fix });
  }
  const unseen =
    `Are there the labels ${listed([...labels].sort())}? May workflows create pull requests ` +
    '(Settings → Actions → General)? Are private vulnerability reporting and secret scanning on?';
  return { problems, unseen };
}

/** What the environment says about the public address; everything else is on the host. */
export function checkHost({ env }: Repository): StepResult {
  const given = env.SITE_URL;
  const wrong = given ? explainOrigin(given) : undefined;
  const fix = 'set it to the public address of your site, or remove it to use the origin in lib/site.ts';
  return {
    problems: wrong === undefined ? [] : [{ place: '', message: `SITE_URL is ${given}, which ${wrong}`, fix }],
    unseen: 'Does the site open at its public address?',
  };
}

async function yamlFiles(repository: Repository, folder: string): Promise<readonly string[]> {
  return (await repository.list(folder)).filter((name) => /\.ya?ml$/.test(name));
}

const form = z.object({ labels: z.union([z.array(z.string()), z.string().transform((text) => text.split(/,\s*/))]) });

/** The labels of a form; none where it has none or cannot be read. */
function labelsOf(text = ''): readonly string[] {
  const read = form.safeParse(parseYaml(text));
  return read.success ? read.data.labels.filter((label) => label !== '') : [];
}

const ownPermissions = z.object({ permissions: z.unknown() }).refine(({ permissions }) => permissions != null);
const jobPermissions = z.object({ jobs: z.record(z.string(), ownPermissions) });

/** Whether a workflow, or each of its jobs, says what its token may do. */
function hasPermissions(text: string): boolean {
  const read = parseYaml(text);
  return ownPermissions.safeParse(read).success || jobPermissions.safeParse(read).success;
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
