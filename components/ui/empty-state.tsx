// What a list shows while it is empty: an invitation.
import { ExternalLink } from '@/components/ui/external-link';

export function EmptyState({ contribute }: { contribute: string }) {
  return (
    <div className="invite">
      <p className="text-lg text-ink">
        <strong>Nothing has been published yet.</strong>
      </p>
      <p>
        <ExternalLink href={contribute}>Contribute the first post</ExternalLink>: all it takes is one file.
      </p>
    </div>
  );
}
