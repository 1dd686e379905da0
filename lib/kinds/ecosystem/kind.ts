// The kind of ecosystem entries: what others have built around the projects.

import { z } from 'zod';
import { toDayOrMonth } from '@/lib/base/dates';
import { listed } from '@/lib/base/english';
import { dayOrMonth, field, httpsUrl, markdownLine, text } from '@/lib/base/fields';
import { element } from '@/lib/base/html';
import { sectionTexts } from '@/lib/base/sections';
import { asTitle, plural, words } from '@/lib/base/words';
import { defineKind } from '@/lib/kinds/define-kind';
import { sameAddress, sameName } from '@/lib/kinds/duplicates';
import type { Entry } from '@/lib/kinds/kind';
import { type OwnRecipe, sendPullRequest, thisMonth } from '@/lib/kinds/recipe';
import { site } from '@/lib/site';

const said = words.kinds.ecosystem;

/** An ecosystem entry, `ecosystem/<id>.yaml`. */
const ecosystemSchema = z.strictObject({
  name: field(text, 'What it is called.', 'Flamingo'),
  url: field(httpsUrl, 'Its URL.', 'https://github.com/example/flamingo'),
  about: field(markdownLine, 'What it does, in a sentence.', 'Lets two tools work together.'),
  kind: field(text, `What kind of thing it is: ${site.ecosystemKinds.join(', ')}.`, 'integration'),
  joined: field(dayOrMonth.optional(), 'When it was added: a day or a month.', '2022-04'),
});

/** What `news new ecosystem` asks. */
const recipe: OwnRecipe = {
  example: '--name Flamingo --url https://github.com/you/it --about "Lets two work together" --kind tool',
  questions: [
    { flag: 'name', ask: 'What is it called?', example: 'Flamingo' },
    { flag: 'url', ask: 'What is its URL?', example: 'https://github.com/you/it' },
    { flag: 'about', ask: 'What does it do, in a sentence?' },
    {
      flag: 'kind',
      ask: `What kind of thing is it? (such as ${listed(site.ecosystemKinds, 'or')})`,
      initial: () => 'tool',
      proposals: site.ecosystemKinds,
    },
    { flag: 'joined', ask: 'When was it added? (a day or a month)', initial: thisMonth },
  ],
  next: () => ['"npm run news -- draft" adds it to the edition of its month.', sendPullRequest],
};

/** The file that a newcomer fills in: what the code host's new-file form begins with. */
const template = `# yaml-language-server: $schema=../../.schemas/ecosystem.json
name: Your project
url: https://github.com/you/your-project
about: What it does, in a sentence.
# ${listed(site.ecosystemKinds, 'or')}
kind: tool
# Optional: the month in which you add this.
# joined: YYYY-MM
`;

/** What is shown of an ecosystem entry. `about` is Markdown of one line. */
export type EcosystemView = ReturnType<typeof toView>;

export const ecosystem = defineKind({
  name: 'ecosystem',
  folder: 'ecosystem',
  label: { ...said, one: 'ecosystem entry', many: 'ecosystem entries', section: sectionTexts.ecosystem.title },
  about: 'Something that works with the projects, ecosystem/<id>.yaml.',
  schema: ecosystemSchema,
  field: { about: 'Ecosystem entries that joined, by id.', example: 'flamingo' },
  shape: 'ring',
  feed: false,
  announcement: { title: said.announced },
  cardLine: (count) => plural(site.ecosystemCounted ?? said.counts, count),
  view: toView,
  item: ({ title, url, about }, { inline }) => [element('a', { href: url }, title), ': ', inline(about)],
  search: ({ kind }) => ({ text: undefined, names: [kind] }),
  words: ({ about }) => [about],
  unique: ({ name, url }) => ({ name: sameName(name), url: sameAddress(url) }),
  joins: true,
  recipe,
  template: { file: 'ecosystem/your-project.yaml', text: template },
});

function toView({ id, name, url, about, kind, joined }: Entry<z.output<typeof ecosystemSchema>>) {
  return { id, title: name, url, about, kind: asTitle(kind), joinedText: joined && toDayOrMonth(joined) };
}
