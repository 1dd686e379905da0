// The types of custom elements in JSX.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type ElementProps = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'event-time': ElementProps;
      'event-agenda': ElementProps;
      'site-search': ElementProps;
      'scheme-switch': ElementProps;
      'video-player': ElementProps;
    }
  }
}
