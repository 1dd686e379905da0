import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { builtMark, isBuilt } from '@/lib/base/built';
import { buildSite } from '@/lib/build/build';
import { keepCards } from '@/lib/build/keep-cards';
import { startPrerenderer } from '@/lib/build/prerender/prerender';
import { runNode, startNode } from '@/lib/build/run';
import { makeSearchIndex } from '@/lib/build/search-index';
import { dropPageData } from '@/lib/build/strip-scripts';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

// The framework, and what finishes its pages: the rest is the real build.
vi.mock('@/lib/build/run', () => ({ nextCli: 'next', runNode: vi.fn(), startNode: vi.fn() }));
vi.mock('@/lib/build/prerender/prerender', () => ({ startPrerenderer: vi.fn() }));
vi.mock('@/lib/build/prepare', () => ({ prepareFramework: async () => undefined }));
vi.mock('@/lib/build/schemas', () => ({ writeSchemas: async () => undefined }));
vi.mock('@/lib/build/trim-styles', () => ({ trimStyles: async () => (html: string) => html }));
vi.mock('@/lib/build/strip-scripts', () => ({
  stripBuild: async () => ({ pages: 1, bytesBefore: 2, bytesAfter: 1 }),
  dropPageData: vi.fn(async () => 0),
}));
vi.mock('@/lib/build/keep-cards', () => ({ keepCards: vi.fn(async () => 0) }));
vi.mock('@/lib/build/keep-contribute', () => ({ keepContribute: async () => undefined }));
vi.mock('@/lib/build/search-index', () => ({
  builtMainOf: () => async () => '',
  makeSearchIndex: vi.fn(async () => []),
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
    inspectors: [],
    start: () => ({ mainOf: async () => '', compare }),
    close,
  });
}

/** Has the framework end with these codes, one build after the other, and write into the folder of each build. */
function frameworkEnds(...codes: readonly number[]) {
  const run = async (_: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const dir = env.NEWS_BUILD_DIR ?? process.env.NEWS_BUILD_DIR ?? '';
    await mkdir(join(dir, 'server'), { recursive: true });
    await writeFile(join(dir, 'BUILD_ID'), 'after');
    return codes[vi.mocked(runNode).mock.calls.length] ?? 0;
  };
  vi.mocked(runNode).mockImplementation(run);
  vi.mocked(startNode).mockImplementation((args, env) => ({
    ended: run(args, env).then(() => codes[0] ?? 0),
    show: () => undefined,
    stop: async () => undefined,
  }));
}

/** Builds a site over an earlier build. */
async function build(files: Readonly<Record<string, string>> = {}, options?: Parameters<typeof buildSite>[1]) {
  const { dir } = await writeContent(files);
  const dist = join(dir, 'dist');
  await mkdir(join(dist, 'cache'), { recursive: true });
  await writeFile(join(dist, 'BUILD_ID'), 'before');
  await writeFile(join(dist, builtMark), '');
  vi.stubEnv('CONTENT_DIR', dir);
  vi.stubEnv('NEWS_DIST_DIR', dist);
  const terminal = testTerminal();
  const code = await buildSite(terminal, options).catch((error: Error) => error.message);
  const calls = [...vi.mocked(startNode).mock.calls, ...vi.mocked(runNode).mock.calls];
  return {
    code,
    envs: calls.map(([, env]) => env?.NEWS_FIRST_ONLY),
    err: terminal.errLines,
    out: terminal.outLines,
    served: isBuilt(dist) && (await readFile(join(dist, 'BUILD_ID'), 'utf8')),
    left: (await readdir(dir)).filter((name) => name.startsWith('.next')),
  };
}

/** Notes when pages are finished, which takes a while, when the framework is run again, and when an index is made. */
function notesSteps(): string[] {
  const steps: string[] = [];
  vi.mocked(keepCards).mockImplementationOnce(async () => {
    await wait(50);
    steps.push('pages');
    return 0;
  });
  const again = vi.mocked(runNode).getMockImplementation();
  vi.mocked(runNode).mockImplementation(async (args, env) => {
    if (vi.mocked(startNode).mock.calls.length > 0) steps.push('framework');
    return (await again?.(args, env)) ?? 0;
  });
  vi.mocked(makeSearchIndex).mockImplementation(async () => {
    steps.push('index');
    return [];
  });
  return steps;
}

beforeEach(() => {
  frameworkEnds(0);
  vi.stubEnv('VERCEL', '');
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

  it.each([
    ['are not written', () => write.mockRejectedValueOnce(new Error('No page.')), 'No page.'],
    ['have no list of cards', () => vi.mocked(keepCards).mockRejectedValueOnce(new Error('No list.')), 'No list.'],
    [
      'have data of another form',
      () => vi.mocked(dropPageData).mockRejectedValueOnce(new Error('No JSON.')),
      'No JSON.',
    ],
  ])('has the framework render everything where our pages %s', async (_, fail, reason) => {
    prerendererOf([]);
    fail();
    const { code, envs, err, served } = await build();
    expect({ code, envs, served }).toEqual({ code: 0, envs: ['1', undefined], served: 'after' });
    expect(err).toEqual([expect.stringContaining('so it renders all pages'), `  ${reason}`]);
  });

  it('keeps the data of pages, and says so, where the framework alone stores it in another form', async () => {
    vi.mocked(startPrerenderer).mockResolvedValue(undefined);
    vi.mocked(dropPageData).mockRejectedValueOnce(new Error('No JSON.'));
    const { code, err, served } = await build();
    expect({ code, served }).toEqual({ code: 0, served: 'after' });
    expect(err).toEqual([expect.stringMatching(/was not removed: No JSON\./)]);
  });

  it('reads pages of the framework for the search index only when all are written', async () => {
    vi.mocked(startPrerenderer).mockResolvedValue(undefined);
    const steps = notesSteps();
    expect(await build()).toMatchObject({ code: 0, served: 'after' });
    expect(steps).toEqual(['pages', 'index']);
  });

  it('has the framework begin again only when nothing is written any more', async () => {
    prerendererOf([]);
    const steps = notesSteps();
    vi.mocked(makeSearchIndex).mockRejectedValueOnce(new Error('No word.'));
    expect(await build()).toMatchObject({ code: 0, served: 'after', envs: ['1', undefined] });
    expect(steps).toEqual(['pages', 'framework', 'index']);
  });

  it('replaces the earlier build when it is whole, and leaves nothing beside it', async () => {
    prerendererOf([]);
    expect(await build()).toMatchObject({ code: 0, served: 'after', left: [] });
  });

  it('keeps the earlier build where the content has errors, and ends with the framework’s own exit code', async () => {
    prerendererOf([]);
    const wrong = await build({ 'blog/2022/03/a.md': postText({ fields: ['tags: ['] }) });
    expect(wrong).toMatchObject({ code: 1, served: 'before', left: [] });
    expect(wrong.err.at(-1)).toMatch(/^Nothing was built: the content has 1 error\. .*--keep-going$/);
    frameworkEnds(7);
    expect(await build()).toMatchObject({ code: 7, served: 'before', left: [] });
  });

  it('leaves out posts with errors where it is to keep going, and names them at its end', async () => {
    prerendererOf([]);
    const bad = { 'blog/2022/03/a.md': postText({ fields: ['tags: ['] }) };
    const { code, served, err } = await build(bad, { keepGoing: true });
    expect({ code, served }).toEqual({ code: 0, served: 'after' });
    expect(err.slice(-2)).toEqual([
      'Not in this build because of the errors above: 1 file.',
      expect.stringMatching(/^ {2}.*blog\/2022\/03\/a\.md$/),
    ]);
    expect((await build({}, { keepGoing: true })).err).toEqual([]);
  });

  it('does not go on without an entry', async () => {
    prerendererOf([]);
    const { code, served, err } = await build({ 'people/ann.yaml': 'nam: Ann\n' }, { keepGoing: true });
    expect({ code, served }).toEqual({ code: 1, served: 'before' });
    expect(err.at(-1)).toMatch(/^Nothing was built: the content has \d+ errors?\.$/);
  });

  it('keeps the earlier build where it fails', async () => {
    vi.mocked(startPrerenderer).mockResolvedValue(undefined);
    vi.mocked(keepCards).mockRejectedValueOnce(new Error('No disk.'));
    expect(await build()).toMatchObject({ code: 'No disk.', served: 'before', left: [] });
  });
});
