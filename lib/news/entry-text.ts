// The text of an entry's file, as the existing ones are written: the line for editors, then a field a line.
import { Document, isScalar, visit } from 'yaml';
import { adopterSchema, ecosystemSchema, eventSchema, personSchema, releaseSchema } from '@/lib/content/schema';

/** The kinds of entry that have a file each, with the folder they lie in. */
export const entryKinds = {
  event: { folder: 'events', schema: eventSchema },
  release: { folder: 'releases', schema: releaseSchema },
  adopter: { folder: 'adopters', schema: adopterSchema },
  ecosystem: { folder: 'ecosystem', schema: ecosystemSchema },
  person: { folder: 'people', schema: personSchema },
} as const;

export type EntryKind = keyof typeof entryKinds;

/** The fields of an entry as they are written, before a schema has read them. */
export type WrittenFields = Readonly<Record<string, unknown>>;

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

/**
 * A name as an id: small letters and digits with hyphens, at most 60 characters.
 *
 * @returns the empty string where there is no letter of the Latin alphabet and no digit in it.
 */
export function toId(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.length <= 60
    ? plain
    : plain
        .slice(0, 61)
        .replace(/-[^-]*$/, '')
        .slice(0, 60);
}
