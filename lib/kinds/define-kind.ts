// Makes a kind of entry from what is special about it: a name, labels and a schema are enough.
import type { z } from 'zod';
import { compare } from '@/lib/base/compare';
import { type DayOrMonth, isDayOrMonth, toDayOrMonth } from '@/lib/base/dates';
import { capitalised, inCapitals, withArticle } from '@/lib/base/english';
import { markdownIn } from '@/lib/base/fields';
import { element, type HtmlNode, list } from '@/lib/base/html';
import { covers } from '@/lib/base/month';
import { partPath, sectionPath, toUrl } from '@/lib/base/urls';
import { asTitle, plural, words } from '@/lib/base/words';
import type {
  CardView,
  Components,
  Entry,
  EntryBase,
  EntryView,
  FeedDefinition,
  Kind,
  Label,
  Lookup,
  MarkdownRenderer,
  PlainOptions,
  SearchFacts,
} from '@/lib/kinds/kind';
import type { OwnRecipe } from '@/lib/kinds/recipe';
import { recipeOf, templateOf } from '@/lib/kinds/recipe-of-schema';
import { projectReferences } from '@/lib/kinds/schema-fields';

const { own } = words.kinds;

/** What a kind cannot do without. Without a folder, it is the name of many: `jobs`. */
interface NeededParts<Name extends string, Many extends string, Folder extends string, Schema extends z.ZodObject> {
  readonly name: Name;
  readonly folder?: Folder;
  readonly label: { readonly one: string; readonly many: Many } & Partial<Label>;
  readonly schema: Schema;
}

type AnyParts<E extends EntryBase, View extends EntryView> = Kind<E, View, string, string>;

/** What has defaults, also in parts. */
interface OptionalParts<E extends EntryBase, View extends EntryView>
  extends Partial<Omit<AnyParts<E, View>, keyof NeededParts<string, string, string, z.ZodObject> | Replaced>> {
  readonly components?: Components<E>;
  readonly recipe?: OwnRecipe;
  readonly announcement?: Partial<AnyParts<E, View>['announcement']>;
  readonly feed?: Partial<FeedDefinition<E>> | false;
  search?(entry: E, lookup: Lookup): Partial<SearchFacts>;
  /** The last day on which the list shows an entry. */
  ends?(entry: E): DayOrMonth | undefined;
  /** Where to read more, on another site: what the title links to. */
  href?(entry: E): string | undefined;
  /** Who, where, when: a short text each. By default all fields but title, URL and prose. */
  facts?(entry: E): readonly (string | undefined)[];
}

type Replaced = ViewParts | 'components' | 'recipe' | 'announcement' | 'feed' | 'search';
type ViewParts = 'view' | 'plain' | 'plainList';

/** How a view of a kind's own is written as plain HTML: as a whole, or as the content of a list item. */
type OwnView<E extends EntryBase, View extends EntryView> = Pick<AnyParts<E, View>, 'view'> &
  (Pick<AnyParts<E, View>, 'plain'> | { item(view: View, markdown: MarkdownRenderer): HtmlNode });

/** Parts that only pages written for a kind can show. */
type NeedsPages = 'hasPages' | 'pictures' | 'card' | 'reserved' | 'parts';

/** No view of a kind's own, and so nothing that needs pages written for it. */
type NoView = { readonly [Part in ViewParts | 'item' | NeedsPages]?: never };

type Fields<Schema extends z.ZodObject> = Entry<z.output<Schema>>;

/** All that may be given for any kind. */
type Definition = NeededParts<string, string, string, z.ZodObject> &
  OptionalParts<EntryBase, EntryView> &
  Partial<Pick<AnyParts<EntryBase, EntryView>, 'view' | 'plain'>> & {
    item?(view: EntryView, markdown: MarkdownRenderer): HtmlNode;
  };

type AnyKind = Kind<EntryBase, EntryView, string, string>;

/**
 * Describes a kind of entry: where its files are, what they may contain, and how it is shown. Everything but the name, the
 * labels and the schema has a default: a list page at its folder, cards, `<Jobs />` and `<Job id>` in posts, data, schema,
 * search, feed, `news new job`.
 *
 * @throws {Error} for a name or folder that cannot be part of an address, and a field that every entry has already.
 */
export function defineKind<
  const Name extends string,
  const Many extends string,
  Schema extends z.ZodObject,
  const Folder extends string = Many,
>(
  definition: NeededParts<Name, Many, Folder, Schema> &
    Omit<OptionalParts<Fields<Schema>, CardView>, NeedsPages> &
    NoView,
): Kind<Fields<Schema>, CardView, Name, Folder>;
export function defineKind<
  const Name extends string,
  const Many extends string,
  Schema extends z.ZodObject,
  View extends EntryView,
  const Folder extends string = Many,
>(
  definition: NeededParts<Name, Many, Folder, Schema> &
    OptionalParts<Fields<Schema>, View> &
    OwnView<Fields<Schema>, View>,
): Kind<Fields<Schema>, View, Name, Folder>;
export function defineKind(definition: Definition): AnyKind {
  const { name, schema, feed, search, folder = definition.label.many } = definition;
  for (const part of [name, folder]) {
    if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(part)) continue;
    throw new Error(`"${part}" cannot be the name or the folder of a kind (fix: write it like job or case-study).`);
  }
  const taken = Object.keys(schema.shape).find((field) => field === 'id' || field === 'file' || field === 'shownFile');
  if (taken !== undefined) {
    throw new Error(`The kind "${name}" has a field "${taken}" that every entry already has (fix: rename it).`);
  }
  const label = labelOf(definition.label);
  const one = { about: `One ${label.one}; the text inside goes below it.` };
  const all = { about: `The ${label.many} that the post names and does not place one by one.` };
  const components = { one, all, ...definition.components };
  const given = { ...definition, folder, label };
  const kind: AnyKind = {
    ...basicsOf(given, () => kind),
    ...viewOf(given, () => kind),
    ...definition,
    folder,
    label,
    components,
    field: { about: `${capitalised(label.many)} that it covers, by id.`, example: `a-${name}`, ...definition.field },
    search: (entry, lookup) => ({
      ...searchFactsOf(kind, factsOf(definition, entry), entry),
      ...search?.(entry, lookup),
    }),
    feed: feed === false ? undefined : { ...feedOf(label, () => kind), ...feed },
    announcement: { title: own.announced(label.many), form: 'names', ...definition.announcement },
    recipe: recipeOf(folder, schema, components.one ? inCapitals(name) : undefined, definition.recipe),
    template: definition.template ?? { file: `${folder}/your-${name}.yaml`, text: templateOf(name, schema) },
  };
  return kind;
}

/** Labels with those that are left out. */
function labelOf(given: Definition['label']): Label {
  const { one, many } = given;
  return {
    title: asTitle(one),
    section: asTitle(many),
    sought: own.sought(one),
    among: many,
    number: { one: `# ${one}`, other: `# ${many}` },
    all: own.all(many),
    ...given,
  };
}

/** A definition with its labels complete. */
type Labelled = Definition & { readonly folder: string; readonly label: Label };

/** What a kind is by default, but for what is shown of it. @param self the kind, once it is made. */
function basicsOf({ name, folder, label, schema, ends, hasPages = false }: Labelled, self: () => AnyKind) {
  return {
    about: `${capitalised(withArticle(label.one))}, ${folder}/<id>.yaml.`,
    shape: 'dot',
    hasPages,
    isData: true,
    isSearched: true,
    isContributed: true,
    cardLine: (count) => plural(label.number, count),
    title: (entry) => textIn(entry, 'title') ?? textIn(entry, 'name') ?? entry.id,
    path: ({ id }) => (hasPages ? `${sectionPath(folder)}${id}/` : partPath(folder, name, id)),
    date: (entry) => dateIn(entry, 'joined') ?? dateIn(entry, 'posted') ?? dateIn(entry, 'date'),
    isListed(entry, now) {
      const end = ends?.(entry);
      return end === undefined || endOf(end) > now.getTime();
    },
    compare: (a, b) => compare(self().date(b)?.text ?? '', self().date(a)?.text ?? '') || compare(a.id, b.id),
    words: (entry) => [textIn(entry, 'title') ?? textIn(entry, 'name'), aboutIn(entry)],
    mentions: (entry, lookup) => [self().title(entry, lookup)],
    references: (entry) => projectReferences(schema, entry),
    unique: () => ({}),
    check: () => [],
    gather(entries, { span, addedOn }) {
      const isIn = (entry: EntryBase) => {
        const date = self().date(entry) ?? addedOn(entry.file);
        return date !== undefined && covers(span, date);
      };
      return [entries.filter(isIn), []];
    },
    draftNames: (entry, lookup) => ({ id: entry.id, name: self().title(entry, lookup) }),
  } satisfies Partial<AnyKind>;
}

/** How a kind is shown by default. @param self the kind, once it is made. */
function viewOf(definition: Labelled, self: () => AnyKind): Pick<AnyKind, ViewParts> {
  const { href = (entry: EntryBase) => textIn(entry, 'url'), item } = definition;
  const toItem = item ?? (definition.plain ? undefined : itemOf);
  return {
    view(entry, lookup) {
      const kind = self();
      return {
        id: entry.id,
        title: kind.title(entry, lookup),
        // What the list no longer shows has no place on this site.
        url: href(entry) ?? (kind.isListed(entry, lookup.now) ? toUrl(kind.path(entry)) : undefined),
        facts: factsOf(definition, entry),
        about: aboutIn(entry),
      } satisfies CardView;
    },
    plain: item ? (view, markdown, { text } = {}) => [list([item(view, markdown)]), text] : plainCard,
    plainList: (views, markdown) =>
      toItem ? list(views.map((view) => toItem(view, markdown))) : views.map((view) => self().plain(view, markdown)),
  };
}

function searchFactsOf(kind: AnyKind, facts: readonly string[], entry: EntryBase): SearchFacts {
  const date = kind.date(entry);
  return {
    text: facts.join('. '),
    about: aboutIn(entry),
    date: date && { datetime: date.text, text: toDayOrMonth(date) },
    years: date ? [date.text.slice(0, 4)] : [],
    names: [],
  };
}

function feedOf(label: Label, self: () => AnyKind): FeedDefinition<EntryBase> {
  return {
    title: label.many,
    description: label.intro ?? own.feed(label.section),
    published: (entry, named) => self().date(entry)?.start ?? named,
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
const notFacts = 'title name url about description joined posted date aliases'.split(' ');

/** Who, where, when, as the definition says; by default whatever is a short text. */
function factsOf({ schema, facts }: Definition, entry: EntryBase): string[] {
  if (facts) return facts(entry).filter((fact) => fact !== undefined);
  return Object.entries(schema.shape)
    .filter(([name]) => !notFacts.includes(name))
    .flatMap(([name, field]) => {
      const value = valueIn(entry, name);
      if (markdownIn(field, value).length > 0) return [];
      if (isDayOrMonth(value)) return [`${toWords(name)} ${toDayOrMonth(value)}`];
      if (typeof value === 'number') return [`${toWords(name)} ${value}`];
      if (value === true) return [toWords(name)];
      const texts = [value].flat().filter((item) => typeof item === 'string' && !/^https?:/.test(item));
      return texts.length > 0 ? [texts.join(words.comma)] : [];
    });
}

/** The name of a field as a label: `closesOn` becomes `Closes on`. */
export function toWords(name: string): string {
  return asTitle(name.replace(/[-_]+/g, ' ').replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

function linked({ title, url }: EntryView): HtmlNode {
  return url === undefined ? title : element('a', { href: url }, title);
}

function itemOf(view: EntryView & Partial<CardView>, markdown: MarkdownRenderer): HtmlNode {
  const { facts = [], about } = view;
  return [
    linked(view),
    facts.length > 0 ? ` (${facts.join(words.comma)})` : null,
    about ? [': ', markdown.inline(about)] : null,
  ];
}

function plainCard(
  view: EntryView & Partial<CardView>,
  markdown: MarkdownRenderer,
  { alone = false, text }: PlainOptions = {},
): HtmlNode {
  const { facts = [], about, url } = view;
  const more = alone && url !== undefined ? [element('a', { href: url }, own.details)] : [];
  const items = [...facts, ...more];
  return [
    alone ? null : element('p', { className: ['entry-title'] }, element('strong', {}, linked(view))),
    items.length > 0 ? list(items) : null,
    about === undefined ? null : markdown.block(about),
    text,
  ];
}
