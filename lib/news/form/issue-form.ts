// A GitHub issue form for a kind of entry: its questions are those of `news new`, its choices those of the schema.
import { stringify } from 'yaml';
import { capitalised, withArticle } from '@/lib/base/english';
import { wordsOf } from '@/lib/base/words';
import { repeatChoices } from '@/lib/kinds/event/repeat-choices';
import type { EntryKind } from '@/lib/kinds/index';
import type { Question, RecipeContext } from '@/lib/kinds/recipe';
import { fieldsOf, isDateOfEntry, type SchemaField } from '@/lib/kinds/schema-fields';

/** The folder of forms, from the root. */
export const formFolder = '.github/ISSUE_TEMPLATE';

/** The id of the box that one ticks to give consent. */
export const consentId = 'consent';

/**
 * The issue form of a kind, as YAML. The ids of its questions are fields of the schema, without those that need a file next to
 * the entry, that have fields of their own, or that only a later change needs.
 *
 * @param context the projects and zones to choose from: `zones` must not change with each event.
 */
export function toIssueForm(kind: EntryKind, context: RecipeContext): string {
  const { name, label } = kind;
  const { add, about, consent } = textsOf(kind);
  const next = 'When a maintainer accepts this issue, it becomes a pull request automatically.';
  const issueForm = {
    name: add,
    description: [about, next].filter(Boolean).join(' '),
    title: `${capitalised(label.one)}: `,
    labels: [name],
    body: [
      ...askedIn(kind).map(([question, field]) => toElement(question, field, context)),
      ...(consent ? [toConsent(consent)] : []),
    ],
  };
  const note = `# Made by “npm run news -- form ${name} --write”. To change it, change the questions of the kind.\n`;
  // GitHub reads YAML 1.1, in which `no` and 2022-03-01 are not texts unless they are quoted.
  return note + stringify(issueForm, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}

interface FormTexts {
  readonly add: string;
  readonly about?: string | undefined;
  readonly consent?: string | undefined;
}

/** What the contribute page says of a kind, in English, as the questions are. */
function textsOf({ name, label, recipe }: EntryKind): FormTexts {
  const { event, adopter, ecosystem, link } = wordsOf('en').contribute;
  const known: Readonly<Record<string, FormTexts>> = { event, adopter, ecosystem, link };
  if (Object.hasOwn(known, name) && known[name]) return known[name];
  return { add: `Add ${withArticle(label.one)}`, about: label.intro, consent: recipe.consent };
}

/** The questions of a kind that a form can ask, in their order, each with its field. */
function askedIn({ recipe, schema, pictures }: EntryKind): [Question, SchemaField][] {
  const fields = new Map(fieldsOf(schema).map((field) => [field.name, field]));
  return recipe.questions.flatMap((question): [Question, SchemaField][] => {
    const field = fields.get(question.field ?? question.flag);
    const isAsked =
      field && field.type !== 'group' && !isDateOfEntry(field) && !['aliases', pictures?.field].includes(field.name);
    return isAsked && !question.onlyFlag ? [[question, field]] : [];
  });
}

function toElement(question: Question, field: SchemaField, context: RecipeContext) {
  const { name, type, control, isRequired } = field;
  const placeholder = question.example ?? [field.example].flat().find((each) => typeof each !== 'object');
  const choices = choicesOf(question, field, context);
  const { label, hint } = splitHint(question.ask, control);
  const isList = type === 'lines';
  const isText = isList || type === 'markdown';
  const perLine = isList && !choices?.length ? 'One per line' : undefined;
  const description = [perLine, hint].filter(Boolean).join(': ');
  return {
    type: choices?.length ? 'dropdown' : isText ? 'textarea' : 'input',
    id: name,
    attributes: {
      label,
      ...(description ? { description: `${capitalised(description)}.` } : {}),
      ...(choices?.length
        ? { ...(isList ? { multiple: true } : {}), options: choices }
        : placeholder === undefined
          ? {}
          : { placeholder: String(placeholder) }),
    },
    ...(isRequired && type !== 'switch' ? { validations: { required: true } } : {}),
  };
}

function choicesOf({ choices }: Question, { type, control }: SchemaField, context: RecipeContext) {
  if (type === 'switch') return ['no', 'yes'];
  return control === 'repeats' ? repeatLabels() : choices?.(context);
}

/** A question of `news new` without the full stop, and what it says in brackets after it: how to type what is not a choice. */
function splitHint(ask: string, control: SchemaField['control']): { label: string; hint: string | undefined } {
  const [, label = ask, hint] = /^(.+?) \(([^()]+)\)$/.exec(ask) ?? [];
  return { label: label.replace(/\.$/, ''), hint: control === 'repeats' ? undefined : hint };
}

/** How an event may repeat, without “not at all”. */
function repeatLabels(): string[] {
  return repeatChoices('').flatMap(({ value, label }) => (value === '' ? [] : [label]));
}

const consentLabel = 'May we publish this?';

function toConsent(consent: string) {
  const attributes = { label: consentLabel, options: [{ label: consent, required: true }] };
  return { type: 'checkboxes', id: consentId, attributes };
}
