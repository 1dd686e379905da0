// The header of every page: the site's name and the navigation, which is behind a button on phones.
import { Logo } from '@/components/ui/pictures';
import type { NavigationEntry } from '@/lib/site';

/** @param home the address of the home page, @param search that of the search, both ready for the page. */
export function Header({
  name,
  home,
  navigation,
  search,
}: {
  name: string;
  home: string;
  navigation: readonly NavigationEntry[];
  search: string;
}) {
  return (
    <header className="site-head">
      <div className="frame">
        <a href={home} className="wordmark">
          <Logo />
          {name}
        </a>
        <button type="button" popoverTarget="site-menu">
          Menu
        </button>
        <div id="site-menu" popover="auto" className="no-print">
          <nav aria-label="Main">
            <ul>
              {navigation.map(({ title, url }) => (
                <li key={url}>
                  <a href={url}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
          <search>
            <form action={search}>
              <input type="search" name="q" aria-label="Search" placeholder="Search" aria-keyshortcuts="/ Control+K" />
              <button type="submit" aria-label="Search">
                <svg viewBox="0 0 20 20" aria-hidden="true">
                  <path d="m13 13 5 5M8.5 3a1 1 0 0 0 0 11 1 1 0 0 0 0-11" />
                </svg>
              </button>
            </form>
          </search>
        </div>
      </div>
    </header>
  );
}
