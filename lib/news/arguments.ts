// Arguments that several commands share: the content folder, a post, a month, a day.
import { relative, resolve } from 'node:path';
import { type Terminal, UsageError } from '@/lib/base/cli/command';
import { isDay } from '@/lib/base/dates';
import { ContentError, error, errorsOf, inFile } from '@/lib/base/diagnostic';
import { lastDayOf, lookAhead, plusDays, type Span } from '@/lib/base/month';
import { nearest } from '@/lib/base/nearest';
import { inspectBodies } from '@/lib/check/body-work';
import { displayPath } from '@/lib/content/files';
import { type LoadedContent, loadContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';

/** The content folder: `CONTENT_DIR` from the root, by default `content`. Absolute. */
export function contentFolder({ root, env }: Pick<Terminal, 'root' | 'env'>): string {
  return resolve(root, env.CONTENT_DIR || 'content');
}

/**
 * The only word that a command takes.
 *
 * @param thing its name, `month`. @param how a sentence that says how to give it.
 * @throws {UsageError} if there is none, or more than one.
 */
export function onlyWord([word, ...more]: readonly string[], thing: string, how: string): string {
  if (word === undefined) throw new UsageError(`Which ${thing}? ${how}`);
  if (more.length > 0) throw new UsageError(`Only one ${thing} at a time: remove “${more.join(' ')}”.`);
  return word;
}

/**
 * Reads the content, and finds the post that the only word names.
 *
 * @throws {UsageError} if there is no such word or no such post, with the nearest one.
 * @throws {ContentError} if the post exists but cannot be read.
 */
export async function readNamedPost(words: readonly string[], terminal: Terminal) {
  const name = onlyWord(words, 'post', 'Give its file, its folder or its address.');
  const content = await loadContent(contentFolder(terminal));
  return { post: findNamedPost(content, name, terminal), content };
}

/**
 * As {@link readNamedPost}, for a post that is to be sent.
 *
 * @throws {ContentError} also if the post is withdrawn.
 */
export async function readPostToSend(words: readonly string[], terminal: Terminal) {
  const { post, content } = await readNamedPost(words, terminal);
  if (post.withdrawn === undefined) return { post, content };
  const place = { file: post.shownFile, ...content.places.get(post)?.placeOf(['withdrawn']) };
  const fix = 'send another post, or remove "withdrawn:" to publish it again';
  throw new ContentError([error('post/withdrawn', `the post is withdrawn: ${post.withdrawn}`, fix, place)]);
}

/**
 * Refuses a post whose text cannot be shown, before a command parses it.
 *
 * @throws {ContentError} which says why.
 */
export async function checkText(post: Post): Promise<void> {
  const [inspection] = await inspectBodies([post]);
  if (!inspection || inspection.isRenderable) return;
  const errors = errorsOf(inspection.diagnostics);
  throw new ContentError(errors.map((diagnostic) => inFile(diagnostic, post.shownFile, post.bodyLine)));
}

/** A post by its file or its folder, from where the person is or from the root, or by its address. */
function findNamedPost({ posts, problems }: LoadedContent, name: string, terminal: Terminal): Post {
  const dir = contentFolder(terminal);
  const files = [terminal.cwd, terminal.root].map((from) => relative(dir, resolve(from, name)).replaceAll('\\', '/'));
  const address = name.endsWith('/') ? name : `${name}/`;
  const isNamed = (file: string, wanted: readonly string[]) =>
    wanted.includes(file) || wanted.includes(file.replace(/\/index\.(?:mdx?|markdown)$/, ''));
  const post = posts.find(({ file, url }) => url === address || isNamed(file, files));
  if (post) return post;
  // A file that exists but cannot be read: say why, not that it is missing.
  const shown = files.map((file) => displayPath(dir, file));
  const errors = errorsOf(problems).filter(({ file }) => isNamed(file, shown));
  if (errors.length > 0) throw new ContentError(errors);
  const names = [posts.map(({ shownFile }) => shownFile), posts.map(({ url }) => url)];
  const near = names.map((each) => nearest(name, each)).find((each) => each !== undefined);
  throw new UsageError(`There is no post “${name}”.${near ? ` Did you mean ${near}?` : ''}`);
}

/** Reads a month. @param option the option that has it, if any. @throws {UsageError} for any other text. */
export function parseMonth(text: string, option = ''): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return text;
  throw new UsageError(`${option && `${option} `}“${text}” is not a month. Write it like 2022-02.`);
}

/** Reads a day. @throws {UsageError} for any other text. */
export function parseDay(option: string, text: string): string {
  if (isDay(text)) return text;
  throw new UsageError(`${option} “${text}” is not a day. Write it like 2022-02-01.`);
}

/** Days of an edition that are not the usual ones. */
type GivenDays = { readonly [Day in 'since' | 'until' | 'ahead']?: string | undefined };

/** The days that an edition covers: its month, or those given. @throws {UsageError} if they are not in their order. */
export function toSpan(period: string, given: GivenDays = {}): Span {
  const since = given.since ?? `${period}-01`;
  const until = given.until ?? lastDayOf(period);
  if (until < since) throw new UsageError(`The first day, ${since}, is after the last, ${until}.`);
  const ahead = given.ahead ?? plusDays(until, lookAhead);
  if (ahead < until)
    throw new UsageError(`The edition looks ahead to ${ahead}, which is before its last day, ${until}.`);
  return { period, since, until, ahead };
}
