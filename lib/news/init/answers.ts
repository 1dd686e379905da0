// What `news init` asks, and which answers are valid.
import { UsageError } from '@/lib/base/cli/command';
import { capitalised, oneLine } from '@/lib/base/english';
import { parseUrl } from '@/lib/base/parse-url';
import { languages, wordsOf } from '@/lib/base/words';
import { type HostedRepository, readRepository } from '@/lib/news/init/code-host';
import type { Asker } from '@/lib/news/new/asker';
import { checkAccent } from '@/lib/output/design/tokens';

/** What a community says of itself. */
export interface Answers {
  readonly name: string;
  readonly about: string;
  /** Without a slash at the end. */
  readonly origin: string;
  readonly repository: HostedRepository;
  /** `#rrggbb` */
  readonly colour: string;
  /** BCP 47; the interface has words for it. */
  readonly lang: string;
}

/** One question, which is an option, too. */
interface Question {
  readonly flag: keyof Answers;
  readonly ask: string;
  readonly example: string;
  /** Why an answer is not valid: a sentence and its remedy. */
  readonly problem: (answer: string) => string | undefined;
}

const named = Object.keys(languages).join(', ');

/** In the order in which they are asked. */
export const questions: readonly Question[] = [
  {
    flag: 'name',
    ask: 'What is the name of the site?',
    example: 'Anvil Community News',
    problem: (answer) => lengthProblem(answer, 80),
  },
  {
    flag: 'about',
    ask: 'What is it about? (one sentence)',
    example: 'Releases, events and people: news from the Anvil project.',
    problem: (answer) => lengthProblem(answer, 200),
  },
  {
    flag: 'origin',
    ask: 'What will its address be?',
    example: 'https://news.anvil.org',
    problem: originProblem,
  },
  {
    flag: 'repository',
    ask: 'What is the address of its repository?',
    example: 'https://github.com/anvil/news',
    problem: (answer) =>
      readRepository(answer)
        ? undefined
        : 'This is not the address of a repository. Write one like https://github.com/anvil/news',
  },
  {
    flag: 'colour',
    ask: 'What colour are its links and its icon?',
    example: '#1a4bcb',
    problem: colourProblem,
  },
  { flag: 'lang', ask: `What language is the interface in? (${named})`, example: 'en', problem: langProblem },
];

function lengthProblem(answer: string, most: number): string | undefined {
  const { length } = oneLine(answer);
  if (length === 0) return 'This is empty. Write some words.';
  return length > most ? `This has ${length} characters. Write ${most} at most.` : undefined;
}

function originProblem(answer: string): string | undefined {
  const url = parseUrl(answer);
  if (!url || !/^https?:$/.test(url.protocol))
    return 'This is not a web address. Write one like https://news.anvil.org';
  if (url.username !== '' || url.password !== '') return 'This has a user name in it. Write the address without it.';
  if (url.pathname + url.search + url.hash === '/') return undefined;
  return `This has a path. Write ${url.origin} here, and set BASE_PATH for the build (docs/publishing.md).`;
}

function colourProblem(answer: string): string | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(answer)) return 'This is not a colour. Write one like #1a4bcb';
  const [problem] = checkAccent(answer);
  return problem && `Text in this colour is too hard to read. ${capitalised(problem.fix)}.`;
}

function langProblem(answer: string): string | undefined {
  const isTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(answer);
  // English is also what other languages get.
  if (isTag && (/^en(?:-|$)/i.test(answer) || wordsOf(answer) !== languages.en)) return undefined;
  return `The interface has no words in “${answer}”. Choose one of: ${named}. Posts may be in any language, each with “lang” in its front matter; docs/languages.md says how to add words.`;
}

/** The answers as the files need them. @param given valid ones, by their options. */
function toAnswers(given: ReadonlyMap<keyof Answers, string>): Answers {
  const answerOf = (flag: keyof Answers) => oneLine(given.get(flag) ?? '');
  const repository = readRepository(answerOf('repository'));
  if (!repository) throw new UsageError('--repository is missing.');
  return {
    name: answerOf('name'),
    about: answerOf('about'),
    origin: new URL(answerOf('origin')).origin,
    repository,
    colour: answerOf('colour').toLowerCase(),
    lang: Intl.getCanonicalLocales(answerOf('lang'))[0] ?? '',
  };
}

/**
 * The answers: from options, and from a person for those that are missing.
 *
 * @param values the options that were given.
 * @param asker the person; undefined where nobody can be asked.
 * @throws {UsageError} that names an option with an invalid value, or every option that is missing.
 * @throws {Cancelled} if the person cancels.
 */
export async function collectAnswers(
  values: Readonly<Partial<Record<keyof Answers, string>>>,
  asker: Asker | undefined,
): Promise<Answers> {
  const given = new Map<keyof Answers, string>();
  for (const { flag, problem } of questions) {
    const value = values[flag];
    if (value === undefined) continue;
    const wrong = problem(value);
    if (wrong !== undefined) throw new UsageError(`--${flag} ${value}: ${wrong}`);
    given.set(flag, value);
  }
  const missing = questions.filter(({ flag }) => !given.has(flag));
  if (missing.length > 0 && !asker) {
    const flags = missing.map(({ flag, example }) => `--${flag} "${example}"`);
    throw new UsageError(`Required options are missing; add, for example: ${flags.join(' ')}`);
  }
  for (const { flag, ask, example, problem } of missing) {
    const choices = flag === 'lang' ? Object.keys(languages) : [];
    const answer = choices.length > 0 ? asker?.one(ask, choices) : asker?.line(ask, { example, problem });
    given.set(flag, (await answer) ?? '');
  }
  return toAnswers(given);
}
