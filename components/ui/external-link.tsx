// A link to another site.
import type { ReactNode } from 'react';

interface ExternalLinkProps {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function ExternalLink({ href, className, children }: ExternalLinkProps) {
  return (
    <a href={href} rel="external" className={className}>
      {children}
    </a>
  );
}

/** A link to the code host's editor for the file behind a page. Search engines do not follow it. */
export function EditLink({ href, className, children }: ExternalLinkProps) {
  return (
    <a href={href} rel="external nofollow" className={className}>
      {children}
    </a>
  );
}
