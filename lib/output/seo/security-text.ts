// The text of `/.well-known/security.txt` (RFC 9116).

/** What the file says. */
export interface SecurityFacts {
  /** Where to report: an `https:` or `mailto:` address. */
  readonly contact: string;
  readonly policy: string;
  /** An ISO instant, at most a year away (RFC 9116, section 2.5.5). */
  readonly expires: string;
  readonly canonical: string;
  /** BCP 47. */
  readonly language: string;
}

/** The file, its lines in the order in which people look for them. */
export function securityText({ contact, policy, expires, canonical, language }: SecurityFacts): string {
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${canonical}`,
    `Policy: ${policy}`,
    '',
  ].join('\n');
}

/**
 * What is wrong with the day until which the file may be believed.
 *
 * @returns a sentence with its remedy, or undefined: at least 30 days and at most 366 are left at `now`.
 */
export function expiryFault(expires: string, now: Date): string | undefined {
  const end = new Date(expires);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(expires) && !Number.isNaN(end.getTime());
  if (!isInstant) return `"${expires}" is no instant (fix: write security.expires like 2027-11-01T00:00:00Z)`;
  const days = (end.getTime() - now.getTime()) / 86_400_000;
  if (days < 30)
    return `security.txt expires on ${expires} (fix: move security.expires in lib/site.ts on by eleven months)`;
  if (days > 366) return `security.txt expires on ${expires}, in more than a year (fix: choose an earlier day)`;
  return undefined;
}
