// A box that stands out of the text: a note, a tip, a warning.
import type { ReactNode } from 'react';

const titles = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
} as const;

export type CalloutKind = keyof typeof titles;

/** @param kind which colour and title it has; an unknown one is shown as a note. */
export function Callout({ kind, children }: { kind: string; children?: ReactNode }) {
  const known: CalloutKind = Object.hasOwn(titles, kind) ? (kind as CalloutKind) : 'note';
  return (
    <aside className={`callout callout-${known}`} aria-label={titles[known]}>
      <p className="callout-title">{titles[known]}</p>
      {children}
    </aside>
  );
}
