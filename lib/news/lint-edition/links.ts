// Links that hide their target, or that track who follows them.
import { visit } from 'unist-util-visit';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import type { LintedEdition } from '@/lib/news/lint-edition/edition';

const shorteners = new Set(
  (
    'bit.ly t.co goo.gl tinyurl.com ow.ly buff.ly lnkd.in is.gd t.ly rebrand.ly cutt.ly shorturl.at rb.gy tiny.cc ' +
    'dlvr.it hubs.ly hubs.la fb.me v.gd short.io trib.al bl.ink soo.gd s.id shorte.st'
  ).split(' '),
);

/** Parameters that only track readers: everywhere, and on the hosts that use them. */
const tracking: readonly [host: RegExp, parameter: RegExp][] = [
  [
    /./,
    /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_\w+_id|ref_src|ref_url|trk|trackingId|cmpid)$/i,
  ],
  [/(?:^|\.)(?:youtube\.com|youtu\.be|spotify\.com)$/, /^(?:si|feature|pp)$/],
  [/(?:^|\.)(?:twitter\.com|x\.com)$/, /^[st]$/],
  [/(?:^|\.)meetup\.com$/, /^(?:_xtd|rv|eventOrigin|recId|recSource)$/],
];

/** Links to URL shorteners, and tracking parameters. */
export function findBadLinks({ tree, placeOf }: LintedEdition): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(tree, (node) => {
    if ((node.type !== 'link' && node.type !== 'definition') || !URL.canParse(node.url)) return;
    const url = new URL(node.url);
    const host = url.hostname.replace(/^www\./, '');
    if (shorteners.has(host)) {
      const message = `${host} hides where this link leads, and may stop working`;
      found.push(warning('lint/shortener', message, 'open the link and write the address it leads to', placeOf(node)));
    }
    const names = [...url.searchParams.keys()].filter((name) =>
      tracking.some(([at, parameter]) => at.test(host) && parameter.test(name)),
    );
    if (names.length === 0) return;
    for (const name of names) url.searchParams.delete(name);
    const message = `this link tracks who follows it: ${names.join(', ')}`;
    found.push(warning('lint/tracking', message, `write ${url.href}`, placeOf(node)));
  });
  return found;
}
