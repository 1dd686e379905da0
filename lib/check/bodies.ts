// What a post's text says, judged against the rest of the site: its entries, its pictures and its links.

import type { Diagnostic } from '@/lib/base/diagnostic';
import { climbsOut, globPattern } from '@/lib/base/glob';
import { nearest } from '@/lib/base/nearest';
import { findPlacementBreaches, type KnownIds } from '@/lib/check/placements';
import type { Post } from '@/lib/content/posts';
import { hasPublicFile } from '@/lib/content/public-files';
import { type Inspection, inspectBody, type Place } from '@/lib/mdx/inspect';
import { linkKind, splitHref } from '@/lib/mdx/links';
import { isShownFrom } from '@/lib/mdx/picture-hosts';
import type { PictureMatch } from '@/lib/mdx/shortcode-tree';

/** What a post is checked against. */
export interface Surroundings {
  /** Every path of the site that content may link to. */
  readonly paths: ReadonlySet<string>;
  /** The ids that posts may place. */
  readonly ids: KnownIds;
  /** The path most like one that does not exist. */
  readonly suggest: (path: string) => string | undefined;
  /** The ids on a post's page, by its address; undefined where they are not known. */
  readonly anchorsOf?: (url: string) => ReadonlySet<string> | undefined;
}

/** Every problem of a post's body, at its line of the file. */
export function checkBody(post: Post, surroundings: Surroundings): Diagnostic[] {
  return judgeBody(post, inspectBody(post.body, post.format, post.context).inspection, surroundings);
}

/** The same of a body that has been inspected. */
export function judgeBody(post: Post, inspection: Inspection, surroundings: Surroundings): Diagnostic[] {
  const at = (
    place: Place,
    severity: Diagnostic['severity'],
    code: string,
    message: string,
    fix: string,
  ): Diagnostic => ({
    file: post.shownFile,
    line: place.line + post.bodyLine - 1,
    column: place.column,
    severity,
    code,
    message,
    fix,
  });
  const { failure, breaches, faults, references, placements, matches } = inspection;
  if (failure) return [at(failure, 'error', failure.code, failure.message, failure.fix)];
  const problems = [
    ...faults.map((fault) => at(fault, fault.severity, fault.code, fault.message, fault.fix)),
    ...[...breaches, ...findPlacementBreaches(placements, post, surroundings.ids)].map((breach) =>
      at(breach, 'error', breach.code, breach.message, breach.fix),
    ),
  ];
  for (const reference of references) {
    const found =
      reference.kind === 'picture'
        ? judgePicture(reference.address, post)
        : reference.kind === 'video'
          ? judgeFilm(reference.address)
          : judgeLink(reference.address, post, surroundings);
    if (found) problems.push(at(reference, ...found));
  }
  for (const match of matches) {
    const found = judgeMatch(match, post);
    if (found) problems.push(at(match, 'error', ...found));
  }
  return problems;
}

/** What a shortcode looks for among the pictures beside the post must be there. */
function judgeMatch({ shortcode, pattern }: PictureMatch, post: Post): [string, string, string] | undefined {
  if (climbsOut(pattern)) {
    const message = `"${pattern}" of the shortcode "${shortcode}" leads out of the post's folder`;
    return ['shortcode/outside', message, 'put the pictures into the folder of the post'];
  }
  const pictures = post.files.filter(({ type }) => type.startsWith('image/'));
  const names = pictures.flatMap(({ name, resource }) => (resource === undefined ? [name] : [name, resource]));
  const wanted = globPattern(pattern);
  if (names.some((name) => wanted.test(name))) return undefined;
  const near = nearest(pattern.replace(/^\*\*|\*$/g, ''), names);
  const message = `no picture beside this post fits "${pattern}" of the shortcode "${shortcode}"`;
  return ['shortcode/no-picture', message, near ? `did you mean "${near}"?` : 'put the picture beside the post'];
}

type Verdict = [severity: Diagnostic['severity'], code: string, message: string, fix: string];

function judgePicture(address: string, post: Post): Verdict | undefined {
  const kind = linkKind(address);
  const { path } = splitHref(address);
  // What moved in from elsewhere is shown as far as it goes; what is written for this site must be whole.
  const lenient = post.format === 'md' ? 'warning' : 'error';
  if (kind === 'external') {
    // Of other addresses `lib/mdx/body-addresses.ts` says what is wrong.
    if (!/^https?:/i.test(address) || isShownFrom(address)) return undefined;
    return [
      lenient,
      'picture/remote',
      `the picture "${address}" lies elsewhere and is shown as a link`,
      'put the picture beside the post',
    ];
  }
  if (kind !== 'relative') {
    return hasPublicFile(path)
      ? undefined
      : [
          lenient,
          'picture/missing-site',
          `there is no picture "${path}" on this site`,
          'put the picture beside the post',
        ];
  }
  const name = path.replace(/^(?:\.\/)+/, '');
  if (name.split('/').includes('..')) {
    return [
      'error',
      'picture/outside',
      `the picture "${address}" lies outside the post's folder`,
      'put it into the folder of the post',
    ];
  }
  if (post.files.some((file) => file.name === name && file.type.startsWith('image/'))) return undefined;
  const near = nearest(
    name,
    post.files.map((file) => file.name),
  );
  const folder = post.file.replace(/(?:\/index)?\.mdx?$/, '');
  const fix = near ? `did you mean "${near}"?` : `put it at ${folder}/${name}, beside ${folder}/index.${post.format}`;
  return ['error', 'picture/missing', `there is no picture "${name}" beside this post`, fix];
}

/** A film is played where `public/` has it: see lib/mdx/films.ts. */
function judgeFilm(address: string): Verdict | undefined {
  const kind = linkKind(address);
  if ((kind === 'site' || kind === 'docs') && hasPublicFile(splitHref(address).path)) return undefined;
  const there = kind === 'external' ? 'lies elsewhere and is shown as a link' : 'is not on this site';
  return [
    'warning',
    'video/elsewhere',
    `the video "${address}" ${there}`,
    'use {{< youtube ID >}} or {{< vimeo ID >}}',
  ];
}

/** Schemes are judged by `lib/mdx/body-addresses.ts`. */
function judgeLink(address: string, post: Post, surroundings: Surroundings): Verdict | undefined {
  const { paths, suggest } = surroundings;
  const kind = linkKind(address);
  if (kind === 'external' || kind === 'docs') return undefined;
  const base = new URL(post.url, 'https://site.invalid');
  if (!URL.canParse(address, base)) return ['error', 'link/invalid', `"${address}" is no address`, 'correct it'];
  const target = new URL(address, base);
  const { path } = splitHref(target.pathname);
  const page = path.endsWith('/') ? path : `${path}/`;
  const isOwnFile = path.startsWith(post.url) && post.files.some((file) => post.url + file.name === path);
  if (paths.has(page)) return judgeAnchor(target.hash, page, post, surroundings);
  if (isOwnFile || paths.has(path) || hasPublicFile(path)) return undefined;
  const severity = post.format === 'md' ? 'warning' : 'error';
  const near = suggest(page);
  return [
    severity,
    'link/unknown-page',
    `there is no page "${path}"`,
    near ? `did you mean ${near}?` : 'correct it, or write the full https: address',
  ];
}

/** A link to a place of a post must name an id that its page has. */
function judgeAnchor(hash: string, page: string, post: Post, { anchorsOf }: Surroundings): Verdict | undefined {
  const { path: id } = splitHref(hash.slice(1));
  const anchors = id === '' ? undefined : anchorsOf?.(page);
  // Browsers go to the top of any page for `#top` (HTML, section 7.4.6.4).
  if (!anchors || anchors.has(id) || id.toLowerCase() === 'top' || id.startsWith(':~:')) return undefined;
  const near = nearest(id, [...anchors]);
  return [
    post.format === 'md' ? 'warning' : 'error',
    'link/unknown-anchor',
    `there is no heading "#${id}" ${page === post.url ? 'in this post' : `on ${page}`}`,
    near ? `did you mean #${near}?` : 'correct it, or leave it out',
  ];
}
