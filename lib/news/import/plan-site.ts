// Plans a content folder from a checkout: reads posts, gives them addresses, and converts them.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path/posix';
import { addressKey, pathFromFile } from '@/lib/base/address';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, inFile, sortDiagnostics, warning } from '@/lib/base/diagnostic';
import { mapLimited } from '@/lib/base/map-limited';
import { aliasGuard } from '@/lib/check/addresses';
import { toEntryText, toYaml } from '@/lib/content/entry-text';
import type { LoadedContent } from '@/lib/content/load';
import { sectionSchema } from '@/lib/content/schema';
import { tagSlug } from '@/lib/content/tags';
import { addressByPattern, type OldPost, type PlacedPost, PostIndex, placePosts } from '@/lib/news/import/addresses';
import { collectAliases } from '@/lib/news/import/aliases';
import { convertBody } from '@/lib/news/import/body';
import type { Checkout } from '@/lib/news/import/checkout';
import { isDraft, isUnlisted, makeFields, picturesOf, tagsOf } from '@/lib/news/import/fields';
import { readSourceText, textOf } from '@/lib/news/import/front-matter';
import { joinPath } from '@/lib/news/import/generators/address-parts';
import type { Generator, ReadPost, SiteRules } from '@/lib/news/import/generators/generator';
import { isFolderPage, syntaxOf } from '@/lib/news/import/generators/post-files';
import { keepAsText } from '@/lib/news/import/keep-as-text';
import type { Planned } from '@/lib/news/import/lists';
import { type ImportedPerson, readAuthorsOf, readPeople, toPersonFields } from '@/lib/news/import/people';
import { leaveOut, readPosts } from '@/lib/news/import/read-posts';
import { readRedirectFiles } from '@/lib/news/import/redirect-files';
import type { ConvertedBody, SourceSite } from '@/lib/news/import/source';

/** A post as it will be written. */
export interface PlannedPost {
  readonly post: PlacedPost;
  /** Its file and those next to it; the first is the post. */
  readonly files: readonly Planned[];
  readonly aliases: readonly string[];
  readonly changes: Readonly<Record<string, number>>;
  readonly people: readonly ImportedPerson[];
  /** Keys of its front matter that went to `params`. */
  readonly params: readonly string[];
  /** The 1-based line of its new file on which the body begins. */
  readonly bodyLine: number;
}

/** A site as it will be written. */
export interface SitePlan {
  readonly posts: readonly PlannedPost[];
  readonly people: readonly Planned[];
  /** `blog/_index.md`, if the site had one. */
  readonly section: Planned | undefined;
  /** Posts that are left out, each with the reason. */
  readonly left: readonly Diagnostic[];
  /** Problems that a person should review. */
  readonly notes: readonly Diagnostic[];
  /** The number of translations that redirect to their original posts. */
  readonly translations: number;
  /** The names of files among the posts that are not posts, such as `README.md`; one for each file. */
  readonly folderPages: readonly string[];
}

/** What to import, and into what. */
export interface ImportSource {
  readonly checkout: Checkout;
  readonly generator: Generator;
  readonly rules: SiteRules;
  /** The pattern of old addresses that a person has given. */
  readonly permalink?: string | undefined;
  /** What the content folder has already; what this import has written before counts as absent. */
  readonly existing: LoadedContent;
  readonly signal: AbortSignal;
}

/** Posts that have been read, which do not change with what is left out later. */
export type ReadSite = Awaited<ReturnType<typeof readSite>>;

/** Reads the posts of a site, and gives them their old addresses. */
export async function readSite({ checkout, rules, permalink }: ImportSource) {
  const { posts, left, notes } = await readPosts(checkout, rules);
  const addressOf = (post: ReadPost) =>
    permalink === undefined
      ? rules.addressOf(post)
      : addressByPattern(permalink, post, textOf(post.data, 'slug') ?? post.name);
  const old = posts.map((post): OldPost => ({ ...post, oldAddress: joinPath(addressOf(post)) }));
  const redirects = [...rules.redirects, ...(await readRedirectFiles(checkout, rules.served))];
  const translated = await readPosts(checkout, { ...rules, files: rules.translations });
  const translations = translated.posts.map((post) => ({
    address: rules.addressOf(post),
    of: rules.translations.find(({ file }) => file === post.file)?.of,
  }));
  const pages = [...new Set(rules.places.flatMap((place) => checkout.filesBelow(place)))].filter(
    (file) => isFolderPage(file) && syntaxOf(file) !== undefined,
  );
  const section = await planSection(checkout, rules);
  const others = pages.filter((file) => file !== section?.from);
  return { posts: old, left, notes, redirects, translations, pages: others, section: section?.planned };
}

/** The title and description of the list of posts, from the `_index.md` next to them; undefined where it has none that fit. */
async function planSection(checkout: Checkout, { places }: SiteRules) {
  const from = await checkout.firstOf(places.map((place) => join(place, '_index.md')));
  if (from === undefined) return undefined;
  const { data } = readSourceText(await readFile(checkout.absolute(from), 'utf8'));
  const fields = { title: textOf(data, 'title'), description: textOf(data, 'description') };
  if ((!fields.title && !fields.description) || !sectionSchema.safeParse(fields).success) return undefined;
  const planned: Planned = { path: 'blog/_index.md', content: async () => `---\n${toYaml(fields)}---\n` };
  return { from, planned };
}

/** A part of a body that the check refuses. */
export interface KeptAsText {
  /** 1-based, within the body as it is once what comes before in the list is kept. */
  readonly line: number;
  readonly reason: Diagnostic;
}

/** What the check has made of an earlier plan of the same site. */
export interface Decisions {
  /** Posts that cannot be taken, by file, each with the reason. */
  readonly refused: ReadonlyMap<string, Diagnostic>;
  /** Parts of bodies, one after the other, that are kept as text; by the post's file. */
  readonly asText: ReadonlyMap<string, readonly KeptAsText[]>;
  /** Bodies that were converted before, while the same posts were refused; filled in here. */
  readonly converted: Map<string, ConvertedBody>;
}

/** Plans the files of a site. */
export async function planSite(source: ImportSource, site: ReadSite, decisions: Decisions): Promise<SitePlan> {
  const { checkout, generator, rules, existing } = source;
  const { refused } = decisions;
  const notes = [...rules.problems, ...site.notes];
  const placed = placePosts(
    site.posts.filter(({ file }) => !refused.has(file)),
    takenBy(existing),
    notes,
  );
  const index = new PostIndex(placed, rules.origins);
  const { aliases, ...collected } = collectAliases({
    index,
    rules,
    redirects: site.redirects,
    translations: translationsOf(site, placed),
    hiddenBy: guardOf(placed, existing),
  });
  notes.push(...collected.notes);
  const described: SourceSite = {
    ...{ generator: generator.name, folder: checkout.folder, posts: placed, redirects: collected.redirects },
    served: rules.served.map((folder) => checkout.absolute(folder)),
    ...{ origins: rules.origins, params: rules.params, problems: [] },
  };
  const context: PlanContext = {
    ...{ site: described, index, aliases, notes, decisions },
    ...{ people: readPeople(rules.authors), spellings: spellingsOf(placed) },
  };
  const planned = await mapLimited(placed, 4, async (post) => {
    source.signal.throwIfAborted();
    return planPost(post, context);
  });
  const posts = planned.flatMap((each) => ('post' in each ? [each] : []));
  const failed = planned.flatMap((each) => ('code' in each ? [each] : []));
  return {
    posts,
    people: [...new Set(posts.flatMap((post) => post.people))].map(planPerson),
    section: site.section,
    folderPages: site.pages.map((file) => basename(file)),
    left: sortDiagnostics([...site.left, ...refused.values(), ...failed]),
    notes: sortDiagnostics(notes),
    translations: rules.translations.length,
  };
}

/** What the posts of a site have in common. */
interface PlanContext {
  readonly site: SourceSite;
  readonly index: PostIndex;
  readonly aliases: ReadonlyMap<PlacedPost, readonly string[]>;
  readonly people: ReadonlyMap<string, ImportedPerson>;
  /** The usual spelling of each tag, by the last part of its page's address. */
  readonly spellings: ReadonlyMap<string, string>;
  /** Gets what a person should look at. */
  readonly notes: Diagnostic[];
  readonly decisions: Decisions;
}

/** Addresses that other posts have. What an earlier run has written is compared when it is written. */
function takenBy({ posts }: LoadedContent): ReadonlySet<string> {
  const others = posts.filter(({ file }) => pathFromFile(file) === undefined);
  return new Set(others.flatMap(({ url, aliases }) => [url, ...aliases]).map(addressKey));
}

function translationsOf({ translations }: ReadSite, placed: readonly PlacedPost[]) {
  const byFile = new Map(placed.map((post) => [post.file, post]));
  return translations.flatMap(({ address, of }) => {
    const post = byFile.get(of ?? '');
    return post ? [[address, post] as const] : [];
  });
}

/** Of several spellings of a tag the most frequent one, of equally frequent ones the first by the alphabet. */
function spellingsOf(posts: readonly PlacedPost[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const tag of posts.flatMap((post) => tagsOf(post.data))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const sorted = [...counts].sort(([a, many], [b, more]) => more - many || compare(a, b));
  const spellings = new Map<string, string>();
  for (const [tag] of sorted) if (!spellings.has(tagSlug(tag))) spellings.set(tagSlug(tag), tag);
  return spellings;
}

/** What aliases would hide, once these posts are there. */
function guardOf(placed: readonly PlacedPost[], { posts, community }: LoadedContent) {
  const imported = placed.map((post) => {
    const [, , year = '', month = '', slug = ''] = post.address.split('/');
    const page = {
      url: post.address,
      year,
      month,
      slug,
      title: post.title,
      date: post.date.instant,
      tags: tagsOf(post.data),
    };
    return { ...page, aliases: [], files: [] } as unknown as LoadedContent['posts'][number];
  });
  const content = { posts: [...posts, ...imported], community };
  const hiddenBy = aliasGuard(content);
  return (alias: string) => hiddenBy(alias, false) ?? hiddenBy(alias, true);
}

/** Plans a post, or says why it has to be left out. */
async function planPost(post: PlacedPost, context: PlanContext): Promise<PlannedPost | Diagnostic> {
  const { people, aliases, notes, spellings, decisions } = context;
  const converted = await convert(post, context);
  if ('code' in converted) return converted;
  const { pictures, files, changes } = converted;
  notes.push(...converted.problems.map((problem) => inFile(problem, problem.file || post.file)));
  if (isUnlisted(post)) {
    const fix = 'add "draft: true" to the new file if it should not be';
    notes.push(
      warning('import/unlisted', 'it was not in any list of the old site, but is in the lists of this one', fix, post),
    );
  }
  const kept = decisions.asText.get(post.file) ?? [];
  notes.push(...kept.map(({ reason }) => keptNote(post.file, reason)));
  const body = kept.reduce((text, { line }) => keepAsText(text, line) ?? text, trimmed(converted.body));
  const authors = readAuthorsOf(post.data, people);
  const own = (aliases.get(post) ?? []).filter((alias) => alias !== post.address);
  const made = makeFields({ post, authors, aliases: own, pictures, draft: isDraft(post), spellings });
  const path = post.address.slice(1, -1);
  const head = `---\n${toYaml(made.fields)}---\n\n`;
  const others = files.map(
    ({ from, name, content }): Planned => ({
      path: `${path}/${name}`,
      content: async () => content ?? readFile(from),
    }),
  );
  const main: Planned = {
    path: files.length > 0 ? `${path}/index.md` : `${path}.md`,
    content: async () => head + body,
  };
  const bodyLine = head.split('\n').length;
  return {
    post,
    files: [main, ...others],
    aliases: own,
    changes,
    people: authors.people,
    params: made.params,
    bodyLine,
  };
}

/** Converts the body of a post, unless that was done before. A post that no rule was made for must not stop all others. */
async function convert(post: PlacedPost, { site, index, decisions }: PlanContext): Promise<ConvertedBody | Diagnostic> {
  const known = decisions.converted.get(post.file);
  if (known) return known;
  const resolveLink = (link: string) => index.resolve(link, post);
  try {
    const converted = await convertBody({ site, post, resolveLink, pictures: picturesOf(post.data) });
    decisions.converted.set(post.file, converted);
    return converted;
  } catch (thrown) {
    const reason = `its text cannot be converted: ${(thrown as Error).message}`;
    return leaveOut(post.file, reason, 'simplify it, or move it by hand, and report this');
  }
}

function trimmed(body: string): string {
  return `${body.replace(/^(?:[ \t]*\n)+/, '').trimEnd()}\n`;
}

function keptNote(file: string, { code, message }: Diagnostic): Diagnostic {
  const text = `a part is shown unchanged in a code block because of ${code}: ${message}`;
  return warning('import/kept-as-text', text, 'rewrite this part in the new file', { file });
}

function planPerson(person: ImportedPerson): Planned {
  return { path: `people/${person.id}.yaml`, content: async () => toEntryText('person', toPersonFields(person)) };
}

/** A post that the check refuses. */
export function refuse(file: string, problem: Diagnostic): Diagnostic {
  return leaveOut(file, `${problem.code}: ${problem.message}`, problem.fix);
}
