// The end of a post: how to edit it, and the posts before and after it.
import { EditLink } from '@/components/ui/external-link';

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
        <EditLink href={editHref}>Edit this page</EditLink>
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
