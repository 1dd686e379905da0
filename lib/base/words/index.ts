// The words of the interface in the language of the site.
import { localeOf } from '@/lib/base/language';
import { ar } from '@/lib/base/words/ar';
import { de } from '@/lib/base/words/de';
import { en } from '@/lib/base/words/en';
import { ja } from '@/lib/base/words/ja';
import { pluralForm } from '@/lib/base/words/plural';
import { ptBr } from '@/lib/base/words/pt-br';
import type { Plural, Words } from '@/lib/base/words/words';
import { zhCn } from '@/lib/base/words/zh-cn';
import { site } from '@/lib/site';

/** The languages of the interface, by their BCP 47 tags in small letters. docs/languages.md says how to add one. */
export const languages: Readonly<Record<string, Words>> = { en, de, 'pt-br': ptBr, 'zh-cn': zhCn, ja, ar };

/**
 * The words of a language, or of the same language elsewhere in the same script: `de` for `de-AT`, `zh-cn` for `zh` and
 * `zh-Hans-SG`. English where there are none.
 */
export function wordsOf(lang: string): Words {
  const { language, script } = localeOf(lang).maximize();
  const near = Object.entries(languages).find(([tag]) => {
    const likely = localeOf(tag).maximize();
    return likely.language === language && likely.script === script;
  });
  return languages[lang.toLowerCase()] ?? near?.[1] ?? en;
}

/** The words of this site. */
export const words: Words = wordsOf(site.lang);

/** The form of a phrase for a number: `1 event`, `3 events`. */
export function plural(forms: Plural, count: number, { locale } = words): string {
  return pluralForm(forms, count, locale).replaceAll('#', formatNumber(count, locale));
}

/** As {@link plural}, with small numbers in words where the language has such that fit every noun: `eight new adopters`. */
export function pluralInWords(forms: Plural, count: number): string {
  const number = words.spelledNumbers?.[count];
  return number === undefined ? plural(forms, count) : pluralForm(forms, count, words.locale).replaceAll('#', number);
}

/** The parts of a phrase for a number: the texts, and something in the place of the number. */
export function pluralParts<Part>(forms: Plural, count: number, number: Part): readonly (string | Part)[] {
  return pluralForm(forms, count, words.locale)
    .split(/(#)/)
    .filter((part) => part !== '')
    .map((part) => (part === '#' ? number : part));
}

/** A text at the beginning of a line: with a capital letter, in scripts that have such. */
export function asTitle(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(words.locale) + text.slice(first.length);
}

/** A sentence as a label, without its full stop. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/[.。]$/u, '');
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
