// The data that a generator's reader passes to the rest of the import, and the results.
import type { Diagnostic } from '@/lib/base/diagnostic';

/** The generators whose sites can be imported. `markdown` is a folder of plain Markdown files. */
export type GeneratorName = 'hugo' | 'jekyll' | 'docusaurus' | 'astro' | 'zola' | 'pelican' | 'mkdocs' | 'markdown';

/** A site as its generator's reader found it. Nothing in it is changed yet. */
export interface SourceSite {
  readonly generator: GeneratorName;
  /** The folder of its checkout, absolute. */
  readonly folder: string;
  readonly posts: readonly SourcePost[];
  /** Old addresses that lead somewhere else: `_redirects`, `jekyll-redirect-from`, Docusaurus's redirects. */
  readonly redirects: readonly Redirect[];
  /** Folders, absolute, whose files the site serves at its root; the first that has a file serves it. */
  readonly served: readonly string[];
  /** The site's own origins, with a sub-path if it has one: `https://falco.org`. No slash at the end. */
  readonly origins: readonly string[];
  /** Values from its configuration, which bodies may show: `site.title` of Liquid, `param` of Hugo. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Posts that are left out, each with its reason, and what a person should look at. */
  readonly problems: readonly Diagnostic[];
}

/** A post of the source. Paths have `/` between their parts. */
export interface SourcePost {
  /** Its file, below the folder of the site. */
  readonly file: string;
  /** Its own folder, below the folder of the site, if it has one (`post/index.md`). */
  readonly folder?: string;
  /** What its body is written in. `mdx` may have imports and JSX. */
  readonly syntax: 'markdown' | 'mdx' | 'rst' | 'html';
  /** Its front matter as the generator reads it, keys as written. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
  /** Where readers found it: by the generator's rule, decoded, with the final slash it had or had not. */
  readonly oldAddress: string;
  /** Where it will be: `/blog/YYYY/MM/slug/`. */
  readonly address: string;
}

/** A redirect of the source, both ends decoded paths. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  /** Where it is written, below the folder of the site. */
  readonly file: string;
  readonly line?: number;
}

/** What the conversion of a body needs to know besides the post. */
export interface BodySource {
  readonly site: SourceSite;
  readonly post: SourcePost;
  /**
   * The new address of the post that a link points to, with the link's fragment; undefined if it is not a post.
   *
   * @param link as written: an address of the old site, a path, a file name (`../2023/other.md`), absolute or relative to
   *   the old address of the post.
   */
  readonly resolveLink: (link: string) => string | undefined;
  /** Pictures that the front matter names, as written: an address of the old site, a path, or the name of a file next to it. */
  readonly pictures: readonly string[];
}

/** A body as our Markdown (`.md`, with Hugo's shortcodes), which every rule of the check accepts. */
export interface ConvertedBody {
  readonly body: string;
  /** How often each kind of change was made: `{ 'links to posts': 3, 'Liquid highlight': 1 }`. */
  readonly changes: Readonly<Record<string, number>>;
  /** Files to copy next to the post: from an absolute path, under a name that the body uses. */
  readonly files: readonly CopiedFile[];
  /** The names next to the post of those of `BodySource.pictures` that were found; their files are in `files`. */
  readonly pictures: Readonly<Record<string, string>>;
  /** What was kept as text because it has no meaning here, with the lines of the source. */
  readonly problems: readonly Diagnostic[];
}

export interface CopiedFile {
  readonly from: string;
  /** Its name next to the post, the ending that of its true type. */
  readonly name: string;
  /** The bytes to write if the file is not copied unchanged: a scaled picture, a cleaned SVG. */
  readonly content?: Uint8Array;
}
