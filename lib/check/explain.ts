// Explains a code of `npm run check`, with a wrong example and a right one. Each code is a folder in
// lib/check/examples: `about.md`, and the content folders `wrong` and `right`, which are put on top of the folder `site`.
import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { nameOf } from '@/lib/content/hidden-characters';

const examples = join(import.meta.dirname, 'examples');

/** The content folder that is merged with every example, so that examples have only what matters. */
export const exampleSite = join(examples, 'site');

/** A file of an example: its path below the content folder, and its bytes or where it leads as a symbolic link. */
export interface ExampleFile {
  readonly path: string;
  readonly content: Buffer | { readonly link: string };
}

export interface Explanation {
  readonly code: string;
  /** Plain text with code in backticks, in lines of at most 100 characters. */
  readonly about: string;
  /** Both are empty where no content can show the problem: it needs a network, or a disk that fails. */
  readonly wrong: readonly ExampleFile[];
  readonly right: readonly ExampleFile[];
}

const head = '---\ntitle: A post\ndate: 2022-03-01\n---\n';
const tooLongPost = Buffer.from(`${head}${'word '.repeat(104_900)}`.slice(0, 512 * 1024 + 1));

/** Files of examples that cannot be in the repository, by their folders. */
const notInRepository: Readonly<Record<string, ExampleFile>> = {
  // Windows lets few users make symbolic links.
  'file/kind/wrong': { path: 'blog/2022/03/a.mdx', content: { link: '../../../../../package.json' } },
  // On macOS and Windows it would replace café.mdx.
  'file/same-name/wrong': {
    path: 'blog/2022/03/Café.mdx',
    content: Buffer.from('---\ntitle: A post\ndate: 2022-03-01\nurl: /blog/2022/03/one/\n---\n'),
  },
  'body/costly/wrong': { path: 'blog/2022/03/a.mdx', content: Buffer.from(`${head}${'*a_ b\n'.repeat(8_000)}\n`) },
  // Files that are too large for the check are too large for a repository, too.
  'file/size/wrong': { path: 'blog/2022/03/a.mdx', content: tooLongPost },
  'picture/size/wrong': { path: 'blog/2022/03/a/graph.png', content: Buffer.alloc(2_000_001) },
};

/** Every code, sorted. `*` in a code is any kind of file: `post`, `event`, `projects` and so on. */
export async function codes(): Promise<string[]> {
  const kinds = await readdir(examples);
  const folders = kinds.map(async (kind) => (await readdir(join(examples, kind))).map((what) => `${kind}/${what}`));
  const found = (await Promise.all(folders)).flat().filter((folder) => existsSync(join(examples, folder, 'about.md')));
  return found.map((folder) => folder.replace(/^any\//, '*/')).sort();
}

/** @returns what a code means, or its family where it has no folder of its own; undefined where there is no such code. */
export async function explainCode(code: string): Promise<Explanation | undefined> {
  const all = await codes();
  const name = [code, code.replace(/^[a-z-]+\//, '*/')].find((each) => all.includes(each));
  if (name === undefined) return undefined;
  const [about, wrong, right] = await Promise.all([
    readAbout(name),
    readExample(name, 'wrong'),
    readExample(name, 'right'),
  ]);
  return { code, about, wrong, right };
}

const folderOf = (code: string) => code.replace('*', 'any');

async function readAbout(code: string): Promise<string> {
  return (await readFile(join(examples, folderOf(code), 'about.md'), 'utf8')).trimEnd();
}

async function readExample(code: string, part: 'wrong' | 'right'): Promise<ExampleFile[]> {
  const folder = `${folderOf(code)}/${part}`;
  const dir = join(examples, folder);
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.sort().map(
    async (file): Promise<ExampleFile> => ({
      path: relative(dir, file).split(sep).join('/'),
      content: await readFile(file),
    }),
  );
  return [...(await Promise.all(read)), ...(notInRepository[folder] ? [notInRepository[folder]] : [])];
}

/** A line for each code: the code, and the first sentence of what it means. */
export async function listCodes(): Promise<string> {
  const all = await codes();
  const width = Math.max(...all.map((code) => code.length));
  const lines = all.map(async (code) => {
    const about = (await readAbout(code)).replaceAll('\n', ' ');
    return `${code.padEnd(width)}  ${about.replace(/(?<=[.!?]) .*/, '')}`;
  });
  return (await Promise.all(lines)).join('\n');
}

/** An explanation as text for a terminal. */
export function renderExplanation({ code, about, wrong, right }: Explanation): string {
  const parts = wrong.length > 0 ? [renderExample('Wrong', wrong), renderExample('Right', right)] : [];
  return [code, about, ...parts].join('\n\n');
}

function renderExample(title: string, files: readonly ExampleFile[]): string {
  return [`${title}:`, ...files.map(renderFile)].join('\n\n');
}

/** Of a text with more bytes than this, only the beginning is shown. */
const mostShown = 2_000;

function renderFile({ path, content }: ExampleFile): string {
  if (!Buffer.isBuffer(content)) return `  ${path} (a symbolic link to ${content.link})`;
  const size = content.length < 1_000 ? `${content.length} bytes` : `${Math.round(content.length / 1_000)} kB`;
  if (!isUtf8(content) || content.includes(0)) return `  ${path} (${size}, not UTF-8 text)`;
  const isLong = content.length > mostShown;
  const text = isLong ? `${content.toString().slice(0, 150)} …` : content.toString();
  const lines = showHidden(text).trimEnd().split('\n');
  const indented = lines.map((line) => (line === '' ? '' : `    ${line}`));
  return [`  ${path}${isLong ? ` (${size})` : ''}`, ...indented].join('\n');
}

/** Hidden characters by their names. */
function showHidden(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is shown
  return text.replace(/[\u0000-\u0008\u200b\u200c\u202a-\u202e]/g, (character) => `⟨${nameOf(character)}⟩`);
}
