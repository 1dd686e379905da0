// What a list shows of a post.
import type { CoverFacts } from '@/lib/output/pictures/cover';

/** A post in a list. Addresses are ready for the page. */
export interface PostSummary {
  readonly url: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly date: Date;
  readonly authors: readonly string[];
  readonly lang: string | undefined;
  /** Why the public does not see it yet. */
  readonly hidden: 'draft' | 'scheduled' | undefined;
  readonly picture:
    | { readonly src: string; readonly srcSet: string; readonly width: number; readonly height: number }
    | undefined;
  /** Of an edition: what its cover is drawn from, where it has no picture. */
  readonly cover: CoverFacts | undefined;
}
