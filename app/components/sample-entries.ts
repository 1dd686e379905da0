// Invented entries of every kind, in every state that a post can show, for /components/.
import { type Community, lookupIn } from '@/lib/content/community';
import { eventKinds } from '@/lib/kinds/event/schema';
import { allKinds, byFolder, type EntriesByFolder, type EntryKind } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import { fieldsOf } from '@/lib/kinds/schema-fields';
import { type EntryComponent, entryComponents } from '@/lib/mdx/vocabulary';
import { site } from '@/lib/site';

/** An entry as somebody writes it, and as it is read. */
export interface SampleEntry {
  /** What makes it different from the others: `Cancelled`. */
  readonly state: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly entry: EntryBase;
}

type States = Readonly<Record<string, readonly [state: string, fields: Readonly<Record<string, unknown>>]>>;

/** What is over and what is to come is decided by this instant. */
const now = new Date('2026-11-22T12:00:00Z');

const talk = {
  title: 'The Tool for Newcomers',
  kind: eventKinds.find((kind) => kind === 'talk') ?? eventKinds[0],
  start: '2026-12-03T10:00',
  end: '2026-12-03T11:00',
  zone: 'Europe/Berlin',
  online: true,
  url: 'https://example.org/event',
  speakers: ['ann-lee', { name: 'Grace Hopper', affiliation: 'Example University' }],
  description: 'A tour of what it does, with *questions* at the end.',
};
const pastTalk = { ...talk, title: 'The Tool in a Year', start: '2026-11-05T10:00', end: '2026-11-05T11:00' };
const meeting = site.eventKinds.find(({ isMeeting }) => isMeeting)?.id ?? talk.kind;
const weekly = { kind: meeting, start: '2026-11-05T17:00', end: '2026-11-05T18:00', zone: 'UTC', online: true };

const events: States = {
  'to-come': ['To come', talk],
  'with-recording': [
    'Over, with a recording',
    {
      ...pastTalk,
      recording: 'https://www.youtube.com/watch?v=r_vKf5l1D1M',
      slides: 'https://example.org/slides.pdf',
    },
  ],
  'without-recording': ['Over, without a recording', { ...pastTalk, title: 'The Tool on Small Machines' }],
  repeating: ['Repeating', { title: 'Weekly Meeting', ...weekly, repeats: 'FREQ=WEEKLY;BYDAY=TH' }],
  once: ['A meeting that is over', { title: 'Planning Meeting', ...weekly }],
  moved: [
    'Moved',
    { ...talk, start: '2026-12-10T10:00', end: '2026-12-10T11:00', status: 'moved', lastmod: '2026-11-20' },
  ],
  cancelled: ['Cancelled', { ...talk, status: 'cancelled', lastmod: '2026-11-20' }],
  'whole-days': [
    'Of whole days, at a place',
    {
      title: 'Example Days',
      kind: eventKinds.find((kind) => kind === 'conference') ?? talk.kind,
      start: '2027-05-04',
      end: '2027-05-06',
      location: 'Valencia, Spain',
      online: true,
      url: 'https://example.org/days',
    },
  ],
};

const release = { project: 'tool', date: '2026-11-20', url: 'https://example.org/notes' };
const breaking = [{ change: 'Names must be DNS labels.', action: 'Rename resources before upgrading.' }];
const security = [
  { id: 'CVE-2026-0001', summary: 'Users of the server could run commands.', url: 'https://example.org/cve' },
];

const releases: States = {
  'tool-1.2.0': [
    'With highlights',
    { ...release, version: '1.2.0', highlights: ['Runs `in place`.', 'Is *twice* as fast.'] },
  ],
  'tool-2.0.0': [
    'With breaking changes',
    {
      ...release,
      version: '2.0.0',
      highlights: ['Reads all forms.'],
      breaking,
      upgrade: 'Upgrade the server before the CLI.',
    },
  ],
  'tool-1.2.1': ['With security fixes', { ...release, version: '1.2.1', security }],
  'tool-3.0.0': ['With both', { ...release, version: '3.0.0', breaking, security }],
  'tool-3.1.0-rc.1': [
    'A pre-release',
    { ...release, version: '3.1.0-rc.1', prerelease: true, highlights: ['A first look.'] },
  ],
  'tool-0.1.0': ['With a version alone', { project: 'tool', version: '0.1.0' }],
};

const adopter = { projects: ['tool'], joined: '2026-11' };

const adopters: States = {
  'example-bank': ['With a name', { name: 'Example Bank', url: 'https://bank.example.org/', ...adopter }],
  'example-railways': [
    'With a logo',
    { name: 'Example Railways', url: 'https://trains.example.org/', logo: 'example-railways.svg', ...adopter },
  ],
  'example-university': [
    'With a story',
    {
      name: 'Example University',
      url: 'https://university.example.org/',
      about: 'Teaches with it.',
      story: 'https://example.org/story',
      ...adopter,
    },
  ],
};

const ecosystem: States = {
  flamingo: [
    'Dated',
    {
      name: 'Flamingo',
      url: 'https://example.org/flamingo',
      about: 'Lets two tools *work together*.',
      kind: 'integration',
      joined: '2026-11',
    },
  ],
  heron: [
    'Undated',
    { name: 'Heron', url: 'https://example.org/heron', about: 'Shows what is going on.', kind: 'tool' },
  ],
};

const people: States = {
  'ann-lee': [
    'With a role',
    {
      name: 'Ann Lee',
      affiliation: 'Example University',
      roles: [{ role: 'maintainer', project: 'tool', of: 'documentation', since: '2026-11' }],
      links: [{ title: 'GitHub', url: 'https://github.com/example' }],
    },
  ],
  'bo-chen': [
    'With a picture, and a role that has ended',
    { name: 'Bo Chen', picture: 'bo-chen.jpg', roles: [{ role: 'maintainer', since: '2024-02', until: '2026-11' }] },
  ],
  'chris-odhiambo': ['With a name alone', { name: 'Chris Odhiambo' }],
};

const links: States = {
  'how-we-run-it': [
    'An article',
    {
      title: 'How We Run the Tool',
      url: 'https://example.org/how-we-run-it',
      form: 'article',
      date: '2026-11-17',
      by: ['ann-lee', 'Grace Hopper'],
      projects: ['tool'],
      about: 'Two years of it, in *numbers*.',
    },
  ],
  'in-ten-minutes': [
    'A video that plays here',
    {
      title: 'The Tool in Ten Minutes',
      url: 'https://www.youtube.com/watch?v=r_vKf5l1D1M',
      form: 'video',
      date: '2026-11-10',
      picture: 'in-ten-minutes.jpg',
    },
  ],
  'un-an-avec': [
    'In another language',
    { title: 'Un an avec', url: 'https://example.org/un-an', form: 'podcast', date: '2026-11', language: 'fr' },
  ],
};

const written: Readonly<Record<string, States>> = { events, releases, adopters, ecosystem, people, links };

const made = new Map(allKinds.map((kind) => [kind.folder, entriesOf(kind)]));

/** The entries of a kind: those above, or else two that are made from the examples of its schema. */
export function sampleEntries({ folder }: Pick<EntryKind, 'folder'>): readonly SampleEntry[] {
  return made.get(folder) ?? [];
}

function entriesOf(kind: EntryKind): SampleEntry[] {
  const { folder, schema } = kind;
  return Object.entries(written[folder] ?? fromExamples(kind)).flatMap(([id, [state, fields]]) => {
    const { data } = schema.safeParse(fields);
    const file = `${folder}/${id}.yaml`;
    return data ? [{ state, fields, entry: { ...data, id, file, shownFile: file } }] : [];
  });
}

/** An entry with the example of every field, and one with those of the required fields alone. */
function fromExamples({ name, schema, recipe }: EntryKind): States {
  const examples = fieldsOf(schema).map((field) => [field.name, field.example] as const);
  const every = Object.fromEntries(examples.filter(([field, example]) => field !== 'aliases' && example !== undefined));
  const hasOptional = Object.keys(recipe.sample).length < Object.keys(every).length;
  return {
    [`a-${name}`]: ['With every field', every],
    ...(hasOptional ? { [`a-short-${name}`]: ['With the required fields', recipe.sample] } : {}),
  };
}

/**
 * The entries that a component for several shows. No id is on the page twice, so they have ids of their own.
 *
 * @param word the value of its attribute, such as `past`.
 */
export function listedEntries({ name, kind, isPart }: EntryComponent, word = 'all'): EntryBase[] {
  const { part } = kind.components;
  const prefix = `${name.toLowerCase()}-${word}`;
  const entries = sampleEntries(kind).map(({ entry }) => ({ ...entry, id: `${prefix}-${entry.id}` }));
  const shown = isPart ? entries.filter((entry) => part?.has(entry)) : entries;
  // Each state is shown one by one.
  return shown.slice(0, 3);
}

/** The attributes of a component whose values are known words, with each of these. */
export function wordsOf({ spec }: EntryComponent): [attribute: string, word: string][] {
  return Object.entries(spec.attributes).flatMap(([name, { words = [] }]) =>
    words.map((word): [string, string] => [name, word]),
  );
}

/** The invented community. */
export const sampleCommunity: Community = {
  // Each list was validated by the schema of its kind, from which its type derives.
  ...(byFolder((kind) => [
    ...sampleEntries(kind).map(({ entry }) => entry),
    ...entryComponents
      .filter((each) => each.kind === kind && each.spec.places !== undefined)
      .flatMap((each) =>
        [undefined, ...wordsOf(each).map(([, word]) => word)].flatMap((word) => listedEntries(each, word)),
      ),
  ]) as unknown as EntriesByFolder),
  contributors: [],
  projects: [
    {
      id: 'tool',
      name: 'The Tool',
      about: 'What it does, in a sentence.',
      repository: 'https://github.com/example/tool',
      color: '#0f766e',
    },
  ],
  facts: [
    { icon: '🤝', title: 'For apps and infrastructure', about: 'One `tool` delivers both.' },
    { icon: '🔒', title: 'Safe by default', about: 'It runs with as few rights as it needs.' },
  ],
  pictures: new Map(),
};

export const sampleLookup = lookupIn(sampleCommunity, now);
