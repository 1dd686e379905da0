// `npm run bench -- --same`: whether builds of the same content at the same instant give the same bytes.

import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { now } from '@/lib/base/clock';
import { ownCommand } from '@/lib/build/run';
import { type Bench, BenchError, readFlags } from '@/lib/tooling/bench/bench';
import { measureNode } from '@/lib/tooling/bench/measure';
import { withScratch } from '@/lib/tooling/bench/scratch';

const usage = `--same
    Builds three times with one NEWS_NOW: from nothing, from nothing again, and on the second one's cache. Compares every
    page, feed, calendar, picture and sheet, byte for byte. Exit code 1 where one differs.`;

/** Builds more than once, and compares. */
export const sameBench: Bench = {
  flag: '--same',
  usage,
  async run(args, signal) {
    readFlags(args, ['same']);
    const root = process.cwd();
    const instant = now().toISOString();
    return withScratch(root, async ({ distDir }) => {
      const build = async (): Promise<ReadonlyMap<string, string>> => {
        const { code, lastLines } = await measureNode(ownCommand('lib/build/main.ts'), {
          cwd: root,
          env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NEWS_DIST_DIR: distDir, NEWS_NOW: instant },
          signal,
        });
        if (code !== 0) throw new BenchError(`the build failed:\n${lastLines.join('\n')}`);
        return hashServed(distDir);
      };
      const first = await build();
      console.error(`bench: built from nothing, ${first.size} files`);
      await rm(distDir, { recursive: true, force: true });
      const again = differences(first, await build());
      console.error('bench: built from nothing again');
      const warm = differences(first, await build());
      for (const path of again) console.log(`differs from nothing: ${path}`);
      for (const path of warm) console.log(`differs on the cache: ${path}`);
      const differing = new Set([...again, ...warm]).size;
      console.log(`${first.size} files, ${differing} of them not the same in all three builds`);
      return differing === 0 ? 0 : 1;
    });
  },
};

/** What a build serves, by path below it, each with its hash. */
export async function hashServed(distDir: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const [folder, wanted] of [
    [join('server', 'app'), /\.(?:html|body)$/],
    [join('static', 'chunks'), /\.css$/],
  ] as const) {
    const files = (await readdir(join(distDir, folder), { recursive: true })).filter((file) => wanted.test(file));
    for (const file of files.sort()) {
      const bytes = await readFile(join(distDir, folder, file));
      hashes.set(join(folder, file), createHash('sha256').update(bytes).digest('hex'));
    }
  }
  return hashes;
}

/** The paths that only one of two builds has, or that are not the same in both. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path)).sort();
}
