// How to have a person, an organisation or a logo corrected or removed.
import { ExternalLink } from '@/components/ui/external-link';

/** @param what what can be corrected: `an organisation or a logo`. */
export function CorrectionNote({ issuesUrl, what }: { issuesUrl: string; what: string }) {
  return (
    <p className="section byline">
      To have {what} corrected or removed, <ExternalLink href={issuesUrl}>open an issue</ExternalLink> or edit the file.
      You do not need to give a reason.
    </p>
  );
}
