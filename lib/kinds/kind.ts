// What a kind of entry is: one description, from which everything that is a list of kinds elsewhere derives.
import type { z } from 'zod';
import type { DayOrMonth } from '@/lib/base/dates';
import type { Diagnostic, Where } from '@/lib/base/diagnostic';
import type { HtmlNode } from '@/lib/base/html';
import type { EditionDays, Span } from '@/lib/base/month';
import type { KindLabel } from '@/lib/base/words/words';
import type { Recipe, WrittenFields } from '@/lib/kinds/recipe';

/** What every entry has, whatever its kind. No schema may have a field of these names but `aliases`. */
export interface EntryBase {
  /** The file's name without its ending. */
  readonly id: string;
  /** The file's path below the content folder. */
  readonly file: string;
  /** The file's path as the author knows it, for messages. */
  readonly shownFile: string;
  /** Older addresses that lead to its page, of kinds that have pages. */
  readonly aliases?: readonly string[] | undefined;
}

/** An entry: the fields of its schema, and where it is kept. */
export type Entry<Fields> = Fields & EntryBase;

/** What an entry may ask of the rest of the content, and of the clock. */
export interface Lookup {
  /** What is over and what is new is decided by this instant. */
  readonly now: Date;
  /** Of several times of an entry, one by these days is shown: by default the first after `now`. */
  readonly days?: EditionDays | undefined;
  project(id: string): { readonly name: string; readonly color: string } | undefined;
  /** The person that a name means: an id, or the name that they use. */
  person(
    name: string,
  ): { readonly id: string; readonly name: string; readonly affiliation?: string | undefined } | undefined;
}

/** Whether something is over or still to come, by the days of the edition that names it. */
export const whens = ['past', 'upcoming'] as const;
export type When = (typeof whens)[number];

/** What is shown of an entry, whatever its kind. */
export interface EntryView {
  readonly id: string;
  readonly title: string;
  /** Where its title leads, ready to be written into a page. */
  readonly url: string | undefined;
}

/** What is shown of an entry whose kind has no view of its own. */
export interface CardView extends EntryView {
  /** Who, where, when: a short text each. */
  readonly facts: readonly string[];
  /** Markdown. */
  readonly about: string | undefined;
}

/** Renders the Markdown of a field, for {@link Kind.plain}, which may not know how. */
export interface MarkdownRenderer {
  /** Several paragraphs. */
  block(markdown: string): HtmlNode;
  /** One line, without a paragraph around it. */
  inline(markdown: string): HtmlNode;
}

/** How a view is written as plain HTML. */
export interface PlainOptions {
  /** Below a title of its own, as in a feed of its kind: the title is not repeated. */
  readonly alone?: boolean;
  /** What the post says of it. */
  readonly text?: HtmlNode;
}

/** Where a value of an entry is in its file. @param path `['roles', 0, 'project']`; without one, the beginning of the file. */
export type PlaceOf = (entry: EntryBase, path?: readonly PropertyKey[]) => Where;

/** What another entry or project is named by, so that the check can look for it. */
export interface Reference {
  readonly to: 'project' | 'person';
  readonly id: string;
  readonly path: readonly PropertyKey[];
}

/** What is on the social card of an entry's page. */
export interface EntryCard {
  readonly kicker: string | undefined;
  readonly title: string;
  readonly line: string | undefined;
  readonly figure:
    | { readonly kind: 'leaf'; readonly day: string; readonly month: string }
    | { readonly kind: 'shapes'; readonly seed: string; readonly shapes: readonly string[] };
}

/** Files next to the entries of a kind that their entries name: logos, portraits. */
export interface PictureField {
  /** The field that names the file, and what messages call it. */
  readonly field: string;
  /** Endings of file names. */
  readonly endings: readonly string[];
  /** The formats as text: `SVG, PNG or WebP`. */
  readonly formats: string;
  /** Bytes. */
  readonly largest: number;
  /** Where the site serves them: `/people/pictures/`. */
  readonly path: string;
}

export interface NamedAddress {
  readonly name: string;
  readonly url: string;
}

/** Lists on other sites, one per project, from which `news collect` and `news import` make entries. */
export interface ImportSource<E> {
  /** What the lists contain, a phrase for the usage text. */
  readonly about: string;
  /** The fields of a list, for messages. */
  readonly shape: string;
  /** Where a Hugo site keeps them, and one of them: for the usage text. */
  readonly folder: string;
  readonly example: string;
  /**
   * Reads the data of a list.
   *
   * @returns its project, by id or by name, and what it lists, `picture` being a path below the pictures of that site;
   *   undefined for data of another shape.
   */
  parse(data: Readonly<Record<string, unknown>>):
    | {
        readonly project: string | undefined;
        readonly entries: readonly { [Field in 'name' | 'url' | 'picture']?: string | undefined }[];
      }
    | undefined;
  /** Whether two are the same, by name or address. */
  isSame(a: NamedAddress, b: NamedAddress | E): boolean;
  /** The fields of a new file. @param projects ids. @param existing the entry that there is already. */
  toFields(
    listed: NamedAddress & { readonly picture?: string | undefined },
    projects: readonly string[],
    existing?: E,
  ): WrittenFields;
}

/** How a kind is called. What readers see is in the language of the site. */
export interface Label extends KindLabel {
  /** In a sentence of commands, diagnostics and data, which are English: `event`, `events`. */
  readonly one: string;
  readonly many: string;
  /** The title of its list: `Events`. */
  readonly section: string;
  /** Below the title of the list of an own kind: what is listed there, in a sentence. */
  readonly intro?: string;
}

/** A component that places entries in a post. */
export interface ComponentLabel {
  readonly about: string;
}

/**
 * What a post may place of a kind: one by id, all that are left, or a part of these. Of a kind with one name for one and for
 * many, `<Ecosystem />` is the component for both: with an id, it places one.
 */
export interface Components<E> {
  readonly one?: ComponentLabel | false;
  readonly all?: ComponentLabel | false;
  /** A component for some of the entries, which the component for all then leaves out. */
  readonly part?: ComponentLabel & { readonly name: string; has(entry: E): boolean };
}

/** What the search index has of an entry. */
export interface SearchFacts {
  /** What is searched where the entry has no page of its own: plain text, then Markdown. */
  readonly text?: string | undefined;
  readonly about?: string | undefined;
  readonly date?: { readonly datetime: string; readonly text: string } | undefined;
  readonly years: readonly string[];
  readonly names: readonly string[];
}

/** A page of a section that shows a part of its list: the events of one kind, the releases of one project. */
export interface ListPart<E> {
  /** Where it is. */
  readonly path: string;
  /** What it is about: `Talk`. */
  readonly title: string;
  readonly entries: readonly E[];
  /** What the page says in a sentence. Such a page has content even if it has no entries. */
  readonly about?: string;
}

/** The feed of a kind. */
export interface FeedDefinition<E> {
  readonly title: string;
  readonly description: string;
  /** @param named when the first post that names it was published. @returns undefined for what belongs in no feed. */
  published(entry: E, named: Date | undefined): Date | undefined;
  summary?(entry: E, lookup: Lookup): string | undefined;
  tags?(entry: E): readonly string[];
}

/** One entry in an announcement. */
export interface AnnouncedItem {
  readonly text: string;
  /** Where it is on this site: a link where texts have links. */
  readonly path?: string;
  /** What to open, on another site: shown in every text. */
  readonly url?: string;
  /** Sorts the items of a list. */
  readonly order?: string;
}

/** What an announcement says of the entries of an edition. */
export interface AnnouncementDefinition<E> {
  readonly title: string;
  /** `names`: one sentence of names; `list`: a line each. */
  readonly form: 'list' | 'names';
  /** @returns undefined for what is not announced. */
  item?(entry: E, lookup: Lookup, toText: (markdown: string) => string): AnnouncedItem | undefined;
  /** A list before it: of what is over. */
  readonly past?: { readonly title: string; item(entry: E, lookup: Lookup): AnnouncedItem | undefined };
}

/** What the gathering of an edition may use. */
export interface GatherContext {
  readonly span: Span;
  /** The place of a project in the family's order. */
  projectRank(id: string): number;
  /** The day on which the file of an entry came into the repository, where it is known. */
  addedOn(file: string): DayOrMonth | undefined;
}

/**
 * A kind of entry. `defineKind` makes one; all kinds are in the registry, `lib/kinds/index.ts`. Its functions are methods on
 * purpose, so that a list may contain kinds of different entries. Give each only entries of its own folder.
 */
export interface Kind<E extends EntryBase, View extends EntryView, Name extends string, Folder extends string> {
  /** `event`: of its schema, of the component that places one, of `news new event`. */
  readonly name: Name;
  /** `events`: of its folder in the content, of its front-matter field, of its section of the site. */
  readonly folder: Folder;
  readonly label: Label;
  /** What a file of the kind contains, in a sentence, for its JSON Schema. */
  readonly about: string;
  readonly schema: z.ZodObject;
  /** The front-matter field by which a post names entries. */
  readonly field: { readonly about: string; readonly example: string };
  readonly components: Components<E>;
  /** The shape of an entry on the covers of editions and on social cards. */
  readonly shape: 'disc' | 'square' | 'ring' | 'arch' | 'dot';
  readonly pictures?: PictureField | undefined;
  /** Ids that are parts of the site's own addresses. */
  readonly reserved?: RegExp | undefined;
  /** Whether each entry has a page: else it is a part of the list. */
  readonly hasPages: boolean;
  /** Whether entries are given to others as data: `/data/events.json`. */
  readonly isData: boolean;
  /** Whether the search finds entries. */
  readonly isSearched: boolean;
  /** Whether anybody may add entries with a form. */
  readonly isContributed: boolean;
  readonly feed: FeedDefinition<E> | undefined;
  readonly announcement: AnnouncementDefinition<E>;
  /** The section of the front page that shows the newest of them; without, it shows none. */
  readonly front?: { readonly id: string; readonly title: string; readonly shown: number } | undefined;
  /** What is under the title of the section, on its social card. */
  cardLine(count: number): string;

  title(entry: E, lookup: Lookup): string;
  /** Where the entry is on this site, as a path; with a fragment where it is a part of a list. */
  path(entry: E): string;
  /** When it joined, appeared or was posted. */
  date(entry: E): DayOrMonth | undefined;
  /** When it was changed, if its file says so: later than when it joined, appeared or was posted. */
  changed?(entry: E): Date | undefined;
  /** Whether the list of the section shows it. What has ended stays in the posts that name it. */
  isListed(entry: E, now: Date): boolean;
  /** The order of the list. */
  compare(a: E, b: E): number;
  /** The pages that show a part of the list. */
  parts?(
    entries: readonly E[],
    projects: readonly { readonly id: string; readonly name: string; readonly about: string }[],
  ): readonly ListPart<E>[];
  /** What is shown of an entry, everywhere. */
  view(entry: E, lookup: Lookup): View;
  /** The view as plain HTML. */
  plain(view: View, markdown: MarkdownRenderer, options?: PlainOptions): HtmlNode;
  /** Several as plain HTML. */
  plainList(views: readonly View[], markdown: MarkdownRenderer): HtmlNode;
  /** Those that the component for a part shows, as plain HTML; by default as `plainList` shows them. */
  plainPart?(views: readonly View[], markdown: MarkdownRenderer): HtmlNode;
  /** Of kinds whose components have `when`: on which side of an edition's day an entry is. */
  when?(entry: E, days: EditionDays): When;
  /** What is on the social card of its page. */
  card?(entry: E, lookup: Lookup): EntryCard;
  /** What is most notable about it, which covers show by its shape. */
  severity?(entry: E): 'breaking' | 'secured' | 'plain';
  search(entry: E, lookup: Lookup): SearchFacts;
  /** What readers read of it in an edition, for the reading time. */
  words(entry: E): readonly (string | undefined)[];
  /** Names by which a text may mention it. */
  mentions(entry: E, lookup: Lookup): readonly string[];
  /** Projects and people that it names by id. */
  references(entry: E): readonly Reference[];
  /** What no two entries may have in common: by the field to report, what is compared. */
  unique(entry: E): Readonly<Record<string, string>>;
  /** What else is wrong between the entries of the kind, which are sorted by file. */
  check(entries: readonly E[], placeOf: PlaceOf): readonly Diagnostic[];
  /** Which of them belong to an edition. The second list is of those still to come. */
  gather(entries: readonly E[], context: GatherContext): readonly [past: readonly E[], upcoming: readonly E[]];
  /** What the template of an edition may use of an entry. */
  draftNames(entry: E, lookup: Lookup, span: Span): Readonly<Record<string, string>>;
  /** Lists for that template, by their names, in place of one list of the folder's name. */
  draftLists?(past: readonly E[], upcoming: readonly E[]): Readonly<Record<string, readonly E[]>>;
  /** What the summary of a draft says of those that were gathered, in place of their count. */
  draftSummary?(entries: readonly E[], lookup: Lookup): readonly string[];
  /** The headline that a draft proposes, from what was gathered of the kind. @param toText Markdown as plain text. */
  draftHeadline?(entries: readonly E[], lookup: Lookup, toText: (markdown: string) => string): string | undefined;
  /** Whether its entries count for `{{joined}}` in the template of an edition. */
  readonly joins?: true;
  /** Names by which posts and events use an entry without naming its id. */
  usedBy?(entry: E): readonly string[];
  readonly importSource?: ImportSource<E>;
  /** What `news new` asks. */
  readonly recipe: Recipe;
  /** The file that a newcomer fills in on the code host. */
  readonly template: { readonly file: string; readonly text: string };
}
