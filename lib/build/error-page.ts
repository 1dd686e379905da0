// The page for errors of the server. The framework's own contains a style sheet, which our policy forbids, and looks unlike the site.

/**
 * Puts the error message into another page.
 *
 * @param shell the page for unknown addresses, without the framework's scripts.
 * @returns a page for status 500.
 */
export function toErrorPage(shell: string): string {
  const words =
    '<h1 class="headline">Something went wrong on our side</h1>' +
    '<div><p>This page is not available at the moment. Try again in a minute; the home page may work already.</p></div>';
  return shell
    .replace(/<title>[^<]*<\/title>/, '<title>Error</title>')
    .replace(
      /(<main\b[^>]*>)[\s\S]*<\/main>/,
      `$1<div class="frame"><header class="page-title">${words}</header></div></main>`,
    );
}
