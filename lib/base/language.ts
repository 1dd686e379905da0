// Languages by their BCP 47 tags.

/** Scripts that are written from right to left (ISO 15924), as far as languages of today use them. */
const rightToLeft = /^(?:Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/;

/** The parts of a tag. Of one that is not well-formed, such as `zh-CN-Hans`, the language alone. */
export function localeOf(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag);
  } catch {
    return new Intl.Locale(/^[a-z]{2,3}(?=-|$)/i.exec(tag)?.[0] ?? 'und');
  }
}

/** The direction in which a language is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.test(localeOf(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** The name of a language: `Portuguese (Brazil)`. @param locale of the language in which it is written. */
export function languageName(tag: string, locale: string): string {
  const name = localeOf(tag).toString();
  return new Intl.DisplayNames([locale], { type: 'language' }).of(name) ?? name;
}
