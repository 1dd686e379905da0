// `npm run check -- --external`: asks every link to another site whether it still leads somewhere, and says of each that does not.
import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { cacheDir } from '@/lib/base/build-cache';
import { machineTime } from '@/lib/base/clock';
import type { Diagnostic } from '@/lib/base/diagnostic';
import { Patience, type PatienceSettings } from '@/lib/base/http/patience';
import { type HttpOptions, type Machines, publicMachines } from '@/lib/base/http/request';
import { findCopy, usualArchive } from '@/lib/check/external/archive';
import { askLink } from '@/lib/check/external/ask-link';
import { findOutgoingLinks, type OutgoingLink } from '@/lib/check/external/find-links';
import { isFresh, type KeptLink, keepLinkCache, readLinkCache } from '@/lib/check/external/link-cache';
import { movedTo, type Outcome } from '@/lib/check/external/outcome';
import { Turns } from '@/lib/check/external/turns';
import type { LoadedContent } from '@/lib/content/load';
import { site } from '@/lib/site';

/** How links are asked. Times in milliseconds. */
export interface ExternalSettings extends PatienceSettings {
  /** For one request. */
  readonly timeout: number;
  /** For all of them; what is not asked by then, the next run begins with. */
  readonly whole: number;
  /** How many hosts are asked at once. */
  readonly hosts: number;
  /** Between two requests to one host. */
  readonly pause: number;
  /** Where the archive answers. */
  readonly archive: string;
  /** The file of the cache. */
  readonly cache: string;
  /** Which machines may be asked. No option sets it: a link in a stranger's pull request must reach public ones only. */
  readonly machines: Machines;
}

export function usualSettings(): ExternalSettings {
  return {
    machines: publicMachines,
    timeout: 20_000,
    whole: 45 * 60_000,
    attempts: 3,
    retry: 2_000,
    longestWait: 90_000,
    hosts: 8,
    pause: 500,
    archive: usualArchive,
    cache: join(cacheDir('links'), 'links.json'),
    time: machineTime,
  };
}

/** How many links there are, and what became of them. */
export interface ExternalCounts {
  readonly links: number;
  /** That were not asked, because they answered lately. */
  readonly known: number;
  readonly good: number;
  readonly closed: number;
  readonly dead: number;
  readonly failing: number;
  readonly circle: number;
  readonly private: number;
  readonly unasked: number;
}

export interface ExternalResult {
  readonly problems: readonly Diagnostic[];
  readonly counts: ExternalCounts;
  /** No machine answered, the archive neither: there is no network, and nothing is known of any link. */
  readonly offline: boolean;
}

/**
 * Asks every link once, however often it stands in the content.
 *
 * @param isWanted which files are asked about, by the path that authors know.
 * @param tell is told how far it is.
 */
export async function checkExternal(
  content: Pick<LoadedContent, 'posts' | 'places' | 'entryPlaces'>,
  isWanted: (file: string) => boolean,
  tell: (text: string) => void,
  given: Partial<ExternalSettings> = {},
): Promise<ExternalResult> {
  const settings: ExternalSettings = { ...usualSettings(), ...given };
  const { time, cache } = settings;
  const links = findOutgoingLinks(content, isWanted);
  const kept = await readLinkCache(cache);
  const urls = [...new Set(links.map(({ url }) => url))];
  const open = urls.filter((url) => {
    const before = kept.get(url);
    return !before || !isFresh(before, time());
  });
  // What was dead, and what nobody has asked for longest, comes first, should the time not suffice.
  const rank = (url: string) => {
    const before = kept.get(url);
    return !before || before.outcome.kind === 'dead' ? 0 : before.at;
  };
  open.sort((a, b) => rank(a) - rank(b));
  const hostCount = new Set(open.map((url) => new URL(url).hostname)).size;
  tell(`${urls.length} links elsewhere; ${open.length} to ask, at ${hostCount} hosts`);

  const limit = AbortSignal.timeout(settings.whole);
  // Every request and every wait listens to it.
  setMaxListeners(0, limit);
  const patience = new Patience({ ...settings, signal: limit });
  const turns = new Turns({ ...settings, signal: limit, patience });
  const options: HttpOptions = {
    limits: { total: settings.timeout, size: 1_000_000 },
    signal: limit,
    machines: settings.machines,
    headers: () => ({
      'user-agent': `community-news-links (+${site.origin}/)`,
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
    }),
  };
  const asking = {
    ...{ options, patience, turns },
    ...{ getOnly: new Set<string>(), down: new Map(), failures: new Map() },
  };
  const outcomes = new Map<string, Outcome>();
  for (const url of urls) {
    const before = kept.get(url);
    if (before && isFresh(before, time())) outcomes.set(url, before.outcome);
  }
  let asked = 0;
  await Promise.all(
    open.map(async (url) => {
      const outcome = await askLink(url, asking).catch((error: unknown): Outcome => {
        if (!limit.aborted) throw error;
        return { kind: 'unasked', hops: [], reason: 'the time was up' };
      });
      outcomes.set(url, outcome);
      remember(kept, url, outcome, time());
      asked += 1;
      if (asked % 25 !== 0) return;
      tell(`${asked} of ${open.length} asked`);
      keepLinkCache(cache, kept, time());
    }),
  );

  const wasAsked = open.flatMap((url) => {
    const outcome = outcomes.get(url);
    return outcome && outcome.kind !== 'unasked' && outcome.kind !== 'private' ? [outcome] : [];
  });
  const reachedNobody = wasAsked.length > 0 && wasAsked.every((each) => 'unreached' in each && each.unreached);
  const gone = urls.filter((url) => isGone(outcomes.get(url)));
  const copies = new Map<string, string>();
  let archiveAnswers = false;
  await Promise.all(
    gone.map(async (url) => {
      // Where nobody was reached, the archive's answer also says whether there is a network.
      const before = reachedNobody ? undefined : kept.get(url)?.copy;
      const day = links.find((link) => link.url === url)?.day;
      const found = before
        ? { url: before }
        : await findCopy(url, day, { archive: settings.archive, options, turns }).catch((error: unknown) => {
            if (!limit.aborted) throw error;
            return 'silent' as const;
          });
      if (!before && found !== 'silent') archiveAnswers = true;
      if (typeof found === 'string') return;
      copies.set(url, found.url);
      const link = kept.get(url);
      if (link) kept.set(url, { ...link, copy: found.url });
    }),
  );

  const counts = countOutcomes(urls, outcomes, urls.length - open.length);
  const offline = reachedNobody && !archiveAnswers;
  if (offline) {
    tell('No machine can be reached, the archive neither: there is no network, and nothing is known of any link.');
    return { problems: [], counts, offline };
  }
  keepLinkCache(cache, kept, time());
  tell(describe(counts, outcomes));
  const problems = links.flatMap((link) => {
    const outcome = outcomes.get(link.url);
    const problem = outcome && toProblem(link, outcome, copies.get(link.url), kept.get(link.url)?.goodAt);
    return problem ? [problem] : [];
  });
  return { problems, counts, offline };
}

function remember(kept: Map<string, KeptLink>, url: string, outcome: Outcome, at: number): void {
  // What was not asked leaves standing what was known before.
  if (outcome.kind === 'unasked' || outcome.kind === 'private') return;
  const { goodAt, copy } = kept.get(url) ?? {};
  kept.set(url, { at, outcome, goodAt: outcome.kind === 'good' ? at : goodAt, copy });
}

function isGone(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'dead' || outcome?.kind === 'failing' || outcome?.kind === 'circle';
}

function countOutcomes(urls: readonly string[], outcomes: ReadonlyMap<string, Outcome>, known: number): ExternalCounts {
  const counts = {
    links: urls.length,
    known,
    good: 0,
    closed: 0,
    dead: 0,
    failing: 0,
    circle: 0,
    private: 0,
    unasked: 0,
  };
  for (const outcome of outcomes.values()) counts[outcome.kind] += 1;
  return counts;
}

function describe(counts: ExternalCounts, outcomes: ReadonlyMap<string, Outcome>): string {
  const parts = [
    `${counts.good} answer`,
    ...(counts.closed > 0 ? [`${counts.closed} answer to people only`] : []),
    `${counts.dead + counts.circle} are dead`,
    `${counts.failing} fail`,
    ...(counts.private > 0 ? [`${counts.private} are not public`] : []),
    ...(counts.unasked > 0 ? [`${counts.unasked} were not asked`] : []),
  ];
  const reasons = [...outcomes.values()].flatMap((outcome) => (outcome.kind === 'unasked' ? [outcome.reason] : []));
  const why = [...new Set(reasons)];
  return `${counts.links} links: ${parts.join(', ')}${why.length > 0 ? ` (${why.join('; ')})` : ''}`;
}

/** Nothing for a link that leads where it should, and for one of which nothing is known. */
function toProblem(
  { file, line, column, url, fragment }: OutgoingLink,
  outcome: Outcome,
  copy: string | undefined,
  goodAt: number | undefined,
): Diagnostic | undefined {
  const report = (code: string, message: string, fix: string): Diagnostic => ({
    file,
    line,
    column,
    severity: 'warning',
    code,
    message,
    fix,
  });
  const { kind, hops } = outcome;
  const shown = `"${url}"`;
  const chain = [url, ...hops.map(({ to }) => to)].join(' → ');
  const last = hops.at(-1)?.to;
  const which = last === undefined ? shown : `${shown} leads to "${last}", which`;
  const then = goodAt === undefined ? '' : `; on ${new Date(goodAt).toISOString().slice(0, 10)} it still answered`;
  const instead = copy ? `link to the archived copy ${copy}, or remove the link` : 'correct it, or remove the link';
  switch (kind) {
    case 'dead': {
      const why = outcome.unreached ? `is not there: ${outcome.reason}` : outcome.reason;
      return report('external/dead', `${which} ${why}${then}`, instead);
    }
    case 'failing':
      return report(
        'external/failing',
        `${which} ${says(outcome.reason)}${then}`,
        `look again later; if it stays so, ${instead}`,
      );
    case 'circle':
      return report('external/circle', `${shown} ${outcome.reason}: ${chain}`, instead);
    case 'private':
      return report('external/private', `${which} is not for everybody: ${outcome.reason}`, 'link to a public page');
    default: {
      const to = kind === 'unasked' ? undefined : movedTo(outcome);
      if (to === undefined) return undefined;
      const isFrontPage = new URL(to).pathname === '/' && new URL(url).pathname !== '/';
      const target = new URL(to).hash === '' ? to + fragment : to;
      return report(
        'external/moved',
        isFrontPage ? `${shown} leads to the front page "${to}" now` : `${shown} has moved for good: ${chain}`,
        isFrontPage ? 'look whether that still shows what is meant, and correct the link' : `write ${target}`,
      );
    }
  }
}

/** `answers 503` stands as it is; `it refuses connections` is a sentence of its own. */
function says(reason: string): string {
  return reason.startsWith('answers') ? reason : `does not answer: ${reason}`;
}
