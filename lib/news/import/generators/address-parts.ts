// Parts of addresses as generators make them of titles, names and dates.
import { monthName } from '@/lib/base/dates';
import { englishWeekday } from '@/lib/base/english';
import type { LocalParts } from '@/lib/news/import/dates';

/** A path with single slashes, and one at its beginning. */
export function joinPath(...parts: readonly string[]): string {
  return `/${parts.join('/')}`.replace(/\/{2,}/g, '/');
}

/** A path without `.` and `..`. */
export function resolvePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return joinPath(...parts);
}

/** A name without accents, for generators that write all addresses in ASCII. */
export function withoutAccents(text: string): string {
  const letters: Readonly<Record<string, string>> = {
    ß: 'ss',
    æ: 'ae',
    Æ: 'AE',
    ø: 'o',
    Ø: 'O',
    ł: 'l',
    Ł: 'L',
    đ: 'd',
    œ: 'oe',
  };
  return text
    .replace(/[ßæÆøØłŁđœ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC');
}

/** `slugify` of python-markdown and Pelican: letters, digits, underscores and hyphens, in small letters. */
export function slugifyPython(text: string): string {
  return withoutAccents(text)
    .replace(/[^\p{L}\p{N}_\s-]/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/** The crate `slug`, which Zola uses: only ASCII letters and digits, everything else to single hyphens. */
export function slugifyAscii(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** `github-slugger`, which Astro uses: what is no letter, digit, hyphen, underscore or space is left out. */
export function slugifyGithub(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
}

const two = (number: number) => String(number).padStart(2, '0');

function asDate({ year, month, day }: LocalParts): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

/** Which day of its year a day is, 1 to 366. */
export function dayOfYear(parts: LocalParts): number {
  return Math.round((asDate(parts).getTime() - Date.UTC(parts.year, 0, 1)) / 86_400_000) + 1;
}

/** The week of a day and the year it belongs to (ISO 8601). */
function isoWeek(parts: LocalParts): { readonly year: number; readonly week: number } {
  const thursday = asDate(parts);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  return { year, week: Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7) };
}

/** The parts of a date under the names that Hugo's and Jekyll's patterns have for them. */
export function dateTokens(parts: LocalParts): Readonly<Record<string, string>> {
  const day = englishWeekday(asDate(parts));
  const { year, week } = isoWeek(parts);
  const month = monthName(parts.month);
  return {
    year: String(parts.year),
    short_year: two(parts.year % 100),
    month: two(parts.month),
    i_month: String(parts.month),
    monthname: month,
    short_month: month.slice(0, 3),
    long_month: month,
    day: two(parts.day),
    i_day: String(parts.day),
    yearday: String(dayOfYear(parts)),
    y_day: String(dayOfYear(parts)).padStart(3, '0'),
    weekday: String(asDate(parts).getUTCDay()),
    weekdayname: day,
    short_day: day.slice(0, 3),
    long_day: day,
    week: two(week),
    w_year: String(year),
    w_day: String(asDate(parts).getUTCDay() || 7),
    hour: two(parts.hour),
    minute: two(parts.minute),
    second: two(parts.second),
  };
}

/** A date by the codes of `strftime`: `%Y/%m/%d`. */
export function strftime(format: string, parts: LocalParts): string {
  const tokens = dateTokens(parts);
  const names: Readonly<Record<string, string | undefined>> = {
    ...{ Y: tokens.year, y: tokens.short_year, m: tokens.month, d: tokens.day, B: tokens.long_month },
    ...{ b: tokens.short_month, j: tokens.y_day, H: tokens.hour, M: tokens.minute, S: tokens.second },
    ...{ A: tokens.long_day, a: tokens.short_day, e: tokens.i_day, V: tokens.week, '%': '%' },
  };
  return format.replace(/%(-?)([A-Za-z%])/g, (whole, bare: string, code: string) => {
    const value = names[code];
    return value === undefined ? whole : bare ? value.replace(/^0+(?=\d)/, '') : value;
  });
}

/**
 * Fills in a pattern such as `/:year/:title/`. Of two names that begin alike, the longer one counts.
 *
 * @param tokens values by name; a name without a value is not replaced.
 */
export function fillIn(pattern: string, tokens: Readonly<Record<string, string>>): string {
  const names = Object.keys(tokens).sort((a, b) => b.length - a.length);
  return pattern.replace(new RegExp(`:(${names.join('|')})`, 'g'), (_, name: string) => tokens[name] ?? '');
}

/** The part of an address that names its page: the last one, without `.html`. */
export function lastPart(address: string): string {
  const parts = address
    .replace(/\/index\.html?$/, '/')
    .split('/')
    .filter(Boolean);
  return (parts.at(-1) ?? '').replace(/\.html?$/, '');
}
