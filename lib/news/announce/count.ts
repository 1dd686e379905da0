// The length of a text, as its channel counts.
import type { AnnouncementChannel } from '@/lib/site-types';

/** An address, without the punctuation that ends a sentence. */
const address = /https?:\/\/\S*[^\s.,;:!?)\]}'"…]/g;

/** What every address counts, however long it is, on X and on Mastodon. */
const addressLength = 23;

/**
 * Counts a text.
 *
 * `x`: addresses count 23; an emoji counts 2; of the rest, Latin letters, digits and common signs count 1 and all else,
 * such as Chinese, 2, after normalisation to NFC (https://docs.x.com/fundamentals/counting-characters and the
 * configuration v3 of twitter-text). What only looks like a domain (`example.io`) may be made a link there, so it counts
 * at least 23.
 *
 * `mastodon`: addresses count 23, all else by what people see as one character
 * (https://docs.joinmastodon.org/user/posting/#text and `StatusLengthValidator` in its source).
 *
 * `plain`: UTF-16 units, the largest of the counts that LinkedIn, Slack and mail programs could have.
 */
export function countFor(counts: AnnouncementChannel['counts'], text: string): number {
  if (counts === 'plain') return text.length;
  const addresses = text.match(address)?.length ?? 0;
  const rest = text.replace(address, '');
  return addresses * addressLength + (counts === 'x' ? weigh(rest.normalize('NFC')) : [...graphemes(rest)].length);
}

const bareDomain = /(?<![\p{L}\p{N}@])(?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,}(?:\/\S*)?/gu;

function weigh(text: string): number {
  const domains = text.match(bareDomain) ?? [];
  const extra = domains.reduce((sum, domain) => sum + Math.max(0, addressLength - weighLetters(domain)), 0);
  return weighLetters(text) + extra;
}

function weighLetters(text: string): number {
  let sum = 0;
  for (const { segment } of graphemes(text)) {
    if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(segment)) sum += 2;
    else for (const letter of segment) sum += isLight(letter.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return sum;
}

/** The ranges that twitter-text (config v3) gives the weight of one. */
function isLight(code: number): boolean {
  return (
    code <= 4351 || (code >= 8192 && code <= 8205) || (code >= 8208 && code <= 8223) || (code >= 8242 && code <= 8247)
  );
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function graphemes(text: string): Iterable<{ segment: string }> {
  return segmenter.segment(text);
}
