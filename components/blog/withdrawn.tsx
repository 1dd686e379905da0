// A post that has been withdrawn: its address still works, and the page says why.
import type { ReactNode } from 'react';
import { PageTitle } from '@/components/ui/page-title';

export function Withdrawn({ title, reason, listUrl }: { title: string; reason: ReactNode; listUrl: string }) {
  return (
    <div className="frame">
      <PageTitle title={title}>
        <p>This post has been withdrawn.</p>
      </PageTitle>
      <div className="prose">
        {reason}
        <p>
          <a href={listUrl}>All posts</a>
        </p>
      </div>
    </div>
  );
}
