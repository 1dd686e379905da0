// What is shown of a release. Addresses are ready for the page.
import type { ReactNode } from 'react';

export interface ReleaseView {
  readonly id: string;
  readonly url: string;
  readonly project: string;
  /** The project's colour, as `#rrggbb`. */
  readonly color: string;
  readonly version: string;
  /** `16 February 2022` or `February 2022`; undefined where no source gives a date. */
  readonly dateText: string | undefined;
  /** The value of `<time datetime>`. */
  readonly datetime: string | undefined;
  readonly notesUrl: string | undefined;
  readonly highlights: readonly ReactNode[];
  readonly breaking: readonly { readonly change: ReactNode; readonly action: ReactNode }[];
  readonly security: readonly { readonly id: string; readonly summary: ReactNode; readonly url: string | undefined }[];
  readonly upgrade: ReactNode;
}
