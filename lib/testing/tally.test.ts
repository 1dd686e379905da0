import { describe, expect, it } from 'vitest';
import { playwrightTally, vitestTally } from '@/lib/testing/tally';

describe('tallies', () => {
  it('reads what Vitest reports', () => {
    const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, success: false };
    expect(vitestTally(report)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('counts a flaky browser test as failed', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 } };
    expect(playwrightTally(report)).toEqual({ passed: 5, failed: 3, skipped: 3 });
  });

  it('refuses a report of another form', () => {
    expect(() => vitestTally({})).toThrow();
    expect(() => playwrightTally({ stats: {} })).toThrow();
  });
});
