// The text of an entry's file: the schema for editors, then one field per line.
import { Document, isScalar, visit } from 'yaml';
import type { WrittenFields } from '@/lib/kinds/recipe';

/**
 * An entry as YAML.
 *
 * @param kind names the schema for editors: `event`.
 * @param fields in the order in which to write them; undefined ones are left out.
 * @param note a comment before the fields.
 */
export function toEntryText(kind: string, fields: WrittenFields, note?: string): string {
  const comment = note === undefined ? '' : `${note.replace(/^/gm, '# ')}\n`;
  return `# yaml-language-server: $schema=../../.schemas/${kind}.json\n${comment}${toYaml(fields)}`;
}

/** Fields as YAML that reads back as the same, one field per line, with versions in quotes. */
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
