// What a post in MDX may contain beside Markdown: the elements and their attributes, by name. Everything else is refused.

/** Plain elements, each with the attributes it may carry. */
export const plainElements: Readonly<Record<string, readonly string[]>> = {
  abbr: ['title'],
  br: [],
  del: [],
  details: ['open'],
  ins: [],
  kbd: [],
  mark: [],
  s: [],
  samp: [],
  small: [],
  sub: [],
  summary: [],
  sup: [],
  var: [],
};
