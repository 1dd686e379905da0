import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { readSummary, renderSummary, type Summary } from '@/lib/tooling/workflows/summary';

const facts = { commit: 'a'.repeat(40), runUrl: 'https://github.com/o/r/actions/runs/1', isFork: false };
const nothing: Summary = {
  problems: [],
  difference: { added: [], changed: [], gone: [], files: [] },
};
const problem = { file: 'content/a.md', line: 3, column: 1, code: 'post/x', message: 'is wrong', fix: 'mend it' };

describe('renderSummary', () => {
  it('says that nothing changes', () => {
    expect(renderSummary(nothing, facts)).toBe(
      '### What this changes\n\nFor commit aaaaaaaaaaaa, [details](https://github.com/o/r/actions/runs/1); this comment is updated for each new commit.\n\nReaders see no difference.',
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
    expect(renderSummary(nothing, { ...facts, isFork: true })).toContain('after a maintainer has allowed it');
    expect(renderSummary(nothing, facts)).not.toContain('fork');
  });

  it('stays readable with thousands of pages, and harmless whatever they are called', () => {
    const evil = '`</code>\n\n![x](https://evil.example/x) @all <!-- ';
    const added = Array.from({ length: 5_000 }, () => ({ address: evil, after: 1, joins: [evil] }));
    const text = renderSummary({ ...nothing, difference: { added, changed: [], gone: [], files: [evil] } }, facts);
    expect(text.length).toBeLessThan(30_000);
    expect(text).toContain('and 4975 more');
    expect(text.replace(/`[^`\n]*`/g, '')).not.toContain('evil');
  });
});

describe('readSummary', () => {
  it('reads what the other side writes', async () => {
    const { dir } = await writeContent({ 'summary.json': JSON.stringify(nothing) });
    expect(await readSummary(join(dir, 'summary.json'))).toEqual(nothing);
  });

  it.each([
    ['a further field', { ...nothing, number: 7 }],
    ['a text for a number', { ...nothing, problems: [{ ...problem, severity: 'error', line: '2' }] }],
    ['a negative size', { ...nothing, difference: { ...nothing.difference, gone: [{ address: '/', before: -1 }] } }],
    ['an unknown severity', { ...nothing, problems: [{ ...problem, severity: 'x' }] }],
    ['a text of megabytes', { ...nothing, problems: [{ ...problem, severity: 'error', message: 'x'.repeat(1e6) }] }],
  ])('refuses %s', async (_, value) => {
    const { dir } = await writeContent({ 'summary.json': JSON.stringify(value) });
    await expect(readSummary(join(dir, 'summary.json'))).rejects.toThrow();
  });

  it('refuses a link, which could lead to a secret, and a file that is too large', async () => {
    const { dir } = await writeContent({ 'real.json': JSON.stringify(nothing) });
    await symlink(join(dir, 'real.json'), join(dir, 'link.json'));
    await expect(readSummary(join(dir, 'link.json'))).rejects.toThrow('not a regular file');
    await writeFile(join(dir, 'large.json'), `${JSON.stringify(nothing)}${' '.repeat(5_000_000)}`);
    await expect(readSummary(join(dir, 'large.json'))).rejects.toThrow('too much');
  });
});
