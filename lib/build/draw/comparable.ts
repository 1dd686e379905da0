// Pages are held against the framework's, but for what is chance in them or only a name.

/**
 * A page as it is compared: the elements of its head in one order, and ids that React has given numbered in theirs. The framework
 * draws a page's part of the head and the layout's at the same time, so that which of them comes first is chance; and React counts
 * its ids where the framework draws, and makes them of their places where we do.
 */
export function toComparable(html: string): string {
  const elements = /<(?:meta|link)\b[^>]*>|<(title|script)\b[^>]*>[^<]*<\/\1>/g;
  const ids = new Map<string, string>();
  return html
    .replace(/<head>.*?<\/head>/s, (head) => {
      const list = head.match(elements) ?? [];
      return `${head.replace(elements, '')}${list.sort().join('')}`;
    })
    .replace(/(?<==")_[RS]_\w*(?=")/g, (id) => {
      const known = ids.get(id) ?? `id-${ids.size + 1}`;
      ids.set(id, known);
      return known;
    });
}
