// `news form KIND`: an issue form of the code host for a kind of entry. The workflow makes files of its answers.
import { stringify } from 'yaml';
import { type Command, exit, UsageError } from '@/lib/base/cli/command';
import { parseOptions, suggest } from '@/lib/base/cli/options';
import { withArticle } from '@/lib/base/words';
import { type EntryKind, kindNamed, kinds } from '@/lib/kinds/index';
import { fieldsOf, isDateOfEntry, type SchemaField } from '@/lib/kinds/schema-fields';

const names = kinds.map(({ name }) => name);

export const form: Command = {
  name: 'form',
  summary: 'an issue form for a kind of entry, so that people can send one without Git',
  usage: `
usage: npm run news -- form KIND

Prints an issue form as GitHub reads it, with a question for each field that a line or a text can answer. Save it in
.github/ISSUE_TEMPLATE under the name of the kind, and add a label of that name to the repository. When a maintainer gives
an issue the label "accepted", a workflow makes a pull request of its answers.

  KIND   ${names.join(', ')}

examples:
  npm run -s news -- form event
  npm run -s news -- form person > .github/ISSUE_TEMPLATE/person.yml

exit codes: 0 printed · 2 called wrongly
`,
  async run(args, terminal) {
    const { words } = parseOptions('form', args, {});
    const [name, ...more] = words;
    if (name === undefined) throw new UsageError(`Which kind of entry? (${names.join(', ')})`);
    if (more.length > 0) throw new UsageError(`One kind at a time: “${more.join(' ')}” is too much.`);
    const kind = kindNamed(name);
    if (!kind) throw new UsageError(`“${name}” is not a kind of entry. ${suggest(name, names)}`);
    terminal.out(toIssueForm(kind).trimEnd());
    return exit.done;
  },
};

/**
 * The issue form of a kind, as YAML. The ids of its questions are the fields of the schema, without those that need a file
 * beside the entry or that have fields of their own.
 */
export function toIssueForm({ name, label, schema, pictures }: EntryKind): string {
  const asked = fieldsOf(schema).filter(
    (field) =>
      field.type !== 'group' && !isDateOfEntry(field) && field.name !== 'aliases' && field.name !== pictures?.field,
  );
  const next = 'A maintainer looks at it, and it becomes a pull request by itself.';
  const issueForm = {
    name: `Add ${withArticle(label.one)}`,
    description: [label.intro, next].filter(Boolean).join(' '),
    title: `${label.title}: `,
    labels: [name],
    body: asked.map(toQuestion),
  };
  // The code host reads YAML 1.1, in which `no` and 2022-03-01 are no texts unless they have quotes.
  return stringify(issueForm, { version: '1.1', lineWidth: 0 });
}

function toQuestion({ name, about, type, isRequired, example, choices }: SchemaField) {
  const options = choices ?? (type === 'switch' ? ['no', 'yes'] : undefined);
  const isText = type === 'lines' || type === 'markdown';
  return {
    type: options ? 'dropdown' : isText ? 'textarea' : 'input',
    id: name,
    attributes: {
      label: about.replace(/\.$/, ''),
      ...(type === 'lines' ? { description: 'One a line.' } : {}),
      ...(options ? { options } : example === undefined ? {} : { placeholder: placeholderOf(example) }),
    },
    ...(isRequired ? { validations: { required: true } } : {}),
  };
}

function placeholderOf(example: unknown): string {
  return [example]
    .flat()
    .filter((each) => typeof each !== 'object')
    .join('\n');
}
