import { describe, expect, it } from 'vitest';
import { playwrightTally, vitestTally } from '@/lib/tooling/testing/tally';

describe('tallies', () => {
  it('reads a report of Vitest', () => {
    const testResults = [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'adds', status: 'passed' },
          { fullName: 'divides', status: 'failed' },
        ],
      },
      { name: 'broken.test.ts', status: 'failed', assertionResults: [] },
    ];
    const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults };
    expect(vitestTally(report)).toEqual({
      passed: 7,
      failed: 1,
      skipped: 3,
      failures: ['a.test.ts: divides', 'broken.test.ts'],
    });
  });

  it('counts a flaky browser test as failed', () => {
    const spec = (title: string, status: string) => ({ title, file: 'a.spec.ts', line: 3, tests: [{ status }] });
    const suites = [
      {
        specs: [spec('opens', 'expected')],
        suites: [{ specs: [spec('shuts', 'unexpected'), spec('turns', 'flaky')] }],
      },
    ];
    const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 }, suites };
    expect(playwrightTally(report)).toEqual({
      passed: 5,
      failed: 3,
      skipped: 3,
      failures: ['a.spec.ts:3: shuts', 'a.spec.ts:3: turns'],
    });
  });

  it('rejects a report in another format', () => {
    expect(() => vitestTally({})).toThrow();
    expect(() => playwrightTally({ stats: {} })).toThrow();
  });
});
