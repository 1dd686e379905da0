// People who are thanked twice.
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { indexOfName, type LintedEdition } from '@/lib/news/lint-edition/edition';

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
    const message = `${name} is already thanked in line ${first?.line}`;
    return more.map((place) => warning('lint/thanked-twice', message, 'thank them once, for both', place));
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
