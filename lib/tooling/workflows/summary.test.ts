import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { fitSummary, readSummary, renderSummary, type Summary } from '@/lib/tooling/workflows/summary';

const facts = { commit: 'a'.repeat(40), runUrl: 'https://github.com/o/r/actions/runs/1', isFork: false };
const nothing: Summary = {
  problems: [],
  difference: { added: [], changed: [], gone: [], files: [] },
};
const problem = { file: 'content/a.md', line: 3, column: 1, code: 'post/x', message: 'is wrong', fix: 'mend it' };

describe('renderSummary', () => {
  it('says that nothing changes', () => {
    expect(renderSummary(nothing, facts)).toBe(
      '### What this changes\n\nFor commit aaaaaaaaaaaa, [details](https://github.com/o/r/actions/runs/1); this comment is updated for each new commit.\n\nReaders see no difference.\n\nAll figures and lists here are produced by the code of this pull request. If it changes more than content, do not rely on them.',
    );
  });

  it('lists pages with their weights, and what links to them', () => {
    const text = renderSummary(
      {
        ...nothing,
        difference: {
          added: [
            { address: '/a/', after: 12_345, joins: ['/', '/feed.xml'] },
            { address: '/b/', after: 1, joins: [] },
          ],
          changed: [{ address: '/', before: 9_000, after: 9_100 }],
          gone: [{ address: '/c/', before: 5 }],
          files: ['/feed.xml'],
        },
      },
      facts,
    );
    expect(text).toContain('- `/a/`: 12.3 kB; linked from `/`, `/feed.xml`\n- `/b/`: 0.0 kB; **no page links to it**');
    expect(text).toContain('- `/`: 9.1 kB, was 9.0 kB');
    expect(text).toContain('- `/c/`');
  });

  it('has errors first and warnings last', () => {
    const problems = [
      { ...problem, severity: 'warning' as const, code: 'post/warned' },
      { ...problem, severity: 'error' as const, code: 'post/erred' },
    ];
    const { difference: _, ...unbuilt } = nothing;
    const text = renderSummary({ ...unbuilt, problems }, facts);
    expect(text.indexOf('post/erred')).toBeLessThan(text.indexOf('post/warned'));
    expect(text).toContain('- `content/a.md:3:1: error post/erred: is wrong (fix: mend it)`');
    expect(text).not.toContain('no difference');
  });

  it('explains the missing preview for a fork, and only there', () => {
    expect(renderSummary(nothing, { ...facts, isFork: true })).toContain('after a maintainer has approved it');
    expect(renderSummary(nothing, facts)).not.toContain('fork');
  });

  it('stays readable with thousands of pages, and harmless whatever their names', () => {
    const evil = '`</code>\n\n![x](https://evil.example/x) @all <!-- ';
    const added = Array.from({ length: 5_000 }, () => ({ address: evil, after: 1, joins: [evil] }));
    const text = renderSummary({ ...nothing, difference: { added, changed: [], gone: [], files: [evil] } }, facts);
    expect(text.length).toBeLessThan(30_000);
    expect(text).toContain('and 4975 more');
    expect(text.replace(/`[^`\n]*`/g, '')).not.toContain('evil');
  });
});

describe('readSummary', () => {
  it('reads the output of the writer', async () => {
    const { dir } = await writeContent({ 'summary.json': JSON.stringify(nothing) });
    expect(await readSummary(join(dir, 'summary.json'))).toEqual(nothing);
  });

  it.each([
    ['a further field', { ...nothing, number: 7 }],
    ['a text for a number', { ...nothing, problems: [{ ...problem, severity: 'error', line: '2' }] }],
    ['a negative size', { ...nothing, difference: { ...nothing.difference, gone: [{ address: '/', before: -1 }] } }],
    ['an unknown severity', { ...nothing, problems: [{ ...problem, severity: 'x' }] }],
  ])('refuses %s', async (_, value) => {
    const { dir } = await writeContent({ 'summary.json': JSON.stringify(value) });
    await expect(readSummary(join(dir, 'summary.json'))).rejects.toThrow();
  });

  it('rejects a symbolic link, which could expose a secret', async () => {
    const { dir } = await writeContent({ 'real.json': JSON.stringify(nothing) });
    await symlink(join(dir, 'real.json'), join(dir, 'link.json'));
    await expect(readSummary(join(dir, 'link.json'))).rejects.toThrow('not a regular file');
  });
});

describe('a summary over its limits', () => {
  const erred = { ...problem, severity: 'error' as const };
  const read = async (text: string) => {
    const { dir } = await writeContent({ 'summary.json': text });
    return readSummary(join(dir, 'summary.json'));
  };

  it('is shortened by its writer, so that it can be read, and says so', async () => {
    const added = Array.from({ length: 30_000 }, (_, index) => ({ address: `/${index}/`, joins: ['/', '/feed.xml'] }));
    const warned = Array.from({ length: 30_000 }, () => ({
      ...problem,
      severity: 'warning' as const,
      fix: 'x'.repeat(400),
    }));
    const difference = { ...nothing.difference, added };
    const summary = await read(JSON.stringify(fitSummary({ problems: [...warned, erred], difference })));
    expect(summary.isCut).toBe(true);
    expect(summary.problems[0]).toEqual(erred);
    expect(summary.difference?.added.length).toBeGreaterThan(1_000);
    expect(renderSummary(summary, facts)).toContain('has been cut');
  });

  it('has shortened text and fewer links per page', async () => {
    const long = { ...erred, message: 'x'.repeat(1e6), file: 'y'.repeat(1e5) };
    const joins = Array.from({ length: 1e6 }, () => '/');
    const difference = { ...nothing.difference, added: [{ address: 'z'.repeat(1e4), joins }] };
    const summary = await read(JSON.stringify(fitSummary({ problems: [long], difference })));
    expect([summary.problems[0]?.message.length, summary.problems[0]?.file.length]).toEqual([20_000, 2_000]);
    expect(summary.difference?.added[0]?.address.length).toBe(2_000);
    expect(summary.isCut).toBe(true);
  });

  it('is unchanged below the limits', () => {
    const small = { problems: [erred], difference: { ...nothing.difference, files: ['/feed.xml'] } };
    expect(fitSummary(small)).toEqual(small);
    expect(fitSummary({ problems: [] })).toEqual({ problems: [] });
    expect(renderSummary(fitSummary(small), facts)).not.toContain('has been cut');
  });

  it('is left out if the writer did not shorten it', async () => {
    const summary = await read(`${JSON.stringify(nothing)}${' '.repeat(5_000_000)}`);
    expect(summary).toEqual({ problems: [], isCut: true });
    expect(renderSummary(summary, facts)).toContain('has been cut');
  });
});
