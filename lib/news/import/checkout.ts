// Reads the files of a site's checkout, but nothing outside its folder: symbolic links are not followed.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compare } from '@/lib/base/compare';
import { isRecord, readToml, readYaml } from '@/lib/news/import/front-matter';

/** What no generator takes posts from: what only tools read, and, at the top of a checkout, what is built and installed. */
const ignored = /^(?:\..*|node_modules|__pycache__)$/;
const ignoredAtTop = /^(?:vendor|bower_components|_site|dist|build|target|out|output|venv|tmp)$/;

/** Names that begin with a dot and belong to a site all the same. */
const shown = /^\.(?:authors\.yml|htaccess|eleventy\.[cm]?js)$/;

/** The largest text that is read. Bytes. */
const largest = 4 * 1024 * 1024;

const run = promisify(execFile);

/** The files of a folder, by their paths with `/` between the parts. */
export class Checkout {
  private readonly listed = new Map<string, readonly string[]>();

  /** @param folder absolute. */
  constructor(readonly folder: string) {}

  /** Every file below a folder of the checkout, sorted; none where there is no such folder. */
  filesBelow(folder = ''): readonly string[] {
    const known = this.listed.get(folder);
    if (known) return known;
    const files: string[] = [];
    const visit = (path: string) => {
      let entries: ReturnType<typeof readEntries> = [];
      try {
        entries = readEntries(join(this.folder, path));
      } catch {
        return;
      }
      for (const entry of entries) {
        const below = path === '' ? entry.name : `${path}/${entry.name}`;
        if ((ignored.test(entry.name) && !shown.test(entry.name)) || ignoredAtTop.test(below)) continue;
        if (entry.isDirectory()) visit(below);
        else if (entry.isFile()) files.push(below);
      }
    };
    visit(folder);
    const sorted = files.sort(compare);
    this.listed.set(folder, sorted);
    return sorted;
  }

  /** The names of the folders in a folder, sorted. */
  foldersIn(folder = ''): readonly string[] {
    const start = folder === '' ? 0 : folder.length + 1;
    const names = this.filesBelow(folder).map((file) => file.slice(start).split('/'));
    return [...new Set(names.flatMap(([name = '', ...rest]) => (rest.length > 0 ? [name] : [])))];
  }

  absolute(path: string): string {
    return join(this.folder, path);
  }

  /** Whether there is a file, or a folder with files. */
  async has(path: string): Promise<boolean> {
    return (await lstat(this.absolute(path)).catch(() => undefined)) !== undefined;
  }

  async hasFolder(path: string): Promise<boolean> {
    return (await lstat(this.absolute(path)).catch(() => undefined))?.isDirectory() === true;
  }

  /** The text of a file, line ends as LF; undefined if there is none, or if it is too large to be written by a person. */
  async text(path: string): Promise<string | undefined> {
    const found = await lstat(this.absolute(path)).catch(() => undefined);
    if (!found?.isFile() || found.size > largest) return undefined;
    return decode(await readFile(this.absolute(path))).replace(/\r\n?/g, '\n');
  }

  /** The mapping in a configuration file: TOML, JSON or YAML by its extension. Empty if there is no such file. */
  async config(path: string): Promise<Record<string, unknown>> {
    const text = await this.text(path);
    if (text === undefined) return {};
    if (path.endsWith('.toml')) return readToml(text).data;
    if (path.endsWith('.json')) return readJson(text);
    return readYaml(text).data;
  }

  /** The first of some files that exists. */
  async firstOf(paths: readonly string[]): Promise<string | undefined> {
    for (const path of paths) if (await this.has(path)) return path;
    return undefined;
  }

  private history: Promise<'none' | 'shallow' | 'whole'> | undefined;

  /** Whether the checkout has the history by which files are dated. */
  historyOf(): Promise<'none' | 'shallow' | 'whole'> {
    this.history ??= this.git('rev-parse', '--is-shallow-repository').then((answer) =>
      answer === 'false' ? 'whole' : answer === 'true' ? 'shallow' : 'none',
    );
    return this.history;
  }

  /** When a file was first committed, in ISO 8601 with an offset; undefined where the history does not say. */
  async firstCommit(path: string): Promise<string | undefined> {
    if ((await this.historyOf()) !== 'whole') return undefined;
    const dates = await this.git('log', '--diff-filter=A', '--follow', '--format=%aI', '--', path);
    return dates.split('\n').at(-1) || undefined;
  }

  /** What git answers, empty where it cannot. It runs no program of the repository, and never asks the network. */
  private async git(...args: readonly string[]): Promise<string> {
    const safe = ['-C', this.folder, '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-pager'];
    const env = { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
    const answer = await run('git', [...safe, ...args], { env, timeout: 10_000 }).catch(() => ({ stdout: '' }));
    return answer.stdout.trim();
  }
}

function readEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

/** JSON, with the comments and last commas that many tools allow. */
function readJson(text: string): Record<string, unknown> {
  const plain = text.replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\/|,(?=\s*[\]}])/g, '$1');
  try {
    const value: unknown = JSON.parse(plain);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes UTF-8, with or without a byte-order mark, or else Windows-1252, as browsers do. */
function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'windows-1252').decode(bytes);
  }
}
