import { describe, expect, it } from 'vitest';
import { renderLinkReport } from '@/lib/tooling/workflows/link-report';

const dead = {
  file: 'content/a.md',
  line: 3,
  column: 1,
  severity: 'warning',
  code: 'external/dead',
  message: 'https://a.example/ answers 404',
  fix: 'x',
};
const moved = { ...dead, code: 'external/moved', message: 'https://b.example/ has moved', fix: 'write c' };
const counts = { links: 9, unasked: 0 };
const report = (...problems: object[]) => JSON.stringify({ posts: 1, entries: 1, problems, external: counts });

describe('renderLinkReport', () => {
  it('lists broken links with their places', () => {
    expect(renderLinkReport(report(dead))).toMatch(
      /^1 link is broken\.\n\n- \[ \] `content\/a\.md:3:1: warning external\/dead: https:\/\/a\.example\/ answers 404 \(fix: x\)`\n\nThis list/,
    );
  });

  it('lists moved links separately', () => {
    expect(renderLinkReport(report(moved, dead))).toMatch(
      /^1 link is broken.+answers 404.+1 link has moved permanently\. The old addresses still work\.\n\n[^\n]+has moved/s,
    );
    expect(renderLinkReport(report(moved))).toMatch(/^1 link has moved/);
  });

  it('is empty if every link works, whatever else the check reports', () => {
    expect(renderLinkReport(report({ ...dead, code: 'post/title' }))).toBeUndefined();
    expect(renderLinkReport(report())).toBeUndefined();
  });

  it('counts links that were not checked, so that the issue is not closed', () => {
    const partial = JSON.stringify({ problems: [], external: { links: 9, unasked: 2 } });
    expect(renderLinkReport(partial)).toMatch(/^2 of 9 links were not checked this time/);
  });

  it('stays readable', () => {
    expect(renderLinkReport(report(...Array.from({ length: 200 }, () => dead)))).toMatch(/- and 50 more\n\n/);
  });

  it('rejects input that is not a link report', () => {
    expect(() => renderLinkReport('no')).toThrow();
    expect(() => renderLinkReport('{}')).toThrow();
    expect(() => renderLinkReport(JSON.stringify({ problems: [] }))).toThrow();
  });
});
