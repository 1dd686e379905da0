// Addresses that content may have: an allow-list, checked as browsers read an address and not as it is spelled.
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { type Format, reportFor } from '@/lib/mdx/body';

/** What browsers skip at the start of an address (WHATWG URL, section 4.4), and what only looks like it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const atStart = /^[\u0000-\u0020\u00a0]+/;

/** Invisible characters. Browsers drop some of them, which is how schemes are hidden. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const invisible = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

/**
 * Checks an address by itself: `https:`, `mailto:`, paths of the site, paths relative to the post, and fragments are
 * allowed. Whether it leads to a page is checked elsewhere.
 *
 * @param format in `md`, `http:` is only a warning.
 */
export function checkAddress(address: string, format: Format): Diagnostic | undefined {
  const shown = address.replace(/\s+/g, ' ').slice(0, 60);
  const bare = address.replace(atStart, '').replace(invisible, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  if (scheme !== undefined && !['https', 'http', 'mailto'].includes(scheme)) {
    return error('link/scheme', `links to "${shown}" are not allowed`, 'use an https: or mailto: address');
  }
  if (bare !== address) {
    return error('link/control', `the address "${shown}" contains invisible characters`, 'type it again');
  }
  if (/^[\\/]{2}|^\/?\\/.test(bare)) {
    const fix = `write https://${bare.replace(/^[\\/]+/, '')}`;
    return error('link/host', `"${shown}" looks like a path but leads to another site`, fix);
  }
  if (scheme === undefined || scheme === 'mailto') return undefined;
  if (!/^https?:\/\/[^/\\]/i.test(bare) || !URL.canParse(bare)) {
    return error('link/invalid', `"${shown}" is not a valid address`, 'write it in full: https://example.org/page');
  }
  const { username, password } = new URL(bare);
  if (username || password) {
    return error('link/host', `"${shown}" contains a user name or a password`, 'remove everything before the @');
  }
  if (scheme === 'https') return undefined;
  return reportFor(format)('link/http', `"${shown}" is not encrypted`, `write https:${bare.slice(5, 65)}`);
}
