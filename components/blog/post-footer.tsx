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
    <footer className="no-print section">
      <p className="action">
        <a href={editHref} rel="external nofollow">
          Edit this page
        </a>
      </p>
      {(newer || older) && (
        <nav aria-label="Newer and older posts" className="neighbours">
          {older && <NeighbourLink label="Older" {...older} />}
          {newer && <NeighbourLink label="Newer" {...newer} />}
        </nav>
      )}
    </footer>
  );
}

function NeighbourLink({ label, url, title }: Neighbour & { label: string }) {
  return (
    <a href={url} rel={label === 'Older' ? 'prev' : 'next'}>
      <span className="label">{label}</span>
      <span dir="auto">{title}</span>
    </a>
  );
}
