// What `news new` asks for each kind of file, in the order in which it asks, and what it makes of the answers.
import type { z } from 'zod';
import { pathFromDate, slugify } from '@/lib/base/address';
import { toDateTime } from '@/lib/base/dates';
import { toId } from '@/lib/base/entry-id';
import type { Community } from '@/lib/content/community';
import { postSchema } from '@/lib/content/schema';
import { eventKinds } from '@/lib/kinds/event/schema';
import type { WrittenFields } from '@/lib/kinds/recipe';
import { type EntryKind, entryKinds, toEntryText, toYaml } from '@/lib/news/entry-text';
import type { PlannedFile } from '@/lib/news/judge';

export type NewKind = EntryKind | 'post';

/** What was answered so far, by flag; nothing for what was skipped. */
export type Answers = ReadonlyMap<string, string | readonly string[] | true>;

/** What defaults are made from. */
export interface Surroundings {
  readonly now: Date;
  /** The zone of this machine. */
  readonly zone: string;
  readonly projects: Community['projects'];
  readonly people: Community['people'];
}

/** One thing to ask, and the flag that answers it. */
export interface Question {
  readonly flag: string;
  /** As it is asked, and as the usage explains it. */
  readonly ask: string;
  /** `line` and `markdown` are typed, `lines` are given one after the other, `switch` is a yes or a no. */
  readonly type: 'line' | 'markdown' | 'lines' | 'switch';
  readonly required?: true;
  /** Only a flag: too rare to ask everybody. */
  readonly onlyFlag?: true;
  readonly example?: string;
  readonly choices?: (surroundings: Surroundings) => readonly string[];
  /** What stands there when it is asked. */
  readonly initial?: (surroundings: Surroundings, answers: Answers) => string | undefined;
  /** What holds without an answer, where there are only flags. */
  readonly fallback?: (surroundings: Surroundings) => string;
  /** Whether there is anything to ask, after the answers before. */
  readonly when?: (answers: Answers) => boolean;
}

/** One kind of file. */
export interface Recipe {
  readonly schema: z.ZodObject;
  /** Sound values of what is required, to judge one answer before the others are there. */
  readonly sample: WrittenFields;
  readonly questions: readonly Question[];
  /** The answers as the fields of the file. */
  toFields(answers: Answers): WrittenFields;
  /** The name of the file without its ending, made from the answers; empty where nothing of them can be a name. */
  toId(answers: Answers): string;
  toFile(id: string, fields: WrittenFields): PlannedFile;
  /** What to do once it is written, a sentence each. */
  next(id: string, answers: Answers): readonly string[];
}

/** A text that was answered. */
function textOf(answers: Answers, flag: string): string | undefined {
  const answer = answers.get(flag);
  return typeof answer === 'string' ? answer : undefined;
}

function listOf(answers: Answers, flag: string): readonly string[] | undefined {
  const answer = answers.get(flag);
  return Array.isArray(answer) && answer.length > 0 ? answer : undefined;
}

const isGiven = (answers: Answers, flag: string) => answers.get(flag) === true || undefined;

const thisMonth = ({ now }: Surroundings) => toDateTime(now).slice(0, 7);
const today = ({ now }: Surroundings) => toDateTime(now);
const projectIds = ({ projects }: Surroundings) => projects.map(({ id }) => id);

const send = 'Then send a pull request.';

/** What has a recording afterwards. */
const watched = /^(?:talk|webinar|workshop|conference|meetup)$/;

function toEntryFile(kind: EntryKind) {
  return (id: string, fields: WrittenFields): PlannedFile => ({
    path: `${entryKinds[kind].folder}/${id}.yaml`,
    text: toEntryText(kind, fields),
  });
}

const event: Recipe = {
  schema: entryKinds.event.schema,
  sample: { title: 'A talk', kind: 'talk', start: '2022-03-03' },
  questions: [
    { flag: 'title', type: 'line', required: true, ask: 'What is it called?', example: 'Flux for Helm Users' },
    { flag: 'kind', type: 'line', required: true, ask: 'What sort of event is it?', choices: () => eventKinds },
    {
      flag: 'zone',
      type: 'line',
      ask: 'In which time zone are its times? (an IANA name; of no matter for a day alone)',
      example: 'Europe/Berlin',
      initial: ({ zone }) => zone,
    },
    {
      flag: 'start',
      type: 'line',
      required: true,
      ask: 'When does it begin? (as clocks there show it, or a day alone)',
      example: '2022-03-03T10:00',
    },
    { flag: 'end', type: 'line', ask: 'When does it end?', example: '2022-03-03T11:00' },
    { flag: 'online', type: 'switch', ask: 'Do people meet online?' },
    { flag: 'location', type: 'line', ask: 'Where do people meet?', example: 'Valencia, Spain' },
    { flag: 'url', type: 'line', ask: 'Where does one read more or sign up?', example: 'https://example.org/event' },
    {
      flag: 'speaker',
      type: 'lines',
      ask: 'Who speaks? (the id of a person, a name, or "Name, Affiliation")',
      example: 'scott-rigby',
    },
    { flag: 'description', type: 'markdown', ask: 'What is it about? (Markdown)' },
    { flag: 'repeats', type: 'line', ask: 'How does it repeat, if it does?', example: 'FREQ=WEEKLY;BYDAY=TH' },
    { flag: 'except', type: 'lines', onlyFlag: true, ask: 'A day on which it does not take place.' },
    { flag: 'status', type: 'line', onlyFlag: true, ask: 'One of confirmed, cancelled, moved.' },
    { flag: 'recording', type: 'line', onlyFlag: true, ask: 'Where to watch it, once it is over.' },
    { flag: 'slides', type: 'line', onlyFlag: true, ask: 'Where its slides are.' },
  ],
  toFields: (answers) => ({
    title: textOf(answers, 'title'),
    kind: textOf(answers, 'kind'),
    start: textOf(answers, 'start')?.replace(' ', 'T'),
    end: textOf(answers, 'end')?.replace(' ', 'T'),
    zone: !answers.has('start') || textOf(answers, 'start')?.includes(':') ? textOf(answers, 'zone') : undefined,
    url: textOf(answers, 'url'),
    location: textOf(answers, 'location'),
    online: isGiven(answers, 'online'),
    speakers: listOf(answers, 'speaker')?.map(toSpeaker),
    description: textOf(answers, 'description'),
    repeats: textOf(answers, 'repeats'),
    except: listOf(answers, 'except'),
    status: textOf(answers, 'status'),
    recording: textOf(answers, 'recording'),
    slides: textOf(answers, 'slides'),
  }),
  toId(answers) {
    const id = toId(textOf(answers, 'title') ?? '');
    const day = (textOf(answers, 'start') ?? '').slice(0, 10);
    // Meetings come again under the same title; each needs a name of its own.
    const again = /^(?:meeting|bug-scrub)$/.test(textOf(answers, 'kind') ?? '') && !answers.has('repeats');
    return id && again ? `${id}-${day}` : id;
  },
  toFile: toEntryFile('event'),
  next: (id, answers) => [
    `Name it in the month's edition ("events: [${id}]"), or let "npm run news -- draft" do so.`,
    ...(watched.test(textOf(answers, 'kind') ?? '') && !answers.has('recording')
      ? ['Once it is over, add "recording:".']
      : []),
    send,
  ],
};

/** `Ada Lovelace, Analytical Engines` as a name with an affiliation; an id or a name stays as it is. */
function toSpeaker(text: string): string | WrittenFields {
  const [, name, affiliation] = /^([^,]+),\s*(.+)$/.exec(text) ?? [];
  return name ? { name: name.trim(), affiliation } : text;
}

const release: Recipe = {
  schema: entryKinds.release.schema,
  sample: { project: 'flux', version: '1.0.0' },
  questions: [
    { flag: 'project', type: 'line', required: true, ask: 'Which project?', choices: projectIds, example: 'flux' },
    { flag: 'version', type: 'line', required: true, ask: 'Which version? (without a leading v)', example: '0.27.0' },
    { flag: 'date', type: 'line', ask: 'When was it released? (a day, or a month)', initial: today },
    {
      flag: 'url',
      type: 'line',
      ask: 'Where are its notes?',
      initial: ({ projects }, answers) => {
        const repository = projects.find(({ id }) => id === answers.get('project'))?.repository;
        const version = textOf(answers, 'version')?.replace(/^v(?=\d)/, '');
        return repository && `${repository.replace(/\/$/, '')}/releases/tag/v${version}`;
      },
    },
    {
      flag: 'prerelease',
      type: 'switch',
      ask: 'Is it a pre-release?',
      initial: (_, answers) => (textOf(answers, 'version')?.includes('-') ? 'yes' : undefined),
    },
    { flag: 'highlight', type: 'lines', ask: 'What is new? (a line of Markdown each)' },
    {
      flag: 'breaking',
      type: 'lines',
      ask: 'What breaks, and what is to be done? (written as "change => action")',
      example: 'Names must be DNS labels => Rename resources before upgrading',
    },
    {
      flag: 'security',
      type: 'lines',
      ask: 'What was secured? (written as "identifier: summary")',
      example: 'CVE-2021-41254: Users could run commands',
    },
    { flag: 'upgrade', type: 'markdown', ask: 'How does one upgrade, if that is worth a word? (Markdown)' },
  ],
  toFields: (answers) => ({
    project: textOf(answers, 'project'),
    version: textOf(answers, 'version')?.replace(/^v(?=\d)/, ''),
    date: textOf(answers, 'date'),
    prerelease: isGiven(answers, 'prerelease'),
    url: textOf(answers, 'url'),
    highlights: listOf(answers, 'highlight'),
    breaking: listOf(answers, 'breaking')?.map((line) => pairOf(line, '=>', 'change', 'action')),
    security: listOf(answers, 'security')?.map((line) => pairOf(line, ': ', 'id', 'summary')),
    upgrade: textOf(answers, 'upgrade'),
  }),
  toId(answers) {
    const { project, version } = release.toFields(answers);
    return `${project}-${version}`.toLowerCase().replaceAll('+', '-');
  },
  toFile: toEntryFile('release'),
  next: (id) => [`Name it in the month's edition ("releases: [${id}]"), or let "npm run news -- draft" do so.`, send],
};

/** `a => b` as two fields. Without the sign, the second is missing, and the schema says so. */
function pairOf(line: string, sign: string, first: string, second: string): WrittenFields {
  const at = line.indexOf(sign);
  if (at < 0) return { [first]: line };
  return { [first]: line.slice(0, at).trim(), [second]: line.slice(at + sign.length).trim() };
}

const adopter: Recipe = {
  schema: entryKinds.adopter.schema,
  sample: { name: 'An organisation', url: 'https://example.org', projects: ['flux'] },
  questions: [
    { flag: 'name', type: 'line', required: true, ask: 'What is the organisation called?', example: 'Volvo Cars' },
    { flag: 'url', type: 'line', required: true, ask: 'Where is its web site?', example: 'https://www.volvocars.com/' },
    { flag: 'project', type: 'lines', required: true, ask: 'What does it use?', choices: projectIds, example: 'flux' },
    { flag: 'joined', type: 'line', ask: 'When did it come forward? (a day or a month)', initial: thisMonth },
    { flag: 'kind', type: 'line', ask: 'What sort of organisation is it?', example: 'Manufacturer' },
    { flag: 'about', type: 'line', ask: 'What does it do with the projects, in a sentence?' },
    { flag: 'story', type: 'line', ask: 'Where is a case study?', example: 'https://example.org/story' },
    { flag: 'logo', type: 'line', onlyFlag: true, ask: 'The file name of its logo, which lies in content/adopters/.' },
  ],
  toFields: (answers) => ({
    name: textOf(answers, 'name'),
    url: textOf(answers, 'url'),
    logo: textOf(answers, 'logo'),
    projects: listOf(answers, 'project'),
    joined: textOf(answers, 'joined'),
    kind: textOf(answers, 'kind'),
    about: textOf(answers, 'about'),
    story: textOf(answers, 'story'),
  }),
  toId: (answers) => toId(textOf(answers, 'name') ?? ''),
  toFile: toEntryFile('adopter'),
  next: (id) => [
    `Put a logo beside it if there is one (content/adopters/${id}.svg, at most 50 kB), and name it in "logo:".`,
    send,
  ],
};

const ecosystem: Recipe = {
  schema: entryKinds.ecosystem.schema,
  sample: { name: 'A tool', url: 'https://example.org', about: 'x', kind: 'tool' },
  questions: [
    { flag: 'name', type: 'line', required: true, ask: 'What is it called?', example: 'Flamingo' },
    { flag: 'url', type: 'line', required: true, ask: 'Where does it live?', example: 'https://github.com/you/it' },
    { flag: 'about', type: 'line', required: true, ask: 'What does it do, in a sentence?' },
    {
      flag: 'kind',
      type: 'line',
      required: true,
      ask: 'What sort of thing is it? (controller, tool, extension, integration, platform, plugin)',
      initial: () => 'tool',
    },
    { flag: 'joined', type: 'line', ask: 'When was it added? (a day or a month)', initial: thisMonth },
  ],
  toFields: (answers) => ({
    name: textOf(answers, 'name'),
    url: textOf(answers, 'url'),
    about: textOf(answers, 'about'),
    kind: textOf(answers, 'kind'),
    joined: textOf(answers, 'joined'),
  }),
  toId: (answers) => toId(textOf(answers, 'name') ?? ''),
  toFile: toEntryFile('ecosystem'),
  next: () => ['The month\'s edition takes it in with "npm run news -- draft".', send],
};

const hasRole = (answers: Answers) => answers.has('role');

const person: Recipe = {
  schema: entryKinds.person.schema,
  sample: { name: 'A person' },
  questions: [
    { flag: 'name', type: 'line', required: true, ask: 'Which name do they use?', example: 'Paulo Gomes' },
    { flag: 'role', type: 'line', ask: 'What are they here? (author, maintainer or contributor)' },
    { flag: 'project', type: 'line', ask: 'In which project? (its id)', when: hasRole, example: 'flux' },
    { flag: 'of', type: 'line', ask: 'Of what in it?', when: hasRole, example: 'source-controller' },
    { flag: 'since', type: 'line', ask: 'Since when? (a day or a month)', when: hasRole, initial: thisMonth },
    { flag: 'affiliation', type: 'line', ask: 'Where do they work?' },
    {
      flag: 'link',
      type: 'lines',
      ask: 'Where does one find them? (written as "title=address")',
      example: 'GitHub=https://github.com/example',
    },
    {
      flag: 'picture',
      type: 'line',
      onlyFlag: true,
      ask: 'The file name of a picture, which lies in content/people/.',
    },
  ],
  toFields(answers) {
    const role = textOf(answers, 'role');
    const details = { project: textOf(answers, 'project'), of: textOf(answers, 'of'), since: textOf(answers, 'since') };
    const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    const hasDetails = Object.keys(given).length > 0;
    return {
      name: textOf(answers, 'name'),
      // Details without a role are no role: the schema then asks for it.
      roles: role !== undefined || hasDetails ? [{ ...(role === undefined ? {} : { role }), ...given }] : undefined,
      affiliation: textOf(answers, 'affiliation'),
      links: listOf(answers, 'link')?.map((line) => pairOf(line, '=', 'title', 'url')),
      picture: textOf(answers, 'picture'),
    };
  },
  toId: (answers) => toId(textOf(answers, 'name') ?? ''),
  toFile: toEntryFile('person'),
  next: (id) => [`Posts name them as an author with "author: ${id}", editions with "people: [${id}]".`, send],
};

const post: Recipe = {
  schema: postSchema,
  sample: { title: 'A post', date: '2022-03-01' },
  questions: [
    { flag: 'title', type: 'line', required: true, ask: 'What is the headline?' },
    {
      flag: 'date',
      type: 'line',
      required: true,
      ask: 'When is it published? (a day, or an instant with its offset)',
      initial: today,
      fallback: today,
    },
    { flag: 'description', type: 'line', ask: 'Why read it, in one sentence?' },
    { flag: 'author', type: 'lines', ask: 'Who writes it? (the id of a person, or a name)', example: 'dholbach' },
    { flag: 'tag', type: 'lines', ask: 'What is it about? (a tag each)', example: 'security' },
    { flag: 'lang', type: 'line', onlyFlag: true, ask: 'Its language, where it is not the site’s.', example: 'fr' },
    { flag: 'publish', type: 'switch', onlyFlag: true, ask: 'No draft: readers see it from its date on.' },
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
  toFile(id, fields) {
    const { date } = postSchema.pick({ date: true }).parse({ date: fields.date });
    const path = pathFromDate(date, id).replace(/^\/|\/$/g, '');
    return { path: `${path}.mdx`, text: `---\n${toYaml(fields)}---\n\nWhat is new, and for whom, comes first.\n` };
  },
  next: (_, answers) => [
    'Write it; "npm run dev" shows it, drafts included.',
    answers.has('publish')
      ? 'When it is ready, send a pull request.'
      : 'When it is ready, remove "draft: true" and send a pull request.',
  ],
};

/** Everything that `news new` can make. */
export const recipes: Readonly<Record<NewKind, Recipe>> = { event, release, adopter, ecosystem, person, post };
