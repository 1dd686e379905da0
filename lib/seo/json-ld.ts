// Structured data as text that may stand in a page.

const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/**
 * Structured data as JSON for a `<script type="application/ld+json">`. What could end the script or begin a comment in it
 * is escaped within the strings, the one place where JSON can hold it (RFC 8259, section 7).
 */
export function toJsonLd(data: object): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? '');
}
