// Collects the old addresses of every post that can become aliases.
import { addressKey, explainTooLong, isOldPath } from '@/lib/base/address';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { type PlacedPost, type PostIndex, withSlash } from '@/lib/news/import/addresses';
import { joinPath } from '@/lib/news/import/generators/address-parts';
import type { SiteRules } from '@/lib/news/import/generators/generator';
import {
  fillPattern,
  isPattern,
  patternMatcher,
  type WrittenRedirect,
  writtenAliases,
} from '@/lib/news/import/redirect-files';
import type { Redirect } from '@/lib/news/import/source';

/** What collecting aliases needs. */
export interface AliasSource {
  readonly index: PostIndex;
  readonly rules: SiteRules;
  readonly redirects: readonly WrittenRedirect[];
  /** Addresses of translations, each with the post that they are of. */
  readonly translations: readonly (readonly [string, PlacedPost])[];
  /** What an alias would hide; undefined if nothing. */
  readonly hiddenBy: (alias: string) => string | undefined;
}

/** Aliases by post, and what could not be one. */
export interface CollectedAliases {
  readonly aliases: ReadonlyMap<PlacedPost, readonly string[]>;
  /** Redirects of the site to posts, with patterns expanded. */
  readonly redirects: readonly Redirect[];
  readonly notes: readonly Diagnostic[];
}

/** Collects the aliases of all posts. The first post that claims an address gets it. */
export function collectAliases(source: AliasSource): CollectedAliases {
  const collector = new Collector(source);
  for (const post of source.index.posts) collector.addOwn(post);
  for (const [address, post] of source.translations) collector.add(address, post, post.file);
  if (source.rules.hasHtmlForms) for (const post of source.index.posts) collector.addHtmlForm(post);
  const redirects = followRedirects(collector, source);
  return { aliases: collector.aliases, redirects, notes: collector.notes };
}

class Collector {
  readonly aliases = new Map<PlacedPost, string[]>();
  readonly notes: Diagnostic[] = [];
  private readonly owners = new Map<string, PlacedPost>();

  constructor(private readonly source: AliasSource) {
    for (const post of source.index.posts) {
      this.owners.set(addressKey(post.address), post);
      this.aliases.set(post, []);
    }
  }

  /** Adds a post's old addresses: the one it had, that below the site's sub-path, and those in its front matter. */
  addOwn(post: PlacedPost): void {
    const { rules, index } = this.source;
    this.add(post.oldAddress, post, post.file);
    for (const origin of rules.origins) {
      const sub = URL.canParse(origin) ? new URL(origin).pathname.replace(/\/$/, '') : '';
      if (sub !== '') this.add(joinPath(sub, post.oldAddress), post, post.file);
    }
    const written = rules.aliasesOf?.(post, post.oldAddress) ?? writtenAliases(post.data);
    for (const alias of written) {
      const path = index.pathOf(alias);
      // An address with a query is another one here.
      if (path !== undefined && !path.includes('?')) this.add(joinPath(path), post, post.file);
    }
  }

  /** Adds a post's old address with `.html`, or without it, unless something else has it. */
  addHtmlForm(post: PlacedPost): void {
    const { oldAddress } = post;
    const bare = oldAddress.replace(/\.html$/, '');
    const other = bare === oldAddress ? `${oldAddress}.html` : bare;
    const alias = withSlash(other);
    if (oldAddress.endsWith('/') || this.owners.has(addressKey(alias)) || this.refusal(alias) !== undefined) return;
    this.add(other, post, post.file);
  }

  /** @returns whether the address now redirects to the post. @param file where it is written, for the report. */
  add(address: string, post: PlacedPost, file: string, line = 1): boolean {
    const alias = withSlash(decoded(address.replace(/[?#].*$/, ''))).normalize('NFC');
    const owner = this.owners.get(addressKey(alias));
    if (owner === post) return false;
    const reason = owner ? `it already redirects to ${owner.file}` : this.refusal(alias);
    if (reason !== undefined) {
      const message = `the old address "${alias}" cannot redirect to ${post.address}: ${reason}`;
      this.notes.push(
        warning('import/alias', message, 'redirect it where this site is hosted, if readers still use it', {
          file,
          line,
        }),
      );
      return false;
    }
    this.owners.set(addressKey(alias), post);
    this.aliases.get(post)?.push(alias);
    this.source.index.add(alias, post);
    return true;
  }

  private refusal(alias: string): string | undefined {
    if (!isOldPath(alias)) return 'it contains characters that are not allowed in an alias';
    const hides = this.source.hiddenBy(alias);
    return explainTooLong(alias) ?? (hides && `it is ${hides}`);
  }

  /** All old addresses of posts, as they are written. */
  *addresses(): Iterable<readonly [string, PlacedPost]> {
    for (const [post, aliases] of this.aliases) {
      yield [post.oldAddress, post];
      for (const alias of aliases) yield [alias, post];
    }
  }
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Makes aliases of redirects to posts, directly or through other redirects. */
function followRedirects(collector: Collector, { index, redirects }: AliasSource): Redirect[] {
  const local = redirects.flatMap((redirect) => {
    const [from, to] = [pathOf(index, redirect.from), pathOf(index, redirect.to)];
    return from === undefined || to === undefined || from === to ? [] : [{ ...redirect, from, to }];
  });
  const made: Redirect[] = [];
  // A redirect may point to another one further down; a loop adds nothing.
  for (let rounds = 0, isNew = true; isNew && rounds < 10; rounds += 1) {
    isNew = false;
    for (const redirect of local) {
      for (const [from, post] of expand(redirect, index, [...collector.addresses()])) {
        if (index.at(from)) continue;
        if (!collector.add(from, post, redirect.file, redirect.line)) continue;
        made.push({ ...redirect, from, to: post.address });
        isNew = true;
      }
    }
  }
  return made;
}

/** A path of the site that a redirect has; undefined for other sites. `https://old.example/*` is another site. */
function pathOf(index: PostIndex, address: string): string | undefined {
  return index.pathOf(address)?.replace(/[?#].*$/, '');
}

/** Every address that a redirect covers and that belongs to a post. */
function expand(
  { from, to }: Redirect,
  index: PostIndex,
  known: readonly (readonly [string, PlacedPost])[],
): (readonly [string, PlacedPost])[] {
  if (!isPattern(from)) {
    const post = index.atPath(to);
    return post ? [[from, post]] : [];
  }
  if (isPattern(to)) {
    const match = patternMatcher(to);
    return known.flatMap(([address, post]) => {
      const values = match(address);
      const filled = values && fillPattern(from, values);
      return filled === undefined ? [] : [[filled, post] as const];
    });
  }
  const post = index.at(to);
  const plain = from.replace(/\*$/, '');
  return post && !isPattern(plain) && plain.replace(/\/+$/, '') !== '' ? [[plain, post]] : [];
}
