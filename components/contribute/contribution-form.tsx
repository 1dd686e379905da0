// The form for a new entry. It works without scripts: it is sent to the site, which answers with the page again.
import { Fragment, type ReactNode } from 'react';
import { formatNumber, words } from '@/lib/base/words';
import { repeatChoices } from '@/lib/kinds/event/repeat-choices';
import { type FormValues, firstOf, switchedOn, timeInput, untilInput } from '@/lib/output/contribute/form-answers';
import type { FormQuestion } from '@/lib/output/contribute/form-questions';

const said = words.contribute;

/** What is wrong with the answer to a question. */
export interface WrongAnswer {
  readonly field: string | undefined;
  readonly text: string;
  /** Whether the text is of the check, which is English, not of the language of the site. */
  readonly isEnglish: boolean;
}

interface ContributionFormProps {
  /** Where it is sent, ready for the page. */
  readonly action: string;
  readonly questions: readonly FormQuestion[];
  /** What was typed; nothing at first. */
  readonly values?: FormValues;
  readonly wrong?: readonly WrongAnswer[];
}

const noValues: FormValues = new Map();

/** The id of the input of a field, for links to it. */
export const fieldId = (name: string) => `field-${name}`;

/** The form of a kind. The first wrong answer has the focus. */
export function ContributionForm({ action, questions, values = noValues, wrong = [] }: ContributionFormProps) {
  const first = questions.find(({ name }) => wrong.some(({ field }) => field === name));
  const show = (question: FormQuestion) => (
    <Question
      key={question.name}
      question={question}
      values={values}
      wrong={wrong.filter(({ field }) => field === question.name)}
      hasFocus={question === first}
    />
  );
  const details = questions.filter(({ isDetail }) => isDetail);
  const isOpen = details.some(({ name }) => firstOf(values, name) !== '' || wrong.some(({ field }) => field === name));
  return (
    <form method="post" action={action} className="entry-form" noValidate acceptCharset="utf-8">
      {questions.filter(({ isDetail }) => !isDetail).map(show)}
      {details.length > 0 && (
        <details open={isOpen || undefined}>
          <summary>{said.more}</summary>
          {details.map(show)}
        </details>
      )}
      <p>
        <button type="submit" className="button">
          {said.check}
        </button>
      </p>
      <p className="byline">{said.privacy}</p>
    </form>
  );
}

interface QuestionProps {
  readonly question: FormQuestion;
  readonly values: FormValues;
  readonly wrong: readonly WrongAnswer[];
  readonly hasFocus: boolean;
}

/** Attributes of the input that a label and an error belong to. */
interface Marks {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly autoFocus: boolean;
}

function Question({ question, values, wrong, hasFocus }: QuestionProps) {
  const { name, label, help, isRequired, control, several } = question;
  const id = fieldId(name);
  const described = [help && `${id}-help`, wrong.length > 0 && `${id}-error`].filter(Boolean).join(' ');
  const marks: Marks = {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': wrong.length > 0 || undefined,
    autoFocus: hasFocus,
  };
  const notes = <Notes id={id} help={help} wrong={wrong} />;
  if (control === 'switch') {
    return (
      <div className="field" data-field={name}>
        {notes}
        <Tick marks={marks} name={name} value={switchedOn} label={label} isOn={firstOf(values, name) !== ''} />
      </div>
    );
  }
  const optional = !isRequired && <span className="optional"> ({said.optional})</span>;
  if (control === 'moment' || control === 'repeats' || several) {
    return (
      <fieldset className="field" data-field={name}>
        <legend>
          {label}
          {optional}
        </legend>
        {notes}
        <Group question={question} marks={marks} values={values} />
      </fieldset>
    );
  }
  return (
    <div className="field" data-field={name}>
      <label htmlFor={id}>
        {label}
        {optional}
      </label>
      {notes}
      <Input question={question} marks={marks} value={firstOf(values, name)} />
    </div>
  );
}

/** What helps to answer, and what is wrong with the answer. */
function Notes({ id, help, wrong }: { id: string; help: string | undefined; wrong: readonly WrongAnswer[] }) {
  return (
    <>
      {help && (
        <p id={`${id}-help`} className="byline">
          {help}
        </p>
      )}
      {wrong.length > 0 && (
        <p id={`${id}-error`} data-error>
          {wrong.map((each) => (
            <Fragment key={each.text}>
              <Message {...each} />{' '}
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}

/** What is wrong, in its language. */
export function Message({ text, isEnglish }: Pick<WrongAnswer, 'text' | 'isEnglish'>) {
  return isEnglish ? (
    <span lang="en" dir="ltr">
      {text}
    </span>
  ) : (
    text
  );
}

interface TickProps {
  readonly marks: Partial<Marks>;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isOn: boolean;
}

function Tick({ marks, name, value, label, isOn }: TickProps) {
  return (
    <label className="tick">
      <input {...marks} type="checkbox" name={name} value={value} defaultChecked={isOn} /> {label}
    </label>
  );
}

interface GroupProps {
  readonly question: FormQuestion;
  readonly marks: Marks;
  readonly values: FormValues;
}

function Group({ question, marks, values }: GroupProps): ReactNode {
  const { name, control, choices } = question;
  if (control === 'moment') return <Moment question={question} marks={marks} values={values} />;
  if (control === 'repeats') return <Repeats question={question} marks={marks} values={values} />;
  if (control !== 'choice') return <Lines question={question} marks={marks} values={values} />;
  const chosen = values.get(name) ?? [];
  return choices.map(({ value, label }, index) => (
    <Tick
      key={value}
      marks={index === 0 ? marks : {}}
      name={name}
      value={value}
      label={label}
      isOn={chosen.includes(value)}
    />
  ));
}

/** An input, or a list of choices. */
function Input({ question, marks, value }: { question: FormQuestion; marks: Marks; value: string }) {
  const { name, control, choices, noChoice, suggestions, beginning } = question;
  if (control === 'markdown') return <textarea {...marks} name={name} rows={5} defaultValue={value} dir="auto" />;
  if (control === 'choice') {
    return (
      <select {...marks} name={name} defaultValue={value}>
        <option value="">{noChoice}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  const list = suggestions.length > 0 ? `${marks.id}-list` : undefined;
  return (
    <>
      <input
        {...marks}
        name={name}
        defaultValue={value}
        type={control === 'day' ? 'date' : 'text'}
        inputMode={control === 'url' ? 'url' : control === 'number' ? 'numeric' : undefined}
        dir={control === 'url' ? 'ltr' : 'auto'}
        placeholder={beginning}
        list={list}
        autoComplete={list ? 'off' : undefined}
        spellCheck={control === 'url' || list ? false : undefined}
      />
      {list && <Suggestions id={list} values={suggestions} />}
    </>
  );
}

function Suggestions({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((each) => (
        <option key={each} value={each} />
      ))}
    </datalist>
  );
}

/** A day and a time. */
function Moment({ question: { name }, marks, values }: GroupProps) {
  const { id, ...rest } = marks;
  return (
    <div className="pair">
      <label>
        {said.day}
        <input {...rest} id={id} type="date" name={name} defaultValue={firstOf(values, name)} />
      </label>
      <label>
        {said.time}
        <input type="time" name={timeInput(name)} defaultValue={firstOf(values, timeInput(name))} />
      </label>
    </div>
  );
}

/** How often it repeats, and until when. */
function Repeats({ question: { name, label }, marks, values }: GroupProps) {
  return (
    <div className="pair">
      <select {...marks} name={name} defaultValue={firstOf(values, name)} aria-label={label}>
        {repeatChoices(firstOf(values, 'start')).map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <label>
        {said.repeats.until}
        <input type="date" name={untilInput(name)} defaultValue={firstOf(values, untilInput(name))} />
      </label>
    </div>
  );
}

/** So many lines there are at first, and one more than are filled in. */
const fewestLines = 2;

/** Several texts. */
function Lines({ question, marks, values }: GroupProps) {
  const { name, label, control, suggestions } = question;
  const given = (values.get(name) ?? []).filter((line) => line.trim() !== '');
  const count = Math.max(fewestLines, given.length + 1);
  const list = suggestions.length > 0 ? `${marks.id}-list` : undefined;
  return (
    <div className="lines">
      {Array.from({ length: count }, (_, index) => (
        <input
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else
          key={index}
          {...(index === 0 ? marks : {})}
          type={control === 'day' ? 'date' : 'text'}
          name={name}
          defaultValue={given[index] ?? ''}
          aria-label={said.numbered(label, formatNumber(index + 1))}
          dir="auto"
          list={list}
          autoComplete="off"
        />
      ))}
      {list && <Suggestions id={list} values={suggestions} />}
    </div>
  );
}
