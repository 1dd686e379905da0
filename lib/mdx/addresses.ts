// Addresses that content may hold: an allow-list, judged as a browser reads them and not as they are spelled.
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import type { Format } from '@/lib/mdx/body';

/** What browsers pass over at the start of an address (WHATWG URL, section 4.4), and what only looks like it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const atStart = /^[\u0000-\u0020\u00a0]+/;

/** Characters that nobody sees; browsers drop some of them, which is how schemes are hidden. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

/**
 * What is wrong with an address by itself, or undefined for `https:`, `mailto:`, paths of the site, paths relative to the
 * post, and fragments. Whether it leads to a page is another question.
 *
 * @param format Markdown that moved in from elsewhere may still say `http:`, with a warning.
 */
export function judgeAddress(address: string, format: Format): Diagnostic | undefined {
  const shown = address.replace(/\s+/g, ' ').slice(0, 60);
  const bare = address.replace(atStart, '').replace(unseen, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http' && scheme !== 'mailto') {
    return error('link/scheme', `links to "${shown}" are not allowed`, 'use an https: or mailto: address');
  }
  if (bare !== address) {
    return error('link/control', `the address "${shown}" holds characters that nobody sees`, 'type it again');
  }
  if (/^[\\/]{2}|^\/?\\/.test(bare)) {
    return error(
      'link/host',
      `"${shown}" leads to another site and says it like a path`,
      `write https://${bare.replace(/^[\\/]+/, '')}`,
    );
  }
  if (scheme === undefined) return undefined;
  if (scheme === 'mailto') return undefined;
  if (!/^https?:\/\/[^/\\]/i.test(bare) || !URL.canParse(bare)) {
    return error('link/invalid', `"${shown}" is no address`, 'write it whole, like https://example.org/page');
  }
  const { username, password } = new URL(bare);
  if (username || password) {
    return error('link/host', `"${shown}" holds a user name or a password`, 'remove what stands before the @');
  }
  if (scheme === 'https') return undefined;
  const report = format === 'md' ? warning : error;
  return report('link/http', `"${shown}" is not encrypted`, `write https:${bare.slice(5, 65)}`);
}
