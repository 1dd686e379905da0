import { pathFromDate, slugify } from '@/lib/base/address';
import { entryId } from '@/lib/base/fields';
import { entriesOf } from '@/lib/content/community';
import { toEntryText, toYaml } from '@/lib/content/entry-text';
import { postSchema } from '@/lib/content/schema';
import { type EntryKind, kinds } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import { listOf, textOf, today } from '@/lib/kinds/recipe';
import { contributorsFile } from '@/lib/news/new/contributors-file';
import type { NewFile } from '@/lib/news/new/new-file';

function entryFile(kind: EntryKind): NewFile {
  const { name, folder, schema, recipe } = kind;
  return {
    ...recipe,
    name,
    schema,
    idProblem: (id) =>
      entryId.safeParse(id).success ? undefined : 'use lower-case letters, digits, dots, hyphens and underscores',
    toFile: (id, fields) => ({ path: `${folder}/${id}.yaml`, text: toEntryText(name, fields) }),
    findExisting(community, fields, { chosen, made }) {
      const entries = entriesOf(community, kind);
      const given = Object.entries(fields).filter(([, value]) => value !== undefined);
      const keysOf = (entry: object) =>
        Object.entries(kind.unique({ id: '', file: '', shownFile: '', ...recipe.sample, ...entry }));
      const keys = keysOf(Object.fromEntries(given)).filter(([field]) => fields[field] !== undefined);
      const sameKeys = (entry: EntryBase) => {
        const known = new Map(keysOf(entry));
        return keys.filter(([field, key]) => known.get(field) === key).map(([field]) => field);
      };
      const entry =
        entries.find(({ id }) => id === (chosen ?? made)) ??
        (chosen === undefined ? entries.find((each) => sameKeys(each).length > 0) : undefined);
      if (!entry) return undefined;
      const same = sameKeys(entry);
      return { entry, fields: Object.fromEntries(given.filter(([field]) => !same.includes(field))) };
    },
  };
}

const post: NewFile = {
  name: 'post',
  schema: postSchema,
  sample: { title: 'A post', date: '2022-03-01' },
  example: '--title "How signing works" --author dholbach',
  questions: [
    { flag: 'title', type: 'line', required: true, ask: 'What is the headline?' },
    {
      flag: 'date',
      type: 'line',
      required: true,
      ask: 'When is it published? (a day, or a time with its offset)',
      initial: today,
      fallback: today,
    },
    { flag: 'description', type: 'line', ask: 'Why should people read it? (one sentence)' },
    { flag: 'author', type: 'lines', ask: 'Who is the author? (the id of a person, or a name)', example: 'dholbach' },
    { flag: 'tag', type: 'lines', ask: 'What are its tags? (one each)', example: 'security' },
    {
      flag: 'lang',
      type: 'line',
      onlyFlag: true,
      ask: 'Its language, if it differs from that of the site.',
      example: 'fr',
    },
    {
      flag: 'publish',
      type: 'switch',
      onlyFlag: true,
      ask: 'Create it without "draft: true", so that it is public from its date on.',
    },
  ],
  toFields: (answers) => ({
    title: textOf(answers, 'title'),
    description: textOf(answers, 'description'),
    date: textOf(answers, 'date'),
    authors: listOf(answers, 'author'),
    tags: listOf(answers, 'tag'),
    lang: textOf(answers, 'lang'),
    draft: answers.has('publish') ? undefined : true,
  }),
  toId: (answers) => slugify(textOf(answers, 'title') ?? ''),
  next: (_, answers) => [
    'Write the text. "npm run dev" previews it, even as a draft.',
    answers.has('publish')
      ? 'When it is ready, send a pull request.'
      : 'When it is ready, remove "draft: true" and send a pull request.',
  ],
  idProblem: (id) => (id === '' || /[/\\]/.test(id) ? 'use a single path segment, such as february-update' : undefined),
  toFile(id, fields) {
    const { date } = postSchema.pick({ date: true }).parse({ date: fields.date });
    const path = pathFromDate(date, id).replace(/^\/|\/$/g, '');
    return { path: `${path}.mdx`, text: `---\n${toYaml(fields)}---\n\nStart with what is new, and for whom.\n` };
  },
};

/** Every kind of file. */
export const newFiles: readonly NewFile[] = [...kinds.map(entryFile), contributorsFile, post];
