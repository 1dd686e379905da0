// Links that hide where they lead, or tell on who follows them.
import { visit } from 'unist-util-visit';
import type { Finding, LintedEdition } from '@/lib/news/lint-edition/edition';

const shorteners = new Set(
  (
    'bit.ly t.co goo.gl tinyurl.com ow.ly buff.ly lnkd.in is.gd t.ly rebrand.ly cutt.ly shorturl.at rb.gy tiny.cc ' +
    'dlvr.it hubs.ly hubs.la fb.me v.gd short.io trib.al bl.ink soo.gd s.id shorte.st'
  ).split(' '),
);

/** Parameters that only count people. Those of a place are told from its own by the host. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_\w+_id|ref_src|ref_url|trk|trackingId|cmpid)$/i;
const trackingAt: readonly [host: RegExp, parameter: RegExp][] = [
  [/(?:^|\.)(?:youtube\.com|youtu\.be|spotify\.com)$/, /^(?:si|feature|pp)$/],
  [/(?:^|\.)(?:twitter\.com|x\.com)$/, /^[st]$/],
  [/(?:^|\.)meetup\.com$/, /^(?:_xtd|rv|eventOrigin|recId|recSource)$/],
];

/** Shorteners, and tracking in a query. */
export function findBadLinks({ tree, placeOf }: LintedEdition): Finding[] {
  const findings: Finding[] = [];
  visit(tree, (node) => {
    if ((node.type !== 'link' && node.type !== 'definition') || !URL.canParse(node.url)) return;
    const url = new URL(node.url);
    const host = url.hostname.replace(/^www\./, '');
    if (shorteners.has(host)) {
      const message = `${host} hides where this link leads, and may stop leading there`;
      findings.push({
        ...placeOf(node),
        rule: 'shortener',
        message,
        fix: 'open it and write the address that you come to',
      });
    }
    const names = [...url.searchParams.keys()].filter((name) => isTracking(name, host));
    if (names.length === 0) return;
    for (const name of names) url.searchParams.delete(name);
    const message = `this link tells who follows it: ${names.join(', ')}`;
    findings.push({ ...placeOf(node), rule: 'tracking', message, fix: `write ${url.href}` });
  });
  return findings;
}

function isTracking(name: string, host: string): boolean {
  return tracking.test(name) || trackingAt.some(([at, parameter]) => at.test(host) && parameter.test(name));
}
