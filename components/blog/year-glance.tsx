// A year at a glance: how many of each kind there were, and which.

export interface GlanceGroup {
  /** The noun for one item and for several: `edition`, `editions`. */
  readonly one: string;
  readonly many: string;
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
