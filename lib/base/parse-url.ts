// Reads URLs, also on Node.js 20.

/**
 * A URL by its text; undefined where it is none. `URL.canParse` of Node.js 20 rejects, after some thousand calls in a process,
 * every host with a letter such as ü; newer versions have `URL.parse`.
 *
 * @param base for an address that is not complete.
 */
export function parseUrl(text: string, base?: string | URL): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
