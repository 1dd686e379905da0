// Reports links to other sites: a diagnostic for each that does not work as it should, and the totals.
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { countedInFigures } from '@/lib/base/english';
import type { OutgoingLink } from '@/lib/check/external/find-links';
import { type KeptLink, movedTo, type Outcome } from '@/lib/check/external/outcome';

/** How many links there are, and how many have each outcome. */
export interface ExternalCounts extends Readonly<Record<Outcome['kind'], number>> {
  readonly links: number;
  /** Not asked, because they answered recently. */
  readonly known: number;
}

export function countOutcomes(outcomes: ReadonlyMap<string, Outcome>, known: number): ExternalCounts {
  const counts = { good: 0, closed: 0, dead: 0, failing: 0, circle: 0, private: 0, unasked: 0 };
  for (const { kind } of outcomes.values()) counts[kind] += 1;
  return { links: outcomes.size, known, ...counts };
}

/** The counts in a sentence, with the reasons why links were not asked. */
export function describe(counts: ExternalCounts, outcomes: ReadonlyMap<string, Outcome>): string {
  const parts = [
    `${counts.good} working`,
    ...(counts.closed > 0 ? [`${counts.closed} blocking automated requests`] : []),
    `${counts.dead + counts.circle} dead`,
    `${counts.failing} failing`,
    ...(counts.private > 0 ? [`${counts.private} not public`] : []),
    ...(counts.unasked > 0 ? [`${counts.unasked} not checked`] : []),
  ];
  const reasons = [...outcomes.values()].flatMap((outcome) => (outcome.kind === 'unasked' ? [outcome.reason] : []));
  const why = [...new Set(reasons)].join('; ');
  return `${countedInFigures(counts.links, 'link')}: ${parts.join(', ')}${why ? ` (${why})` : ''}`;
}

/**
 * What is wrong with a link. Nothing for one that leads where it should, and for one of which nothing is known.
 *
 * @param history what is known of it from other runs.
 */
export function checkOutcome(
  link: OutgoingLink,
  outcome: Outcome,
  { copy, goodAt }: Pick<KeptLink, 'copy' | 'goodAt'>,
): Diagnostic | undefined {
  const { file, line, column, url } = link;
  const report = (code: string, message: string, fix: string) => warning(code, message, fix, { file, line, column });
  const { kind, hops } = outcome;
  const shown = `"${url}"`;
  const last = hops.at(-1)?.to;
  const which = last === undefined ? shown : `${shown} leads to "${last}", which`;
  const then = goodAt === undefined ? '' : `; it last worked on ${new Date(goodAt).toISOString().slice(0, 10)}`;
  const instead = copy ? `link to the archived copy ${copy}, or remove the link` : 'correct it, or remove the link';
  switch (kind) {
    case 'dead': {
      const why = outcome.unreached ? `does not exist: ${outcome.reason}` : outcome.reason;
      return report('external/dead', `${which} ${why}${then}`, instead);
    }
    case 'failing': {
      const why = outcome.reason.startsWith('responds') ? outcome.reason : `does not respond: ${outcome.reason}`;
      return report('external/failing', `${which} ${why}${then}`, `try again later; if it still fails, ${instead}`);
    }
    case 'circle':
      return report('external/circle', `${shown} ${outcome.reason}: ${chainOf(url, outcome)}`, instead);
    case 'private':
      return report('external/private', `${which} is not public: ${outcome.reason}`, 'link to a public page');
    case 'unasked':
      return undefined;
    default: {
      const to = movedTo(outcome);
      if (to === undefined) return undefined;
      if (new URL(to).pathname === '/' && new URL(url).pathname !== '/') {
        const fix = 'check that this is the page you mean, and correct the link';
        return report('external/moved', `${shown} now leads to the home page "${to}"`, fix);
      }
      const fix = `write ${new URL(to).hash === '' ? to + link.fragment : to}`;
      return report('external/moved', `${shown} has moved permanently: ${chainOf(url, outcome)}`, fix);
    }
  }
}

function chainOf(url: string, { hops }: Outcome): string {
  return [url, ...hops.map(({ to }) => to)].join(' → ');
}
