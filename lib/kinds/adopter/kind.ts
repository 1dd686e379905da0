// The kind of adopters: organisations that use the projects and said so in public.

import { z } from 'zod';
import { daysBetween, toDayOrMonth } from '@/lib/base/dates';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { element } from '@/lib/base/html';
import { sectionTexts } from '@/lib/base/sections';
import { formatList, plural, words } from '@/lib/base/words';
import { adopterRecipe, adopterTemplate } from '@/lib/kinds/adopter/questions';
import { type AdopterFields, adopterSchema } from '@/lib/kinds/adopter/schema';
import { defineKind } from '@/lib/kinds/define-kind';
import { duplicatesBy, sameAddress, sameName } from '@/lib/kinds/duplicates';
import type { Entry, ImportSource, Lookup, PlaceOf } from '@/lib/kinds/kind';

const said = words.kinds.adopter;

export type Adopter = Entry<AdopterFields>;

const text = z.string().optional().catch(undefined);
const listSchema = z.object({ project: z.string().optional(), companies: z.array(z.unknown()) });
const companySchema = z.object({ name: text, url: text, logo: text });

/** Lists of adopters as the Hugo sites of communities have them, one per project. */
const adopterSource: ImportSource<Adopter> = {
  about: "Organisations from YAML lists in Hugo's shape",
  shape: 'adopters: {project, companies: [{name, url}]}',
  folder: 'data/adopters',
  example: 'data/adopters/1-tool.yaml',
  parse(data) {
    const list = listSchema.safeParse(data.adopters ?? data).data;
    const toEntry = (company: unknown) => {
      const { name, url, logo } = companySchema.safeParse(company).data ?? {};
      return { name, url, picture: logo };
    };
    return list && { project: list.project, entries: list.companies.map(toEntry) };
  },
  isSame: (a, b) => sameName(a.name) === sameName(b.name) || sameAddress(a.url) === sameAddress(b.url),
  toFields: ({ name, url, picture }, projects, existing) => ({
    name,
    url,
    logo: picture,
    // That a list does not name other projects is no difference.
    projects: [...new Set([...(existing?.projects ?? []), ...projects])],
  }),
};

export const adopter = defineKind({
  name: 'adopter',
  folder: 'adopters',
  label: { ...said, one: 'adopter', many: 'adopters', section: sectionTexts.adopters.title },
  schema: adopterSchema,
  field: { about: 'Adopters that joined, by id.', example: 'volvo-cars' },
  components: { all: { about: 'The adopters that the post names and does not place one by one, as a wall.' } },
  shape: 'square',
  pictures: {
    field: 'logo',
    endings: ['svg', 'png', 'webp'],
    formats: 'SVG, PNG or WebP',
    largest: 50_000,
    path: '/adopters/logos/',
  },
  feed: false,
  announcement: { title: said.announced },
  front: { id: 'joined', title: said.announced, shown: 8 },
  cardLine: (count) => plural(said.organisations, count),
  view: toAdopterView,
  item: ({ title, url, storyUrl }) => [
    element('a', { href: url }, title),
    storyUrl ? [' (', element('a', { href: storyUrl }, said.story), ')'] : null,
  ],
  search({ about = '', kind = '', projects }, lookup) {
    const names = projects.map((id) => lookup.project(id)?.name ?? id);
    return { text: [about, kind, said.uses(formatList(names))].filter(Boolean).join(' '), about: undefined };
  },
  words: ({ name }) => [name],
  unique: ({ name, url }) => ({ name: sameName(name), url: sameAddress(url) }),
  check: findSameDomains,
  joins: true,
  importSource: adopterSource,
  recipe: adopterRecipe,
  template: { file: 'adopters/your-organisation.yaml', text: adopterTemplate },
});

/** What is shown of an adopter. */
export type AdopterView = ReturnType<typeof toAdopterView>;

/** For how long an adopter is marked as new. */
const newForDays = 120;

function toAdopterView(entry: Adopter, { now }: Lookup) {
  const { id, name, url, about, story, joined } = entry;
  return {
    id,
    title: name,
    url,
    about,
    storyUrl: story,
    /** `February 2022`, where it is known. */
    joinedText: joined && toDayOrMonth(joined),
    isNew: joined !== undefined && daysBetween(joined.start, now) <= newForDays,
  };
}

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
