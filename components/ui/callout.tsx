// A box that stands out of the text: a note, a tip, a warning.
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

interface CalloutProps {
  /** Which colour and title it has; an unknown one is shown as a note. */
  readonly kind: string;
  /** Takes the place of the usual title. */
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
