// Events, releases, adopters, ecosystem, people and projects: read together, because they name one another.
import type { z } from 'zod';
import { mediaType } from '@/lib/base/media';
import { nearest } from '@/lib/base/nearest';
import type { Problem } from '@/lib/base/problems';
import type { ServedFile } from '@/lib/base/served-file';
import {
  type Entry,
  type EntryBase,
  type LoadedEntries,
  type LoadedEntry,
  loadEntries,
  loadEntry,
} from '@/lib/content/entries';
import { absolutePath, type ContentFile, displayPath, findFile, findFileProblem } from '@/lib/content/files';
import type { ReadMemory } from '@/lib/content/read-memory';
import {
  type AdopterFields,
  adopterSchema,
  type ContributorsFields,
  contributorsSchema,
  type EcosystemFields,
  ecosystemSchema,
  eventSchema,
  type FactFields,
  factsSchema,
  type PersonFields,
  type ProjectFields,
  personSchema,
  projectsSchema,
  releaseSchema,
} from '@/lib/content/schema';
import type { LocatedData } from '@/lib/content/yaml';
import type { Event } from '@/lib/kinds/event/event';
import type { Release } from '@/lib/kinds/release/release';

export type Adopter = Entry<AdopterFields>;
export type EcosystemEntry = Entry<EcosystemFields>;
export type Person = Entry<PersonFields>;
/** Who contributed in a month, which is the id. */
export type Contributors = Entry<ContributorsFields>;
export type Project = ProjectFields;
export type Fact = FactFields;

/** All structured entries, each list sorted by id. */
export interface Community {
  readonly events: readonly Event[];
  readonly releases: readonly Release[];
  readonly adopters: readonly Adopter[];
  readonly ecosystem: readonly EcosystemEntry[];
  readonly people: readonly Person[];
  /** By month. */
  readonly contributors: readonly Contributors[];
  /** In the order of projects.yaml. */
  readonly projects: readonly Project[];
  readonly facts: readonly Fact[];
  /** Logos of adopters and pictures of people that entries name, by their path below the content folder. */
  readonly pictures: ReadonlyMap<string, ServedFile>;
}

/** Folders and files of the content folder that hold entries. */
export const communityFolders = ['events', 'releases', 'adopters', 'ecosystem', 'people', 'contributors'] as const;
export const communityFiles = ['projects.yaml', 'facts.yaml'] as const;

/** All entries, with the places of their values, and with all that is wrong with those that could not be read. */
export interface LoadedCommunity {
  readonly community: Community;
  /** Where each value of an entry stands. */
  readonly entryPlaces: ReadonlyMap<EntryBase, LocatedData>;
  readonly problems: readonly Problem[];
  /** Every file that was found, entries and others. */
  readonly files: readonly ContentFile[];
}

/**
 * Reads every entry.
 *
 * @param memory what was read before; without, every file is read.
 * @returns them, with every problem of every file and between files.
 */
export async function loadCommunity(dir: string, memory?: ReadMemory): Promise<LoadedCommunity> {
  const [events, releases, adopters, ecosystem, people, contributors, projects, facts] = await Promise.all([
    loadEntries(dir, 'events', 'event', eventSchema, [], memory),
    loadEntries(dir, 'releases', 'release', releaseSchema, [], memory),
    loadEntries(dir, 'adopters', 'adopter', adopterSchema, ['svg', 'png', 'webp'], memory),
    loadEntries(dir, 'ecosystem', 'ecosystem', ecosystemSchema, [], memory),
    loadEntries(dir, 'people', 'person', personSchema, ['png', 'webp', 'jpg', 'jpeg'], memory),
    loadEntries(dir, 'contributors', 'contributors', contributorsSchema, [], memory),
    loadIfThere(dir, 'projects.yaml', 'projects', projectsSchema, memory),
    loadIfThere(dir, 'facts.yaml', 'facts', factsSchema, memory),
  ]);
  const projectList = projects.loaded?.entry.projects ?? [];
  const pictures = new Map<string, ServedFile>();
  const problems: Problem[] = [
    ...[events, releases, adopters, ecosystem, people, contributors].flatMap((kind) => kind.problems),
    ...projects.problems,
    ...facts.problems,
    ...twins(projectList, ({ id }) => id).map(([second]) =>
      fileError(
        displayPath(dir, 'projects.yaml'),
        'project/twice',
        `the project "${second.id}" stands twice`,
        'keep one of the two',
      ),
    ),
    ...findReferences({ events, releases, adopters, people }, projectList),
    ...findTwins({ releases, adopters, ecosystem, people }),
    ...findContributorFaults(contributors),
    ...findReserved(events, /^(?:kind|index|feed\.json)$|\.(?:ics|xml)$/, 'event'),
    ...findReserved(people, /^(?:pictures|index)$/, 'person'),
    ...collectPictures(dir, adopters, 'logo', pictures),
    ...collectPictures(dir, people, 'picture', pictures),
  ];
  const entriesOf = <F>({ loaded }: LoadedEntries<F>) => loaded.map(({ entry }) => entry);
  return {
    community: {
      events: entriesOf(events),
      releases: entriesOf(releases),
      adopters: entriesOf(adopters),
      ecosystem: entriesOf(ecosystem),
      people: entriesOf(people),
      contributors: entriesOf(contributors),
      projects: projectList,
      facts: facts.loaded?.entry.facts ?? [],
      pictures,
    },
    entryPlaces: new Map<EntryBase, LocatedData>(
      [
        ...[events.loaded, releases.loaded, adopters.loaded, ecosystem.loaded, people.loaded, contributors.loaded],
        ...[projects.loaded, facts.loaded].map((single) => (single ? [single] : [])),
      ].flatMap((loaded) => loaded.map(({ entry, located }) => [entry, located] as const)),
    ),
    problems,
    files: [
      ...[events, releases, adopters, ecosystem, people, contributors].flatMap(({ allFiles }) => allFiles),
      ...[projects, facts].flatMap(({ file }) => file ?? []),
    ],
  };
}

/** Reads a file that need not be there. */
async function loadIfThere<Schema extends z.ZodObject>(
  dir: string,
  path: string,
  kind: string,
  schema: Schema,
  memory?: ReadMemory,
): Promise<{ file?: ContentFile; loaded?: LoadedEntry<z.output<Schema>>; problems: readonly Problem[] }> {
  const file = await findFile(dir, path);
  if (!file) {
    const problem = await findFileProblem(dir, path);
    return { problems: problem ? [problem] : [] };
  }
  const result = await loadEntry(dir, file, kind, schema, memory);
  return { file, ...('problems' in result ? result : { loaded: result, problems: [] }) };
}

interface Kinds {
  readonly events: LoadedEntries<Omit<Event, keyof EntryBase>>;
  readonly releases: LoadedEntries<Omit<Release, keyof EntryBase>>;
  readonly adopters: LoadedEntries<AdopterFields>;
  readonly ecosystem: LoadedEntries<EcosystemFields>;
  readonly people: LoadedEntries<PersonFields>;
}

/** Names of entries that are not there. */
function findReferences(kinds: Omit<Kinds, 'ecosystem'>, projects: readonly Project[]): Problem[] {
  const projectIds = projects.map(({ id }) => id);
  const personIds = kinds.people.loaded.map(({ entry }) => entry.id);
  const known = { project: new Set(projectIds), person: new Set(personIds) };
  const problems: Problem[] = [];
  const look = (
    what: 'project' | 'person',
    id: string | undefined,
    file: string,
    located: LocatedData,
    path: PropertyKey[],
  ) => {
    if (id === undefined || known[what].has(id)) return;
    const near = nearest(id, what === 'project' ? projectIds : personIds);
    const home = what === 'project' ? 'add it to projects.yaml' : `add people/${id}.yaml, or write the name out`;
    const fix = near ? `did you mean "${near}"?` : home;
    const message = `there is no ${what} "${id}"`;
    problems.push({ file, ...located.placeOf(path), severity: 'error', code: `${what}/unknown`, message, fix });
  };
  for (const { entry, located } of kinds.releases.loaded) {
    look('project', entry.project, entry.shownFile, located, ['project']);
  }
  for (const { entry, located } of kinds.adopters.loaded) {
    for (const [index, id] of entry.projects.entries())
      look('project', id, entry.shownFile, located, ['projects', index]);
  }
  for (const { entry, located } of kinds.people.loaded) {
    for (const [index, { project }] of (entry.roles ?? []).entries()) {
      look('project', project, entry.shownFile, located, ['roles', index, 'project']);
    }
  }
  for (const { entry, located } of kinds.events.loaded) {
    entry.speakers?.forEach(({ name, affiliation }, index) => {
      // A name has capitals or a space; what has neither is meant as an id.
      const isId = affiliation === undefined && /^[a-z0-9][a-z0-9._-]*$/.test(name);
      if (isId) look('person', name, entry.shownFile, located, ['speakers', index]);
    });
  }
  return problems;
}

/** Entries that are one and the same thing twice. */
function findTwins({ releases, adopters, ecosystem, people }: Omit<Kinds, 'events'>): Problem[] {
  const twin = <F>(
    list: readonly LoadedEntry<F>[],
    code: string,
    what: string,
    field: string,
    key: (entry: Entry<F>) => string | undefined,
  ) =>
    twins(list, ({ entry }) => key(entry)).map(([second, first]): Problem => {
      const message = `this ${what} is also that of ${first.entry.shownFile}`;
      const place = second.located.placeOf([field]);
      return { file: second.entry.shownFile, ...place, severity: 'error', code, message, fix: 'keep one of the two' };
    });
  const domains = twins(adopters.loaded, ({ entry }) => new URL(entry.url).hostname.replace(/^www\./, ''))
    .filter(
      ([second, first]) => isWithin(second.entry.url, first.entry.url) || isWithin(first.entry.url, second.entry.url),
    )
    .map(([second, first]): Problem => {
      const message = `${first.entry.shownFile} has an address at the same domain`;
      const place = second.located.placeOf(['url']);
      return {
        file: second.entry.shownFile,
        ...place,
        severity: 'warning',
        code: 'adopter/same-domain',
        message,
        fix: 'check that the two are not one',
      };
    });
  return [
    ...twin(releases.loaded, 'release/twice', 'version', 'version', ({ project, version }) => `${project} ${version}`),
    ...twin(adopters.loaded, 'adopter/twice', 'name', 'name', ({ name }) => sameName(name)),
    ...twin(adopters.loaded, 'adopter/twice', 'address', 'url', ({ url }) => sameAddress(url)),
    ...twin(ecosystem.loaded, 'ecosystem/twice', 'name', 'name', ({ name }) => sameName(name)),
    ...twin(ecosystem.loaded, 'ecosystem/twice', 'address', 'url', ({ url }) => sameAddress(url)),
    ...twin(people.loaded, 'person/twice', 'name', 'name', ({ name }) => sameName(name)),
    ...domains,
  ];
}

/** Files of contributors that are named for no month, and people who stand in one twice. */
function findContributorFaults({ loaded }: LoadedEntries<ContributorsFields>): Problem[] {
  const misnamed = loaded
    .filter(({ entry }) => !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(entry.id))
    .map(({ entry }) =>
      fileError(entry.shownFile, 'contributors/month', `"${entry.id}" is no month`, 'name it like 2022-02.yaml'),
    );
  const doubles = loaded.flatMap(({ entry, located }) =>
    twins([...entry.people.entries()], ([, { name }]) => sameName(name)).map(
      ([[index, { name }]]): Problem => ({
        file: entry.shownFile,
        ...located.placeOf(['people', index, 'name']),
        severity: 'error',
        code: 'contributors/twice',
        message: `"${name}" stands twice`,
        fix: 'keep one of the two',
      }),
    ),
  );
  return [...misnamed, ...doubles];
}

function findReserved<F>({ loaded }: LoadedEntries<F>, reserved: RegExp, kind: string): Problem[] {
  return loaded
    .filter(({ entry }) => reserved.test(entry.id))
    .map(({ entry }) =>
      fileError(
        entry.shownFile,
        `${kind}/reserved`,
        `"${entry.id}" is a page of the site itself`,
        'give the file another name',
      ),
    );
}

/** Notes the pictures that entries name; a problem for each that is not there or that no entry names. */
function collectPictures<F extends { logo?: string | undefined } | { picture?: string | undefined }>(
  dir: string,
  { loaded, files }: LoadedEntries<F>,
  field: 'logo' | 'picture',
  pictures: Map<string, ServedFile>,
): Problem[] {
  const problems: Problem[] = [];
  const byName = new Map(files.map((file) => [file.path.slice(file.path.indexOf('/') + 1), file]));
  const named = new Set<string>();
  for (const { entry, located } of loaded) {
    const name = (entry as { logo?: string; picture?: string })[field];
    if (name === undefined) continue;
    named.add(name);
    const file = byName.get(name);
    if (file) {
      pictures.set(file.path, toServedFile(dir, file, name));
    } else {
      const near = nearest(name, [...byName.keys()]);
      const fix = near ? `did you mean "${near}"?` : 'put it there, or leave the field out';
      const message = `there is no file "${name}" beside this one`;
      problems.push({
        file: entry.shownFile,
        ...located.placeOf([field]),
        severity: 'error',
        code: `${field}/missing`,
        message,
        fix,
      });
    }
  }
  for (const [name, file] of byName) {
    if (named.has(name)) continue;
    const message = 'no entry names this file';
    problems.push({
      file: displayPath(dir, file.path),
      line: 1,
      column: 1,
      severity: 'warning',
      code: 'file/unused',
      message,
      fix: `name it in a "${field}:", or remove it`,
    });
  }
  return problems;
}

function toServedFile(dir: string, file: ContentFile, name: string): ServedFile {
  return {
    name,
    type: mediaType(name) ?? 'image/png',
    absolute: absolutePath(dir, file.path),
    version: file.version,
    size: file.size,
  };
}

/** Pairs of a later and the first of some things that have one key. */
function twins<T>(list: readonly T[], key: (item: T) => string | undefined): [second: T, first: T][] {
  const firsts = new Map<string, T>();
  const pairs: [T, T][] = [];
  for (const item of list) {
    const value = key(item);
    if (value === undefined) continue;
    const first = firsts.get(value);
    if (first) pairs.push([item, first]);
    else firsts.set(value, item);
  }
  return pairs;
}

/** A name as it is compared: two that differ in case, spaces or signs alone are one. */
export function sameName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether one address lies below another and is not the same. Two beside each other belong to two, as on www.gov.uk. */
function isWithin(inner: string, outer: string): boolean {
  const [below, above] = [sameAddress(inner), sameAddress(outer)];
  return below !== above && below.startsWith(`${above}/`);
}

/** An address as it is compared: without scheme, `www.`, final slash and fragment. */
export function sameAddress(url: string): string {
  const { hostname, pathname, search } = new URL(url);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}

function fileError(file: string, code: string, message: string, fix: string): Problem {
  return { file, line: 1, column: 1, severity: 'error', code, message, fix };
}
