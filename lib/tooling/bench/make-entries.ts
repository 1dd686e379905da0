// Makes many entries, for benches that need a large community. They are told from real ones by their names.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mapLimited } from '@/lib/base/map-limited';

/** How many of each kind. */
export interface EntryCounts {
  readonly adopters: number;
  readonly events: number;
  readonly releases: number;
  /** Old addresses, shared among the events. */
  readonly aliases?: number;
}

const firstYear = 2014;

/**
 * Writes entries beside those that a content folder has, and two projects of their own.
 *
 * @param dir the content folder. Its projects.yaml is replaced.
 */
export async function makeEntries(
  dir: string,
  { adopters, events, releases, aliases = 0 }: EntryCounts,
): Promise<void> {
  const files = [
    ['projects.yaml', toProjects()] as const,
    ...times(adopters, (index) => [`adopters/made-${index}.yaml`, toAdopter(index)] as const),
    ...times(
      events,
      (index) => [`events/made-${index}.yaml`, toEvent(index) + toAliases(index, events, aliases)] as const,
    ),
    ...times(releases, (index) => [`releases/made-${index}.yaml`, toRelease(index)] as const),
  ];
  for (const kind of ['adopters', 'events', 'releases']) await mkdir(join(dir, kind), { recursive: true });
  await mapLimited(files, 32, ([path, text]) => writeFile(join(dir, path), text));
}

function toProjects(): string {
  const project = (id: string, name: string, color: string) =>
    `  - id: ${id}\n    name: ${name}\n    about: Made for a bench.\n    repository: https://example.org/${id}\n    color: "${color}"\n`;
  return `projects:\n${project('flux', 'Flux', '#1d4fd8')}${project('flagger', 'Flagger', '#0f766e')}`;
}

function toAdopter(index: number): string {
  const projects = index % 5 === 0 ? '[flux, flagger]' : '[flux]';
  return `name: Organisation ${index} ${['GmbH', 'Ltd', 'Cars', 'Systems'][index % 4]}\nurl: https://organisation-${index}.example/\nprojects: ${projects}\njoined: ${monthOf(index)}\n`;
}

function toEvent(index: number): string {
  const repeats = index % 50 === 0 ? 'repeats: FREQ=WEEKLY\n' : '';
  return `title: Event number ${index}\nkind: ${['talk', 'meetup', 'webinar', 'bug-scrub'][index % 4]}\nstart: ${monthOf(index)}-10T18:00\nend: ${monthOf(index)}-10T19:00\nzone: ${['Europe/Berlin', 'America/Los_Angeles', 'UTC'][index % 3]}\nurl: https://example.org/events/${index}\nonline: true\ndescription: A talk about [deployments](https://example.org/) and what comes after them.\n${repeats}`;
}

function toAliases(index: number, events: number, aliases: number): string {
  const own = Math.ceil((aliases - index) / events);
  return own > 0 ? `aliases:\n${times(own, (each) => `  - /old/event-${index}/${each}/\n`).join('')}` : '';
}

function toRelease(index: number): string {
  const breaking = index % 10 === 0 ? 'breaking:\n  - change: The field `a` is gone.\n    action: Use `b`.\n' : '';
  const security =
    index % 25 === 0
      ? `security:\n  - id: CVE-2022-${10000 + index}\n    summary: A file outside the folder could be read.\n`
      : '';
  const version = `${Math.floor(index / 40)}.${Math.floor(index / 4) % 10}.${index % 4}`;
  return `project: ${index % 2 === 0 ? 'flux' : 'flagger'}\nversion: "${version}"\ndate: ${monthOf(index)}-05\nurl: https://example.org/releases/${index}\nhighlights:\n  - A first thing that is new, with \`code\` in it.\n  - A second one.\n${breaking}${security}`;
}

function monthOf(index: number): string {
  return `${firstYear + (Math.floor(index / 12) % 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
