// The questions of the form for a new entry of a kind: made from its schema, its recipe and the words of the language.
import { asTitle, words } from '@/lib/base/words';
import type { FieldWords } from '@/lib/base/words/words';
import { zonesToChoose } from '@/lib/base/zones';
import { type Community, entriesOf } from '@/lib/content/community';
import { toWords, valueIn } from '@/lib/kinds/define-kind';
import { usualZones } from '@/lib/kinds/event/usual-zones';
import { type EntryKind, kinds } from '@/lib/kinds/index';
import { fieldsOf, isDateOfEntry, type SchemaField } from '@/lib/kinds/schema-fields';

const said = words.contribute;

/** What a question is asked with. */
export type FormControl =
  | 'text'
  | 'url'
  | 'number'
  | 'markdown'
  | 'day'
  /** A day, and a time or none. */
  | 'moment'
  | 'repeats'
  /** One of `choices`, or several of them. */
  | 'choice'
  | 'switch';

export interface FormQuestion {
  /** The field of the entry. */
  readonly name: string;
  readonly label: string;
  readonly help: string | undefined;
  readonly control: FormControl;
  readonly isRequired: boolean;
  /** Whether few people need it, so that it is shown apart. */
  readonly isDetail: boolean;
  /** Whether there may be more than one answer. */
  readonly several: boolean;
  /** Shown while nothing is typed: how the answer begins. */
  readonly beginning: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** What a list of choices says while none is chosen. */
  readonly noChoice: string;
  /** What is proposed while one types. */
  readonly suggestions: readonly string[];
}

/** So many values of other entries are proposed. */
const mostSuggestions = 40;

/** The kinds of which anybody may add entries with a form. */
export const contributedKinds: readonly EntryKind[] = kinds.filter(({ isContributed }) => isContributed);

/** What the form of a kind is called, and what it is for. */
export function formTexts({ name, label, about }: EntryKind): { readonly add: string; readonly about: string } {
  return formWords(name) ?? { add: words.kinds.own.add(label.one), about: label.intro ?? about };
}

interface KindForm {
  readonly add: string;
  readonly about: string;
  readonly consent?: string;
  readonly fields: Readonly<Record<string, FieldWords>>;
}

function formWords(name: string): KindForm | undefined {
  const forms: Readonly<Record<string, KindForm>> = {
    event: said.event,
    adopter: said.adopter,
    ecosystem: said.ecosystem,
    link: said.link,
  };
  return Object.hasOwn(forms, name) ? forms[name] : undefined;
}

/** The questions of a kind's form, in the order of its schema; those that few people need at the end. */
export function formQuestions(kind: EntryKind, community: Community): FormQuestion[] {
  const labels = formWords(kind.name)?.fields ?? {};
  const asked = fieldsOf(kind.schema).filter((field) => isAsked(kind, field));
  const questions = asked.map((field): FormQuestion => {
    const { name, about, isRequired, type } = field;
    const control = controlOf(kind, field);
    const recipe = kind.recipe.questions.find(({ flag, field: filled = flag }) => filled === name);
    // Without words of the language, what the schema says is as the community has written it.
    const { label, help } = labels[name] ?? { label: ownLabel(name), help: about };
    return {
      name,
      label,
      help,
      control,
      isRequired: isRequired && type !== 'switch',
      isDetail: recipe?.onlyFlag === true && name !== kind.pictures?.field,
      several: type === 'lines',
      beginning: control === 'url' ? 'https://' : undefined,
      choices: choicesOf(kind, field, community, recipe?.choiceLabel),
      noChoice: name === kind.pictures?.field ? said.noPicture : said.choose,
      suggestions: suggestionsOf(kind, field, community),
    };
  });
  const consent = formWords(kind.name)?.consent ?? kind.recipe.consent;
  return [
    ...questions.filter(({ isDetail }) => !isDetail),
    ...(consent === undefined ? [] : [toConsent(consent)]),
    ...questions.filter(({ isDetail }) => isDetail),
  ];
}

/** What the field of an own kind is called: by its name. */
function ownLabel(name: string): string {
  return name === 'url' ? said.link.fields.url.label : toWords(name);
}

/** The name of what has to be confirmed, which is in no file. */
export const consentField = 'may';

function toConsent(label: string): FormQuestion {
  return {
    ...{ name: consentField, label, help: undefined, control: 'switch', isRequired: true, isDetail: false },
    ...{ several: false, beginning: undefined, choices: [], noChoice: '', suggestions: [] },
  };
}

/** Whether the form asks for a field: not for what has fields of its own, nor for what only an older entry has. */
function isAsked({ name: kind, recipe, pictures }: EntryKind, field: SchemaField): boolean {
  const { name, type } = field;
  if (name === pictures?.field && !Object.hasOwn(formWords(kind)?.fields ?? {}, name)) return false;
  const question = recipe.questions.find(({ flag, field: filled = flag }) => filled === name);
  return type !== 'group' && name !== 'aliases' && !isDateOfEntry(field) && question?.onlyChanges !== true;
}

function controlOf({ pictures }: EntryKind, { name, type, control, choices }: SchemaField): FormControl {
  if (name === pictures?.field || control === 'project' || choices) return 'choice';
  if (type === 'switch' || type === 'number' || type === 'markdown') return type;
  // A day is more than a month.
  if (control === 'month') return 'day';
  if (control === 'day' || control === 'moment' || control === 'repeats' || control === 'url') return control;
  return 'text';
}

function choicesOf(
  { pictures }: EntryKind,
  { name, control, choices = [] }: SchemaField,
  { projects }: Community,
  choiceLabel = asTitle,
): FormQuestion['choices'] {
  if (control === 'project') return projects.map(({ id, name: label }) => ({ value: id, label }));
  if (name === pictures?.field) {
    return pictures.endings.map((ending) => ({
      value: ending,
      label: said.pictureIn(ending === 'webp' ? 'WebP' : ending.toUpperCase()),
    }));
  }
  return choices.map((value) => ({ value, label: choiceLabel(value) }));
}

/** What other entries have, and what the community usually has. */
function suggestionsOf(kind: EntryKind, { name, type, control, choices }: SchemaField, community: Community): string[] {
  if (control === 'zone') return [...zonesToChoose(usualZones(community.events))];
  if (control === 'person') return community.people.map((person) => person.name);
  if (control || choices || type !== 'line' || name === 'title' || name === 'name') return [];
  const counts = new Map<string, number>();
  for (const entry of entriesOf(community, kind)) {
    const value = valueIn(entry, name);
    if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  // What two entries have in common, a third may have, too; a title or a name is that of one alone.
  const usual = [...counts].filter(([, count]) => count > 1).sort(([, a], [, b]) => b - a);
  const proposed = kind.recipe.questions.find(({ flag }) => flag === name)?.proposals ?? [];
  return [...new Set([...proposed, ...usual.map(([value]) => value)])].slice(0, mostSuggestions);
}
