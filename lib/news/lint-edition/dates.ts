// Days and times in the text: wrong weekdays, days outside the month of the edition, times without a zone.

import { daysBetween, toDay } from '@/lib/base/dates';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { englishMonth } from '@/lib/base/english';
import { plusDays } from '@/lib/base/month';
import { zoneForAbbreviation } from '@/lib/base/zones';
import type { LintedEdition } from '@/lib/news/lint-edition/edition';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekday = `(?<weekday>Sun(?:day)?|Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?)`;
const months = Array.from({ length: 12 }, (_, index) => englishMonth(index + 1));
const month = `(?<month>${months.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join('|')}|Sept\\.?)`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`(?:,? (?<year>\d{4}))?`;

/** `Wednesday 2 March 2022`, `March 2nd`, `Wed, 2022-03-02`. The weekday is optional, and so is the year next to words. */
const forms = [
  `(?:${weekday},? (?:the )?)?(?<![\\d.])${day}(?: of)? ${month}(?!\\p{L})${year}(?!\\d)`,
  `(?:${weekday},? )?(?<!\\p{L})${month} ${day}(?![\\d:.]\\d|\\d|\\p{L})${year}(?!\\d)`,
  String.raw`(?:${weekday},? )?(?<!\d)(?<iso>\d{4}-\d{2}-\d{2})(?!\d)`,
].map((form) => new RegExp(form.replaceAll(' ', '\\s+'), 'gu'));

interface WrittenDay {
  readonly text: string;
  readonly index: number;
  /** 00:00 UTC; undefined for a day that does not exist. */
  readonly date: Date | undefined;
  readonly weekday: string | undefined;
  readonly hasYear: boolean;
}

/** Every day written in a text. A day without a year is taken for the one nearest to `near`. */
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

/** Wrong weekdays, and days that do not exist. */
export function findWrongWeekdays({ blocks, post }: LintedEdition): Diagnostic[] {
  return blocks.flatMap(({ text, at }) =>
    parseDays(text, post.date).flatMap(({ text: written, index, date, weekday: name }) => {
      if (!date) return [warning('lint/no-such-day', `“${written}” does not exist`, 'correct it', at(index))];
      const right = weekdays[date.getUTCDay()];
      if (name === undefined || name === right) return [];
      const message = `${toDay(date)} is a ${right}, but the text says ${name}`;
      return [warning('lint/weekday', message, 'correct the weekday, or the day', at(index))];
    }),
  );
}

/**
 * Days that the edition is not about: before its month, or after the weeks that it looks ahead to. A day of another year
 * that is written with its year is intended.
 */
export function findDaysOfOtherMonths({ blocks, post, month: covered }: LintedEdition): Diagnostic[] {
  if (!covered) return [];
  const { since, ahead, period } = covered.span;
  const published = post.date.toISOString().slice(0, 10);
  const until = [ahead, plusDays(published, 35)].sort()[1] ?? ahead;
  return blocks.flatMap(({ text, at, quoted }) =>
    parseDays(text, post.date).flatMap(({ text: written, index, date, hasYear }) => {
      if (!date || quoted) return [];
      const iso = date.toISOString().slice(0, 10);
      if ((since <= iso && iso <= until) || post.otherDays?.includes(iso)) return [];
      if (hasYear && iso.slice(0, 4) !== period.slice(0, 4) && iso.slice(0, 4) !== published.slice(0, 4)) return [];
      const message = `“${written.replace(/\s+/g, ' ')}” is ${toDay(date)}, but the edition is about ${period}`;
      const fix = post.otherDays
        ? `correct it, or add ${iso} to "otherDays:" in the front matter if it is intentional`
        : `correct it, or write "otherDays: [${iso}]" in the front matter if it is intentional`;
      return [warning('lint/other-month', message, fix, at(index))];
    }),
  );
}

const clock =
  /(?<![\d:.])(?:(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])(?:\s?[ap]\.?m\b)?|(?:1[0-2]|[1-9])\s?(?:am|pm|AM|PM|a\.m\.|p\.m\.)(?!\p{L}))/gu;

/** Times without a zone in the same paragraph, or in their table for a cell: one diagnostic per paragraph or table. */
export function findTimesWithoutZone({ blocks }: LintedEdition): Diagnostic[] {
  const done = new Set(blocks.filter(({ text }) => hasZone(text)).map(({ table }) => table));
  return blocks.flatMap(({ text, table, at }) => {
    const [first] = text.matchAll(clock);
    if (!first || hasZone(text) || (table !== undefined && done.has(table))) return [];
    done.add(table);
    const message = `“${first[0]}” has no time zone${table === undefined ? '' : ' anywhere in its table'}`;
    return [warning('lint/zone', message, 'add the zone, such as 10:00 PT or 18:00 UTC', at(first.index))];
  });
}

function hasZone(text: string): boolean {
  if (/local time|\b[A-Z][a-z]+\/[A-Z][A-Za-z_]+|\d\s?[+-]\d{2}:\d{2}\b|\b(?:UTC|GMT)/.test(text)) return true;
  return [...text.matchAll(/\b(?:[A-Z]{2,5}|(?<=\d)Z)\b/g)].some(([word]) => zoneForAbbreviation(word) !== undefined);
}
