// The end of a post: how to mend it, and where to read on.

interface Neighbour {
  readonly url: string;
  readonly title: string;
}

interface PostFooterProps {
  readonly editHref: string;
  readonly newer: Neighbour | undefined;
  readonly older: Neighbour | undefined;
}

export function PostFooter({ editHref, newer, older }: PostFooterProps) {
  return (
    <footer className="no-print mt-16 max-w-5xl">
      <p className="font-sans text-sm">
        <a href={editHref} rel="external nofollow" className="inline-flex min-h-11 items-center">
          Edit this page
        </a>
      </p>
      {(newer || older) && (
        <nav aria-label="Newer and older posts" className="mt-4 grid gap-4 border-t border-line pt-6 sm:grid-cols-2">
          {older && <NeighbourLink label="Older" {...older} />}
          {newer && <NeighbourLink label="Newer" {...newer} className="sm:col-start-2 sm:text-end" />}
        </nav>
      )}
    </footer>
  );
}

function NeighbourLink({ label, url, title, className = '' }: Neighbour & { label: string; className?: string }) {
  return (
    <a
      href={url}
      rel={label === 'Older' ? 'prev' : 'next'}
      className={`block min-h-11 text-ink no-underline hover:text-accent ${className}`}
    >
      <span className="label block">{label}</span>
      <span className="text-lg font-bold" dir="auto">
        {title}
      </span>
    </a>
  );
}
