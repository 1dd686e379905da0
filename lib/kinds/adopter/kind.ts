// The kind of adopters: organisations that use the projects and said so in public.
import { toDayOrMonth } from '@/lib/base/dates';
import { element, type HtmlNode, list } from '@/lib/base/html';
import { countedInFigures } from '@/lib/base/words';
import { adopterSource } from '@/lib/kinds/adopter/import-source';
import { adopterRecipe } from '@/lib/kinds/adopter/questions';
import { type AdopterFields, adopterSchema } from '@/lib/kinds/adopter/schema';
import { adopterTemplate } from '@/lib/kinds/adopter/template';
import { type AdopterView, toAdopterView } from '@/lib/kinds/adopter/view';
import { defineKind } from '@/lib/kinds/define-kind';
import { duplicates, duplicatesBy, sameAddress, sameName } from '@/lib/kinds/duplicates';
import type { Entry, EntryProblem } from '@/lib/kinds/kind';

export type Adopter = Entry<AdopterFields>;

export const adopter = defineKind({
  name: 'adopter',
  folder: 'adopters',
  label: { one: 'adopter', many: 'adopters', counted: ['new adopter', 'new adopters'] },
  about: 'An adopter, adopters/<id>.yaml.',
  schema: adopterSchema,
  field: { about: 'Adopters that joined, by id.', example: 'volvo-cars' },
  components: { one: false, all: { about: 'The adopters that the post names, as a wall.' } },
  shape: 'square',
  pictures: {
    field: 'logo',
    endings: ['svg', 'png', 'webp'],
    formats: 'SVG, PNG or WebP',
    largest: 50_000,
    path: '/adopters/logos/',
  },
  feed: false,
  announcement: { title: 'New adopters' },
  front: { id: 'joined', title: 'New adopters', shown: 8 },
  cardLine: (count) => countedInFigures(count, 'organisation'),
  date: ({ joined }) => joined,
  view: toAdopterView,
  plain: (view, _, { text } = {}) => [list([itemOf(view)]), text],
  plainList: (views) => list(views.map(itemOf)),
  search({ about = '', kind = '', projects, joined }, lookup) {
    const names = projects.map((id) => lookup.project(id)?.name ?? id);
    return {
      text: [about, kind, `Uses ${names.join(', ')}.`].filter(Boolean).join(' '),
      date: joined && { datetime: joined.text, text: toDayOrMonth(joined) },
      years: joined ? [joined.text.slice(0, 4)] : [],
      names: [],
    };
  },
  words: ({ name }) => [name],
  references: ({ projects }) =>
    projects.map((id, index) => ({ to: 'project' as const, id, path: ['projects', index] })),
  check: findDuplicates,
  joins: true,
  importSource: adopterSource,
  recipe: adopterRecipe,
  template: { file: 'adopters/your-organisation.yaml', text: adopterTemplate },
});

function itemOf({ title, url, storyUrl }: AdopterView): HtmlNode {
  return [element('a', { href: url }, title), storyUrl ? [' (', element('a', { href: storyUrl }, 'story'), ')'] : null];
}

function findDuplicates(entries: readonly Adopter[]): EntryProblem[] {
  const sameDomain = duplicatesBy(entries, ({ url }) => new URL(url).hostname.replace(/^www\./, ''))
    .filter(([second, first]) => isWithin(second.url, first.url) || isWithin(first.url, second.url))
    .map(
      ([second, first]): EntryProblem => ({
        id: second.id,
        path: ['url'],
        severity: 'warning',
        code: 'adopter/same-domain',
        message: `${first.shownFile} has an address at the same domain`,
        fix: 'check that the two are not one',
      }),
    );
  return [
    ...duplicates(entries, { code: 'adopter/twice', what: 'name', field: 'name', key: ({ name }) => sameName(name) }),
    ...duplicates(entries, {
      code: 'adopter/twice',
      what: 'address',
      field: 'url',
      key: ({ url }) => sameAddress(url),
    }),
    ...sameDomain,
  ];
}

/** Whether one address is below another and is not the same. Two next to each other belong to two, as on www.gov.uk. */
function isWithin(inner: string, outer: string): boolean {
  const [below, above] = [sameAddress(inner), sameAddress(outer)];
  return below !== above && below.startsWith(`${above}/`);
}
