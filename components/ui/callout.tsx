// A box that is set apart from the text: a note, a tip, a warning.
import type { ReactNode } from 'react';
import { words } from '@/lib/base/words';

export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution', 'security'] as const;

export type CalloutKind = (typeof calloutKinds)[number];

interface CalloutProps {
  /** Decides colour and title; an unknown kind is shown as a note. */
  readonly kind: string;
  /** Shown instead of the usual title. */
  readonly title?: string | undefined;
  readonly children?: ReactNode;
}

export function Callout({ kind, title, children }: CalloutProps) {
  const known = calloutKinds.find((each) => each === kind) ?? 'note';
  const heading = title ?? words.boxes[known];
  return (
    <aside className={`callout callout-${known}`} aria-label={heading}>
      <p className="callout-title">{heading}</p>
      {children}
    </aside>
  );
}
