// The words of the interface in the language of the site.
import { en } from '@/lib/base/words/en';
import type { Plural, Words } from '@/lib/base/words/words';
import { site } from '@/lib/site';

/** The languages of the interface, by their BCP 47 tags in small letters. docs/languages.md says how to add one. */
export const languages: Readonly<Record<string, Words>> = { en };

/** The words of a language, or of the language without its region: `de` for `de-AT`. English where there are none. */
export function wordsOf(lang: string): Words {
  const tag = lang.toLowerCase();
  return languages[tag] ?? languages[tag.split('-')[0] ?? ''] ?? en;
}

/** The words of this site. */
export const words: Words = wordsOf(site.lang);

/** The form of a phrase for a number: `1 event`, `3 events`. */
export function plural(forms: Plural, count: number, { locale } = words): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return form.replaceAll('#', formatNumber(count, locale));
}

/** A number as the language writes it: `1,234`. */
export function formatNumber(number: number, locale = words.locale): string {
  return new Intl.NumberFormat(locale).format(number);
}

/** Things one after the other: `a, b and c`. */
export function formatList(things: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(words.locale, { type }).format(things);
}

/** The parts of a list, as which `formatList` would write it: the things, and the texts between them. */
export function listParts<Thing>(things: readonly Thing[]): readonly (Thing | string)[] {
  const format = new Intl.ListFormat(words.locale, { type: 'conjunction' });
  const parts = format.formatToParts(things.map((_, index) => String(index)));
  return parts.map(({ type, value }) => (type === 'element' ? (things[Number(value)] as Thing) : value));
}
