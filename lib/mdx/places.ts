// Places in a text: of nodes of its syntax tree, and of offsets. All count UTF-16 code units.
import type { Node } from 'unist';
import type { Place } from '@/lib/base/diagnostic';

/** Where a node begins. */
export function placeOf({ position }: Node): Place {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}

/** A place within a part of a text, as a place of the whole text. */
export function placeIn(part: Place, inside: Place | undefined): Place {
  const { line = 1, column = 1 } = inside ?? {};
  return { line: part.line + line - 1, column: line === 1 ? part.column + column - 1 : column };
}

/** Looks up many offsets of one text; it reads the text once. */
export function indexPlaces(text: string): (offset: number) => Place {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => {
    const line = lastUpTo(starts, offset, (start) => start);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** The index of the last item of a sorted list whose key is at most `limit`; 0 if there is none. */
export function lastUpTo<T>(items: readonly T[], limit: number, keyOf: (item: T) => number): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (keyOf(items[middle] as T) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
