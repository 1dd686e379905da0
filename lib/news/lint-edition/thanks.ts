// People who are thanked twice.
import type { Finding, LintedEdition } from '@/lib/news/lint-edition/edition';
import { indexOfName } from '@/lib/news/lint-edition/edition';

/** Two names of one person in `contributors:`, and a person thanked in two sentences of the text. */
export function findThankedTwice(edition: LintedEdition): Finding[] {
  const { post, content, located, blocks } = edition;
  const findings: Finding[] = [];
  const people = new Map(
    content.community.people.flatMap(({ id, name }) => [
      [plain(id), id],
      [plain(name), id],
    ]),
  );
  const seen = new Map<string, string>();
  post.coverage.contributors.forEach((name, index) => {
    const key = people.get(plain(name)) ?? plain(name);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, name);
      return;
    }
    const place = located?.placeOf(['contributors', index]) ?? { line: 1, column: 1 };
    const message = `“${name}” is thanked already${first === name ? '' : `, as “${first}”`}`;
    findings.push({ ...place, rule: 'thanked-twice', message, fix: 'keep one of the two' });
  });
  const names = new Set([...post.coverage.contributors, ...content.community.people.map(({ name }) => name)]);
  const sentences = blocks.flatMap(({ text, at, quoted }) =>
    quoted
      ? []
      : [...text.matchAll(/[^.!?]+[.!?]*/g)].flatMap(({ 0: sentence, index }) =>
          /\b(?:thank|kudos|shout-?out)/i.test(sentence)
            ? [{ sentence, place: (offset: number) => at(index + offset) }]
            : [],
        ),
  );
  for (const name of names) {
    const thanked = sentences.flatMap(({ sentence, place }) => {
      const index = indexOfName(sentence, name);
      return index < 0 ? [] : [place(index)];
    });
    const [first, ...more] = thanked;
    if (!first) continue;
    for (const place of more) {
      const message = `${name} is thanked in line ${first.line} already`;
      findings.push({ ...place, rule: 'thanked-twice', message, fix: 'thank them once, for both' });
    }
  }
  return findings;
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
