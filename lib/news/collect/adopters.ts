// `news collect adopters`: organisations from YAML lists in the shape that the community's Hugo site has.
import { z } from 'zod';
import { toId } from '@/lib/base/entry-id';
import { httpsUrl } from '@/lib/base/fields';
import { nearest } from '@/lib/base/nearest';
import type { Project } from '@/lib/content/community';
import { parseYaml } from '@/lib/content/yaml';
import type { Adopter } from '@/lib/kinds/adopter/kind';
import { sameAddress, sameName } from '@/lib/kinds/duplicates';
import { SourceError } from '@/lib/news/collect/ask';
import { cleanLine, htmlToText } from '@/lib/news/collect/clean';
import { type Candidate, type Collecting, readEach, type Source, settle } from '@/lib/news/collect/collecting';
import { quoted } from '@/lib/news/collect/github';
import { nameOf, readTextOf } from '@/lib/news/collect/read-text';

const listSchema = z.object({ project: z.string().optional(), companies: z.array(z.unknown()) });
const companySchema = z.object({ name: z.string(), url: z.string(), logo: z.string().optional() });

/** An organisation as a list has it. */
interface Company {
  readonly name: string;
  readonly url: string;
  readonly project: string;
  readonly source: string;
}

/**
 * Brings in the organisations of lists.
 *
 * @param project the id of the project that they use, where the lists are not to say so.
 * @returns whether each list could be read.
 */
export async function collectAdopters(
  names: readonly string[],
  project: string | undefined,
  collecting: Collecting,
): Promise<boolean> {
  const sources = names.map((name): Source<Company[]> => {
    const source = nameOf(name);
    return {
      name: source,
      async read() {
        const { text, standIns } = await readTextOf(name, collecting, (each) => fault(each));
        return { value: readList(text, source, project, collecting), standIns };
      },
    };
  });
  const { readings, failed } = await readEach(sources, collecting);
  const companies = readings.flatMap(({ value }) => value);
  await settle(toCandidates(companies, collecting.community.adopters), collecting);
  return failed.length === 0;
}

/** Why a text is no such list. */
function fault(text: string): string | undefined {
  const located = parseYaml(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), 1);
  if (Array.isArray(located)) {
    const [first] = located;
    return `it is no YAML list of adopters: line ${first?.line}: ${cleanLine(first?.message ?? '', 120)}`;
  }
  const { data } = located;
  return listSchema.safeParse(data.adopters ?? data).success
    ? undefined
    : 'it has not the shape "adopters: {project, companies: [{name, url}]}"';
}

function readList(
  text: string,
  source: string,
  wanted: string | undefined,
  { tell, community }: Collecting,
): Company[] {
  const located = parseYaml(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), 1);
  const { data } = Array.isArray(located) ? { data: {} } : located;
  const list = listSchema.parse((data as { adopters?: unknown }).adopters ?? data);
  const project = projectOf(wanted ?? list.project, community.projects);
  const companies: Company[] = [];
  let logos = 0;
  for (const [index, item] of list.companies.entries()) {
    const company = companySchema.safeParse(item).data;
    const name = cleanLine(htmlToText(company?.name ?? ''), 120);
    const url = company?.url.trim() ?? '';
    const said = httpsUrl.safeParse(url).error?.issues[0]?.message;
    if (!company || name === '') tell(`${source}: left out the ${index + 1}th: it has no name and address`);
    else if (said) tell(`${source}: left out ${quoted(name)}: ${cleanLine(said, 160)}`);
    else companies.push({ name, url, project, source });
    if (company?.logo) logos += 1;
  }
  const without = logos > 0 ? '; their logos are not taken over' : '';
  tell(`${source}: ${companies.length} use ${project}${without}`);
  return companies;
}

/** The id of a project from its id or its name. */
function projectOf(name: string | undefined, projects: readonly Project[]): string {
  if (name === undefined) throw new SourceError('it does not say which project they use (fix: give it with --project)');
  const found = projects.find((project) => project.id === name || sameName(project.name) === sameName(name));
  if (found) return found.id;
  const near = nearest(
    name,
    projects.map(({ id }) => id),
  );
  const fix = near ? `did you mean --project ${near}?` : 'give the id of one in projects.yaml with --project';
  throw new SourceError(`there is no project ${quoted(name)} (fix: ${fix})`);
}

/** One candidate an organisation, whichever lists it stands in. */
function toCandidates(companies: readonly Company[], adopters: readonly Adopter[]): Candidate[] {
  const groups: Company[][] = [];
  for (const company of companies) {
    const group = groups.find(([first]) => first && isSame(first, company));
    if (group) group.push(company);
    else groups.push([company]);
  }
  return groups.flatMap((group): Candidate[] => {
    const [first] = group;
    if (!first) return [];
    const { name, url, source } = first;
    const existing = adopters.find((adopter) => isSame(adopter, first));
    const named = new Set(group.map(({ project }) => project));
    // What a list does not say of other projects is no difference.
    const projects = [...new Set([...(existing?.projects ?? []), ...named])];
    const id = toId(name) || toId(new URL(url).hostname.replace(/^www\./, ''));
    return [{ kind: 'adopter', id, source, fields: { name, url, projects }, existing }];
  });
}

function isSame(a: { name: string; url: string }, b: { name: string; url: string }): boolean {
  return sameName(a.name) === sameName(b.name) || sameAddress(a.url) === sameAddress(b.url);
}
