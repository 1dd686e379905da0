// The kind of people: who writes, maintains, speaks and contributes.

import { toDayOrMonth } from '@/lib/base/dates';
import { element } from '@/lib/base/html';
import { covers, type Span } from '@/lib/base/month';
import { sectionTexts } from '@/lib/base/sections';
import { personPath, toUrl } from '@/lib/base/urls';
import { asTitle, formatList, withoutStop, words } from '@/lib/base/words';
import { defineKind } from '@/lib/kinds/define-kind';
import { sameName } from '@/lib/kinds/duplicates';
import type { Entry, Lookup } from '@/lib/kinds/kind';
import { personRecipe } from '@/lib/kinds/person/questions';
import { type PersonFields, personSchema } from '@/lib/kinds/person/schema';

const said = words.kinds.person;

export type Person = Entry<PersonFields>;

/** What is shown of a person. */
export type PersonView = ReturnType<typeof toPersonView>;

export const person = defineKind({
  name: 'person',
  folder: 'people',
  label: { ...said, one: 'person', many: 'people', section: sectionTexts.people.title },
  schema: personSchema,
  field: { about: 'People who took a role, by id.', example: 'paulo-gomes' },
  components: { one: { about: 'One person; the text inside goes below the name.' }, all: false },
  shape: 'arch',
  pictures: {
    field: 'picture',
    endings: ['png', 'webp', 'jpg', 'jpeg'],
    formats: 'PNG, WebP or JPEG',
    largest: 500_000,
    path: '/people/pictures/',
  },
  hasPages: true,
  isContributed: false,
  reserved: /^(?:pictures|index)$/,
  isData: false,
  isSearched: false,
  feed: false,
  announcement: { title: said.announced },
  cardLine: () => withoutStop(sectionTexts.people.lead),
  view: toPersonView,
  item({ title, url, roles, affiliation }) {
    const facts = [...roles, affiliation].filter(Boolean).join('; ');
    return [element('a', { href: url }, title), facts ? `: ${facts}` : null];
  },
  card: ({ id, name, affiliation }) => ({
    kicker: sectionTexts.people.title,
    title: name,
    line: affiliation,
    figure: { kind: 'shapes', seed: id, shapes: ['person', 'plain'] },
  }),
  words: () => [],
  references: ({ roles = [] }) =>
    roles.flatMap(({ project }, index) =>
      project === undefined ? [] : [{ to: 'project' as const, id: project, path: ['roles', index, 'project'] }],
    ),
  unique: ({ name }) => ({ name: sameName(name) }),
  gather: (entries, { span }) => [
    entries.filter(({ roles = [] }) => roles.some(({ since }) => since && covers(span, since))),
    [],
  ],
  draftNames: (entry, lookup, span) => ({ id: entry.id, name: entry.name, role: newRoleOf(entry, lookup, span) }),
  usedBy: ({ id, name }) => [id, name],
  joins: true,
  recipe: personRecipe,
});

function toPersonView({ id, name, affiliation, roles = [] }: Person, lookup: Lookup) {
  return {
    id,
    title: name,
    url: toUrl(personPath(id)),
    affiliation,
    /** `Maintainer of Example tool, since February 2022`, one a role. */
    roles: roles.map(({ role, project, of, since, until }) => {
      const projectName = project && (lookup.project(project)?.name ?? project);
      const subject = of && projectName ? `${of} (${projectName})` : (of ?? projectName);
      const title = asTitle(subject ? said.roleOf(said.roles[role], subject) : said.roles[role]);
      const from = since && said.since(toDayOrMonth(since));
      const to = until && said.until(toDayOrMonth(until));
      return [title, from, to].filter(Boolean).join(words.comma);
    }),
  };
}

function newRoleOf({ roles = [] }: Person, lookup: Lookup, span: Span): string {
  const fresh = roles.filter(({ since }) => since && covers(span, since));
  return formatList(
    fresh.map(({ role, project, of }) => {
      const what = project ? (lookup.project(project)?.name ?? project) : of;
      return what ? said.roleOf(said.roles[role], what) : said.roles[role];
    }),
  );
}
