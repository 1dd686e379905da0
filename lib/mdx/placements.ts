// What of an edition its text places itself, so that the page can place the rest and nothing named is lost.
import { kindIn } from '@/lib/kinds/index';
import type { Placement } from '@/lib/mdx/inspect';
import { specOf } from '@/lib/mdx/vocabulary';

/** What a body places. */
export interface Placements {
  /** Entries placed one by one, as `kind/id`. */
  readonly single: ReadonlySet<string>;
  /** Components of which one places all the rest of a kind: `Events`. */
  readonly groups: ReadonlySet<string>;
}

/** What the components of a body place together. */
export function toPlacements(placements: readonly Placement[]): Placements {
  return {
    single: new Set(
      placements.flatMap(({ holds }) =>
        holds.filter(({ kind }) => kindIn(kind) !== undefined).map(({ kind, value }) => `${kind}/${value}`),
      ),
    ),
    groups: new Set(placements.map(({ component }) => component).filter((name) => specOf(name)?.places)),
  };
}
