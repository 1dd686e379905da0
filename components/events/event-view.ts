// What is shown of an event. Addresses are ready for the page.
import type { ReactNode } from 'react';

export interface EventView {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  /** The kind as people say it: `Bug scrub`. */
  readonly kindLabel: string;
  readonly status: 'confirmed' | 'cancelled' | 'moved';
  /** For the calendar leaf. */
  readonly leaf: { readonly day: string; readonly month: string };
  /** `Thursday, 3 March 2022`, or a span of days. */
  readonly dateText: string;
  /** `10:00–11:00 PST`; undefined for whole days. */
  readonly timeText: string | undefined;
  /** `March 2022`, for groups. */
  readonly monthText: string;
  /** The value of `<time datetime>`: an instant, or a day. */
  readonly datetime: string;
  /** ISO instant at which it is over. */
  readonly over: string;
  readonly isOver: boolean;
  /** How it repeats, in words. */
  readonly repeatText: string | undefined;
  readonly place: string | undefined;
  readonly speakers: readonly {
    readonly name: string;
    readonly affiliation: string | undefined;
    readonly url: string | undefined;
  }[];
  readonly description: ReactNode;
  readonly moreUrl: string | undefined;
  readonly recordingUrl: string | undefined;
  readonly slidesUrl: string | undefined;
  readonly calendarUrl: string;
}
