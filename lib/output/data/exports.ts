// Entries as data for others: what their files say, in JSON, with nothing of how this site keeps them.

import type { DayOrMonth } from '@/lib/base/dates';
import { compare } from '@/lib/base/problems';
import { dataPath, logoPath, schemaPath, toHref } from '@/lib/base/urls';
import type { Adopter } from '@/lib/kinds/adopter/kind';
import { adopterSchema } from '@/lib/kinds/adopter/schema';
import type { EcosystemEntry } from '@/lib/kinds/ecosystem/kind';
import { ecosystemSchema } from '@/lib/kinds/ecosystem/schema';
import type { Event } from '@/lib/kinds/event/event';
import { eventSchema } from '@/lib/kinds/event/schema';
import type { Release } from '@/lib/kinds/release/release';
import { releaseSchema } from '@/lib/kinds/release/schema';
import type { SchemaKind } from '@/lib/output/data/schemas';
import { site } from '@/lib/site';

/** What can be exported, with the kind of its entries. */
interface Exported {
  readonly events: Event;
  readonly releases: Release;
  readonly adopters: Adopter;
  readonly ecosystem: EcosystemEntry;
}

export type ExportKind = keyof Exported;

const sources = {
  events: { schemaKind: 'event', schema: eventSchema },
  releases: { schemaKind: 'release', schema: releaseSchema },
  adopters: { schemaKind: 'adopter', schema: adopterSchema },
  ecosystem: { schemaKind: 'ecosystem', schema: ecosystemSchema },
} as const satisfies Record<ExportKind, { schemaKind: SchemaKind; schema: unknown }>;

/** Every kind of entry that can be had as data. */
export const exportKinds = Object.keys(sources) as ExportKind[];

/** An entry: its id, then the fields of its file, in the order of their schema. */
export type ExportedEntry = { readonly id: string } & Readonly<Record<string, unknown>>;

/** All entries of one kind. */
export interface DataExport {
  readonly title: string;
  /** Where this is kept up to date. */
  readonly href: string;
  readonly licence: string;
  /** The JSON Schema that each entry follows, but for its `id`. */
  readonly schema: string;
  /** What the names in `logo` are relative to, where entries have logos. */
  readonly logos?: string;
  /** By id. */
  readonly entries: readonly ExportedEntry[];
}

/** Entries as plain JSON: dates as the texts that were written, no field that is not set. */
export function toExport<Kind extends ExportKind>(kind: Kind, entries: readonly Exported[Kind][]): DataExport {
  const { schemaKind, schema } = sources[kind];
  const fields = Object.keys(schema.shape);
  return {
    title: `${site.name}: ${kind}`,
    href: toHref(dataPath(kind)),
    licence: site.contentLicence.url,
    schema: toHref(schemaPath(schemaKind)),
    ...(kind === 'adopters' ? { logos: toHref(logoPath('')) } : {}),
    entries: [...entries].sort((a, b) => compare(a.id, b.id)).map((entry) => toEntry(entry, fields)),
  };
}

function toEntry(entry: Exported[ExportKind], fields: readonly string[]): ExportedEntry {
  const values = new Map(Object.entries(entry));
  const written = fields.map((field): [string, unknown] => [field, toPlain(values.get(field))]);
  return { id: entry.id, ...Object.fromEntries(written.filter(([, value]) => value !== undefined)) };
}

function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  if (isDayOrMonth(value)) return value.text;
  const parts = Object.entries(value).map(([key, part]) => [key, toPlain(part)] as const);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}

function isDayOrMonth(value: object): value is DayOrMonth {
  return 'text' in value && 'start' in value && 'precision' in value;
}
