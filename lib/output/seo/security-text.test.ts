import { describe, expect, it } from 'vitest';
import { now } from '@/lib/base/clock';
import { securityText } from '@/lib/output/seo/security-text';
import { site } from '@/lib/site';

/**
 * What is wrong with the day on which the file expires: at `now`, 30 to 366 days are to be left (RFC 9116, section 2.5.5).
 *
 * @returns a sentence with its remedy, or undefined.
 */
function expiryProblem(expires: string, now: Date): string | undefined {
  const end = new Date(expires);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(expires) && !Number.isNaN(end.getTime());
  if (!isInstant) return `"${expires}" is not an instant (fix: write security.expires like 2027-11-01T00:00:00Z)`;
  const days = (end.getTime() - now.getTime()) / 86_400_000;
  if (days < 30) return `security.txt expires on ${expires} (fix: set security.expires in lib/site.ts to a later day)`;
  if (days > 366) return `security.txt expires on ${expires}, in more than a year (fix: choose an earlier day)`;
  return undefined;
}

describe('security.txt', () => {
  it('has a field a line, the two that must be there among them', () => {
    const facts = { ...site.security, canonical: 'https://a.example/.well-known/security.txt', language: 'en' };
    const lines = securityText(facts).split('\n');
    expect(lines.pop()).toBe('');
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Za-z-]+: \S+$/);
    expect(lines.filter((line) => line.startsWith('Contact: https://'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('Expires: '))).toHaveLength(1);
  });

  it('is valid for at least another month, by the clock of the day on which this runs', () => {
    expect(expiryProblem(site.security.expires, now())).toBeUndefined();
  });

  it.each([
    ['29 days away', '2026-12-21T00:00:00Z', '2026-12-22T00:00:00Z'],
    ['over', '2026-11-21T00:00:00Z', '2027-10-01T00:00:00Z'],
    ['more than a year away', '2027-11-25T00:00:00Z', '2027-11-22T00:00:00Z'],
    ['not an instant', '2027-10-01', '2027-10-01T00:00:00Z'],
  ])('is refused when its end is %s', (_, bad, good) => {
    const day = new Date('2026-11-22T00:00:00Z');
    expect(expiryProblem(bad, day)).toMatch(/\(fix: /);
    expect(expiryProblem(good, day)).toBeUndefined();
  });
});
