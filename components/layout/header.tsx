// The top of every page: the name and the way around.
import type { NavigationEntry } from '@/lib/site';

/** @param home the address of the home page, ready for the page. */
export function Header({
  name,
  home,
  navigation,
}: {
  name: string;
  home: string;
  navigation: readonly NavigationEntry[];
}) {
  return (
    <header className="no-print border-b border-line">
      <div className="frame flex flex-wrap items-baseline justify-between gap-x-8 py-2">
        <a href={home} className="inline-flex min-h-11 items-center text-lg font-bold text-ink no-underline">
          {name}
        </a>
        <nav aria-label="Main">
          <ul className="flex flex-wrap gap-x-6 font-sans text-sm">
            {navigation.map(({ title, url }) => (
              <li key={url}>
                <a
                  href={url}
                  className="inline-flex min-h-11 min-w-11 items-center text-ink underline-offset-4 hover:underline not-hover:no-underline"
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
