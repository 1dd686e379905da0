import { describe, expect, it } from 'vitest';
import { renderLinkReport } from '@/lib/tooling/workflows/link-report';

const dead = {
  file: 'content/a.md',
  line: 3,
  code: 'external/dead',
  message: 'https://a.example/ answers 404',
  fix: 'x',
};
const moved = { ...dead, code: 'external/moved', message: 'https://b.example/ has moved', fix: 'write c' };
const counts = { links: 9, unasked: 0 };
const report = (...problems: object[]) => JSON.stringify({ posts: 1, entries: 1, problems, external: counts });

describe('renderLinkReport', () => {
  it('lists what does not answer, with its place', () => {
    expect(renderLinkReport(report(dead))).toMatch(
      /^1 link does not[^\n]+\n\n- \[ \] `content\/a\.md:3` `https:\/\/a\.example\/ answers 404` \(fix: `x`\)\n\nThis list/,
    );
  });

  it('lists apart what has only moved', () => {
    expect(renderLinkReport(report(moved, dead))).toMatch(
      /^1 link does not lead anywhere.+answers 404.+1 link has moved for good, and still works\.\n\n[^\n]+has moved/s,
    );
    expect(renderLinkReport(report(moved))).toMatch(/^1 link has moved/);
  });

  it('says nothing where every link answers, whatever else the check found', () => {
    expect(renderLinkReport(report({ ...dead, code: 'post/title' }))).toBeUndefined();
    expect(renderLinkReport(report())).toBeUndefined();
  });

  it('says what could not be asked, so that the issue does not close', () => {
    const partial = JSON.stringify({ problems: [], external: { links: 9, unasked: 2 } });
    expect(renderLinkReport(partial)).toMatch(/^2 of 9 links could not be asked this time/);
  });

  it('stays readable', () => {
    expect(renderLinkReport(report(...Array.from({ length: 200 }, () => dead)))).toMatch(/- and 50 more\n\n/);
  });

  it('refuses what is no report of links', () => {
    expect(() => renderLinkReport('no')).toThrow();
    expect(() => renderLinkReport('{}')).toThrow();
    expect(() => renderLinkReport(JSON.stringify({ problems: [] }))).toThrow();
  });
});
