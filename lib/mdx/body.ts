// The format of a body, how strictly it is checked, and the error for a body that cannot be rendered.
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';

/** How a body is written: `md` is CommonMark with GFM and what Hugo adds to it, `mdx` adds components. */
export type Format = 'md' | 'mdx';

/** What reports a problem that imported posts may keep: `warning` for `.md`, `error` for `.mdx`. */
export function reportFor(format: Format): typeof error {
  return format === 'md' ? warning : error;
}

/** A body cannot be rendered. The diagnostic says why; its place is in the body. */
export class BodyError extends Error {
  override readonly name = 'BodyError';
  constructor(readonly diagnostic: Diagnostic) {
    super(`line ${diagnostic.line} of the body: ${diagnostic.message} (fix: ${diagnostic.fix})`);
  }
}
