// Links between the pages of a list.

interface PaginationProps {
  readonly page: number;
  readonly pages: number;
  readonly newerUrl: string | undefined;
  readonly olderUrl: string | undefined;
}

export function Pagination({ page, pages, newerUrl, olderUrl }: PaginationProps) {
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages" className="action mt-8 items-center justify-between">
      <span className="min-w-24">
        {newerUrl && (
          <a href={newerUrl} rel="prev">
            Newer posts
          </a>
        )}
      </span>
      <span className="tabular text-muted">
        Page {page} of {pages}
      </span>
      <span className="min-w-24 text-end">
        {olderUrl && (
          <a href={olderUrl} rel="next">
            Older posts
          </a>
        )}
      </span>
    </nav>
  );
}
