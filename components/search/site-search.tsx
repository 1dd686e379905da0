// The search: a form with results as you type, and what is shown instead without scripts.
import type { ReactNode } from 'react';

interface SiteSearchProps {
  /** The search page's own address. */
  readonly action: string;
  /** The folder of the index. */
  readonly index: string;
  readonly kinds: readonly { readonly value: string; readonly title: string }[];
  /** Newest first. */
  readonly years: readonly string[];
  /** Links for browsing, shown until there are results. */
  readonly children: ReactNode;
}

export function SiteSearch({ action, index, kinds, years, children }: SiteSearchProps) {
  return (
    <site-search data-index={index}>
      <search aria-label="Site" className="search-form">
        <form action={action}>
          <div className="search-line">
            <input
              type="search"
              name="q"
              aria-label="Search terms"
              placeholder="Search terms"
              autoComplete="off"
              spellCheck={false}
              enterKeyHint="search"
              maxLength={200}
            />
            <button type="submit" className="button">
              Search
            </button>
          </div>
          <Filters kinds={kinds} years={years} />
        </form>
      </search>
      <p role="status" className="search-status" />
      <ol data-results="" className="search-results" aria-label="Results" />
      <p className="action">
        <button type="button" data-more="" hidden className="button">
          Show more results
        </button>
      </p>
      <div data-archive="">{children}</div>
      <p data-with-script="" hidden className="search-key">
        <label>
          <input type="checkbox" data-slash="" defaultChecked /> Press <kbd>/</kbd> on any page to search.{' '}
          <kbd>Ctrl</kbd>+<kbd>K</kbd> and <kbd>⌘</kbd>+<kbd>K</kbd> always work.
        </label>
      </p>
    </site-search>
  );
}

function Filters({ kinds, years }: Pick<SiteSearchProps, 'kinds' | 'years'>) {
  return (
    <div data-with-script="" hidden>
      <div className="search-filters">
        <fieldset className="scheme">
          <legend>Show</legend>
          {[{ value: '', title: 'Everything' }, ...kinds].map(({ value, title }) => (
            <label key={value}>
              <input type="radio" name="kind" value={value} defaultChecked={value === ''} />
              {title}
            </label>
          ))}
        </fieldset>
        <label className="search-year">
          Year{' '}
          <select name="year">
            <option value="">any</option>
            {years.map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}
