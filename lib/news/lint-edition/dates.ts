// Days and times in the text: right weekdays, days of the month that the edition is about, times with their zone.
import { daysBetween, monthName, toDay } from '@/lib/base/dates';
import { plusDays } from '@/lib/base/month';
import { zoneForAbbreviation } from '@/lib/base/zones';
import type { Block, Finding, LintedEdition } from '@/lib/news/lint-edition/edition';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekday = `(?<weekday>Sun(?:day)?|Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?)`;
const months = Array.from({ length: 12 }, (_, index) => monthName(index + 1));
const month = `(?<month>${months.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join('|')}|Sept\\.?)`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`(?:,? (?<year>\d{4}))?`;

/** `Wednesday 2 March 2022`, `March 2nd`, `Wed, 2022-03-02`. The weekday and, of words, the year may be missing. */
const forms = [
  `(?:${weekday},? (?:the )?)?(?<![\\d.])${day}(?: of)? ${month}(?!\\p{L})${year}(?!\\d)`,
  `(?:${weekday},? )?(?<!\\p{L})${month} ${day}(?![\\d:.]\\d|\\d|\\p{L})${year}(?!\\d)`,
  String.raw`(?:${weekday},? )?(?<!\d)(?<iso>\d{4}-\d{2}-\d{2})(?!\d)`,
].map((form) => new RegExp(form.replaceAll(' ', '\\s+'), 'gu'));

interface WrittenDay {
  readonly text: string;
  readonly index: number;
  /** 00:00 UTC; undefined for a day that no calendar has. */
  readonly date: Date | undefined;
  readonly weekday: string | undefined;
  readonly hasYear: boolean;
}

/** Every day written in a text. One without a year is the nearest to a given one. */
export function parseDays(text: string, near: Date): WrittenDay[] {
  const found: WrittenDay[] = [];
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const { weekday: name, day: number, month: word, year: written, iso } = match.groups ?? {};
      const overlaps = found.some(
        ({ index, text: other }) => index < match.index + match[0].length && match.index < index + other.length,
      );
      if (overlaps) continue;
      const number0 = months.findIndex((each) => word !== undefined && each.startsWith(word.slice(0, 3)));
      const date = iso
        ? toDate(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8)))
        : written
          ? toDate(Number(written), number0, Number(number))
          : nearestYear(number0, Number(number), near);
      const full = name && weekdays.find((each) => each.startsWith(name.slice(0, 3)));
      const hasYear = iso !== undefined || written !== undefined;
      found.push({ text: match[0], index: match.index, date, weekday: full, hasYear });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

function toDate(fullYear: number, monthIndex: number, dayOfMonth: number): Date | undefined {
  const date = new Date(Date.UTC(fullYear, monthIndex, dayOfMonth));
  return date.getUTCMonth() === monthIndex && date.getUTCDate() === dayOfMonth ? date : undefined;
}

function nearestYear(monthIndex: number, dayOfMonth: number, near: Date): Date | undefined {
  const own = near.getUTCFullYear();
  return [own, own - 1, own + 1]
    .flatMap((each) => toDate(each, monthIndex, dayOfMonth) ?? [])
    .sort((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)))[0];
}

/** Weekdays that are not those of their days, and days that do not exist. */
export function findWrongWeekdays({ blocks, post }: LintedEdition): Finding[] {
  return blocks.flatMap(({ text, at }) =>
    parseDays(text, post.date).flatMap(({ text: written, index, date, weekday: name }): Finding[] => {
      if (!date) {
        return [
          { ...at(index), rule: 'no-such-day', message: `“${written}” is no day of the calendar`, fix: 'correct it' },
        ];
      }
      const right = weekdays[date.getUTCDay()];
      if (name === undefined || name === right) return [];
      const message = `${toDay(date)} is a ${right}, and the text says ${name}`;
      return [{ ...at(index), rule: 'weekday', message, fix: 'correct the weekday, or the day' }];
    }),
  );
}

/**
 * Days that the edition is not about: before its month, or later than what it looks ahead to. A day of another year that
 * is written with its year is meant.
 */
export function findDaysOfOtherMonths({ blocks, post, month: covered }: LintedEdition): Finding[] {
  if (!covered) return [];
  const { since, ahead, period } = covered.span;
  const published = post.date.toISOString().slice(0, 10);
  const until = [ahead, plusDays(published, 35)].sort()[1] ?? ahead;
  return blocks.flatMap(({ text, at, quoted }) =>
    parseDays(text, post.date).flatMap(({ text: written, index, date, hasYear }): Finding[] => {
      if (!date || quoted) return [];
      const iso = date.toISOString().slice(0, 10);
      if (since <= iso && iso <= until) return [];
      if (hasYear && iso.slice(0, 4) !== period.slice(0, 4) && iso.slice(0, 4) !== published.slice(0, 4)) return [];
      const message = `“${written.replace(/\s+/g, ' ')}” is ${toDay(date)}, and the edition is about ${period}`;
      return [{ ...at(index), rule: 'other-month', message, fix: 'correct it, or leave it where it is meant' }];
    }),
  );
}

const clock =
  /(?<![\d:.])(?:(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])(?:\s?[ap]\.?m\b)?|(?:1[0-2]|[1-9])\s?(?:am|pm|AM|PM|a\.m\.|p\.m\.)(?!\p{L}))/gu;

/** Times without a zone near them: in the same paragraph, or for a cell in its table. One finding a paragraph or table. */
export function findTimesWithoutZone({ blocks }: LintedEdition): Finding[] {
  const zoned = new Set(blocks.flatMap(({ table, text }) => (table !== undefined && hasZone(text) ? [table] : [])));
  const told = new Set<number>();
  return blocks.flatMap((block): Finding[] => {
    const { text, table, at } = block;
    const first = [...text.matchAll(clock)][0];
    if (!first || hasZone(text) || isToldBefore(block, zoned, told)) return [];
    if (table !== undefined) told.add(table);
    const where = table === undefined ? '' : ' anywhere in its table';
    const message = `“${first[0]}” has no time zone${where}`;
    return [{ ...at(first.index), rule: 'zone', message, fix: 'add the zone, such as 10:00 PT or 18:00 UTC' }];
  });
}

function isToldBefore({ table }: Block, zoned: ReadonlySet<number>, told: ReadonlySet<number>): boolean {
  return table !== undefined && (zoned.has(table) || told.has(table));
}

function hasZone(text: string): boolean {
  if (/local time|\b[A-Z][a-z]+\/[A-Z][A-Za-z_]+|\d\s?[+-]\d{2}:\d{2}\b|\b(?:UTC|GMT)/.test(text)) return true;
  return [...text.matchAll(/\b(?:[A-Z]{2,5}|(?<=\d)Z)\b/g)].some(([word]) => zoneForAbbreviation(word) !== undefined);
}
