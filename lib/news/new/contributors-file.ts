// What `news new contributors` asks: whom a month's edition thanks, where no code host knows them.
import { z } from 'zod';
import { field } from '@/lib/base/fields';
import { toEntryText } from '@/lib/content/entry-text';
import { sameName } from '@/lib/kinds/duplicates';
import { contributorsSchema } from '@/lib/kinds/projects';
import { listOf, sendPullRequest, textOf, thisMonth } from '@/lib/kinds/recipe';
import type { NewFile } from '@/lib/news/new/new-file';

const month = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** The month is the name of the file, and none of its fields. */
const schema = contributorsSchema.extend({
  month: field(z.string().regex(month, 'is not a month'), 'The month.', '2022-02'),
});

type Person = z.output<typeof contributorsSchema>['people'][number];

function peopleIn(fields: Readonly<Record<string, unknown>>): readonly Person[] {
  return contributorsSchema.shape.people.safeParse(fields.people).data ?? [];
}

export const contributorsFile: NewFile = {
  name: 'contributors',
  schema,
  sample: { month: '2022-02', people: [] },
  example: '--month 2022-02 --person "Ann Lee" --first "Bo Ek"',
  questions: [
    { flag: 'month', type: 'line', required: true, ask: 'In which month?', example: '2022-02', initial: thisMonth },
    { flag: 'person', type: 'lines', ask: 'Who contributed? (the name they use)', example: 'Ann Lee' },
    { flag: 'first', type: 'lines', ask: 'Who contributed for the first time?', example: 'Bo Ek' },
  ],
  toFields(answers) {
    const first = listOf(answers, 'first') ?? [];
    const isFirst = (name: string) => first.some((each) => sameName(each) === sameName(name));
    const others = (listOf(answers, 'person') ?? []).filter((name) => !isFirst(name));
    const people = [...others.map((name) => ({ name })), ...first.map((name) => ({ name, first: true }))];
    return { month: textOf(answers, 'month'), people };
  },
  toId: (answers) => textOf(answers, 'month') ?? '',
  next: (id) => [`"npm run news -- draft ${id}" adds them to the edition of that month.`, sendPullRequest],
  idProblem: (id) => (month.test(id) ? undefined : 'name it for its month, such as 2022-02'),
  toFile: (id, { people }) => ({ path: `contributors/${id}.yaml`, text: toEntryText('contributors', { people }) }),
  findExisting(community, fields, { chosen, made }) {
    const entry = community.contributors.find(({ id }) => id === (chosen ?? made));
    if (!entry) return undefined;
    const known = new Set(entry.people.map(({ name }) => sameName(name)));
    return { entry, fields: { people: peopleIn(fields).filter(({ name }) => !known.has(sameName(name))) } };
  },
};
