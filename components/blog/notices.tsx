// What a reader must know before reading: that a post is old, or that the public does not see it yet.
import { Day } from '@/components/ui/day';

/** For posts over a year old. */
export function AgeNotice({ date, docs }: { date: Date; docs: string }) {
  return (
    <aside aria-label="Age of this post" className="age">
      <p>
        This post is over a year old (<Day date={date} />
        ). Versions and steps may have changed: check the{' '}
        <a href={docs} rel="external">
          documentation
        </a>
        .
      </p>
    </aside>
  );
}

/** For drafts and scheduled posts, which only a preview shows. */
export function HiddenBanner({ reason, date }: { reason: 'draft' | 'scheduled'; date: Date }) {
  return (
    <aside aria-label="Preview" className="callout callout-caution">
      <p className="frame">
        {reason === 'draft' ? (
          <>
            <strong>Draft.</strong> Readers do not see this until “draft: true” is removed.
          </>
        ) : (
          <>
            <strong>Scheduled.</strong> Readers see this from <Day date={date} /> on, with the first build after it.
          </>
        )}
      </p>
    </aside>
  );
}
