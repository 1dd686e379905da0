// The heading of a page that is a list.
import type { ReactNode } from 'react';

export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="pt-10 pb-8 md:pt-16">
      <h1 className="text-4xl font-bold tracking-tight">{title}</h1>
      {children && <div className="mt-3 max-w-measure text-lg text-muted">{children}</div>}
    </header>
  );
}
