import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '@/lib/check/check';
import { codes, exampleSite } from '@/lib/check/codes';
import { documentPath, renderDocument } from '@/lib/check/codes-document';
import type { Example } from '@/lib/kinds/codes';
import { writeContent } from '@/lib/tooling/testing/content-folder';

/** Codes that no folder on every machine can show: what they mean is tested beside the code. */
const hasExample = ({ code }: { code: string }) => code !== 'file/unreadable' && !code.startsWith('external/');

async function codesIn(example: Example): Promise<string[]> {
  const { dir } = await writeContent({});
  for (const [path, file] of Object.entries({ ...exampleSite, ...example })) {
    const absolute = join(dir, path);
    await mkdir(dirname(absolute), { recursive: true });
    await rm(absolute, { force: true });
    if (typeof file === 'string') await writeFile(absolute, file);
    else if ('bytes' in file) await writeFile(absolute, file.bytes);
    else await symlink(file.link, absolute);
  }
  return (await check(dir)).problems.map(({ code }) => code);
}

const matches = (pattern: string, code: string) =>
  pattern.startsWith('*') ? code.endsWith(pattern.slice(1)) : code === pattern;

describe('each code', () => {
  it.each(codes.filter(hasExample))(
    '$code is told of what is wrong, and nothing of what is right',
    async ({ code, wrong, right }) => {
      expect(
        (await codesIn(wrong)).filter((found) => matches(code, found)),
        'wrong',
      ).not.toEqual([]);
      expect(await codesIn(right), 'right').toEqual([]);
    },
    30_000,
  );

  it('stands there once', () => {
    const names = codes.map(({ code }) => code);
    expect(names).toEqual([...new Set(names)]);
  });
});

describe('the list of codes', () => {
  /** What looks like a code in the source: a literal, or one whose kind is put in. */
  function codesInSource(): Set<string> {
    const found = new Set<string>();
    for (const folder of ['lib/base', 'lib/kinds', 'lib/content', 'lib/check', 'lib/mdx']) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.ts') || name.endsWith('.test.ts') || /\bcodes/.test(name)) continue;
        for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
          if (/^\s*(?:import|\} from|export .* from)/.test(line)) continue;
          for (const [, code] of line.matchAll(/'([a-z-]+\/[a-z-]+)'/g)) found.add(code as string);
          for (const [, rest] of line.matchAll(/`\$\{[\w.]+\}(\/[a-z-]+)`/g)) found.add(`*${rest}`);
        }
      }
    }
    return found;
  }

  it('holds every code of the source', () => {
    // Media types and folders look alike. A file that is too large is refused before its body is looked at.
    const others =
      /^(?:image|application|text)\/(?:png|jpeg|webp|avif|gif|pdf|html|json)$|^body\/size$|^(?:lib|data)\//;
    const known = (code: string) =>
      codes.some((entry) => entry.code === code || (code.startsWith('*') && entry.code.endsWith(code.slice(1))));
    expect([...codesInSource()].filter((code) => !others.test(code) && !known(code))).toEqual([]);
    expect(codesInSource().size).toBeGreaterThan(60);
  });

  it('is the one of the document', () => {
    expect(readFileSync(documentPath, 'utf8'), `run: npx tsx lib/check/codes-document.ts`).toBe(renderDocument());
  });
});
