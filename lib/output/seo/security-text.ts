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
