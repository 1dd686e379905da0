// Looks up the values of a site's configuration and a post's front matter that templates use.

/** The value at a path of names, `owner.name`; undefined if there is none. Case is ignored, as in Hugo. */
export function valueAt(data: Readonly<Record<string, unknown>>, path: string): unknown {
  let value: unknown = data;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    const entries = value as Record<string, unknown>;
    const key = Object.hasOwn(entries, name)
      ? name
      : Object.keys(entries).find((each) => each.toLowerCase() === name.toLowerCase());
    value = key === undefined ? undefined : entries[key];
  }
  return value;
}

/** A value as a template prints it; undefined for what is no text. */
export function printed(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
