// Converts the front matter of an imported post to the fields of this site.
import { postSchema } from '@/lib/content/schema';
import { tagSlug } from '@/lib/content/tags';
import { htmlToText } from '@/lib/news/collect/clean';
import type { PlacedPost } from '@/lib/news/import/addresses';
import { cleanLines, cleanText } from '@/lib/news/import/clean-text';
import { readDate } from '@/lib/news/import/dates';
import { fieldOf, isEmpty, isRecord, textOf, textsIn } from '@/lib/news/import/front-matter';
import type { PostAuthors } from '@/lib/news/import/people';

/** Keys that have done their work: they made the address, the date, the aliases or the state of a post. */
const consumed = new Set([
  ...[
    'title',
    'date',
    'slug',
    'url',
    'permalink',
    'path',
    'aliases',
    'alias',
    'redirect_from',
    'redirectfrom',
    'redirects',
  ],
  ...[
    'draft',
    'isdraft',
    'published',
    'status',
    'author',
    'authors',
    'tags',
    'tag',
    'categories',
    'category',
    'topics',
  ],
  ...[
    'lastmod',
    'updated',
    'modified',
    'last_modified_at',
    'lastmodified',
    'updateddate',
    'last_update',
    'lastupdated',
  ],
  ...['moddatetime', 'updated_at', 'updatedat', 'save_as', 'old_url', 'oldurl', 'legacy_url'],
  ...['pubdate', 'pubdatetime', 'publishedat', 'published_at', 'published_date', 'publish_date', 'publisheddate'],
  ...['author_url', 'authorurl', 'author_link', 'lang', 'language', 'locale'],
]);

const descriptionKeys = [
  ...['description', 'excerpt', 'summary', 'subtitle', 'abstract', 'teaser', 'lead', 'intro', 'dek', 'tagline'],
  ...[
    'meta_description',
    'metaDescription',
    'seo_description',
    'seo.description',
    'extra.description',
    'extra.summary',
    'extra.subtitle',
    'params.description',
  ],
];

const imageKeys = [
  ...['image', 'coverImage', 'cover_image', 'cover-image', 'cover', 'feature-img', 'feature_img', 'featured_image'],
  ...['featuredImage', 'featured-image', 'featureImage', 'feature_image', 'feature-image', 'featured_img', 'thumbnail'],
  ...[
    'thumb',
    'thumbnail-img',
    'hero',
    'heroImage',
    'hero_image',
    'hero-image',
    'banner',
    'bannerImage',
    'header_image',
  ],
  ...[
    'header',
    'header-img',
    'og_image',
    'ogImage',
    'og-image',
    'social_image',
    'socialImage',
    'share-img',
    'preview_image',
    'card_image',
  ],
  ...[
    'images',
    'extra.image',
    'extra.cover',
    'extra.thumbnail',
    'extra.hero',
    'params.image',
    'params.cover',
    'social.cards_layout_options.background_image',
  ],
];

/** Fields of ours that other generators have under the same name. */
const shared = [
  'linkTitle',
  'keywords',
  'weight',
  'type',
  'layout',
  'menu',
  'toc',
  'evergreen',
  'resources',
  'corrections',
  'withdrawn',
  'publishDate',
  'expiryDate',
];

/** Pictures that front matter names as that of the post, as written, the first that counts first. */
export function picturesOf(data: Readonly<Record<string, unknown>>): string[] {
  return [...new Set(imageKeys.flatMap((key) => texts(fieldOf(data, key))))].filter((each) =>
    /\.\w+(?:[?#].*)?$|^https?:/.test(each),
  );
}

/** Texts of a value that may be a list, or an object that says where a picture is. */
function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (!isRecord(value)) return textsIn(value);
  const found = textOf(value, 'image', 'src', 'path', 'url', 'file', 'og_image', 'teaser', 'overlay_image', 'feature');
  return found === undefined ? [] : [found];
}

/** What else a post's front matter is made of. */
export interface FieldSource {
  readonly post: PlacedPost;
  readonly authors: PostAuthors;
  /** Old addresses that redirect to it. */
  readonly aliases: readonly string[];
  /** Names next to the post, by what the front matter says. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly draft: boolean;
  /** The usual spelling of each tag of the site, by the last part of its page's address. */
  readonly spellings: ReadonlyMap<string, string>;
}

/** Front matter, and the keys that have no place of their own and went to `params`. */
export interface MadeFields {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly params: readonly string[];
}

/** Makes the front matter of a post, keys always in the same order. */
export function makeFields({ post, authors, aliases, pictures, draft, spellings }: FieldSource): MadeFields {
  const { data } = post;
  const descriptionKey = descriptionKeys.find((key) => textOf(data, key) !== undefined);
  const image = picturesOf(data)
    .map((written) => pictures[written])
    .find((name) => name !== undefined);
  const fields: Record<string, unknown> = {
    title: toPlain(post.title) || 'Untitled',
    date: post.date.text,
    description: descriptionKey && toPlain(textOf(data, descriptionKey) ?? ''),
    authors: authors.names.length > 0 ? authors.names : undefined,
    tags: listOrNone([...new Set(tagsOf(data).map((tag) => spellings.get(tagSlug(tag)) ?? tag))]),
    draft: draft || undefined,
    lastmod: lastmodOf(post),
    image,
    lang: languageOf(post),
  };
  for (const key of shared) {
    const value = fieldOf(data, key);
    if (!isEmpty(value)) fields[key] = /Date$/.test(key) ? readDate(value)?.text : cleaned(value);
  }
  fields.aliases = listOrNone([...aliases]);
  for (const [key, value] of Object.entries(fields)) if (value === '' || !isValid(key, value)) delete fields[key];
  const { params, names } = paramsOf(post, fields, descriptionKey, authors.details);
  return { fields: { ...fields, ...(Object.keys(params).length > 0 ? { params } : {}) }, params: names };
}

/** What has no place of its own. */
function paramsOf(
  { data }: PlacedPost,
  fields: Readonly<Record<string, unknown>>,
  descriptionKey: string | undefined,
  details: readonly unknown[],
): { params: Record<string, unknown>; names: string[] } {
  const params: Record<string, unknown> = {};
  const names: string[] = [];
  const own = new Set(shared.filter((key) => fields[key] !== undefined).map((key) => key.toLowerCase()));
  const used = descriptionKey?.toLowerCase();
  const pictureKeys = new Set(imageKeys.map((key) => key.toLowerCase()));
  const isShown = (key: string, value: unknown) =>
    pictureKeys.has(key) && fields.image !== undefined && texts(value).length <= 1 && !isRecord(value);
  for (const [key, value] of Object.entries(data)) {
    const name = key.toLowerCase();
    if (isEmpty(value) || consumed.has(name) || own.has(name) || name === used || isShown(name, value)) continue;
    if (isRecord(value) && (name === 'params' || name === 'extra' || name === 'taxonomies')) {
      Object.assign(
        params,
        withoutEmpty(name === 'taxonomies' ? otherTaxonomies(value) : (cleaned(value) as Record<string, unknown>)),
      );
      continue;
    }
    if (isRecord(value) && name === 'date') continue;
    params[cleanText(key)] = cleaned(value);
    names.push(key);
  }
  if (details.length > 0) params.authors = cleaned(details);
  return { params: withoutEmpty(params), names };
}

function otherTaxonomies(value: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !/^(?:tags?|categor(?:y|ies)|authors?|topics?)$/i.test(key)),
  );
}

function withoutEmpty(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(([key, value]) => !isEmpty(value) && key !== '' && key !== '<<' && key !== '__proto__'),
  );
}

/** A value whose texts have no characters that nobody sees. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanLines(value);
  if (Array.isArray(value)) return value.filter((each) => !isEmpty(each)).map(cleaned);
  if (!isRecord(value)) return typeof value === 'bigint' ? String(value) : value;
  return withoutEmpty(Object.fromEntries(Object.entries(value).map(([key, each]) => [cleanText(key), cleaned(each)])));
}

/** Whether a field of ours may have a value. */
function isValid(key: string, value: unknown): boolean {
  if (value === undefined) return false;
  const schema = (postSchema.shape as Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>>)[
    key
  ];
  return schema?.safeParse(value).success === true;
}

/** Text without HTML and Markdown links. */
function toPlain(text: string): string {
  const hasHtml = /<[a-z/!][^>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(text);
  const plain =
    hasHtml && !/<\w+>/.test(text.replace(/<\/?(?:p|br|em|strong|i|b|code|a|span)\b[^>]*>/gi, ''))
      ? htmlToText(text)
      : text;
  return cleanText(plain.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1'));
}

function listOrNone(list: readonly string[]): readonly string[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Tags and categories under all their names, each once, in one spelling. */
export function tagsOf(data: Readonly<Record<string, unknown>>): string[] {
  const keys = [
    'tags',
    'tag',
    'categories',
    'category',
    'topics',
    'taxonomies.tags',
    'taxonomies.tag',
    'taxonomies.categories',
    'taxonomies.category',
    'taxonomies.topics',
    'extra.tags',
  ];
  const found = keys.flatMap((key) => {
    const value = fieldOf(data, key);
    if (typeof value === 'string') return splitTags(value, key.startsWith('categor'));
    // Docusaurus's tags may be objects with a label.
    return [value]
      .flat()
      .flatMap((each) => (isRecord(each) ? (textOf(each, 'label', 'name', 'title') ?? []) : textsIn(each)));
  });
  const tags = new Map<string, string>();
  for (const written of found) {
    const tag = cleanText(written).replace(/^#(?=\S)/, '');
    const key = tag.toLowerCase();
    if (tag !== '' && !tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()];
}

/** Tags in one text: between commas or semicolons, else, where all are plain words, between spaces. */
function splitTags(text: string, isCategory: boolean): string[] {
  if (/[,;]/.test(text))
    return text
      .replace(/^\[|\]$/g, '')
      .split(/\s*[,;]\s*/)
      .map((tag) => tag.replace(/^["']|["']$/g, ''));
  return isCategory || !/^[a-z\d_.+#-]+(?:\s+[a-z\d_.+#-]+)+$/.test(text.trim()) ? [text] : text.trim().split(/\s+/);
}

function lastmodOf({ data, date }: PlacedPost): string | undefined {
  const keys = [
    'lastmod',
    'updated',
    'modified',
    'last_modified_at',
    'lastModified',
    'updatedDate',
    'last_update.date',
    'lastUpdated',
    'modDatetime',
    'updated_at',
    'updatedAt',
    'date.updated',
  ];
  const changed = keys.map((key) => readDate(fieldOf(data, key))).find((each) => each !== undefined);
  return changed && changed.instant > date.instant ? changed.text : undefined;
}

/** The language of a post, where it is not English. */
function languageOf({ data, lang }: PlacedPost): string | undefined {
  const written = (lang ?? textOf(data, 'lang', 'language', 'locale'))?.replace('_', '-');
  return written === undefined || /^en\b/i.test(written) ? undefined : written;
}

/** Whether a post is not published: a draft in the forms of all generators. */
export function isDraft({ data, file }: Pick<PlacedPost, 'data' | 'file'>): boolean {
  const isTrue = (value: unknown) => value === true || /^(?:true|yes)$/i.test(String(value));
  const published = fieldOf(data, 'published');
  return (
    ['draft', 'isDraft'].some((key) => isTrue(fieldOf(data, key))) ||
    (published !== undefined && /^(?:false|no)$/i.test(String(published))) ||
    /^draft$/i.test(textOf(data, 'status') ?? '') ||
    /(?:^|\/)_?drafts\//.test(file)
  );
}

/** Whether a post has a page that no list shows. */
export function isUnlisted({ data }: Pick<PlacedPost, 'data'>): boolean {
  return (
    fieldOf(data, 'unlisted') === true ||
    fieldOf(data, 'hidden') === true ||
    /^hidden$/i.test(textOf(data, 'status') ?? '')
  );
}
