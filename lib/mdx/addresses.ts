// Addresses that content may have: an allow-list that checks an address as browsers parse it, not as it is written.
import { distance } from 'fastest-levenshtein';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { explainHost } from '@/lib/base/hosts';
import { parseUrl } from '@/lib/base/parse-url';
import { findHiddenCharacters } from '@/lib/content/hidden-characters';
import { type Format, reportFor } from '@/lib/mdx/body';

/** What browsers skip at the start of an address (WHATWG URL, section 4.4), and what only looks like it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const atStart = /^[\u0000-\u0020\u00a0]+/;

/** Invisible characters. Browsers drop some of them, which is how schemes are hidden. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Those that letters of some scripts and emoji need: what is around them decides. */
const joiners = /\u200c|\u200d|\p{Variation_Selector}|[\u{e0020}-\u{e007f}]/u;

/**
 * Checks an address by itself: `https:`, `mailto:`, paths of the site, paths relative to the post, and fragments are
 * allowed. Whether the page exists is checked elsewhere.
 *
 * @param format in `md`, `http:` is only a warning.
 */
export function checkAddress(address: string, format: Format): Diagnostic | undefined {
  const shown = address.replace(/\s+/g, ' ').slice(0, 60);
  const bare = address.replace(atStart, '').replace(invisible, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  const isPlain = bare === address;
  if (scheme !== undefined && !allowed.includes(scheme)) return explainScheme(scheme, shown, isPlain ? format : 'mdx');
  if (address.replace(atStart, '') !== address || hasHidden(address)) {
    const hidesScheme =
      /\p{Cc}/u.test(address) || (scheme !== undefined && !address.toLowerCase().startsWith(`${scheme}:`));
    const report = hidesScheme ? error : reportFor(format);
    return report('link/control', `the URL "${shown}" contains invisible characters`, 'type it again');
  }
  if (/^[\\/]{2}|^\/?\\/.test(bare)) {
    const fix = `write https://${bare.replace(/^[\\/]+/, '')}`;
    const report = /^\/\/[^\\/]/.test(bare) ? reportFor(format) : error;
    return report('link/host', `"${shown}" looks like a path but leads to another site`, fix);
  }
  if (scheme === 'mailto') return explainHost(address, 'link');
  if (scheme === undefined) return explainBackslash(address, format);
  const url = parseUrl(address);
  if (!/^https?:\/\/[^/\\]/i.test(address) || !url) {
    const fix = 'write it in full: https://example.org/page';
    return reportFor(format)('link/invalid', `"${shown}" is not a valid URL`, fix);
  }
  const { username, password } = url;
  if (username || password) {
    return error('link/host', `"${shown}" contains a user name or password`, 'remove everything before the @');
  }
  const deceptive = explainHost(address, 'link') ?? explainBackslash(address, format);
  // A program on the reader's own machine, as tutorials have it, is asked without encryption.
  const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])$/.test(new URL(address).hostname);
  if (deceptive || scheme === 'https' || isLocal) return deceptive;
  return reportFor(format)('link/http', `"${shown}" is not encrypted`, `write https:${address.slice(5, 65)}`);
}

const allowed = ['https', 'http', 'mailto'];

/** Schemes that run code, or show it as a page. */
const unsafe = /^(?:javascript|vbscript|data|blob|filesystem|view-source)$/;

/**
 * A scheme that is not allowed: the text is shown without a link. In `md` that is a warning where a program may know the
 * scheme; an error where it runs code, or was meant to be another.
 */
function explainScheme(scheme: string, shown: string, format: Format): Diagnostic {
  const meant = /^(?:[st]?ftps?|n?ntp|tcp|rts?p|rtmp|smtp)$/.test(scheme)
    ? undefined
    : allowed.find((each) => distance(scheme, each) <= 2);
  if (meant) return error('link/scheme', `"${scheme}:" is not a scheme`, `did you mean ${meant}:?`);
  const isPicture = /^data:image\/(?!svg)/i.test(shown);
  const report = unsafe.test(scheme) && !isPicture ? error : reportFor(format);
  if (isPicture) {
    const message = `"${shown}" is an image inside the text, so only its alt text is shown`;
    return report('link/scheme', message, 'save the image next to the post');
  }
  const message = `links to "${shown}" are not allowed`;
  const fix = 'use an https: or mailto: URL';
  return report('link/scheme', report === error ? message : `${message}; the text is shown without the link`, fix);
}

function hasHidden(address: string): boolean {
  const found = address.match(invisible);
  if (!found) return false;
  return found.some((character) => !joiners.test(character)) || findHiddenCharacters(address).length > 0;
}

/** Browsers read a backslash before the query as a slash. */
function explainBackslash(address: string, format: Format): Diagnostic | undefined {
  const path = /^[^?#]*/.exec(address)?.[0] ?? '';
  if (!path.includes('\\')) return undefined;
  const message = `"${path.slice(0, 60)}" contains a backslash, which browsers read as a slash`;
  return reportFor(format)('link/host', message, `write ${path.replaceAll('\\', '/').slice(0, 60)}`);
}
