// What a list shows while there is nothing in it: an invitation.

export function EmptyState({ contribute }: { contribute: string }) {
  return (
    <div className="my-16 max-w-measure rounded-card border border-dashed border-line px-6 py-10">
      <p className="text-xl font-bold">Nothing has been published yet.</p>
      <p className="mt-2 text-muted">
        The first post is one file away:{' '}
        <a href={contribute} rel="external">
          write it
        </a>
        .
      </p>
    </div>
  );
}
