// What `news new` asks for a new file of a kind, in order, and what it makes of the answers.
import { sameName } from '@/lib/kinds/duplicates';

/** What was answered so far, by flag; nothing for what was skipped. */
export type Answers = ReadonlyMap<string, string | readonly string[] | true>;

/** The fields of an entry as they are written, before a schema has read them. */
export type WrittenFields = Readonly<Record<string, unknown>>;

/** What defaults are made from. */
export interface RecipeContext {
  readonly now: Date;
  /** The zones in which the community usually meets, most usual first: never that of the machine. */
  readonly zones: readonly string[];
  readonly projects: readonly { readonly id: string; readonly repository: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** One thing to ask, and the flag that answers it. */
export interface Question {
  readonly flag: string;
  /** The field that the answer fills. By default it has the name of the flag. */
  readonly field?: string;
  /** What is written for an answer, or for each line of one, where that is not the text itself. */
  readonly read?: (text: string, answers: Answers) => unknown;
  /** What an answer means among the content: `ada lovelace` is the id `ada-lovelace` where this person is there. */
  readonly find?: (text: string, context: RecipeContext) => string;
  /** As it is asked, and as the usage explains it. */
  readonly ask: string;
  /** `line` and `markdown` are typed, `lines` are given one after the other, `switch` is a yes or a no. */
  readonly type: 'line' | 'markdown' | 'lines' | 'switch';
  /** Whether it has to be answered where there is anything to ask. */
  readonly required?: boolean;
  /** Only a flag: too rare to ask everybody. */
  readonly onlyFlag?: true;
  readonly example?: string | undefined;
  readonly choices?: (context: RecipeContext) => readonly string[];
  /** Of many choices, the usual ones, which come first. The usage then does not list the others. */
  readonly usual?: (context: RecipeContext) => readonly string[];
  /** What forms say for a choice, in the language of the site. */
  readonly choiceLabel?: (choice: string) => string;
  /** What forms propose besides what other entries have. */
  readonly proposals?: readonly string[];
  /** Of use only once the entry exists: the form for a new one does not ask it. */
  readonly onlyChanges?: true;
  /** What is filled in when it is asked. */
  readonly initial?: (context: RecipeContext, answers: Answers) => string | undefined;
  /** The answer where none is given and nobody can be asked. */
  readonly fallback?: (context: RecipeContext) => string;
  /** Whether there is anything to ask, after the answers before. */
  readonly when?: (answers: Answers) => boolean;
}

/** How one kind of file is asked for. */
export interface Recipe {
  /** Valid values of what is required, to check one answer before the others are there. */
  readonly sample: WrittenFields;
  readonly questions: readonly Question[];
  /** What somebody has to confirm who sends an entry, a sentence in the first person. */
  readonly consent?: string;
  /** An example of the options of `news new`. */
  readonly example: string;
  /** The answers as the fields of the file. */
  toFields(answers: Answers): WrittenFields;
  /** The name of the file without its ending, made from the answers; empty where nothing of them can be a name. */
  toId(answers: Answers): string;
  /** What to do once it is written, a sentence each. */
  next(id: string, answers: Answers): readonly string[];
}

/** What a kind says of its recipe otherwise than its schema does, which also says the types, choices and what is required. */
export type OwnRecipe = Partial<Omit<Recipe, 'questions'>> & {
  readonly questions?: readonly (Omit<Question, 'type'> & { readonly type?: Question['type'] })[];
};

/** A text that was answered. */
export function textOf(answers: Answers, flag: string): string | undefined {
  const answer = answers.get(flag);
  return typeof answer === 'string' ? answer : undefined;
}

/** A list that was answered. */
export function listOf(answers: Answers, flag: string): readonly string[] | undefined {
  const answer = answers.get(flag);
  return Array.isArray(answer) && answer.length > 0 ? answer : undefined;
}

/** Whether a switch was turned on; undefined where it was not. */
export function isGiven(answers: Answers, flag: string): true | undefined {
  return answers.get(flag) === true || undefined;
}

/** `a => b` as two fields. Without the sign, the second is missing, which the schema reports. */
export function pairOf(line: string, sign: string, first: string, second: string): WrittenFields {
  const at = line.indexOf(sign);
  if (at < 0) return { [first]: line };
  return { [first]: line.slice(0, at).trim(), [second]: line.slice(at + sign.length).trim() };
}

export const thisMonth = ({ now }: RecipeContext) => now.toISOString().slice(0, 7);
export const today = ({ now }: RecipeContext) => now.toISOString().slice(0, 10);
/** The id of the person that a text names by id or name, in any case; else the text. */
export const findPerson = (text: string, { people }: RecipeContext) =>
  people.find(({ id, name }) => [id, name].some((known) => sameName(known) === sameName(text)))?.id ?? text;

export const projectIds = ({ projects }: RecipeContext) => projects.map(({ id }) => id);

/** The last step after each new file. */
export const sendPullRequest = 'Then send a pull request.';
