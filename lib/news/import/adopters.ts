// The adopters of a Hugo site, `data/adopters/*.yaml`, one entry for each company however many lists it stands in.
import { parse } from 'yaml';
import { toId } from '@/lib/base/entry-id';
import { sameAddress } from '@/lib/kinds/duplicates';
import { toEntryText } from '@/lib/news/entry-text';

/** A list of adopters as it lies in the site. */
export interface AdopterList {
  readonly file: string;
  readonly text: string;
}

/** A company, ready to be written. Two of one name or one address are the same. */
export interface ImportedAdopter {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly projects: string[];
  /** Its logo below `static/img/`. */
  readonly logo: string | undefined;
  /** What is written otherwise than in the list, a line each. */
  readonly changes: string[];
}

/** What was read, with a line for each thing that was left. */
export interface ReadAdopters {
  readonly adopters: readonly ImportedAdopter[];
  readonly left: readonly string[];
}

/**
 * Reads lists of adopters.
 *
 * @param projects the projects of this site, by the names that lists may use.
 */
export function readAdopters(
  lists: readonly AdopterList[],
  projects: readonly { readonly id: string; readonly name: string }[],
): ReadAdopters {
  const adopters = new Map<string, ImportedAdopter>();
  const byAddress = new Map<string, ImportedAdopter>();
  const left: string[] = [];
  for (const { file, text } of lists) {
    let list: { project?: unknown; companies?: unknown } | undefined;
    try {
      list = (parse(text, { maxAliasCount: 0 }) as { adopters?: typeof list } | null)?.adopters;
    } catch {
      left.push(`${file}: this is no YAML`);
      continue;
    }
    const wanted = toId(String(list?.project ?? ''));
    const project = projects.find(({ id, name }) => [id, toId(name)].includes(wanted));
    if (!project || !Array.isArray(list?.companies)) {
      left.push(`${file}: projects.yaml has no project "${wanted}" (fix: add it there, and run this again)`);
      continue;
    }
    for (const company of list.companies as { name?: unknown; url?: unknown; logo?: unknown }[]) {
      const written = String(company?.name ?? '');
      const name = cleanName(written);
      const url = String(company?.url ?? '').replace(/^http:/i, 'https:');
      const id = toId(name);
      if (!id || !URL.canParse(url) || !url.startsWith('https:')) {
        left.push(`${file}: "${name}" has no name or no web address`);
        continue;
      }
      const known = adopters.get(id) ?? byAddress.get(sameAddress(url));
      if (known) {
        if (known.name !== name)
          known.changes.push(`${file}: "${name}" is "${known.name}", which has the same address`);
        if (!known.projects.includes(project.id)) known.projects.push(project.id);
        continue;
      }
      const changes: string[] = [];
      if (name !== written) changes.push(`${file}: "${written}" is written "${name}"`);
      if (url !== company.url) changes.push(`${file}: the address of "${name}" begins with https:`);
      const logo = typeof company.logo === 'string' && /^[\w./-]+$/.test(company.logo) ? company.logo : undefined;
      const adopter = { id, name, url, projects: [project.id], logo, changes };
      adopters.set(id, adopter);
      byAddress.set(sameAddress(url), adopter);
    }
  }
  return { adopters: [...adopters.values()], left };
}

/** The text of an adopter's file. @param logo the name of the file beside it. */
export function toAdopterText({ name, url, projects }: ImportedAdopter, logo: string | undefined): string {
  return toEntryText('adopter', { name, url, logo, projects });
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
};

/** A name without entities and soft hyphens. */
function cleanName(name: string): string {
  return name
    .replace(
      /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]+));/gi,
      (written, decimal?: string, hex?: string, word?: string) => {
        if (word) return entities[word.toLowerCase()] ?? written;
        return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex ?? '20', 16));
      },
    )
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
