// What is still to be written, people who are thanked twice, and "we" for two different groups.
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { withoutStop } from '@/lib/base/words';
import { hiddenReason } from '@/lib/content/visibility';
import { cleanLine } from '@/lib/news/collect/clean';
import { indexOfName, type LintedEdition } from '@/lib/news/lint-edition/edition';
import { site } from '@/lib/site';

const marks = /\b(?:TODO|TBD|TBA|FIXME|XXX)\b|\b[Ll]orem [Ii]psum|LOREM IPSUM|\?\?\?/g;

/** Prompts of the template, and notes that authors leave for themselves. */
export function findPrompts({ tree, blocks, placeOf }: LintedEdition): Diagnostic[] {
  const found = blocks.flatMap(({ text, at }) =>
    [...text.matchAll(marks)].map(({ 0: mark, index }) =>
      warning('lint/prompt', `“${mark}” is left in the text`, 'finish the text', at(index)),
    ),
  );
  visit(tree, (node) => {
    if (!('name' in node) || node.name !== 'Prompt') return;
    const message = `a prompt is left in the text: “${cleanLine(plainText(node), 60)}”`;
    found.push(warning('lint/prompt', message, 'replace it with what it asks for, or remove it', placeOf(node)));
  });
  return found;
}

/** An edition that is not public yet and whose title says only the month, or whose headline only counts what there is. */
export function findNoHeadline({ post, month, lookup, placeOfField }: LintedEdition): Diagnostic[] {
  if (!month || !hiddenReason(post, lookup.now)) return [];
  // What `draft` proposes where it finds no news.
  const isCount = post.description !== undefined && post.title === withoutStop(post.description);
  if (post.kicker !== undefined && !isCount) return [];
  const message = `nothing in “${post.title}” says what the news is`;
  const fix = 'write "headline:" with the news in one line, such as "headline: Tool 0.27 brings two breaking changes"';
  return [warning('lint/headline', message, fix, placeOfField([isCount && post.kicker ? 'headline' : 'title']))];
}

/** Two names of one person in `contributors:`, and a person thanked in two sentences of the text. */
export function findThankedTwice({ post, content, placeOfField, blocks }: LintedEdition): Diagnostic[] {
  const { people } = content.community;
  const { contributors } = post.coverage;
  const idOf = new Map(people.flatMap(({ id, name }) => [id, name].map((each) => [lettersOf(each), id])));
  const keys = contributors.map((name) => idOf.get(lettersOf(name)) ?? lettersOf(name));
  const listed = contributors.flatMap((name, index) => {
    const first = contributors[keys.indexOf(keys[index] ?? '')] ?? name;
    if (keys.indexOf(keys[index] ?? '') === index) return [];
    const message = `“${name}” is already thanked${first === name ? '' : ` as “${first}”`}`;
    return [warning('lint/thanked-twice', message, 'keep one of the two', placeOfField(['contributors', index]))];
  });
  const sentences = blocks
    .filter(({ quoted }) => !quoted)
    .flatMap(({ text, at }) =>
      [...text.matchAll(/[^.!?]+[.!?]*/g)].map(({ 0: sentence, index }) => ({ sentence, index, at })),
    )
    .filter(({ sentence }) => /\b(?:thank|kudos|shout-?out)/i.test(sentence));
  const names = new Set([...contributors, ...people.map(({ name }) => name)]);
  const inText = [...names].flatMap((name) => {
    const [first, ...more] = sentences.flatMap(({ sentence, index, at }) => {
      const offset = indexOfName(sentence, name);
      return offset < 0 ? [] : [at(index + offset)];
    });
    const message = `${name} is already thanked on line ${first?.line}`;
    return more.map((place) => warning('lint/thanked-twice', message, 'thank them once for both', place));
  });
  return [...listed, ...inText];
}

/** A name without case, accents, spaces and punctuation. */
function lettersOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

const groupName = String.raw`(?<group>(?:the\s+)?[\p{Lu}\d][\p{L}\p{N}&.'’-]*(?:\s+[\p{Lu}\d][\p{L}\p{N}&.'’-]*)*)`;

/** `we at Example`, `at Example, we`, `our team at Example`, `as Example, we`. */
const weForms = [
  String.raw`\b(?:[Ww]e|[Uu]s|[Oo]ur\s+(?:team|company|colleagues|engineers))\s*,?\s+(?:here\s+)?(?:at|from|of)\s+${groupName}`,
  String.raw`\b(?:[Hh]ere\s+)?(?:[Aa]t|[Aa]s)\s+${groupName},\s+(?:we|our)\b`,
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
    .flatMap(({ text, at }) => weForms.flatMap((form) => [...text.matchAll(form)].map((match) => ({ match, at }))))
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
