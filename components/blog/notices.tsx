// What a reader must know before reading: that a post is old, or that it is not published yet.
import { Day } from '@/components/ui/day';
import { ExternalLink } from '@/components/ui/external-link';

/** For posts that are over a year old. */
export function AgeNotice({ date, docs }: { date: Date; docs: string }) {
  return (
    <aside aria-label="Age of this post" className="age">
      <p>
        This post is over a year old (<Day date={date} />
        ). Versions and steps may have changed: check the <ExternalLink href={docs}>documentation</ExternalLink>.
      </p>
    </aside>
  );
}

/** For drafts and scheduled posts, which only previews show. */
export function HiddenBanner({ reason, date }: { reason: 'draft' | 'scheduled'; date: Date }) {
  return (
    <aside aria-label="Preview" className="callout callout-caution">
      <p className="frame">
        {reason === 'draft' ? (
          <>
            <strong>Draft.</strong> Not public. To publish it, remove “draft: true” from its front matter.
          </>
        ) : (
          <>
            <strong>Scheduled.</strong> Not public. The first build after <Day date={date} /> will publish it.
          </>
        )}
      </p>
    </aside>
  );
}
