import { expect, it } from 'vitest';
import { toErrorPage } from '@/lib/build/strip-scripts';

it('keeps the shell of a page, and says what happened', () => {
  const shell =
    '<html><head><link rel="stylesheet" href="/a.css"/><title>Not found · News</title></head>' +
    '<body><header>News</header><main id="site-main" tabindex="-1"><h1>No page</h1><p>old</p></main><footer>end</footer></body></html>';
  const page = toErrorPage(shell);
  expect(page).toContain('<title>Error</title>');
  expect(page).toMatch(/<main id="site-main" tabindex="-1"><div class="frame">.*<h1 [^>]*>Something went wrong/);
  expect(page).toMatch(/^<html><head><link rel="stylesheet" href="\/a.css"\/>.*<footer>end<\/footer><\/body><\/html>$/);
  expect(page).not.toContain('old');
});
