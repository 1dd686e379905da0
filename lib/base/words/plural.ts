// The form of a phrase with a number. It runs in browsers too.
import type { Plural } from '@/lib/base/words/words';

/** The form of a phrase for a number, with `#` in place of the number. */
export function pluralForm(forms: Plural, count: number, locale: string): string {
  return forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
}
