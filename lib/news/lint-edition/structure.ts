// Headings and components that show nothing, and links that hide their target or track who follows them.
import { visit } from 'unist-util-visit';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { namedOf } from '@/lib/edition/resolve';
import { groupName } from '@/lib/mdx/placements';
import { entryComponents, specOf } from '@/lib/mdx/vocabulary';
import type { LintedEdition } from '@/lib/news/lint-edition/edition';

/** A heading directly followed by another of the same or a higher rank, or by the end. */
export function findEmptySections({ tree, placeOf }: LintedEdition): Diagnostic[] {
  return tree.children.flatMap((node, index): Diagnostic[] => {
    if (node.type !== 'heading') return [];
    const next = tree.children[index + 1];
    if (next && !(next.type === 'heading' && next.depth <= node.depth)) return [];
    const fix = 'write the section, or remove its heading';
    return [warning('lint/empty-section', 'there is nothing below this heading', fix, placeOf(node))];
  });
}

/** `<Releases />` in an edition that names no release. */
export function findEmptyComponents({ tree, post, edition, placeOf }: LintedEdition): Diagnostic[] {
  const found: Diagnostic[] = [];
  /** The list that a component shows and how many of it; undefined for a component that shows no list. */
  const shownBy = (name: string, when: unknown): { list: string; count: number } | undefined => {
    const component = entryComponents.find((each) => each.name === name);
    if (component) {
      const { lists } = namedOf(edition, component.kind);
      return { list: component.kind.folder, count: lists.get(groupName(name, when))?.length ?? 0 };
    }
    const list = specOf(name)?.places;
    return list && { list, count: post.coverage[list].length };
  };
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const attributeOf = (key: string) => node.attributes.find((each) => 'name' in each && each.name === key)?.value;
    if (attributeOf('id')) return;
    const when = attributeOf('when') ?? undefined;
    const shown = node.name ? shownBy(node.name, when) : undefined;
    if (!shown || shown.count > 0) return;
    const written = when === undefined ? `<${node.name} />` : `<${node.name} when="${when}" />`;
    const message = `${written} shows nothing: the front matter lists nothing that it could show and that is not placed already`;
    found.push(warning('lint/empty-component', message, `remove it, or add to "${shown.list}:"`, placeOf(node)));
  });
  return found;
}

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
      const message = `${host} hides where this link leads, and may stop working one day`;
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
