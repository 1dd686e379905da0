import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

/** A rule of biome.json by its message: whom it binds, what it forbids them, and the nearest that they may have. */
interface Arrow {
  readonly rule: string;
  readonly from: readonly string[];
  readonly forbidden: readonly string[];
  readonly allowed: readonly string[];
}

const arrows: readonly Arrow[] = [
  {
    rule: 'A leaf of lib imports nothing of ours but lib/site.',
    from: ['lib/site.ts', 'lib/clock.ts', 'lib/urls.ts', 'lib/dates.ts', 'lib/zones.ts', 'lib/sleep.ts'],
    forbidden: [
      '@/lib/content/problems',
      '@/lib/clock',
      '@/app/layout',
      '@/components/ui/day',
      './clock',
      '../app/layout',
    ],
    allowed: ['@/lib/site', 'date-fns', 'node:fs'],
  },
  {
    rule: 'lib/content knows the leaves of lib and itself.',
    from: ['lib/content/x.ts', 'lib/content/deep/x.ts'],
    forbidden: [
      '@/lib/mdx/compile',
      '@/lib/check/check',
      '@/lib/pictures/pictures',
      '@/lib/build/build',
      '@/lib/testing/content-folder',
      '@/app/layout',
      '@/components/ui/day',
      '@/e2e/sites',
      './yaml',
      '../dates',
    ],
    allowed: ['@/lib/content/yaml', '@/lib/site', '@/lib/clock', '@/lib/urls', '@/lib/dates', '@/lib/zones', 'zod'],
  },
  {
    rule: 'Formatters are given what they show: no queries, no pages, no components.',
    from: ['mdx', 'pictures', 'cards', 'feeds', 'calendar', 'seo', 'search', 'design'].map(
      (folder) => `lib/${folder}/x.ts`,
    ),
    forbidden: [
      '@/lib/content/content',
      '@/lib/check/check',
      '@/lib/news/main',
      '@/lib/build/build',
      '@/app/layout',
      '@/components/ui/day',
      '@/e2e/sites',
      './y',
      '../content/posts',
    ],
    allowed: ['@/lib/content/posts', '@/lib/dates', '@/lib/mdx/links', 'unified'],
  },
  {
    rule: 'lib never imports components or app.',
    from: ['check', 'news', 'build', 'export', 'workflows', 'bench', 'testing'].map((folder) => `lib/${folder}/x.ts`),
    forbidden: ['@/app/layout', '@/components/ui/day', './y', '../content/content'],
    allowed: ['@/lib/content/content', '@/lib/mdx/compile', '@/lib/check/check', 'next'],
  },
  {
    rule: 'Components are told everything through props.',
    from: ['blog', 'events', 'layout', 'releases'].map((folder) => `components/${folder}/x.tsx`),
    forbidden: [
      '@/lib/content/content',
      '@/lib/check/check',
      '@/lib/news/main',
      '@/lib/build/elements',
      '@/app/layout',
      '@/e2e/sites',
      '../ui/day',
    ],
    allowed: ['@/components/ui/day', '@/lib/content/posts', '@/lib/dates', './y', 'react'],
  },
  {
    rule: 'ui is what features are made of, and knows none of them.',
    from: ['components/ui/x.tsx'],
    forbidden: [
      '@/components/blog/contents',
      '@/components/mdx/components',
      '@/lib/content/content',
      '@/lib/check/check',
      '@/lib/news/main',
      '@/lib/build/elements',
      '@/app/layout',
      '@/e2e/sites',
      '../blog/contents',
    ],
    allowed: ['@/components/ui/day', '@/lib/dates', './y', 'react'],
  },
];

/** Ways of importing one thing, each of which makes an arrow. */
const ways: Readonly<Record<string, (what: string) => string>> = {
  'a value': (what) => `import { x } from '${what}'; export const y = x;`,
  'a type': (what) => `import type { X } from '${what}'; export type Y = X;`,
  'an effect': (what) => `import '${what}';`,
  'something handed on': (what) => `export { x } from '${what}';`,
  'something asked for later': (what) => `export const x = import('${what}');`,
};

/** What the linter said, by file: the message of the import rule for each line that it refused. */
type Verdicts = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** Lints files that hold one statement a line, by the rules of this repository, in a folder of their own. */
async function lint(files: ReadonlyMap<string, readonly string[]>): Promise<Verdicts> {
  const place = await mkdtemp(join(tmpdir(), 'news-arrows-'));
  try {
    for (const name of ['biome.json', '.gitignore']) await cp(name, join(place, name));
    for (const [file, lines] of files) {
      await mkdir(dirname(join(place, file)), { recursive: true });
      await writeFile(join(place, file), `${lines.join('\n')}\n`);
    }
    const options = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none'];
    const output = await new Promise<string>((done) => {
      execFile(resolve('node_modules/.bin/biome'), options, { cwd: place }, (_, stdout) => done(stdout));
    });
    const { diagnostics } = JSON.parse(output) as { diagnostics: Diagnostic[] };
    const verdicts = new Map([...files.keys()].map((file) => [file, new Map<number, string>()]));
    for (const { category, message, location } of diagnostics) {
      expect(category).toBe('lint/style/noRestrictedImports');
      verdicts.get(location.path)?.set(location.start.line, message);
    }
    return verdicts;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

interface Diagnostic {
  readonly category: string;
  readonly message: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

interface Rule {
  readonly message: string;
  readonly group: readonly string[];
}

async function rulesOfBiome(): Promise<Rule[]> {
  const { overrides } = JSON.parse(await readFile('biome.json', 'utf8'));
  return overrides.flatMap(
    (override: { linter?: { rules?: { style?: { noRestrictedImports?: { options: { patterns: Rule[] } } } } } }) =>
      override.linter?.rules?.style?.noRestrictedImports?.options.patterns ?? [],
  );
}

const linesOf = ({ forbidden, allowed }: Arrow) =>
  Object.values(ways).flatMap((way) => [...forbidden, ...allowed].map(way));

let tried: Verdicts;

beforeAll(async () => {
  tried = await lint(new Map(arrows.flatMap((arrow) => arrow.from.map((file) => [file, linesOf(arrow)] as const))));
});

describe.each(arrows)('$rule', ({ rule, from, forbidden, allowed }) => {
  const imports = [...forbidden, ...allowed];

  /** The messages for one import from each of the files, in each of the ways. */
  const verdictsOn = (what: string) =>
    from.flatMap((file) =>
      Object.keys(ways).map((way, index) => {
        const line = index * imports.length + imports.indexOf(what) + 1;
        return [file, way, tried.get(file)?.get(line)];
      }),
    );

  it.each(forbidden)('refuses %s', (what) => {
    expect(verdictsOn(what)).toEqual(from.flatMap((file) => Object.keys(ways).map((way) => [file, way, rule])));
  });

  it.each(allowed)('allows %s', (what) => {
    expect(verdictsOn(what)).toEqual(from.flatMap((file) => Object.keys(ways).map((way) => [file, way, undefined])));
  });
});

it('every rule of biome.json, and every pattern of each, is tried here', async () => {
  // What a feature may know of another differs from feature to feature, and has a test of its own below.
  const rules = (await rulesOfBiome()).filter(({ message }) => !message.startsWith('A feature knows'));
  const messages = new Set(rules.map(({ message }) => message));
  expect(arrows.map(({ rule }) => rule).sort()).toEqual([...messages].sort());
  for (const { message, group } of rules) {
    const { forbidden = [], allowed = [] } = arrows.find(({ rule }) => rule === message) ?? {};
    for (const pattern of group) {
      const start = pattern.replace(/^!/, '').replace(/\*\*$/, '');
      const imports = pattern.startsWith('!') ? allowed : forbidden;
      expect(
        imports.some((what) => what.startsWith(start)),
        `${message} ${pattern}`,
      ).toBe(true);
    }
  }
});

describe('no one is left out', () => {
  let verdicts: Verdicts;
  let files: string[];
  const toApp = "import '@/app/layout';";
  const toQueries = "import '@/lib/content/content';";

  beforeAll(async () => {
    const children = async (folder: string) => {
      const entries = await readdir(folder, { withFileTypes: true });
      const sources = entries.filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.tsx?$/.test(entry.name));
      const folders = entries.filter((entry) => entry.isDirectory());
      return [
        ...sources.map(({ name }) => `${folder}/${name}`),
        ...folders.map(({ name }) => `${folder}/${name}/x.tsx`),
      ];
    };
    files = [...(await children('lib')), ...(await children('components'))];
    verdicts = await lint(new Map(files.map((file) => [file, [toApp, toQueries]])));
  });

  const allowedTo = (line: number) => files.filter((file) => !verdicts.get(file)?.has(line));

  it('of lib and of components when it comes to app', () => {
    expect(files.length).toBeGreaterThan(15);
    expect(allowedTo(1)).toEqual([]);
  });

  it('but those who may ask for content', () => {
    const askers = /^lib\/(?:content|check|news|build|export|workflows|bench|testing)\//;
    expect(allowedTo(2).filter((file) => !askers.test(file))).toEqual([]);
    expect(allowedTo(2)).toEqual(expect.arrayContaining(['lib/check/x.tsx', 'lib/build/x.tsx']));
  });
});

it('features of components know ui and themselves, not each other', async () => {
  const features = (await readdir('components', { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name !== 'ui' && entry.name !== 'mdx')
    .map(({ name }) => name);
  const lines = [...features, 'ui'].map((name) => `import '@/components/${name}/y';`);
  const verdicts = await lint(new Map(features.map((name) => [`components/${name}/x.tsx`, lines])));
  for (const [index, name] of features.entries()) {
    const refused = [...(verdicts.get(`components/${name}/x.tsx`)?.keys() ?? [])].map((line) => line - 1);
    expect(
      refused.sort((a, b) => a - b),
      name,
    ).toEqual(features.flatMap((_, other) => (other === index ? [] : [other])));
  }
});
