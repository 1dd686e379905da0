// The kind of adopters: organisations that use the projects and said so in public.
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { element } from '@/lib/base/html';
import { countedInFigures } from '@/lib/base/words';
import { adopterSource } from '@/lib/kinds/adopter/import-source';
import { adopterRecipe, adopterTemplate } from '@/lib/kinds/adopter/questions';
import { type AdopterFields, adopterSchema } from '@/lib/kinds/adopter/schema';
import { toAdopterView } from '@/lib/kinds/adopter/view';
import { defineKind } from '@/lib/kinds/define-kind';
import { duplicatesBy, sameAddress, sameName } from '@/lib/kinds/duplicates';
import type { Entry, PlaceOf } from '@/lib/kinds/kind';

export type Adopter = Entry<AdopterFields>;

export const adopter = defineKind({
  name: 'adopter',
  folder: 'adopters',
  label: { one: 'adopter', many: 'adopters', counted: ['new adopter', 'new adopters'] },
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
  view: toAdopterView,
  item: ({ title, url, storyUrl }) => [
    element('a', { href: url }, title),
    storyUrl ? [' (', element('a', { href: storyUrl }, 'story'), ')'] : null,
  ],
  search({ about = '', kind = '', projects }, lookup) {
    const names = projects.map((id) => lookup.project(id)?.name ?? id);
    return { text: [about, kind, `Uses ${names.join(', ')}.`].filter(Boolean).join(' '), about: undefined };
  },
  words: ({ name }) => [name],
  references: ({ projects }) =>
    projects.map((id, index) => ({ to: 'project' as const, id, path: ['projects', index] })),
  unique: ({ name, url }) => ({ name: sameName(name), url: sameAddress(url) }),
  check: findSameDomains,
  joins: true,
  importSource: adopterSource,
  recipe: adopterRecipe,
  template: { file: 'adopters/your-organisation.yaml', text: adopterTemplate },
});

function findSameDomains(entries: readonly Adopter[], placeOf: PlaceOf): Diagnostic[] {
  return duplicatesBy(entries, ({ url }) => new URL(url).hostname.replace(/^www\./, ''))
    .filter(([second, first]) => isWithin(second.url, first.url) || isWithin(first.url, second.url))
    .map(([second, first]) => {
      const message = `${first.shownFile} has a website on the same domain`;
      return warning(
        'adopter/same-domain',
        message,
        'check that they are not the same organisation',
        placeOf(second, ['url']),
      );
    });
}

/** Whether one address is below another and is not the same. Two next to each other belong to two, as on www.gov.uk. */
function isWithin(inner: string, outer: string): boolean {
  const [below, above] = [sameAddress(inner), sameAddress(outer)];
  return below !== above && below.startsWith(`${above}/`);
}
