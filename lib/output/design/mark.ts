// The site's own mark: the shapes of the covers, for what shipped, when to meet, who joined and who helped.

/** The mark in a square of 16 units; the icons and `public/favicon.svg` show the same. */
export const markPath =
  'M0 7.5A7.5 7.5 0 0 1 7.5 0v7.5zM12.25.25a3.5 3.5 0 0 1 0 7 3.5 3.5 0 0 1 0-7zM.5 8.5h7v7h-7zM8.5 8.5H16L8.5 16z';
