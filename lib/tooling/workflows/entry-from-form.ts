// An answered form as the file of an entry. The same schemas decide as for files that people write.
import { stringify } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '@/lib/base/problems';
import { validate } from '@/lib/content/validate';
import { parseYaml } from '@/lib/content/yaml';
import { adopterSchema } from '@/lib/kinds/adopter/schema';
import { ecosystemSchema } from '@/lib/kinds/ecosystem/schema';
import { eventSchema } from '@/lib/kinds/event/schema';

/** Forms that become files. Each has a label of its name, a form of its name, and a folder. */
export const formKinds = ['event', 'adopter', 'ecosystem'] as const;
export type FormKind = (typeof formKinds)[number];

const folders = { event: 'events', adopter: 'adopters', ecosystem: 'ecosystem' } as const;
const schemas: Record<FormKind, z.ZodObject> = {
  event: eventSchema,
  adopter: adopterSchema,
  ecosystem: ecosystemSchema,
};

/** What a form is read against. */
export interface FormSurroundings {
  /** The number of the issue, for a name that is taken or empty. */
  readonly issue: number;
  readonly now: Date;
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  /** Whether there is a file already. @param path below the content folder. */
  readonly isTaken: (path: string) => boolean;
}

/** The file of an entry. */
export interface EntryFile {
  readonly id: string;
  /** Below the content folder. */
  readonly path: string;
  readonly text: string;
}

/**
 * Makes the file of an entry from answers.
 *
 * @param answers by the names of fields; names that the kind does not have are passed over.
 * @returns the file, or what is wrong with the answers, at the lines of the file that it would be.
 */
export function entryFromForm(
  kind: FormKind,
  answers: ReadonlyMap<string, string>,
  surroundings: FormSurroundings,
): EntryFile | { problems: readonly Problem[] } {
  const written = Object.keys(schemas[kind].shape).flatMap((field): [string, unknown][] => {
    const value = toValue(kind, field, answers.get(field), surroundings);
    return value === undefined ? [] : [[field, value]];
  });
  const id = toId(kind, answers.get(kind === 'event' ? 'title' : 'name') ?? '', surroundings);
  const path = `${folders[kind]}/${id}.yaml`;
  const text = `# yaml-language-server: $schema=../../.schemas/${kind}.json\n${stringify(Object.fromEntries(written))}`;
  const located = parseYaml(text, 1);
  const file = `content/${path}`;
  if (Array.isArray(located)) {
    return { problems: located.map((fault): Problem => ({ ...fault, file, severity: 'error' })) };
  }
  const result = validate(schemas[kind], located, kind, file);
  return 'problems' in result ? result : { id, path, text };
}

function toValue(
  kind: FormKind,
  field: string,
  answer: string | undefined,
  { now, projects }: FormSurroundings,
): unknown {
  if (field === 'joined') return now.toISOString().slice(0, 7);
  if (answer === undefined) return undefined;
  if (field === 'online') return /^yes\b/i.test(answer) ? true : undefined;
  if (field === 'projects') return answer.split(/[\n,]/).flatMap((name) => toProject(name, projects));
  if (field === 'speakers') return answer.split('\n').flatMap(toSpeaker);
  return kind === 'event' && field === 'description' ? answer : answer.replace(/\s+/g, ' ').trim();
}

/** `Flux`, `- flux` and `flux` all mean the id `flux`; what is unknown is left for the check to name. */
function toProject(name: string, projects: FormSurroundings['projects']): string[] {
  const plain = name.replace(/^\s*[-*]\s+/, '').trim();
  const project = projects.find((each) =>
    [each.id, each.name].some((known) => known.toLowerCase() === plain.toLowerCase()),
  );
  return plain === '' ? [] : [project?.id ?? plain.toLowerCase().replace(/\s+/g, '-')];
}

function toSpeaker(line: string): (string | { name: string; affiliation: string })[] {
  const [name = '', ...rest] = line.replace(/^\s*[-*]\s+/, '').split(',');
  const affiliation = rest.join(',').trim();
  if (name.trim() === '') return [];
  return [affiliation === '' ? name.trim() : { name: name.trim(), affiliation }];
}

/** Small Latin letters, digits and hyphens only: whatever was typed, the path stays inside its folder. */
function toId(kind: FormKind, title: string, { issue, isTaken }: FormSurroundings): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  if (slug === '') return `${kind}-${issue}`;
  return isTaken(`${folders[kind]}/${slug}.yaml`) ? `${slug}-${issue}` : slug;
}
