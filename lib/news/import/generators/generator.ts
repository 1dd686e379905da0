// The interface of a generator's reader: which files are posts, and how they get their dates and addresses.
import type { Diagnostic } from '@/lib/base/diagnostic';
import type { Checkout } from '@/lib/news/import/checkout';
import type { SourceDate } from '@/lib/news/import/dates';
import type { GeneratorName, Redirect, SourcePost } from '@/lib/news/import/source';

/** A generator whose sites can be imported. */
export interface Generator {
  readonly name: GeneratorName;
  /** As people call it. */
  readonly label: string;
  /** @returns what shows that a checkout is of this generator, a path; undefined if nothing does. */
  detect(checkout: Checkout): Promise<string | undefined>;
  /** @param posts where posts are, below the checkout, if a person has said it. */
  read(checkout: Checkout, posts: string | undefined): Promise<SiteRules>;
}

/** A post's file, as a reader finds it. */
export interface PostFile {
  /** Below the checkout. */
  readonly file: string;
  /** The folder of posts that it is in, below the checkout; empty for the checkout itself. */
  readonly root: string;
  /** The language that it is written in, where it is not the site's main one. */
  readonly lang?: string;
}

/** A post that has been read, before it has an address. */
export interface ReadPost extends PostFile, Omit<SourcePost, 'oldAddress' | 'address' | 'data'> {
  readonly data: Record<string, unknown>;
  /** The file's name, or that of its folder if it is `index.md`, without date and ending. */
  readonly name: string;
  /** The same with its date. */
  readonly datedName: string;
  /** Its path below the folder of posts, without ending; of `index.md`, the path of its folder. */
  readonly path: string;
  readonly title: string;
  /** Whether the title is that of the front matter. */
  readonly hasTitle: boolean;
  readonly date: SourceDate;
  /** The date of the file's name, if it has one. */
  readonly nameDate: SourceDate | undefined;
}

/** How a site works, as far as posts are concerned. */
export interface SiteRules {
  readonly files: readonly PostFile[];
  /** Posts in other languages, each with the file of the same post in the site's main language. */
  readonly translations: readonly (PostFile & { readonly of: string })[];
  /** Where posts were looked for, to be printed. */
  readonly places: readonly string[];
  /** The IANA zone of times that have none of their own. */
  readonly zone?: string;
  /** Reads a text in a form of its own, such as Pelican's; without, front matter between lines of `---` or `+++`. */
  readonly readText?: (
    text: string,
    file: string,
  ) => { data: Record<string, unknown>; body: string; bodyLine: number; trouble?: string };
  /** What files that end in `.md` are written in, if not in Markdown. */
  readonly markdownAs?: SourcePost['syntax'];
  /** Front matter that the configuration gives to posts, which a post may replace. */
  readonly defaults?: (file: string) => Readonly<Record<string, unknown>>;
  /** Why a post is not published by its generator, or undefined. */
  readonly leaveOut?: (post: Pick<ReadPost, 'file' | 'data' | 'body' | 'datedName'>) => string | undefined;
  /** Whether the generator takes the date of the file's name before that of the front matter. */
  readonly isNameDateFirst?: boolean;
  /** The address by the generator's rule, with the final slash that it has or has not, decoded, without sub-path. */
  readonly addressOf: (post: ReadPost) => string;
  /** Old addresses of a post in addition to those in its front matter. */
  readonly aliasesOf?: (post: ReadPost, address: string) => readonly string[];
  /** Whether its usual host answers addresses of files both with `.html` and without. */
  readonly hasHtmlForms?: boolean;
  /** Why the addresses are a guess, a sentence without a full stop; undefined if the rule is known. */
  readonly guess?: string;
  readonly redirects: readonly Redirect[];
  /** Folders whose files are served at the root, below the checkout. */
  readonly served: readonly string[];
  /** Origins with their sub-path. */
  readonly origins: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
  /** What the site knows of its authors, by the key that posts use. */
  readonly authors: Readonly<Record<string, unknown>>;
  readonly problems: readonly Diagnostic[];
}
