// "We" for two different groups: the community, and somebody's company or team.
import type { Finding, LintedEdition } from '@/lib/news/lint-edition/edition';
import { site } from '@/lib/site';

const name = String.raw`(?<group>(?:the\s+)?[\p{Lu}\d][\p{L}\p{N}&.'’-]*(?:\s+[\p{Lu}\d][\p{L}\p{N}&.'’-]*)*)`;

/** `we at Example`, `at Example, we`, `our team at Example`, `as Example, we`. */
const forms = [
  String.raw`\b(?:[Ww]e|[Uu]s|[Oo]ur\s+(?:team|company|colleagues|engineers))\s*,?\s+(?:here\s+)?(?:at|from|of)\s+${name}`,
  String.raw`\b(?:[Hh]ere\s+)?(?:[Aa]t|[Aa]s)\s+${name},\s+(?:we|our)\b`,
].map((form) => new RegExp(form, 'gu'));

/** Places where “we” is another group than the one that speaks. The one that speaks is the community. */
export function findOtherWe({ blocks, content }: LintedEdition): Finding[] {
  const own = [site.name, site.shortName, ...content.community.projects.map((project) => project.name)];
  const isOwn = (group: string) =>
    own.some((each) =>
      each.toLowerCase().startsWith(
        group
          .replace(/^the\s+/i, '')
          .toLowerCase()
          .replace(/[.,]$/, ''),
      ),
    );
  const groups = blocks.flatMap(({ text, at, quoted }) =>
    quoted
      ? []
      : forms.flatMap((form) =>
          [...text.matchAll(form)].map((match) => ({
            group: (match.groups?.group ?? '').replace(/\s+/g, ' ').replace(/[.,]$/, ''),
            text: match[0],
            place: at(match.index),
          })),
        ),
  );
  const others = groups.filter(({ group }) => !isOwn(group));
  // Somebody who says “we at Example” throughout, and nothing else, means one group.
  const counted = blocks.reduce(
    (sum, { text, quoted }) => sum + (quoted ? 0 : [...text.matchAll(/\b[Ww]e\b/g)].length),
    0,
  );
  const inOthers = others.reduce((sum, { text }) => sum + [...text.matchAll(/\b[Ww]e\b/g)].length, 0);
  const one = new Set(others.map(({ group }) => group)).size === 1 && counted === inOthers;
  if (one) return [];
  return others.map(({ group, place }) => ({
    ...place,
    rule: 'we',
    message: `“we” is ${group} here, and another group elsewhere in this edition`,
    fix: `say “the people at ${group}”, or quote them`,
  }));
}
