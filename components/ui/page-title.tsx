// The title of a page, and what is below it.
import type { ReactNode } from 'react';

export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="page-title">
      <h1 className="headline">{title}</h1>
      {children && <div>{children}</div>}
    </header>
  );
}
