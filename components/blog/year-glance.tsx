// A year at a glance: how many of each kind there were, and which.
import { createElement, Fragment, type ReactNode } from 'react';
import { formatNumber, pluralParts, words } from '@/lib/base/words';
import type { Plural } from '@/lib/base/words/words';

export interface GlanceGroup {
  /** How many there are, in words: `3 editions`. */
  readonly counted: Plural;
  /** The page with all of them, ready for the page. */
  readonly url: string;
  /** The text of the link to it. */
  readonly all: string;
  readonly items: readonly { readonly title: string; readonly url: string }[];
}

export function YearGlance({ groups }: { groups: readonly GlanceGroup[] }) {
  const filled = groups.filter(({ items }) => items.length > 0);
  if (filled.length === 0) return null;
  return (
    <section aria-label={words.archive.glance} className="glance">
      {filled.map(({ counted, all, url, items }) => (
        <details key={url}>
          <summary>{createElement(Fragment, null, ...figure(counted, items.length))}</summary>
          <ul>
            {items.map((item) => (
              <li key={item.url + item.title}>
                <a href={item.url} className="inline-flex min-h-11 items-center" dir="auto">
                  {item.title}
                </a>
              </li>
            ))}
          </ul>
          <p className="py-2">
            <a href={url} className="inline-flex min-h-11 items-center">
              {all}
            </a>
          </p>
        </details>
      ))}
    </section>
  );
}

/** The number, large, and what it counts. Before that where its phrase has the number as a word, as the Arabic one for two has. */
function figure(counted: Plural, count: number): readonly ReactNode[] {
  const number = <b>{formatNumber(count)}</b>;
  const parts = pluralParts<ReactNode>(counted, count, number);
  return parts.includes(number) ? parts : [number, ...parts];
}
