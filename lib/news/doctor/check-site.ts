// Steps about lib/site.ts.
import { siteFile } from '@/lib/check/site-links';
import { toRepository } from '@/lib/news/doctor/code-host';
import { type Repository, upstreamBranch, withoutUpstream } from '@/lib/news/doctor/repository';
import type { Problem, StepResult } from '@/lib/news/doctor/step';
import { explainExpiry } from '@/lib/output/seo/security-text';

/** Whether a host is reserved for examples and tests, so that nobody can have a site there (RFC 2606, RFC 6761). */
export function isExampleHost(host: string): boolean {
  return /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))\.?$/i.test(host);
}

/** What is wrong with an origin that readers are to open: text to go after its name, or undefined. */
export function explainOrigin(origin: string): string | undefined {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return 'is not a web address';
  if (isExampleHost(url.hostname)) return 'is only an example';
  return url.protocol === 'http:' ? 'does not use https' : undefined;
}

/** What is left to fill in of lib/site.ts, but for `security`. */
export async function checkSite(repository: Repository): Promise<StepResult> {
  const { site, unchanged, remotes, checked } = repository;
  const placeOf = await placesIn(repository);
  const { name, shortName, docsOrigin, docsUrl } = site;
  const problems: Problem[] = [];
  if (unchanged?.has(siteFile)) {
    problems.push({ place: siteFile, message: 'this is still the original file', fix: 'describe your own community' });
  } else problems.push(...(await originalValues(repository, { name, shortName, docsOrigin, docsUrl })));
  const wrongOrigin = explainOrigin(site.origin);
  if (wrongOrigin !== undefined) {
    const fix = 'write the public address of your site, such as https://news.your-community.org';
    problems.push({ place: placeOf(site.origin), message: `the origin ${site.origin} ${wrongOrigin}`, fix });
  }
  const { url, ...parts } = site.repository;
  const own = remotes.get('origin') ?? '';
  const isForeign = toRepository(own) !== undefined && toRepository(own) !== toRepository(url);
  if (isForeign) {
    const message = `repository.url is ${url}, but the remote “origin” is ${toRepository(own)}`;
    problems.push({ place: placeOf(url), message, fix: 'write the address of your repository' });
  }
  for (const [name, value] of Object.entries(parts).filter(([, value]) => !value.startsWith(`${url}/`))) {
    const message = `repository.${name} does not begin with repository.url`;
    problems.push({ place: placeOf(value), message, fix: `let it begin with ${url}/` });
  }
  const dead = checked.problems.filter((problem) => problem.file === siteFile);
  return {
    problems: [...problems, ...dead.map(({ line, message, fix }) => ({ place: `${siteFile}:${line}`, message, fix }))],
  };
}

/** Settings that have the value that they had in the original lib/site.ts. @param settings by their names. */
async function originalValues(
  repository: Repository,
  settings: Readonly<Record<string, string | undefined>>,
): Promise<Problem[]> {
  const original = (await repository.readOriginal(siteFile)) ?? '';
  const placeOf = await placesIn(repository);
  return Object.entries(settings).flatMap(([name, value]) => {
    if (value === undefined || !original.includes(` ${name}: '${value}'`)) return [];
    const message = `${name} is still “${value}”, as in ${upstreamBranch}`;
    return { place: placeOf(value), message, fix: 'write what is right for your community' };
  });
}

/** What is left to do for `/.well-known/security.txt`. */
export async function checkSecurity(repository: Repository): Promise<StepResult> {
  const { site, instant, unchanged } = repository;
  const { contact, policy, expires } = site.security;
  const placeOf = await placesIn(repository);
  const problems = await originalValues(repository, { contact, policy });
  const message = explainExpiry(expires, instant);
  if (message !== undefined) {
    const fix = 'check that the contact is right, and set security.expires to a day about eleven months from now';
    problems.push({ place: placeOf(expires), message, fix });
  }
  return { problems, ...(unchanged ? {} : { unseen: withoutUpstream }) };
}

/** Finds the line of lib/site.ts in which a value is written. */
async function placesIn(repository: Repository): Promise<(value: string) => string> {
  const lines = (await repository.read(siteFile))?.split('\n') ?? [];
  return (value) => {
    const index = lines.findIndex((line) => line.includes(`'${value}'`));
    return index < 0 ? siteFile : `${siteFile}:${index + 1}`;
  };
}
