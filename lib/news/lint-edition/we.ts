// "We" for two different groups: the community, and somebody's company or team.
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import type { LintedEdition } from '@/lib/news/lint-edition/edition';
import { site } from '@/lib/site';

const name = String.raw`(?<group>(?:the\s+)?[\p{Lu}\d][\p{L}\p{N}&.'’-]*(?:\s+[\p{Lu}\d][\p{L}\p{N}&.'’-]*)*)`;

/** `we at Example`, `at Example, we`, `our team at Example`, `as Example, we`. */
const forms = [
  String.raw`\b(?:[Ww]e|[Uu]s|[Oo]ur\s+(?:team|company|colleagues|engineers))\s*,?\s+(?:here\s+)?(?:at|from|of)\s+${name}`,
  String.raw`\b(?:[Hh]ere\s+)?(?:[Aa]t|[Aa]s)\s+${name},\s+(?:we|our)\b`,
].map((form) => new RegExp(form, 'gu'));

/** Places where “we” means a group other than the community, unless the whole text speaks for that one group. */
export function findOtherWe({ blocks, content }: LintedEdition): Diagnostic[] {
  const own = [site.name, site.shortName, ...content.community.projects.map((project) => project.name)];
  const isOwn = (group: string) => {
    const bare = group.replace(/^the\s+/i, '').toLowerCase();
    return own.some((each) => each.toLowerCase().startsWith(bare));
  };
  const unquoted = blocks.filter(({ quoted }) => !quoted);
  const others = unquoted
    .flatMap(({ text, at }) => forms.flatMap((form) => [...text.matchAll(form)].map((match) => ({ match, at }))))
    .map(({ match, at }) => ({
      group: (match.groups?.group ?? '').replace(/\s+/g, ' ').replace(/[.,]$/, ''),
      text: match[0],
      place: at(match.index),
    }))
    .filter(({ group }) => !isOwn(group));
  const isOneGroup = new Set(others.map(({ group }) => group)).size === 1 && countWe(unquoted) === countWe(others);
  if (isOneGroup) return [];
  return others.map(({ group, place }) => {
    const message = `“we” means ${group} here, but another group elsewhere in this edition`;
    return warning('lint/we', message, `write “the people at ${group}”, or quote them`, place);
  });
}

function countWe(texts: readonly { readonly text: string }[]): number {
  return texts.reduce((sum, { text }) => sum + [...text.matchAll(/\b[Ww]e\b/g)].length, 0);
}
