// The search: a form with results as you type, and what is shown instead without scripts.
import type { ReactNode } from 'react';
import { Sentence } from '@/components/ui/inline';
import { words } from '@/lib/base/words';

const said = words.search;

interface SiteSearchProps {
  /** The search page's own address. */
  readonly action: string;
  /** The folder of the index. */
  readonly index: string;
  /** `among`: in the sentence about the results. */
  readonly kinds: readonly { readonly value: string; readonly title: string; readonly among: string }[];
  /** Newest first. */
  readonly years: readonly string[];
  /** Links for browsing, shown until there are results. */
  readonly children: ReactNode;
}

export function SiteSearch({ action, index, kinds, years, children }: SiteSearchProps) {
  return (
    <site-search data-index={index}>
      <search aria-label={said.label} className="search-form">
        <form action={action}>
          <div className="search-line">
            <input
              type="search"
              name="q"
              aria-label={said.terms}
              placeholder={said.terms}
              autoComplete="off"
              spellCheck={false}
              enterKeyHint="search"
              maxLength={200}
            />
            <button type="submit" className="button">
              {words.page.search}
            </button>
          </div>
          <Filters kinds={kinds} years={years} />
        </form>
      </search>
      <p role="status" className="search-status" />
      <ol data-results="" className="search-results" aria-label={said.results} />
      <p className="action">
        <button type="button" data-more="" hidden className="button">
          {said.more}
        </button>
      </p>
      <div data-archive="">{children}</div>
      <p data-with-script="" hidden className="search-key">
        <label>
          <input type="checkbox" data-slash="" defaultChecked />{' '}
          <Sentence words={said.slash}>
            <kbd>/</kbd>
          </Sentence>
          {words.space}
          <Sentence words={said.chords}>
            <Chord modifier="Ctrl" />
            <Chord modifier="⌘" />
          </Sentence>
        </label>
      </p>
    </site-search>
  );
}

/** The K key with another one held. */
function Chord({ modifier }: { modifier: string }) {
  return (
    <span dir="ltr">
      <kbd>{modifier}</kbd>+<kbd>K</kbd>
    </span>
  );
}

function Filters({ kinds, years }: Pick<SiteSearchProps, 'kinds' | 'years'>) {
  return (
    <div data-with-script="" hidden>
      <div className="search-filters">
        <fieldset className="scheme">
          <legend>{said.show}</legend>
          {[{ value: '', title: said.everything, among: undefined }, ...kinds].map(({ value, title, among }) => (
            <label key={value}>
              <input type="radio" name="kind" value={value} data-among={among} defaultChecked={value === ''} />
              {title}
            </label>
          ))}
        </fieldset>
        <label className="search-year">
          {said.year}{' '}
          <select name="year">
            <option value="">{said.anyYear}</option>
            {years.map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}
