import { describe, expect, it } from 'vitest';
import { compare } from '@/lib/base/compare';
import {
  ContentError,
  type Diagnostic,
  errorsOf,
  formatDiagnostic,
  formatDiagnostics,
  sortDiagnostics,
} from '@/lib/base/diagnostic';

function problem(rest: Partial<Diagnostic> = {}): Diagnostic {
  return {
    file: 'content/blog/x.md',
    line: 4,
    column: 8,
    severity: 'error',
    code: 'post/type',
    message: '"x" must be text',
    fix: 'put it in quotes',
    ...rest,
  };
}

describe('formatDiagnostic', () => {
  it('says place, severity, code, message and remedy', () => {
    expect(formatDiagnostic(problem())).toBe(
      'content/blog/x.md:4:8: error post/type: "x" must be text (fix: put it in quotes)',
    );
    expect(formatDiagnostic(problem({ severity: 'warning' }))).toContain(':4:8: warning post/type: ');
  });

  it.each([
    ['a line end', 'a\nb'],
    ['a terminal’s escape', 'a\u001bb'],
    ['an 8-bit control character', 'a\u009bb'],
    ['a line separator', 'a\u2028b'],
    ['NUL', 'a\u0000b'],
  ])('replaces %s with a space in every part', (_, hostile) => {
    for (const part of ['file', 'message', 'fix'] as const) {
      const line = formatDiagnostic(problem({ [part]: hostile }));
      expect(line).toContain('a b');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
    }
  });

  it('keeps letters of every script', () => {
    expect(formatDiagnostic(problem({ message: 'é 通量 💖' }))).toContain('é 通量 💖');
  });
});

describe('sortDiagnostics', () => {
  it('sorts by file, line, column, code and message, numbers as numbers', () => {
    const sorted = [
      problem({ file: 'B' }),
      problem({ file: 'a', line: 2, column: 9 }),
      problem({ file: 'a', line: 10, column: 1 }),
      problem({ file: 'a', line: 10, column: 2, code: 'a' }),
      problem({ file: 'a', line: 10, column: 2, code: 'b', message: 'a' }),
      problem({ file: 'a', line: 10, column: 2, code: 'b', message: 'b' }),
      problem({ file: 'a', line: 10, column: 10, code: 'a' }),
    ];
    const shuffled = [3, 6, 0, 5, 1, 4, 2].map((index) => sorted[index] as Diagnostic);
    expect(sortDiagnostics(shuffled)).toEqual(sorted);
  });

  it('does not change its argument', () => {
    const given = Object.freeze([problem({ file: 'b' }), problem({ file: 'a' })]);
    expect(sortDiagnostics(given).map(({ file }) => file)).toEqual(['a', 'b']);
  });
});

describe('formatDiagnostics', () => {
  const warnings = Array.from({ length: 11 }, (_, index) =>
    problem({ severity: 'warning', code: 'a/b', file: `${index % 4}.md`, line: index + 1 }),
  );

  it('summarizes more than ten warnings of one code, but never errors', () => {
    const errors = warnings.map((warning): Diagnostic => ({ ...warning, severity: 'error' }));
    const lines = formatDiagnostics([...errors, ...warnings, problem({ severity: 'warning', code: 'c/d' })]);
    expect(lines).toHaveLength(14);
    expect(lines.slice(0, 11)).toEqual(errors.map(formatDiagnostic));
    expect(lines[12]).toMatch(/^warning a\/b: 11 in 4 posts, first at 0\.md:1:\d+: .+ \(fix: .+\)$/);
    expect(lines[13]).toContain('--verbose');
  });

  it('has a line for each of up to ten warnings, and for all with "verbose"', () => {
    expect(formatDiagnostics(warnings.slice(1))).toEqual(warnings.slice(1).map(formatDiagnostic));
    expect(formatDiagnostics(warnings, { verbose: true })).toEqual(warnings.map(formatDiagnostic));
  });

  it('counts files instead of posts if some are not posts', () => {
    const files = warnings.map((warning) => ({ ...warning, file: 'a.png' }));
    expect(formatDiagnostics(files)[0]).toContain('11 in 1 file, first');
  });
});

it('stops a build for errors, but not for warnings', () => {
  const [error, warning] = [problem(), problem({ severity: 'warning' })];
  expect(errorsOf([warning, error, warning])).toEqual([error]);
});

it('lists all problems of content that cannot be shown, sorted', () => {
  const error = new ContentError([problem({ line: 10 }), problem({ line: 9 })]);
  expect(error.name).toBe('ContentError');
  expect(error.message.split('\n').slice(1)).toEqual([
    formatDiagnostic(problem({ line: 9 })),
    formatDiagnostic(problem({ line: 10 })),
  ]);
});

it('compares by code unit, not by locale', () => {
  expect(['é', 'z', 'Z', 'a'].sort(compare)).toEqual(['Z', 'a', 'z', 'é']);
  expect(compare('a', 'a')).toBe(0);
});
