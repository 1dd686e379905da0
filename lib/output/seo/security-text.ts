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
