// The content while somebody writes: read again where it changes, checked, and handed to the framework.

import { machineTime } from '@/lib/base/clock';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, errorsOf, formatDiagnostic } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { displayPath } from '@/lib/content/files';
import { type LoadedContent, loadContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { ReadMemory } from '@/lib/content/read-memory';
import { SnapshotWriter } from '@/lib/content/snapshot';

/** What browsers receive. */
export interface LiveState {
  /** When what pages are made of last changed. Milliseconds since 1970. */
  readonly changedAt: number;
  /** The check's, sorted. Of bodies and texts: those of the posts that are open, and of files that were changed. */
  readonly problems: readonly Diagnostic[];
}

/** The content of a folder, kept up to date. */
export class LiveContent {
  readonly #dir: string;
  readonly #snapshot: SnapshotWriter;
  readonly #memory = new ReadMemory();
  readonly #followers = new Set<() => void>();
  /** Posts as they were when nothing was wrong with them, by file. */
  readonly #soundPosts = new Map<string, Post>();
  #soundCommunity: LoadedContent['community'] | undefined;
  #content: LoadedContent | undefined;
  #state: LiveState = { changedAt: 0, problems: [] };
  /** Files whose text was looked at in the last round. */
  #looked = new Set<string>();
  #said = new Set<string>();
  #round: Promise<void> = Promise.resolve();
  /** Which paths of the site are open in browsers. */
  shown: () => readonly string[] = () => [];

  /**
   * @param dir the content folder. Absolute.
   * @param snapshot where the framework's processes find what pages are made of.
   */
  constructor(dir: string, snapshot: string) {
    this.#dir = dir;
    this.#snapshot = new SnapshotWriter(snapshot);
  }

  get state(): LiveState {
    return this.#state;
  }

  /** The file of the post at a path of the site. */
  fileAt(path: string): string | undefined {
    return this.#content?.posts.find(({ url }) => url === path)?.shownFile;
  }

  /** Calls back whenever the state has changed. */
  follow(follower: () => void): void {
    this.#followers.add(follower);
  }

  /** Reads everything for the first time: pages can be made from then on, before it is checked. */
  async start(): Promise<void> {
    this.#content = await loadContent(this.#dir, this.#memory);
    await this.#write(this.#content, []);
    await this.#next(() => false);
  }

  /** Reads what has changed, and checks it. */
  update(): Promise<void> {
    return this.#next((path) => this.#memory.readAnew.has(path));
  }

  /** Checks the posts that are open, where that has not been done. */
  async look(): Promise<void> {
    const files = this.shown().map((path) => this.fileAt(path));
    if (files.some((file) => file !== undefined && !this.#looked.has(file))) await this.#next(() => false);
  }

  /** One round after the other. @param isChanged by the path below the content folder. */
  #next(isChanged: (path: string) => boolean): Promise<void> {
    const round = this.#round.then(() => this.#check(isChanged));
    this.#round = round.catch(() => undefined);
    return round;
  }

  async #check(isChanged: (path: string) => boolean): Promise<void> {
    const open = new Set(this.shown().map((path) => this.fileAt(path)));
    const wrong = new Set(this.#state.problems.map(({ file }) => file));
    const looked = new Set<string>();
    const changed = () =>
      new Set([...this.#memory.readAnew].filter(isChanged).map((path) => displayPath(this.#dir, path)));
    let anew: ReadonlySet<string> | undefined;
    const isWanted = (file: string) => {
      // Asked for the first time when everything has been read.
      anew ??= changed();
      if (!open.has(file) && !wrong.has(file) && !anew.has(file)) return false;
      looked.add(file);
      return true;
    };
    const { content, problems } = await check(this.#dir, { memory: this.#memory, isWanted });
    this.#content = content;
    this.#looked = looked;
    await this.#write(content, errorsOf(problems));
    this.#state = { ...this.#state, problems };
    this.#say(problems);
    for (const tell of this.#followers) tell();
  }

  /**
   * Writes what pages are made of. What is wrong is shown as it was when it last was right, so that a page stays where
   * it is while its author mends it; what never was right is shown as far as it goes.
   */
  async #write(content: LoadedContent, errors: readonly Diagnostic[]): Promise<void> {
    const wrong = new Set(errors.map(({ file }) => file));
    for (const post of content.posts) if (!wrong.has(post.shownFile)) this.#soundPosts.set(post.shownFile, post);
    const here = new Set(content.posts.map(({ shownFile }) => shownFile));
    for (const file of this.#soundPosts.keys()) {
      if (!here.has(file) && !wrong.has(file)) this.#soundPosts.delete(file);
    }
    const lost = [...this.#soundPosts.values()].filter(({ shownFile }) => !here.has(shownFile));
    const posts = [...content.posts.map((post) => this.#soundPosts.get(post.shownFile) ?? post), ...lost];
    posts.sort((a, b) => b.date.getTime() - a.date.getTime() || compare(a.url, b.url));
    const beside = ['blog', 'published'].map((folder) => `${displayPath(this.#dir, folder)}/`);
    const entriesAreSound = errors.every(({ file }) => beside.some((folder) => file.startsWith(folder)));
    if (entriesAreSound) this.#soundCommunity = content.community;
    const community = this.#soundCommunity ?? content.community;
    const isNew = await this.#snapshot.write({ posts, section: content.section, problems: [], community });
    if (isNew) this.#state = { ...this.#state, changedAt: machineTime() };
  }

  /** Tells the terminal what has come and what has gone. */
  #say(problems: readonly Diagnostic[]): void {
    const lines = new Set(problems.map(formatDiagnostic));
    for (const line of lines) if (!this.#said.has(line)) console.error(line);
    const mended = [...this.#said].filter((line) => !lines.has(line)).length;
    if (mended > 0 && lines.size === 0) console.error('All problems are mended.');
    this.#said = lines;
  }
}
