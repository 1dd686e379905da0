// A year at a glance: how much there was of each thing, and which.

export interface GlanceGroup {
  /** What there is, for one of it and for several: `edition`, `editions`. */
  readonly one: string;
  readonly many: string;
  /** Where all of it is, ready for the page. */
  readonly url: string;
  /** The words that lead there. */
  readonly all: string;
  readonly items: readonly { readonly title: string; readonly url: string }[];
}

export function YearGlance({ groups }: { groups: readonly GlanceGroup[] }) {
  const filled = groups.filter(({ items }) => items.length > 0);
  if (filled.length === 0) return null;
  return (
    <section aria-label="The year at a glance" className="glance">
      {filled.map(({ one, many, all, url, items }) => (
        <details key={many}>
          <summary>
            <b>{items.length}</b> {items.length === 1 ? one : many}
          </summary>
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
