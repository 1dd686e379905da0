// Compares what we have prerendered with what the framework has, apart from what is random or only a name.

/**
 * A page in the form in which it is compared: the elements of its head sorted, and React's ids numbered in their order. The framework
 * renders the head of the page and of the layout at the same time, so their order is random; React counts ids there, and derives
 * them from their places here.
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

/** Quotes the place where two texts differ first; undefined for equal texts. */
export function firstDifference(ours: string, framework: string): string | undefined {
  if (ours === framework) return undefined;
  let at = 0;
  while (ours[at] === framework[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
  return `ours has ${around(ours)}, the framework's ${around(framework)}`;
}
