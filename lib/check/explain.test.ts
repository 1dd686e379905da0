import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '@/lib/check/check';
import { codes, type ExampleFile, type Explanation, exampleSite, explainCode, listCodes } from '@/lib/check/explain';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const explanations = (await Promise.all((await codes()).map(explainCode))) as Explanation[];

/** Codes that have no example, because a content folder cannot show them, or not on every machine. They are tested with their code. */
const hasExample = ({ code }: { code: string }) =>
  !['file/unreadable', 'file/no-section'].includes(code) && !/^(?:external|design)\//.test(code);

/** Codes that an example reports as well, because its problem always causes them. */
const besides: Readonly<Record<string, readonly string[]>> = {
  'alias/chain': ['post/alias-hides-page'],
  'alias/circle': ['post/alias-hides-page'],
};

async function codesIn(example: readonly ExampleFile[]): Promise<string[]> {
  const { dir } = await writeContent({});
  await cp(exampleSite, dir, { recursive: true });
  for (const { path, content } of example) {
    const absolute = join(dir, path);
    await mkdir(dirname(absolute), { recursive: true });
    await (Buffer.isBuffer(content) ? writeFile(absolute, content) : symlink(content.link, absolute));
  }
  return (await check(dir)).problems.map(({ code }) => code);
}

const matches = (pattern: string, code: string) =>
  pattern.startsWith('*') ? code.endsWith(pattern.slice(1)) : code === pattern;

describe('each code', () => {
  it.each(explanations.filter(hasExample))(
    '$code, and nothing else, is reported of what is wrong, and nothing of what is right',
    async ({ code, wrong, right }) => {
      const found = await codesIn(wrong);
      expect(found.some((each) => matches(code, each))).toBe(true);
      expect(found.filter((each) => !matches(code, each) && !besides[code]?.includes(each))).toEqual([]);
      expect(right).not.toEqual([]);
      expect(await codesIn(right), 'right').toEqual([]);
    },
    30_000,
  );

  it('has an example if one is possible', () => {
    const without = explanations.filter(({ wrong, right }) => wrong.length === 0 && right.length === 0);
    expect(without).toEqual(explanations.filter((each) => !hasExample(each)));
  });

  it('is found by its name, or by the name of its family for a kind of file', async () => {
    expect((await explainCode('link/http'))?.about).toMatch(/^A link begins with `http:` instead of `https:`\./);
    expect(await explainCode('event/value')).toEqual({ ...(await explainCode('*/value')), code: 'event/value' });
    for (const code of ['', 'link', 'link/htp', 'link/http/wrong', '../examples/link/http', 'site/people']) {
      expect(await explainCode(code), code).toBeUndefined();
    }
  });
});

describe('the list of codes', () => {
  /** What looks like a code in the source: a literal, or one whose kind is put in. */
  function codesInSource(): Set<string> {
    const found = new Set<string>();
    for (const folder of ['lib/base', 'lib/kinds', 'lib/content', 'lib/check', 'lib/mdx']) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
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
    const known = (code: string) => explanations.some((each) => matches(each.code, code) || matches(code, each.code));
    expect([...codesInSource()].filter((code) => !others.test(code) && !known(code))).toEqual([]);
    expect(codesInSource().size).toBeGreaterThan(60);
  });

  it('is printed with the first sentence of each', async () => {
    const lines = (await listCodes()).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(await codes());
    expect(lines.find((line) => line.startsWith('link/http '))).toMatch(
      /^link\/http +A link begins with `http:` instead of `https:`\.$/,
    );
    for (const line of lines) expect(line).toMatch(/^\S+ {2,}\S.*[.!?]$/);
  });
});
