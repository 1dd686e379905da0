// Reads an exported site as a set of addresses, and compares two exports.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { compare } from '@/lib/base/compare';
import { mapLimited } from '@/lib/base/map-limited';
import type { Change, Difference } from '@/lib/tooling/workflows/summary';

/** A page, a feed, a calendar or data at its address. */
interface Served {
  /** Below the folder. */
  readonly file: string;
  /** Of its text, without the names of style sheets and scripts, which change with every change of code. */
  readonly hash: string;
  readonly isPage: boolean;
}

type SiteFolder = Awaited<ReturnType<typeof readSiteFolder>>;

const textFile = /\.(?:html|xml|ics|json|txt|md)$/;

/**
 * Reads the texts of a site that `npm run export` wrote; its pictures and scripts follow from them.
 *
 * @returns what is served by address (`/blog/`, `/events.ics`), and the addresses of redirects.
 */
export async function readSiteFolder(dir: string) {
  const files = (await readdir(dir, { recursive: true })).map((file) => file.split(sep).join('/'));
  const served = new Map<string, Served>();
  const moved = new Set<string>();
  await mapLimited(
    files.filter((file) => textFile.test(file) && !file.startsWith('_next/')).sort(compare),
    16,
    async (file) => {
      const text = await readFile(join(dir, file), 'utf8');
      const isPage = file === 'index.html' || file.endsWith('/index.html');
      const address = `/${isPage ? file.slice(0, -'index.html'.length) : file}`;
      if (isPage && text.includes('<meta http-equiv="refresh"')) moved.add(address);
      else served.set(address, { file, hash: hashOf(text), isPage });
    },
  );
  return { dir, served, moved };
}

/** Compares two sites. Pages are weighed only where they differ. */
export async function compareSites(before: SiteFolder, after: SiteFolder): Promise<Difference> {
  const addresses = [...new Set([...before.served.keys(), ...after.served.keys()])].sort(compare);
  const added: Change[] = [];
  const changed: Change[] = [];
  const gone: Change[] = [];
  const files: string[] = [];
  for (const address of addresses) {
    const was = before.served.get(address);
    const is = after.served.get(address);
    if (was?.hash === is?.hash) continue;
    if (!(is ?? was)?.isPage) files.push(address);
    else if (was && is) {
      changed.push({ address, before: await weigh(before, was.file), after: await weigh(after, is.file) });
    } else if (is) added.push({ address, after: await weigh(after, is.file) });
    else if (was && !after.moved.has(address)) gone.push({ address, before: await weigh(before, was.file) });
  }
  const places = [...changed.map(({ address }) => address), ...added.map(({ address }) => address), ...files];
  const texts = await mapLimited(places, 16, async (address) => {
    const file = after.served.get(address)?.file;
    return { address, text: file ? await readFile(join(after.dir, file), 'utf8') : '' };
  });
  const withJoins = added.map((change): Change => {
    const named = texts.filter(({ address, text }) => address !== change.address && names(text, change.address));
    return { ...change, joins: named.map(({ address }) => address) };
  });
  return { added: withJoins, changed, gone, files };
}

/** Whether a text links to an address: in an attribute, or as the end of an absolute address in a feed or calendar. */
function names(text: string, address: string): boolean {
  const plain = text.replace(/\r?\n[ \t]/g, '');
  const end = `(?=["'<\\s#?\\\\]|$)`;
  const encoded = address.split('/').map(encodeURIComponent).join('/');
  const forms = [...new Set([address, encoded])].map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?:["'=]|https?://[^/\\s"'<]+)(?:${forms.join('|')})${end}`, 'm').test(plain);
}

/** Bytes of a page with the style sheets that it links, each compressed as well as a host could (brotli 11). */
async function weigh({ dir }: SiteFolder, file: string): Promise<number> {
  const html = await readFile(join(dir, file), 'utf8');
  const sheets = [...html.matchAll(/<link\b[^>]*\brel="stylesheet"[^>]*\bhref="\/([^"?]+)[^"]*"/g)];
  const sizes = await Promise.all(
    [...new Set(sheets.map(([, path = '']) => resolve(dir, decodeURI(path))))].map(async (path) => {
      // A page of a fork may name any file; only those in the folder are read.
      if (!path.startsWith(resolve(dir) + sep)) return 0;
      const text = await readFile(path).catch(() => undefined);
      return text ? brotliCompressSync(text).length : 0;
    }),
  );
  return brotliCompressSync(html).length + sizes.reduce((sum, size) => sum + size, 0);
}

function hashOf(text: string): string {
  const plain = text.replace(/\/_next\/static\/[^"'\s?]+(?:\?[^"'\s]*)?/g, '').replace(/elements\.[0-9a-f]+\.js/g, '');
  return createHash('sha256').update(plain).digest('hex');
}
