// What is wrong with the words of a language beside English: what a type cannot say.
import type { Plural, Words } from '@/lib/base/words/words';

/** Words that are written alike in English and in another language. */
export const alike: Readonly<Record<string, readonly string[]>> = {
  de: [
    'Blog',
    'Releases',
    'Community',
    'Release',
    'Repository',
    'Feeds',
    'Details',
    'Tab',
    'Meetup',
    'Webinar',
    'Workshop',
    'Online',
    'online',
    'Highlights',
    'Links',
    'Link',
    'Video',
    'Podcast',
    'Person',
    'System',
  ],
  'pt-br': [
    'Blog',
    'Tags',
    'Menu',
    '# posts',
    'Total',
    'Posts',
    'Tag',
    '# posts.',
    'Post',
    'posts',
    'Feeds',
    '# tags',
    'Links',
    'Link',
    'links',
    '# links',
    'Podcast',
    'Slides',
    'Online',
    'online',
  ],
};

/** In these, `many` is for millions. */
const isRomanceLocale = /^(?:pt|es|fr|it|ca)\b/;

/** Placeholders of texts for scripts: `{words}`, and brackets around what is left out without them. */
const placeholders = /\{\w+\}|[[\]]/g;

/**
 * Compares the words of a language with the English ones.
 *
 * @param same texts that may be those of English.
 * @returns for each problem the path of the word and what is wrong: a text that is empty or still English, one that drops or
 *   repeats a part that it is given, a plural without a form that the language has, or without its number.
 */
export function wordProblems(words: Words, english: Words, same: readonly string[] = []): string[] {
  const categories = new Intl.PluralRules(words.locale).resolvedOptions().pluralCategories;
  return compare(words, english, '');

  function compare(own: unknown, en: unknown, path: string): string[] {
    if (typeof own === 'string' && typeof en === 'string') return compareTexts(own, en, path);
    if (typeof own === 'function' && typeof en === 'function') {
      const parts = Array.from({ length: en.length }, (_, index) => `«${index}»`);
      return compareTexts(textOf(own(...parts)), textOf(en(...parts)), path);
    }
    if (typeof own !== 'object' || own === null || typeof en !== 'object' || en === null) return [];
    if (isPlural(own) && isPlural(en)) return comparePlurals(own, en, path);
    return Object.keys(en)
      .filter((key) => !['locale', 'direction'].includes(key))
      .flatMap((key) =>
        compare(own[key as keyof typeof own], en[key as keyof typeof en], path === '' ? key : `${path}.${key}`),
      );
  }

  function compareTexts(own: string, en: string, path: string): string[] {
    const found: string[] = [];
    if (own.trim() === '' && en.trim() !== '') found.push(`${path} is empty`);
    if (own !== own.trim() && en === en.trim()) found.push(`${path} begins or ends with a space`);
    if (own === en && /\p{L}/u.test(en.replace(/«\d»/g, '')) && !same.includes(en)) {
      found.push(`${path} is English: “${en}”`);
    }
    const marks = (text: string) => [...(text.match(/«\d»/g) ?? []), ...(text.match(placeholders) ?? [])].sort();
    if (marks(own).join() !== marks(en).join()) {
      found.push(`${path} has the parts ${marks(own).join(' ') || 'none'} instead of ${marks(en).join(' ') || 'none'}`);
    }
    return found;
  }

  function comparePlurals(own: Plural, en: Plural, path: string): string[] {
    // A phrase that is the same for all numbers in English may differ here, but need not.
    const needed =
      Object.keys(en).length > 1
        ? categories.filter((category) => category !== 'many' || !isRomanceLocale.test(words.locale))
        : [];
    return [
      ...needed
        .filter((category) => own[category] === undefined)
        .map((category) => `${path} has no form “${category}”`),
      ...Object.keys(own)
        .filter((category) => !categories.includes(category as Intl.LDMLPluralRule))
        .map((category) => `${path}: ${words.locale} has no category “${category}”`),
      ...(en.other.includes('#') && !own.other.includes('#') ? [`${path} does not say the number`] : []),
      ...compareTexts(own.other, en.other, path),
    ];
  }
}

function textOf(result: unknown): string {
  if (Array.isArray(result)) return result.map(textOf).join('');
  if (typeof result === 'object' && result !== null) return Object.values(result).map(textOf).join(' ');
  return String(result);
}

function isPlural(value: object): value is Plural {
  return 'other' in value && typeof value.other === 'string';
}
