// `news form KIND`: a GitHub issue form for a kind of entry, from whose answers a workflow makes a file.
import { stringify } from 'yaml';
import { type Command, exit, UsageError } from '@/lib/base/cli/command';
import { parseOptions, suggest } from '@/lib/base/cli/options';
import { capitalised, withArticle } from '@/lib/base/english';
import { type EntryKind, kindNamed, kinds } from '@/lib/kinds/index';
import { fieldsOf, isDateOfEntry, type SchemaField } from '@/lib/kinds/schema-fields';
import { onlyWord } from '@/lib/news/arguments';

const names = kinds.map(({ name }) => name);

export const form: Command = {
  name: 'form',
  summary: 'prints an issue form for a kind of entry, so that people can contribute one without Git',
  usage: `
usage: npm run news -- form KIND

Prints a GitHub issue form with a question for each field of a kind of entry. Save it in .github/ISSUE_TEMPLATE under the
name of the kind, and add a label of that name to the repository. When a maintainer adds the label "accepted" to an issue,
a workflow makes a pull request from its answers.

  KIND   ${names.join(', ')}

examples:
  npm run -s news -- form event
  npm run -s news -- form person > .github/ISSUE_TEMPLATE/person.yml

exit codes: 0 printed · 2 invalid command line
`,
  async run(args, terminal) {
    const { words } = parseOptions('form', args, {});
    const name = onlyWord(words, 'kind', `(${names.join(', ')})`);
    const kind = kindNamed(name);
    if (!kind) throw new UsageError(`“${name}” is not a kind of entry. ${suggest(name, names)}`);
    terminal.out(toIssueForm(kind).trimEnd());
    return exit.done;
  },
};

/**
 * The issue form of a kind, as YAML. The ids of its questions are the fields of the schema, without those that need a file
 * next to the entry, or that have fields of their own.
 */
export function toIssueForm({ name, label, schema, pictures }: EntryKind): string {
  const asked = fieldsOf(schema).filter(
    (field) =>
      field.type !== 'group' && !isDateOfEntry(field) && field.name !== 'aliases' && field.name !== pictures?.field,
  );
  const next = 'When a maintainer accepts this issue, it becomes a pull request automatically.';
  const issueForm = {
    name: `Add ${withArticle(label.one)}`,
    description: [label.intro, next].filter(Boolean).join(' '),
    title: `${capitalised(label.one)}: `,
    labels: [name],
    body: asked.map(toQuestion),
  };
  // GitHub reads YAML 1.1, in which `no` and 2022-03-01 are not texts unless they are quoted.
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
      ...(type === 'lines' ? { description: 'One per line.' } : {}),
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
