// `npm run check -- --external`: requests every link to another site, and reports those that no longer work.
import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { cacheDir } from '@/lib/base/build-cache';
import { machineTime } from '@/lib/base/clock';
import type { Diagnostic } from '@/lib/base/diagnostic';
import { countedInFigures } from '@/lib/base/english';
import { Patience, type PatienceSettings } from '@/lib/base/http/patience';
import { type HttpOptions, type Machines, publicMachines } from '@/lib/base/http/request';
import { findCopy } from '@/lib/check/external/archive';
import { type AskLinkSettings, askLink } from '@/lib/check/external/ask-link';
import { findOutgoingLinks } from '@/lib/check/external/find-links';
import type { Outcome } from '@/lib/check/external/outcome';
import { isFresh, type KeptLink, keepLinkCache, readLinkCache } from '@/lib/check/external/outcome';
import { checkOutcome, countOutcomes, describe, type ExternalCounts } from '@/lib/check/external/report';
import { Turns } from '@/lib/check/external/turns';
import type { LoadedContent } from '@/lib/content/load';
import { site } from '@/lib/site';

/** How links are asked. Times in milliseconds. */
export type ExternalSettings = PatienceSettings & ReturnType<typeof usualSettings>;

function usualSettings() {
  return {
    /** Which machines may be asked. No option sets it: a link in a stranger's pull request must only reach public ones. */
    machines: publicMachines as Machines,
    /** For one request. */
    timeout: 20_000,
    /** For all of them. The next run begins with what was not asked by then. */
    whole: 45 * 60_000,
    attempts: 3,
    retry: 2_000,
    longestWait: 90_000,
    /** How many hosts are asked at once. */
    hosts: 8,
    /** Between two requests to one host. */
    pause: 500,
    archive: 'https://archive.org/wayback/available',
    /** The file of the cache. */
    cache: join(cacheDir('links'), 'links.json'),
    time: machineTime,
  };
}

/**
 * Asks every link once, however often it is in the content.
 *
 * @param isWanted which files to check, by the path that authors know.
 * @param report is called with messages about the progress.
 * @returns `offline` where no machine answered, not even the archive: there is no network, and nothing is known of any link.
 */
export async function checkExternal(
  content: Pick<LoadedContent, 'posts' | 'places' | 'entryPlaces'>,
  isWanted: (file: string) => boolean,
  report: (text: string) => void,
  given: Partial<ExternalSettings> = {},
): Promise<{ problems: readonly Diagnostic[]; counts: ExternalCounts; offline: boolean }> {
  const settings: ExternalSettings = { ...usualSettings(), ...given };
  const links = findOutgoingLinks(content, isWanted);
  const kept = await readLinkCache(settings.cache);
  const run = new Run(settings, kept, report);
  const days = new Map<string, string | undefined>();
  for (const { url, day } of links) if (!days.has(url)) days.set(url, day);
  await run.askAll([...days.keys()]);
  await run.findCopies(days);
  const { outcomes, isOffline, known } = run;
  const counts = countOutcomes(outcomes, known);
  if (isOffline) {
    report('No host can be reached, not even the archive, so no link was checked. Check the network connection.');
    return { problems: [], counts, offline: true };
  }
  keepLinkCache(settings.cache, kept, settings.time());
  report(describe(counts, outcomes));
  const problems = links.flatMap((link) => {
    const outcome = outcomes.get(link.url);
    const { goodAt } = kept.get(link.url) ?? {};
    return (outcome && checkOutcome(link, outcome, { copy: run.copies.get(link.url), goodAt })) ?? [];
  });
  return { problems, counts, offline: false };
}

/** One run: what it asks, and what it learns. */
class Run {
  readonly outcomes = new Map<string, Outcome>();
  /** Archived copies, by link. */
  readonly copies = new Map<string, string>();
  /** How many links were not asked, because they answered recently. */
  known = 0;
  isOffline = false;
  readonly #limit: AbortSignal;
  readonly #asking: AskLinkSettings;

  constructor(
    private readonly settings: ExternalSettings,
    private readonly kept: Map<string, KeptLink>,
    private readonly report: (text: string) => void,
  ) {
    const { whole, timeout, machines } = settings;
    const signal = AbortSignal.timeout(whole);
    // Every request and every wait listens to it.
    setMaxListeners(0, signal);
    const options: HttpOptions = {
      limits: { total: timeout, size: 1_000_000 },
      signal,
      machines,
      headers: () => ({
        'user-agent': `community-news-links (+${site.origin}/)`,
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      }),
    };
    const patience = new Patience({ ...settings, signal });
    const turns = new Turns({ ...settings, signal, patience });
    this.#limit = signal;
    this.#asking = { options, patience, turns, getOnly: new Set(), down: new Map(), failures: new Map() };
  }

  async askAll(urls: readonly string[]): Promise<void> {
    const { kept, outcomes, settings } = this;
    const open: string[] = [];
    for (const url of urls) {
      const before = kept.get(url);
      if (before && isFresh(before, settings.time())) outcomes.set(url, before.outcome);
      else open.push(url);
    }
    this.known = urls.length - open.length;
    // Dead links and those with the oldest results come first, in case the time limit is reached.
    const rank = (url: string) => {
      const before = kept.get(url);
      return !before || before.outcome.kind === 'dead' ? 0 : before.at;
    };
    open.sort((a, b) => rank(a) - rank(b));
    const hosts = new Set(open.map((url) => new URL(url).hostname)).size;
    const links = countedInFigures(urls.length, 'link');
    this.report(`${links} to other sites; ${open.length} to check, on ${countedInFigures(hosts, 'host')}`);
    let asked = 0;
    const found = await Promise.all(
      open.map(async (url) => {
        const outcome = await this.#unlessTimeIsUp<Outcome>(askLink(url, this.#asking), {
          kind: 'unasked',
          hops: [],
          reason: 'the time limit was reached',
        });
        this.#remember(url, outcome);
        asked += 1;
        if (asked % 25 === 0) {
          this.report(`${asked} of ${open.length} checked`);
          keepLinkCache(settings.cache, kept, settings.time());
        }
        return outcome;
      }),
    );
    const wasAsked = found.filter(({ kind }) => kind !== 'unasked' && kind !== 'private');
    this.isOffline = wasAsked.length > 0 && wasAsked.every((outcome) => 'unreached' in outcome && outcome.unreached);
  }

  /** Looks for copies of links that do not work. @param days the day of which a copy is wanted, by link. */
  async findCopies(days: ReadonlyMap<string, string | undefined>): Promise<void> {
    const { options, turns } = this.#asking;
    const { archive } = this.settings;
    // Where nobody was reached, the archive's answer also says whether there is a network.
    const nobodyAnswered = this.isOffline;
    const broken = [...this.outcomes].filter(([, { kind }]) => ['dead', 'failing', 'circle'].includes(kind));
    await Promise.all(
      broken.map(async ([url]) => {
        const link = this.kept.get(url);
        const before = nobodyAnswered ? undefined : link?.copy;
        const asking = before ? { url: before } : findCopy(url, days.get(url), { archive, options, turns });
        const found = await this.#unlessTimeIsUp(Promise.resolve(asking), 'silent');
        if (found !== 'silent') this.isOffline = false;
        if (typeof found === 'string') return;
        this.copies.set(url, found.url);
        if (link) this.kept.set(url, { ...link, copy: found.url });
      }),
    );
  }

  #unlessTimeIsUp<T>(work: Promise<T>, otherwise: T): Promise<T> {
    return work.catch((error: unknown) => {
      if (this.#limit.aborted) return otherwise;
      throw error;
    });
  }

  #remember(url: string, outcome: Outcome): void {
    this.outcomes.set(url, outcome);
    // What was known before stays for a link that was not asked.
    if (outcome.kind === 'unasked' || outcome.kind === 'private') return;
    const at = this.settings.time();
    const { goodAt, copy } = this.kept.get(url) ?? {};
    this.kept.set(url, { at, outcome, goodAt: outcome.kind === 'good' ? at : goodAt, copy });
  }
}
