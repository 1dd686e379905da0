import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildSite } from '@/lib/build/build';
import { startPrerenderer } from '@/lib/build/prerender/prerender';
import { runNode } from '@/lib/build/run';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

// The framework, and what finishes its pages: the rest is the real build.
vi.mock('@/lib/build/run', () => ({ nextCli: 'next', runNode: vi.fn(), startNode: vi.fn() }));
vi.mock('@/lib/build/prerender/prerender', () => ({ startPrerenderer: vi.fn() }));
vi.mock('@/lib/build/prepare', () => ({ prepareFramework: async () => process.env.NEWS_DIST_DIR }));
vi.mock('@/lib/build/schemas', () => ({ writeSchemas: async () => undefined }));
vi.mock('@/lib/build/trim-styles', () => ({ trimStyles: async () => (html: string) => html }));
vi.mock('@/lib/build/strip-scripts', () => ({
  stripBuild: async () => ({ pages: 1, bytesBefore: 2, bytesAfter: 1 }),
  dropPageData: async () => 0,
}));
vi.mock('@/lib/build/keep-cards', () => ({ keepCards: async () => 0 }));
vi.mock('@/lib/build/search-index', () => ({
  builtMainOf: () => async () => '',
  makeSearchIndex: async () => [],
  placeSearchIndex: async () => 0,
  searchTexts: () => [],
}));

const write = vi.fn(async () => undefined);
const close = vi.fn();

/** Processes whose pages are equal to the framework's, or differ from them. */
function prerendererOf(differences: readonly string[]) {
  const site = { count: 9, used: [], write };
  const compare = async () => (differences.length > 0 ? { differences } : site);
  vi.mocked(startPrerenderer).mockResolvedValue({
    env: { NEWS_PRERENDER_FILES: '1', NEWS_FIRST_ONLY: '1' },
    inspectors: [async () => []],
    start: () => ({ mainOf: async () => '', compare }),
    close,
  });
}

/** Builds a site over an earlier build, so that the framework does not start before the check. */
async function build(files: Readonly<Record<string, string>> = {}) {
  const { dir } = await writeContent(files);
  const dist = join(dir, 'dist');
  await mkdir(dist);
  await writeFile(join(dist, 'BUILD_ID'), 'before');
  vi.stubEnv('CONTENT_DIR', dir);
  vi.stubEnv('NEWS_DIST_DIR', dist);
  const terminal = testTerminal();
  const code = await buildSite(terminal).catch((error: Error) => error.message);
  const envs = vi.mocked(runNode).mock.calls.map(([, env]) => env?.NEWS_FIRST_ONLY);
  return { code, envs, err: terminal.errLines, out: terminal.outLines, isThere: existsSync(join(dist, 'BUILD_ID')) };
}

beforeEach(() => {
  vi.mocked(runNode).mockResolvedValue(0);
});

afterEach(() => {
  vi.clearAllMocks();
  vi.unstubAllEnvs();
});

describe('a build', () => {
  it('has the framework render the first of each route, and writes our pages where they are equal', async () => {
    prerendererOf([]);
    const { code, envs, err, out } = await build();
    expect({ code, envs, err }).toEqual({ code: 0, envs: ['1'], err: [] });
    expect(out).toContain('Prerendered 9 pages and files without the framework.');
    expect([write, close].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('has the framework render everything where our pages differ, and names the differences', async () => {
    prerendererOf(['/blog/2022/: ours has "a"']);
    const { code, envs, err } = await build();
    expect({ code, envs }).toEqual({ code: 0, envs: ['1', undefined] });
    expect(err).toEqual([expect.stringContaining('so it renders all pages'), '  /blog/2022/: ours has "a"']);
    expect([write, close].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
  });

  it('has the framework render everything where we cannot', async () => {
    vi.mocked(startPrerenderer).mockResolvedValue(undefined);
    const { code, envs, err } = await build();
    expect({ code, envs, err }).toEqual({ code: 0, envs: [undefined], err: [] });
  });

  it('keeps the earlier build where the content has errors, and ends with the framework’s own exit code', async () => {
    prerendererOf([]);
    const wrong = await build({ 'blog/2022/03/a.md': postText({ fields: ['tags: ['] }) });
    expect(wrong).toMatchObject({ code: 1, envs: [], isThere: true });
    expect(wrong.err.at(-1)).toBe('Nothing was built: the content has 1 error.');
    vi.mocked(runNode).mockResolvedValue(7);
    expect(await build()).toMatchObject({ code: 7, envs: ['1'], isThere: true });
  });

  it('leaves nothing incomplete to be served', async () => {
    prerendererOf([]);
    write.mockRejectedValueOnce(new Error('No disk.'));
    expect(await build()).toMatchObject({ code: 'No disk.', isThere: false });
  });
});
