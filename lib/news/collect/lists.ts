// `news collect` of lists: entries of a kind from lists on other sites.
import { toId } from '@/lib/base/entry-id';
import { httpsUrl } from '@/lib/base/fields';
import { nearest } from '@/lib/base/nearest';
import { entriesOf, type Project } from '@/lib/content/community';
import { parseYaml } from '@/lib/content/yaml';
import { sameName } from '@/lib/kinds/duplicates';
import { kinds } from '@/lib/kinds/index';
import type { NamedAddress } from '@/lib/kinds/kind';
import { SourceError } from '@/lib/news/collect/ask';
import { cleanLine, htmlToText } from '@/lib/news/collect/clean';
import { type Candidate, type Collecting, collectEach, textSources } from '@/lib/news/collect/collecting';
import { quoted } from '@/lib/news/collect/github';

/** The kinds that can be collected from lists. */
export const listedKinds = kinds.flatMap((kind) => (kind.importSource ? [{ kind, lists: kind.importSource }] : []));

export type ListedKind = (typeof listedKinds)[number];

/** An item of a list that may become an entry. */
interface Found extends NamedAddress {
  readonly project: string;
  readonly source: string;
}

/**
 * Collects the items of lists.
 *
 * @param names files or addresses of lists.
 * @param project the id of the project of all items; by default, the lists say it.
 * @returns whether each list could be read.
 */
export function collectLists(
  listed: ListedKind,
  names: readonly string[],
  project: string | undefined,
  collecting: Collecting,
): Promise<boolean> {
  const read = (text: string, name: string) => readList(text, name, listed, project, collecting);
  const sources = textSources(names, (text) => problemOf(text, listed), read, collecting);
  return collectEach(sources, (found) => toCandidates(found, listed, collecting), collecting);
}

/** What a list has; a problem, as a sentence, if it cannot be read. */
function parseList(text: string, { kind, lists }: ListedKind) {
  const located = parseYaml(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), 1);
  if (!Array.isArray(located)) return lists.parse(located.data) ?? `it does not have the form "${lists.shape}"`;
  const [first] = located;
  return `it is not a YAML list of ${kind.label.many}: line ${first?.line}: ${cleanLine(first?.message ?? '', 120)}`;
}

function problemOf(text: string, listed: ListedKind): string | undefined {
  const list = parseList(text, listed);
  return typeof list === 'string' ? list : undefined;
}

function readList(
  text: string,
  source: string,
  listed: ListedKind,
  wanted: string | undefined,
  { log, community }: Collecting,
): Found[] {
  const list = parseList(text, listed);
  if (typeof list === 'string') throw new SourceError(list);
  const project = projectOf(wanted ?? list.project, community.projects);
  const found = list.entries.flatMap((entry, index): Found[] => {
    const name = cleanLine(htmlToText(entry.name ?? ''), 120);
    const url = entry.url?.trim();
    const problem = httpsUrl.safeParse(url).error?.issues[0]?.message;
    if (name === '' || url === undefined) {
      log(`${source}: skipped item ${index + 1}: it has no name or no URL`);
    } else if (problem) log(`${source}: skipped ${quoted(name)}: ${cleanLine(problem, 160)}`);
    else return [{ name, url, project, source }];
    return [];
  });
  const pictures = list.entries.some(({ picture }) => picture) && listed.kind.pictures;
  const without = pictures ? `; their ${pictures.field}s are not collected` : '';
  log(`${source}: ${found.length} use ${project}${without}`);
  return found;
}

/** The id of a project from its id or its name. */
function projectOf(name: string | undefined, projects: readonly Project[]): string {
  if (name === undefined) throw new SourceError('it does not name a project (fix: give one with --project)');
  const found = projects.find((project) => project.id === name || sameName(project.name) === sameName(name));
  if (found) return found.id;
  const ids = projects.map(({ id }) => id);
  const near = nearest(name, ids);
  const fix = near ? `did you mean --project ${near}?` : 'give the id of a project in projects.yaml with --project';
  throw new SourceError(`there is no project ${quoted(name)} (fix: ${fix})`);
}

/** One candidate for each item, however many lists have it. */
function toCandidates(all: readonly Found[], { kind, lists }: ListedKind, { community }: Collecting): Candidate[] {
  const groups: (readonly [Found, ...Found[]])[] = [];
  for (const found of all) {
    const index = groups.findIndex(([first]) => lists.isSame(first, found));
    const group = groups[index];
    if (group) groups[index] = [...group, found];
    else groups.push([found]);
  }
  return groups.map((group): Candidate => {
    const [{ name, url, source }] = group;
    const existing = entriesOf(community, kind).find((entry) => lists.isSame({ name, url }, entry));
    const projects = group.map(({ project }) => project);
    const id = toId(name) || toId(new URL(url).hostname.replace(/^www\./, ''));
    return { kind, id, source, fields: lists.toFields({ name, url }, projects, existing), existing };
  });
}
