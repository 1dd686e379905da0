// The header of every page: the site's name and the navigation, which is behind a button on phones.

import { Logo } from '@/components/ui/pictures';
import { hasSection } from '@/lib/base/sections';
import { toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { site } from '@/lib/site';
import type { NamedLink } from '@/lib/site-types';

/** @param navigation with addresses ready for the page. */
export function Header({ navigation }: { navigation: readonly NamedLink[] }) {
  const { page } = words;
  return (
    <header className="site-head">
      <div className="frame">
        <a href={toUrl('/')} className="wordmark">
          <Logo />
          {site.name}
        </a>
        <button type="button" popoverTarget="site-menu">
          {page.menu}
        </button>
        <div id="site-menu" popover="auto" className="no-print">
          <nav aria-label={page.mainNavigation}>
            <ul>
              {navigation.map(({ title, url }) => (
                <li key={url}>
                  <a href={url}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
          {hasSection('search') && <SearchField />}
        </div>
      </div>
    </header>
  );
}

function SearchField() {
  const { page } = words;
  return (
    <search>
      <form action={toUrl('/search/')}>
        <input
          type="search"
          name="q"
          aria-label={page.search}
          placeholder={page.search}
          aria-keyshortcuts="/ Control+K"
        />
        <button type="submit" aria-label={page.search}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="m13 13 5 5M8.5 3a1 1 0 0 0 0 11 1 1 0 0 0 0-11" />
          </svg>
        </button>
      </form>
    </search>
  );
}
