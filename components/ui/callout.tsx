// A box that is set apart from the text: a note, a tip, a warning.
import type { ReactNode } from 'react';

const titles = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
  security: 'Security',
} as const;

export type CalloutKind = keyof typeof titles;

export const calloutKinds = Object.keys(titles) as readonly CalloutKind[];

interface CalloutProps {
  /** Decides colour and title; an unknown kind is shown as a note. */
  readonly kind: string;
  /** Shown instead of the usual title. */
  readonly title?: string | undefined;
  readonly children?: ReactNode;
}

export function Callout({ kind, title, children }: CalloutProps) {
  const known: CalloutKind = Object.hasOwn(titles, kind) ? (kind as CalloutKind) : 'note';
  return (
    <aside className={`callout callout-${known}`} aria-label={title ?? titles[known]}>
      <p className="callout-title">{title ?? titles[known]}</p>
      {children}
    </aside>
  );
}
