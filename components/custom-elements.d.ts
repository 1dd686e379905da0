// The types of custom elements in JSX.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Name =
  | 'event-time'
  | 'event-agenda'
  | 'site-search'
  | 'scheme-switch'
  | 'video-player'
  | 'copy-code'
  | 'contribution-form';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Record<Name, DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>> {}
  }
}
