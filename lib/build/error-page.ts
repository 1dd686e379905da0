// The page for when the server fails. The framework's own has a style sheet within, which our policy forbids, and looks like nobody's.

/**
 * Puts what has to be said into the shell of another page.
 *
 * @param shell the page for addresses that lead nowhere, without scripts of the framework.
 * @returns a page for status 500.
 */
export function toErrorPage(shell: string): string {
  const words =
    '<h1 class="headline">Something went wrong on our side</h1>' +
    '<div><p>This page could not be made just now. Try it again in a minute; the front page may work already.</p></div>';
  return shell
    .replace(/<title>[^<]*<\/title>/, '<title>Error</title>')
    .replace(
      /(<main\b[^>]*>)[\s\S]*<\/main>/,
      `$1<div class="frame"><header class="page-title">${words}</header></div></main>`,
    );
}
