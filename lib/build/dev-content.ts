// The content during development: read again where it changes, checked, and passed to the framework.
import { machineTime } from '@/lib/base/clock';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, errorsOf, formatDiagnostic, formatDiagnostics } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { displayPath } from '@/lib/content/files';
import { type LoadedContent, loadContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { ReadMemory } from '@/lib/content/read-memory';
import { SnapshotWriter } from '@/lib/content/snapshot';

/** What browsers show. */
export interface LiveState {
  /** When the content that pages show last changed. Milliseconds since 1970. */
  readonly changedAt: number;
  /** The check's diagnostics, sorted. Bodies and texts are checked of open posts and changed files. */
  readonly problems: readonly Diagnostic[];
}

/** The content of a folder and its current state. */
export class LiveContent {
  readonly #dir: string;
  readonly #snapshot: SnapshotWriter;
  readonly #memory = new ReadMemory();
  readonly #followers = new Set<() => void>();
  /** The last version of each post without errors, by file. */
  readonly #validPosts = new Map<string, Post>();
  #validCommunity: LoadedContent['community'] | undefined;
  #content: LoadedContent | undefined;
  #state: LiveState = { changedAt: 0, problems: [] };
  /** Files whose text the last check has read. */
  #checked = new Set<string>();
  #printed = new Set<string>();
  #last: Promise<void> = Promise.resolve();
  /** The paths that are open in browsers. */
  shown: () => readonly string[] = () => [];

  /**
   * @param dir the content folder. Absolute.
   * @param snapshot the file from which the framework's processes read the content.
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

  /** Calls back after each change of the state. */
  follow(follower: () => void): void {
    this.#followers.add(follower);
  }

  /** Reads everything for the first time. Pages can be rendered from then on, before the content is checked. */
  async start(): Promise<void> {
    this.#content = await loadContent(this.#dir, this.#memory);
    await this.#write(this.#content, []);
    await this.#next(() => false);
  }

  /** Reads and checks what has changed. */
  update(): Promise<void> {
    return this.#next((path) => this.#memory.readAnew.has(path));
  }

  /** Checks open posts that have not been checked. */
  async look(): Promise<void> {
    const files = this.shown().map((path) => this.fileAt(path));
    if (files.some((file) => file !== undefined && !this.#checked.has(file))) await this.#next(() => false);
  }

  /** One check after another. @param isChanged by the path below the content folder. */
  #next(isChanged: (path: string) => boolean): Promise<void> {
    const next = this.#last.then(() => this.#check(isChanged));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #check(isChanged: (path: string) => boolean): Promise<void> {
    const open = new Set(this.shown().map((path) => this.fileAt(path)));
    const wrong = new Set(this.#state.problems.map(({ file }) => file));
    const checked = new Set<string>();
    const changed = () =>
      new Set([...this.#memory.readAnew].filter(isChanged).map((path) => displayPath(this.#dir, path)));
    let anew: ReadonlySet<string> | undefined;
    const isWanted = (file: string) => {
      // Called for the first time when everything has been read.
      anew ??= changed();
      if (!open.has(file) && !wrong.has(file) && !anew.has(file)) return false;
      checked.add(file);
      return true;
    };
    const { content, problems } = await check(this.#dir, { memory: this.#memory, isWanted });
    this.#content = content;
    this.#checked = checked;
    await this.#write(content, errorsOf(problems));
    this.#state = { ...this.#state, problems };
    this.#print(problems);
    for (const follower of this.#followers) follower();
  }

  /**
   * Writes the snapshot. A post with errors is in it as it last was without, so that its page stays open while the author
   * corrects it; without such a version, it is there as far as it can be read.
   */
  async #write(content: LoadedContent, errors: readonly Diagnostic[]): Promise<void> {
    const invalid = new Set(errors.map(({ file }) => file));
    for (const post of content.posts) if (!invalid.has(post.shownFile)) this.#validPosts.set(post.shownFile, post);
    const here = new Set(content.posts.map(({ shownFile }) => shownFile));
    for (const file of this.#validPosts.keys()) {
      if (!here.has(file) && !invalid.has(file)) this.#validPosts.delete(file);
    }
    const lost = [...this.#validPosts.values()].filter(({ shownFile }) => !here.has(shownFile));
    const posts = [...content.posts.map((post) => this.#validPosts.get(post.shownFile) ?? post), ...lost];
    posts.sort((a, b) => b.date.getTime() - a.date.getTime() || compare(a.url, b.url));
    const postFolders = ['blog', 'published'].map((folder) => `${displayPath(this.#dir, folder)}/`);
    const areEntriesValid = errors.every(({ file }) => postFolders.some((folder) => file.startsWith(folder)));
    if (areEntriesValid) this.#validCommunity = content.community;
    const community = this.#validCommunity ?? content.community;
    const isNew = await this.#snapshot.write({ posts, section: content.section, problems: [], community });
    if (isNew) this.#state = { ...this.#state, changedAt: machineTime() };
  }

  /** Prints new diagnostics, and that the last one is gone. */
  #print(problems: readonly Diagnostic[]): void {
    const lines = new Set(problems.map(formatDiagnostic));
    const anew = problems.filter((problem) => !this.#printed.has(formatDiagnostic(problem)));
    for (const line of formatDiagnostics(anew)) console.error(line);
    if (this.#printed.size > 0 && lines.size === 0) console.error('All problems are fixed.');
    this.#printed = lines;
  }
}
