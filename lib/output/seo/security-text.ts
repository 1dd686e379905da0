// The text of `/.well-known/security.txt` (RFC 9116).
import type { site } from '@/lib/site';

/** The file, its lines in the order in which people look for them. @param language BCP 47 */
export function securityText({
  contact,
  policy,
  expires,
  canonical,
  language,
}: typeof site.security & { canonical: string; language: string }): string {
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${canonical}`,
    `Policy: ${policy}`,
    '',
  ].join('\n');
}

/** Fewer days than this before it expires, the information is to be renewed. */
const renewDays = 30;
/** RFC 9116, section 2.5.5, recommends less than a year; a leap year has 366 days. */
const longestDays = 366;

/**
 * What is wrong with the instant at which the information expires.
 *
 * @returns a sentence, without its remedy; undefined where nothing is wrong.
 */
export function explainExpiry(expires: string, instant: Date): string | undefined {
  const end = Date.parse(expires);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(expires) || Number.isNaN(end)) {
    return `security.expires is “${expires}”, which is not written like 2027-11-01T00:00:00Z`;
  }
  const days = (end - instant.getTime()) / 86_400_000;
  if (days <= 0) return `security.txt expired on ${expires}`;
  if (days < renewDays) return `security.txt expires in less than ${renewDays} days, on ${expires}`;
  return days > longestDays ? `security.txt expires in more than a year, on ${expires}` : undefined;
}
