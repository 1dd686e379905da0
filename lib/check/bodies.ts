// Checks a post's body against the rest of the site: entries, pictures and links.
import { type Diagnostic, error, inFile, type Place, warning } from '@/lib/base/diagnostic';
import { climbsOut, globMatcher } from '@/lib/base/glob';
import { nearest } from '@/lib/base/nearest';
import { parseUrl } from '@/lib/base/parse-url';
import { parseVideo } from '@/lib/base/videos';
import { checkHasPicture } from '@/lib/check/pictures';
import type { Post } from '@/lib/content/posts';
import { hasPublicFile } from '@/lib/content/public-files';
import { isCalled } from '@/lib/content/shared-files';
import { type Folder, kindIn } from '@/lib/kinds/index';
import { reportFor } from '@/lib/mdx/body';
import type { Inspection, PictureMatch } from '@/lib/mdx/inspect';
import { decode, linkKind, splitHref } from '@/lib/mdx/links';
import { isShownFrom, publicPathOf, toSitePath } from '@/lib/mdx/picture';
import { groupOf, isList, type Placement } from '@/lib/mdx/placements';
import type { Reference } from '@/lib/mdx/references';

/** What posts and entries are checked against. */
export interface CheckContext {
  /** Every path of the site that content may link to. */
  readonly paths: ReadonlySet<string>;
  /** The ids of all entries, by folder. */
  readonly ids: Readonly<Record<Folder, ReadonlySet<string>>>;
  /** The path that one which does not exist may mean. */
  readonly suggest: (path: string) => string | undefined;
  /** The ids on a post's page, by its address; undefined where they are not known. */
  readonly anchorsOf?: (url: string) => ReadonlySet<string> | undefined;
}

/** Checks a post's body that has been inspected. */
export function checkInspection(post: Post, inspection: Inspection, context: CheckContext): Diagnostic[] {
  const { diagnostics, references, placements, matches } = inspection;
  const at = ({ line, column }: Place, found: Diagnostic | undefined) => (found ? [{ ...found, line, column }] : []);
  return [
    ...diagnostics,
    ...checkPlacements(placements, post, context.ids),
    ...references.flatMap((reference) => at(reference, checkReference(reference, post, context))),
    ...matches.flatMap((match) => at(match, checkMatch(match, post))),
  ].map((diagnostic) => inFile(diagnostic, post.shownFile, post.bodyLine));
}

/**
 * Checks what a body places: entries that exist and that the post names, pictures next to it, videos that can be played. Places
 * are in the body. Attributes that the rules refuse are not checked.
 */
export function checkPlacements(
  placements: readonly Placement[],
  post: Post,
  known: CheckContext['ids'],
): Diagnostic[] {
  const placed = new Set<string>();
  return placements.flatMap(({ component, values, line, column }) => {
    const found: (Diagnostic | undefined)[] = [];
    if (component === 'Prompt' && !post.draft) {
      const fix = 'replace it with the text that it asks for, or keep "draft: true"';
      found.push(error('edition/prompt-left', 'a <Prompt> is left in a post that is not a draft', fix));
    }
    if (isList({ component, values })) {
      const group = groupOf({ component, values });
      found.push(checkOnce(group, `<${group.replace(/ (.*)/, ' when="$1"')} />`, placed));
    }
    for (const value of values) found.push(checkValue(value, post, known, placed));
    return found.flatMap((diagnostic) => (diagnostic ? [{ ...diagnostic, line, column }] : []));
  });
}

function checkOnce(key: string, shown: string, placed: Set<string>): Diagnostic | undefined {
  const isTwice = placed.has(key);
  placed.add(key);
  return isTwice
    ? error('edition/placed-twice', `${shown} is placed twice in this post`, 'remove one of them')
    : undefined;
}

function checkValue(
  { kind, attribute, value }: Placement['values'][number],
  post: Post,
  known: CheckContext['ids'],
  placed: Set<string>,
): Diagnostic | undefined {
  if (kind === 'picture') return checkHasPicture(nameNextTo(value, post) ?? value, post);
  if (kind === 'video') {
    const fix = 'use its https: URL on YouTube or Vimeo';
    return parseVideo(value)
      ? undefined
      : error('video/unknown', `"${value}" is not a video that can be embedded`, fix);
  }
  const folder = kindIn(kind)?.folder;
  if (!folder) return undefined;
  if (!known[folder].has(value)) {
    // The check of the front matter reports what that names as well.
    if (isInFrontMatter(value, post.coverage, folder)) return undefined;
    const near = nearest(value, [...known[folder]]);
    const fix = near ? `did you mean ${attribute}="${near}"?` : 'add the entry, or correct the id';
    return error('edition/unknown-id', `there is no entry ${folder}/${value}.yaml`, fix);
  }
  if (!post.coverage[folder].includes(value)) {
    // What is placed counts as named, unless it is written in a way that only the parser of MDX understands.
    const message = `"${value}" is placed in an unusual way, so it does not count as named`;
    const fix = `write the id itself, ${attribute}="${value}", without entities, or add it to "${folder}:" in the front matter`;
    return error('edition/not-named', message, fix);
  }
  return checkOnce(`${folder}/${value}`, `"${value}"`, placed);
}

function isInFrontMatter(id: string, coverage: Post['coverage'], folder: Folder): boolean {
  return coverage[folder].includes(id) && !coverage.fromText[folder].includes(id);
}

/** Checks that a path of this site is a page or a file. */
export function checkSitePath(
  path: string,
  { paths, suggest }: Pick<CheckContext, 'paths' | 'suggest'>,
  report = error,
): Diagnostic | undefined {
  const page = path.endsWith('/') ? path : `${path}/`;
  if (paths.has(page) || paths.has(path) || hasPublicFile(path)) return undefined;
  const near = suggest(page);
  const fix = near ? `did you mean ${near}?` : 'correct it, or write the full https: address';
  return report('link/unknown-page', `there is no page "${path}"`, fix);
}

/** What a shortcode looks for must be among the pictures next to the post. */
function checkMatch({ shortcode, pattern }: PictureMatch, post: Post): Diagnostic | undefined {
  if (climbsOut(pattern)) {
    const message = `"${pattern}" in the shortcode "${shortcode}" points outside the post's folder`;
    return warning('shortcode/outside', message, 'move the images into the folder of the post');
  }
  const pictures = post.files.filter(({ type }) => type.startsWith('image/'));
  const names = pictures.flatMap(({ name, resource }) => (resource === undefined ? [name] : [name, resource]));
  const matches = globMatcher(pattern);
  if (names.some(matches)) return undefined;
  const near = nearest(pattern.replace(/^\*\*|\*$/g, ''), names);
  const message = `no image next to this post matches "${pattern}" in the shortcode "${shortcode}"`;
  return warning('shortcode/no-picture', message, near ? `did you mean "${near}"?` : 'put the image next to the post');
}

function checkReference({ kind, address }: Reference, post: Post, context: CheckContext): Diagnostic | undefined {
  if (kind === 'picture') return checkPicture(address, post);
  return kind === 'video' ? checkVideo(address) : checkLink(address, post, context);
}

/** The name of a picture next to a post, by its whole path or a path from the post; undefined for other addresses. */
function nameNextTo(address: string, { url, files }: Post): string | undefined {
  const written = address.normalize('NFC');
  const called = files.find((file) => file.name === written || isCalled(file, address));
  if (called) return called.name;
  const { path } = splitHref(toSitePath(address));
  if (path.startsWith('/')) return path.startsWith(url) ? path.slice(url.length) : undefined;
  return linkKind(address) === 'relative' ? path.replace(/^(?:\.\/)+/, '') : undefined;
}

function checkPicture(address: string, post: Post): Diagnostic | undefined {
  const kind = linkKind(address);
  const path = publicPathOf(address);
  const name = nameNextTo(address, post);
  if (name !== undefined && !name.split('/').includes('..')) return checkHasPicture(name, post);
  const report = reportFor(post.format);
  if (kind === 'external') {
    // `lib/mdx/addresses.ts` checks other schemes.
    if (!/^https?:/i.test(address) || isShownFrom(address)) return undefined;
    const fix = 'add the host to pictureHosts of lib/site.ts, or save the file next to the post';
    return report('picture/remote', `external image "${address}": shown as a link`, fix);
  }
  if (hasPublicFile(path)) return undefined;
  if (kind !== 'relative') {
    return report('picture/missing-site', `there is no image "${path}" on this site`, 'save it next to the post');
  }
  const message = `"${address}" points outside the post's folder, where there is no such image`;
  return report('picture/outside', message, 'put the image in the folder of the post');
}

/** A video is played where `public/` has it: see lib/mdx/pictures.ts. */
function checkVideo(address: string): Diagnostic | undefined {
  const kind = linkKind(address);
  if ((kind === 'site' || kind === 'docs') && hasPublicFile(splitHref(address).path)) return undefined;
  const message =
    kind === 'external'
      ? `external video "${address}": shown as a link`
      : `there is no video "${address}" on this site`;
  return warning('video/elsewhere', message, 'use {{< youtube ID >}} or {{< vimeo ID >}}');
}

/** Schemes are checked by `lib/mdx/addresses.ts`. */
function checkLink(address: string, post: Post, context: CheckContext): Diagnostic | undefined {
  const kind = linkKind(address);
  if (kind === 'external' || kind === 'docs') return undefined;
  const base = new URL(post.url, 'https://site.invalid');
  const target = parseUrl(address, base);
  if (!target) {
    return reportFor(post.format)('link/invalid', `"${address}" is not a valid URL`, 'correct it');
  }
  const { path } = splitHref(target.pathname);
  const page = path.endsWith('/') ? path : `${path}/`;
  if (context.paths.has(page)) return checkAnchor(target.hash, page, post, context);
  const isOwnFile = path.startsWith(post.url) && post.files.some((file) => post.url + file.name === path);
  return isOwnFile ? undefined : checkSitePath(path, context, reportFor(post.format));
}

/** A link to a place of a post must name an id of its page. */
function checkAnchor(hash: string, page: string, post: Post, { anchorsOf }: CheckContext): Diagnostic | undefined {
  const id = decode(hash.slice(1));
  const anchors = id === '' ? undefined : anchorsOf?.(page);
  // Browsers go to the top of any page for `#top` (HTML, section 7.4.6.4).
  if (!anchors || anchors.has(id) || id.toLowerCase() === 'top' || id.startsWith(':~:')) return undefined;
  const near = nearest(id, [...anchors]);
  const message = `there is no heading "#${id}" ${page === post.url ? 'in this post' : `on ${page}`}`;
  return reportFor(post.format)(
    'link/unknown-anchor',
    message,
    near ? `did you mean #${near}?` : 'correct or remove it',
  );
}
