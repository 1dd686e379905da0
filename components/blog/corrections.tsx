// The corrections of a post, before its text.
import type { ReactNode } from 'react';
import { Day } from '@/components/ui/day';

export function Corrections({ list }: { list: readonly { readonly date: Date; readonly text: ReactNode }[] }) {
  return list.map(({ date, text }) => (
    <aside
      key={date.getTime()}
      aria-label="Correction"
      className="mb-8 max-w-measure rounded-card border border-line bg-sunken px-4 py-3"
    >
      <p className="label">
        Correction, <Day date={date} />
      </p>
      {text}
    </aside>
  ));
}
