// Hosts that people take for another one: with letters or signs that look like others, or a backslash.
import { domainToUnicode } from 'node:url';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { listed } from '@/lib/base/english';
import { parseUrl } from '@/lib/base/parse-url';

/** Scripts of domain names. Those of one family are written together. */
const families: readonly (readonly [name: string, letters: RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Chinese, Japanese or Korean', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u],
  ...(
    `Cyrillic Greek Armenian Hebrew Arabic Syriac Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada
    Malayalam Sinhala Thai Lao Tibetan Myanmar Georgian Ethiopic Khmer Mongolian Cherokee Coptic Lisu Tifinagh
    Canadian_Aboriginal`.split(/\s+/) as string[]
  ).map((name) => [name.replace('_', ' '), new RegExp(`\\p{Script=${name}}`, 'u')] as const),
];

/**
 * Labels in one script, all letters of which look Latin: the sets of Chromium's check of domain names
 * (components/url_formatter/spoof_checks/idn_spoof_checker.cc), and scripts whose letters nearly all do.
 */
const looksLatin =
  /^(?:[аысԁеԍһіюјӏорԗԛѕԝхуъьҽпгѵѡ\d_-]+|[αικνρυωηοτ\d_-]+|[ագզէլհյոսւօ\d_-]+|[იოყძხჽჿ\d_-]+|[\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\d_-]+)$/u;

/** Latin letters of phonetic alphabets and of no language's domain names, and strokes over a letter like a slash. */
const oddLatin =
  /[\u01c0-\u01c3\u0251\u0261\u0269\u026a\u0274\u0280\u028f\u0299\u029c\u029f\u02b0-\u02ba\u02bd-\u02ff\u1d00-\u1d7f\ua730\ua731\ua78f]|[\u0334-\u0338]/u;

/** Letters of Japanese and Chinese that, among Latin letters, look like a slash, a hyphen or a letter. */
const oddAmongLatin = /[a-z0-9-][ノンソゾー丶丿乀乁一丨ヘへ〳〵〇ロ口工]+[a-z0-9-]/u;

/** What a domain name may have besides: emoji, joiners, the middle dot of Catalan and Japanese, marks of Hebrew. */
const sign =
  /(?!(?<=l)·(?=l)|(?<=[\p{Script=Hebrew}])[׳״]|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])・)[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Join_Control}_-]/u;

/**
 * Says why the host of an address could be taken for another: browsers read it as another one than is written, it mixes
 * scripts, or it is written in letters that look Latin (after Unicode Technical Standard 39, section 5, and Chromium).
 *
 * @param address a valid URL with a host, or `mailto:`, as written. Labels may be in Punycode (`xn--`).
 * @param family the first half of the code: `link/host`, `url/look-alike`.
 */
export function explainHost(address: string, family: 'link' | 'url'): Diagnostic | undefined {
  for (const host of hostsOf(address)) {
    const found = explainOne(host, family);
    if (found) return found;
  }
  return undefined;
}

/** The hosts of an address as people read them: up to the first slash, which a backslash is not. */
function hostsOf(address: string): string[] {
  const recipients = /^mailto:([^?#]*)/i.exec(address)?.[1];
  if (recipients !== undefined) return recipients.split(',').flatMap((each) => each.match(/(?<=@)[^@]+$/) ?? []);
  const [, host] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(address) ?? [];
  return host ? [host.replace(/:\d*$/, '')] : [];
}

function explainOne(host: string, family: string): Diagnostic | undefined {
  if (host.startsWith('[')) return undefined;
  const report = (message: string, fix: string) => error(`${family}/host`, message, fix);
  if (host.includes('\\')) {
    return report(`"${host}" contains a backslash, which browsers read as a slash`, 'write / or leave it out');
  }
  const read = domainToUnicode(parseUrl(`https://${host}/`)?.hostname ?? '');
  if (read === '') return report(`"${host}" is not a host`, 'write a host such as example.org');
  const written = host.split('.').map(toRead).join('.');
  // Browsers show Cherokee in capitals.
  if (read.toLowerCase() !== written) {
    return report(`browsers read the host "${host}" as "${read}"`, `write ${read} if that is what you mean`);
  }
  for (const label of read.split('.')) {
    const [found] = sign.exec(label) ?? [];
    if (found) {
      const name = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      const message = `the host "${read}" contains ${name}, which is not a letter or a digit`;
      return report(message, 'type the host again, with / before a path');
    }
  }
  const why = whyLookAlike(read);
  if (why === undefined) return undefined;
  return error(`${family}/look-alike`, `the domain "${read}" ${why}`, 'type the domain again by hand');
}

/** A label as browsers show it where it is not deceptive. */
function toRead(label: string): string {
  if (/^xn--/i.test(label)) return domainToUnicode(label);
  return label.normalize('NFC').toLowerCase().normalize('NFC').replaceAll('\ufe0f', '');
}

function whyLookAlike(domain: string): string | undefined {
  const labels = domain.split('.');
  const isLatinTop = /^[a-z0-9-]*$/.test(labels.findLast((label) => label !== '') ?? '');
  for (const label of labels) {
    const names = families.flatMap(([name, letters]) => (letters.test(label) ? [name] : []));
    const isMixed = names.length > 2 || (names.length === 2 && !names[1]?.startsWith('Chinese'));
    if (isMixed) return `mixes ${listed(names)} letters`;
    const isLatin = names[0] === 'Latin';
    // Digits of other scripts are not letters: the zero of Arabic looks like a full stop.
    if (isLatin && (oddLatin.test(label) || oddAmongLatin.test(label) || /(?![0-9])\p{Nd}/u.test(label))) {
      return 'contains a letter or a digit that looks like another';
    }
    if (isLatinTop && names.length > 0 && !isLatin && looksLatin.test(label)) {
      return `is written in ${names[0]} letters that look Latin`;
    }
  }
  return undefined;
}
