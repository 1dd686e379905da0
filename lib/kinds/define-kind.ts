// Makes a kind of entry from what is special about it: a name, labels and a schema are enough.
import type { z } from 'zod';
import { compare } from '@/lib/base/compare';
import { type DayOrMonth, isDayOrMonth, toDayOrMonth } from '@/lib/base/dates';
import { markdownIn } from '@/lib/base/fields';
import { element, type HtmlNode, list } from '@/lib/base/html';
import { covers } from '@/lib/base/month';
import { partPath, toUrl } from '@/lib/base/urls';
import { capitalised, countedInFigures, inCapitals, withArticle } from '@/lib/base/words';
import type {
  CardView,
  Components,
  Entry,
  EntryBase,
  EntryView,
  FeedDefinition,
  Kind,
  Label,
  MarkdownRenderer,
  PlainOptions,
} from '@/lib/kinds/kind';
import { recipeOf, templateOf } from '@/lib/kinds/recipe-of-schema';

/** What a kind cannot do without. */
interface NeededParts<Name extends string, Folder extends string, Schema extends z.ZodObject> {
  readonly name: Name;
  readonly folder: Folder;
  readonly label: Pick<Label, 'one' | 'many'> & Partial<Label>;
  readonly schema: Schema;
}

/** What has defaults. */
interface OptionalParts<E extends EntryBase, View extends EntryView>
  extends Partial<
    Omit<
      Kind<E, View, string, string>,
      | 'name'
      | 'folder'
      | 'label'
      | 'schema'
      | 'view'
      | 'plain'
      | 'plainList'
      | 'feed'
      | 'announcement'
      | 'components'
      | 'recipe'
    >
  > {
  readonly components?: Components<E>;
  readonly recipe?: Partial<Kind<E, View, string, string>['recipe']>;
  readonly announcement?: Partial<Kind<E, View, string, string>['announcement']>;
  readonly feed?: FeedDefinition<E> | false;
  /** The last day on which the list shows an entry. */
  ends?(entry: E): DayOrMonth | undefined;
  /** Where more is to be read, elsewhere: what the title links to. */
  href?(entry: E): string | undefined;
  /** Who, where, when: a short text each. By default whatever its fields hold that is neither title, address nor prose. */
  facts?(entry: E): readonly (string | undefined)[];
}

type Fields<Schema extends z.ZodObject> = Entry<z.output<Schema>>;

/** A kind with a view of its own, and with pages that are written for it. */
type WithView<
  Name extends string,
  Folder extends string,
  Schema extends z.ZodObject,
  View extends EntryView,
> = NeededParts<Name, Folder, Schema> &
  OptionalParts<Fields<Schema>, View> &
  Pick<Kind<Fields<Schema>, View, Name, Folder>, 'view' | 'plain'> &
  Partial<Pick<Kind<Fields<Schema>, View, Name, Folder>, 'plainList'>>;

/** Parts that only pages written for a kind can show. */
type NeedsPages = 'hasPages' | 'pictures' | 'card' | 'reserved';

/** A kind of which a name, labels and a schema say all. */
type WithoutView<Name extends string, Folder extends string, Schema extends z.ZodObject> = NeededParts<
  Name,
  Folder,
  Schema
> &
  Omit<OptionalParts<Fields<Schema>, CardView>, NeedsPages> & {
    readonly [Part in 'view' | 'plain' | NeedsPages]?: never;
  };

/** The same without a folder, which then has the name of many: `jobs`. */
type WithoutFolder<Name extends string, Many extends string, Schema extends z.ZodObject> = Omit<
  WithoutView<Name, Many, Schema>,
  'folder' | 'label'
> & { readonly folder?: never; readonly label: { readonly one: string; readonly many: Many } & Partial<Label> };

/** Any kind, where which one does not matter. */
export type AnyKind = Kind<EntryBase, EntryView, string, string>;

/**
 * Describes a kind of entry: where its files are, what they may hold, and how it is shown. Everything beside the name, the
 * labels and the schema has a default: a list page at its folder, cards, `<Jobs />` and `<Job id>` in posts, data, schema,
 * search, feed, `news new job`.
 */
export function defineKind<const Name extends string, const Many extends string, Schema extends z.ZodObject>(
  definition: WithoutFolder<Name, Many, Schema>,
): Kind<Fields<Schema>, CardView, Name, Many>;
export function defineKind<const Name extends string, const Folder extends string, Schema extends z.ZodObject>(
  definition: WithoutView<Name, Folder, Schema>,
): Kind<Fields<Schema>, CardView, Name, Folder>;
export function defineKind<
  const Name extends string,
  const Folder extends string,
  Schema extends z.ZodObject,
  View extends EntryView,
>(definition: WithView<Name, Folder, Schema, View>): Kind<Fields<Schema>, View, Name, Folder>;
export function defineKind(
  definition: Omit<NeededParts<string, string, z.ZodObject>, 'folder'> & { readonly folder?: string } & OptionalParts<
      EntryBase,
      EntryView
    > &
    Partial<Pick<AnyKind, 'view' | 'plain' | 'plainList'>>,
): AnyKind {
  const { name, schema, folder = definition.label.many } = definition;
  for (const part of [name, folder]) {
    if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(part)) continue;
    throw new Error(`"${part}" cannot be the name or the folder of a kind (fix: write it like job or case-study).`);
  }
  const taken = Object.keys(schema.shape).find((field) => field === 'id' || field === 'file' || field === 'shownFile');
  if (taken !== undefined) {
    throw new Error(`The kind "${name}" has a field "${taken}", which every entry has already (fix: rename it).`);
  }
  const label = toLabel(definition.label);
  // A kind with one name for one and for many, such as equipment, has the component for many.
  const one = inCapitals(name) !== inCapitals(folder) && { about: `One ${label.one}; the text inside goes below it.` };
  const all = { about: `The ${label.many} that the post names and does not place one by one.` };
  const components = { one, all, ...definition.components };
  const hrefOf = definition.href ?? hrefIn;
  const factsIn = (entry: EntryBase) =>
    (definition.facts?.(entry) ?? factsOf(schema, entry)).filter((fact) => fact !== undefined);
  const kind: AnyKind = {
    about: `${capitalised(withArticle(label.one))}, ${folder}/<id>.yaml.`,
    shape: 'dot',
    hasPages: false,
    isData: true,
    isSearched: true,
    cardLine: (count) => countedInFigures(count, label.one, label.many),
    title: (entry) => textIn(entry, 'title') ?? textIn(entry, 'name') ?? entry.id,
    path: ({ id }) => partPath(folder, name, id),
    date: (entry) => dateIn(entry, 'joined') ?? dateIn(entry, 'posted') ?? dateIn(entry, 'date'),
    isListed(entry, now) {
      const end = definition.ends?.(entry);
      return end === undefined || endOf(end) > now.getTime();
    },
    compare: (a, b) => compare(kind.date(b)?.text ?? '', kind.date(a)?.text ?? '') || compare(a.id, b.id),
    view(entry, lookup) {
      const view: CardView = {
        id: entry.id,
        title: kind.title(entry, lookup),
        // What the list no longer shows has no place on this site.
        url: hrefOf(entry) ?? (kind.isListed(entry, lookup.now) ? toUrl(kind.path(entry)) : undefined),
        facts: factsIn(entry),
        about: aboutIn(entry),
      };
      return view;
    },
    plain: plainCard,
    plainList: (views, markdown) =>
      definition.plain
        ? views.map((view) => kind.plain(view, markdown))
        : list(views.map((view) => itemOf(view, markdown))),
    search(entry) {
      const date = kind.date(entry);
      return {
        text: factsIn(entry).join('. '),
        about: aboutIn(entry),
        date: date && { datetime: date.text, text: toDayOrMonth(date) },
        years: date ? [date.text.slice(0, 4)] : [],
        names: [],
      };
    },
    words: (entry) => [textIn(entry, 'title') ?? textIn(entry, 'name'), aboutIn(entry)],
    mentions: (entry, lookup) => [kind.title(entry, lookup)],
    references: () => [],
    check: () => [],
    gather(entries, { span, addedOn }) {
      const isIn = (entry: EntryBase) => {
        const date = kind.date(entry) ?? addedOn(entry.file);
        return date !== undefined && covers(span, date);
      };
      return [entries.filter(isIn), []];
    },
    draftNames: (entry, lookup) => ({ id: entry.id, name: kind.title(entry, lookup) }),
    ...definition,
    folder,
    label,
    components,
    field: { about: `${label.section} that it covers, by id.`, example: `a-${name}`, ...definition.field },
    feed: definition.feed === false ? undefined : (definition.feed ?? feedOf(label, (entry) => kind.date(entry))),
    announcement: { title: `New ${label.many}`, form: 'names', ...definition.announcement },
    recipe: { ...recipeOf(folder, schema, components.one ? inCapitals(name) : undefined), ...definition.recipe },
    template: definition.template ?? { file: `${folder}/your-${name}.yaml`, text: templateOf(name, schema) },
  };
  return kind;
}

function toLabel(given: Pick<Label, 'one' | 'many'> & Partial<Label>): Label {
  return { title: capitalised(given.one), section: capitalised(given.many), ...given };
}

function feedOf(label: Label, dateOf: (entry: EntryBase) => DayOrMonth | undefined): FeedDefinition<EntryBase> {
  return {
    title: label.many,
    description: label.intro ?? `${label.section}, the newest first.`,
    published: (entry, named) => dateOf(entry)?.start ?? named,
  };
}

/** The value of a field that not every kind has. */
export function valueIn(entry: object, field: string): unknown {
  return Object.hasOwn(entry, field) ? Reflect.get(entry, field) : undefined;
}

function textIn(entry: object, field: string): string | undefined {
  const value = valueIn(entry, field);
  return typeof value === 'string' ? value : undefined;
}

function aboutIn(entry: object): string | undefined {
  return textIn(entry, 'about') ?? textIn(entry, 'description');
}

function hrefIn(entry: object): string | undefined {
  return textIn(entry, 'url');
}

function dateIn(entry: object, field: string): DayOrMonth | undefined {
  const value = valueIn(entry, field);
  return isDayOrMonth(value) ? value : undefined;
}

/** Milliseconds: when a day has ended everywhere on earth, 12 hours west of UTC; or a month. */
function endOf({ start, precision }: DayOrMonth): number {
  const end = new Date(start);
  if (precision === 'month') end.setUTCMonth(end.getUTCMonth() + 1);
  else end.setUTCDate(end.getUTCDate() + 1);
  return end.getTime() + 12 * 3_600_000;
}

/** Fields that a card shows elsewhere than among its facts, or not at all. */
const notFacts: ReadonlySet<string> = new Set([
  'title',
  'name',
  'url',
  'about',
  'description',
  'joined',
  'posted',
  'date',
  'aliases',
]);

function factsOf(schema: z.ZodObject, entry: EntryBase): string[] {
  return Object.entries(schema.shape)
    .filter(([name]) => !notFacts.has(name))
    .flatMap(([name, field]) => {
      const value = valueIn(entry, name);
      if (markdownIn(field, value).length > 0) return [];
      if (isDayOrMonth(value)) return [`${toWords(name)} ${toDayOrMonth(value)}`];
      if (typeof value === 'number') return [`${toWords(name)} ${value}`];
      if (value === true) return [toWords(name)];
      const texts = [value].flat().filter((item) => typeof item === 'string' && !/^https?:/.test(item));
      return texts.length > 0 ? [texts.join(', ')] : [];
    });
}

/** The name of a field in words: `closesOn` becomes `Closes on`. */
function toWords(name: string): string {
  const spaced = name.replace(/[-_]+/g, ' ').replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return capitalised(spaced);
}

function linked({ title, url }: EntryView): HtmlNode {
  return url === undefined ? title : element('a', { href: url }, title);
}

function itemOf(view: EntryView & Partial<CardView>, markdown: MarkdownRenderer): HtmlNode {
  const { facts = [], about } = view;
  return [
    linked(view),
    facts.length > 0 ? ` (${facts.join(', ')})` : null,
    about ? [': ', markdown.inline(about)] : null,
  ];
}

function plainCard(
  view: EntryView & Partial<CardView>,
  markdown: MarkdownRenderer,
  { alone = false, text }: PlainOptions = {},
): HtmlNode {
  const { facts = [], about, url } = view;
  const more = alone && url !== undefined ? [element('a', { href: url }, 'Details')] : [];
  const items = [...facts, ...more];
  return [
    alone ? null : element('p', { className: ['entry-title'] }, element('strong', {}, linked(view))),
    items.length > 0 ? list(items) : null,
    about === undefined ? null : markdown.block(about),
    text,
  ];
}
