import { describe, expect, it } from 'vitest';
import { now } from '@/lib/base/clock';
import { explainExpiry, securityText } from '@/lib/output/seo/security-text';
import { site } from '@/lib/site';
import { site as ownSite } from '../../site';

describe('security.txt', () => {
  it('has one field per line, including both required ones', () => {
    const facts = { ...site.security, canonical: 'https://a.example/.well-known/security.txt', language: 'en' };
    const lines = securityText(facts).split('\n');
    expect(lines.pop()).toBe('');
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Za-z-]+: \S+$/);
    expect(lines.filter((line) => line.startsWith('Contact: https://'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('Expires: '))).toHaveLength(1);
  });

  it('is valid for at least another month from today', () => {
    expect(explainExpiry(ownSite.security.expires, now())).toBeUndefined();
  });

  it.each([
    ['29 days away', '2026-12-21T00:00:00Z', '2026-12-22T00:00:00Z', 'expires in less than 30 days'],
    ['over', '2026-11-22T00:00:00Z', '2027-10-01T00:00:00Z', 'expired on 2026-11-22T00:00:00Z'],
    ['more than a year away', '2027-11-25T00:00:00Z', '2027-11-22T00:00:00Z', 'expires in more than a year'],
    ['not an instant', '2027-10-01', '2027-10-01T00:00:00Z', 'is not written like'],
    ['a day that does not exist', '2027-13-01T00:00:00Z', '2027-10-01T00:00:00Z', 'is not written like'],
  ])('is rejected if its expiry is %s', (_, bad, good, expected) => {
    const day = new Date('2026-11-22T00:00:00Z');
    expect(explainExpiry(bad, day)).toMatch(expected);
    expect(explainExpiry(good, day)).toBeUndefined();
  });
});
