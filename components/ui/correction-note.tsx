// How to have oneself, one's organisation or a logo removed or corrected.

/** @param what what may be corrected: `an organisation or a logo`. */
export function CorrectionNote({ issuesUrl, what }: { issuesUrl: string; what: string }) {
  return (
    <p className="section byline">
      To have {what} corrected or removed,{' '}
      <a href={issuesUrl} rel="external">
        open an issue
      </a>{' '}
      or edit the file: it is done without asking why.
    </p>
  );
}
