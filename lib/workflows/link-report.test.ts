import { describe, expect, it } from 'vitest';
import { renderLinkReport } from '@/lib/workflows/link-report';

const dead = {
  file: 'content/a.md',
  line: 3,
  code: 'external/dead',
  message: 'https://a.example/ answers 404',
  fix: 'x',
};
const report = (...problems: object[]) => JSON.stringify({ posts: 1, entries: 1, problems });

describe('renderLinkReport', () => {
  it('lists what does not answer, with its place', () => {
    expect(renderLinkReport(report(dead))).toMatch(
      /^1 link does not[^\n]+\n\n- \[ \] `content\/a\.md:3` `https:\/\/a\.example\/ answers 404` \(fix: `x`\)$/,
    );
  });

  it('says nothing where every link answers, whatever else the check found', () => {
    expect(renderLinkReport(report({ ...dead, code: 'post/title' }))).toBeUndefined();
    expect(renderLinkReport(report())).toBeUndefined();
  });

  it('stays readable', () => {
    expect(renderLinkReport(report(...Array.from({ length: 200 }, () => dead)))).toMatch(/- and 50 more$/);
  });

  it('refuses what is no report', () => {
    expect(() => renderLinkReport('no')).toThrow();
    expect(() => renderLinkReport('{}')).toThrow();
  });
});
