// The kind of ecosystem entries: what others have built around the projects.
import { toDayOrMonth } from '@/lib/base/dates';
import { element } from '@/lib/base/html';
import { capitalised, countedInFigures } from '@/lib/base/words';
import { defineKind } from '@/lib/kinds/define-kind';
import { sameAddress, sameName } from '@/lib/kinds/duplicates';
import { ecosystemRecipe } from '@/lib/kinds/ecosystem/questions';
import { type EcosystemFields, ecosystemSchema } from '@/lib/kinds/ecosystem/schema';
import { ecosystemTemplate } from '@/lib/kinds/ecosystem/template';
import type { Entry, EntryView } from '@/lib/kinds/kind';

export type EcosystemEntry = Entry<EcosystemFields>;

/** What is shown of an ecosystem entry. */
export interface EcosystemView extends EntryView {
  readonly url: string;
  /** Markdown of one line. */
  readonly about: string;
  readonly kind: string;
  readonly joinedText: string | undefined;
}

export const ecosystem = defineKind({
  name: 'ecosystem',
  folder: 'ecosystem',
  label: {
    one: 'ecosystem entry',
    many: 'ecosystem entries',
    title: 'Ecosystem entry',
    section: 'Ecosystem',
    gathered: ['addition to the ecosystem', 'additions to the ecosystem'],
    sought: 'tool',
    found: 'Ecosystem',
  },
  about: 'Something that works with the projects, ecosystem/<id>.yaml.',
  schema: ecosystemSchema,
  field: { about: 'Ecosystem entries that joined, by id.', example: 'tf-controller' },
  components: { one: false, all: { about: 'The ecosystem entries that the post names.' } },
  shape: 'ring',
  feed: false,
  announcement: { title: 'New in the ecosystem' },
  cardLine: (count) =>
    countedInFigures(count, 'tool, controller or integration', 'tools, controllers and integrations'),
  view: toView,
  item: ({ title, url, about }, { inline }) => [element('a', { href: url }, title), ': ', inline(about)],
  search: ({ kind }) => ({ text: undefined, names: [kind] }),
  words: ({ about }) => [about],
  unique: ({ name, url }) => ({ name: sameName(name), url: sameAddress(url) }),
  joins: true,
  recipe: ecosystemRecipe,
  template: { file: 'ecosystem/your-project.yaml', text: ecosystemTemplate },
});

function toView({ id, name, url, about, kind, joined }: EcosystemEntry): EcosystemView {
  return { id, title: name, url, about, kind: capitalised(kind), joinedText: joined && toDayOrMonth(joined) };
}
