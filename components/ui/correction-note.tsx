// How to have oneself, one's organisation or a logo removed or corrected.

/** @param what what may be corrected: `an organisation or a logo`. */
export function CorrectionNote({ issuesUrl, what }: { issuesUrl: string; what: string }) {
  return (
    <p className="mt-16 max-w-measure font-sans text-sm text-muted">
      To have {what} corrected or removed,{' '}
      <a href={issuesUrl} rel="external">
        open an issue
      </a>{' '}
      or edit the file: it is done without asking why.
    </p>
  );
}
