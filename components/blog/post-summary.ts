// What lists show of a post.
import type { CoverFacts } from '@/lib/output/pictures/cover';

/** A post in a list, with addresses ready for the page. */
export interface PostSummary {
  readonly url: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly date: Date;
  readonly authors: readonly string[];
  readonly lang: string | undefined;
  /** Why it is not public yet. */
  readonly hidden: 'draft' | 'scheduled' | undefined;
  readonly picture:
    | { readonly src: string; readonly srcSet: string; readonly width: number; readonly height: number }
    | undefined;
  /** The cover of an edition, shown if it has no picture. */
  readonly cover: CoverFacts | undefined;
}
