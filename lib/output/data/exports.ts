// Entries as data for others: the fields of their files as JSON.

import { compare } from '@/lib/base/compare';
import { isDayOrMonth } from '@/lib/base/dates';
import { dataPath, schemaPath, toHref } from '@/lib/base/urls';
import { valueIn } from '@/lib/kinds/define-kind';
import { type EntryKind, type Folder, kinds } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import { site } from '@/lib/site';
import type { Site } from '@/lib/site-types';

/** The folders of the kinds that are published as data. */
export const exportKinds: readonly Folder[] = kinds.filter(({ isData }) => isData).map(({ folder }) => folder);

/** An entry: its id, then the fields of its file, in the order of their schema. */
export type ExportedEntry = { readonly id: string } & Readonly<Record<string, unknown>>;

/** All entries of one kind. Where they have pictures, the address that the names are relative to is there too: `logos`. */
export interface DataExport {
  readonly title: string;
  /** Where this is kept up to date. */
  readonly href: string;
  readonly licence: string | undefined;
  /** The JSON Schema that each entry follows, but for its `id`. */
  readonly schema: string;
  /** By id. */
  readonly entries: readonly ExportedEntry[];
}

/** Entries as plain JSON: dates as the texts that were written, no field that is not set. */
export function toExport(
  { name, folder, schema, pictures }: Pick<EntryKind, 'name' | 'folder' | 'schema' | 'pictures'>,
  entries: readonly EntryBase[],
  { contentLicence }: Pick<Site, 'contentLicence'> = site,
): DataExport {
  const fields = Object.keys(schema.shape);
  return {
    title: `${site.name}: ${folder}`,
    href: toHref(dataPath(folder)),
    licence: contentLicence?.url,
    schema: toHref(schemaPath(name)),
    ...(pictures && { [`${pictures.field}s`]: toHref(pictures.path) }),
    entries: [...entries]
      .sort((a, b) => compare(a.id, b.id))
      .map((entry) => {
        const written = fields.map((field) => [field, toPlain(valueIn(entry, field))] as const);
        return { id: entry.id, ...Object.fromEntries(written.filter(([, value]) => value !== undefined)) };
      }),
  };
}

function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  if (isDayOrMonth(value)) return value.text;
  const parts = Object.entries(value).map(([key, part]) => [key, toPlain(part)] as const);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}
