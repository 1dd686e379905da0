// What a list shows while there is nothing in it: an invitation.

export function EmptyState({ contribute }: { contribute: string }) {
  return (
    <div className="invite">
      <p className="text-lg text-ink">
        <strong>Nothing has been published yet.</strong>
      </p>
      <p>
        The first post is one file away:{' '}
        <a href={contribute} rel="external">
          write it
        </a>
        .
      </p>
    </div>
  );
}
