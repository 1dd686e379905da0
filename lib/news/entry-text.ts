// The text of an entry's file, as the existing ones are written: the line for editors, then a field a line.
import { Document, isScalar, visit } from 'yaml';
import { adopterSchema } from '@/lib/kinds/adopter/schema';
import { ecosystemSchema } from '@/lib/kinds/ecosystem/schema';
import { eventSchema } from '@/lib/kinds/event/schema';
import { personSchema } from '@/lib/kinds/person/schema';
import type { WrittenFields } from '@/lib/kinds/recipe';
import { releaseSchema } from '@/lib/kinds/release/schema';

/** The kinds of entry that have a file each, with the folder they lie in. */
export const entryKinds = {
  event: { folder: 'events', schema: eventSchema },
  release: { folder: 'releases', schema: releaseSchema },
  adopter: { folder: 'adopters', schema: adopterSchema },
  ecosystem: { folder: 'ecosystem', schema: ecosystemSchema },
  person: { folder: 'people', schema: personSchema },
} as const;

export type EntryKind = keyof typeof entryKinds;

/**
 * An entry as YAML.
 *
 * @param kind names the schema for editors: `event`.
 * @param fields in the order in which they are to stand. Those that are undefined are left out.
 * @param note a comment that stands before the fields.
 */
export function toEntryText(kind: string, fields: WrittenFields, note?: string): string {
  const comment = note === undefined ? '' : `${note.replace(/^/gm, '# ')}\n`;
  return `# yaml-language-server: $schema=../../.schemas/${kind}.json\n${comment}${toYaml(fields)}`;
}

/** Fields as YAML that reads back as the same, a field a line, with versions in quotes. */
export function toYaml(fields: WrittenFields): string {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const document = new Document(given, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === 'version' && isScalar(value)) value.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0, indentSeq: true });
}
