// Converts dates that other generators accept to the form of this site.
import { parseInstant } from '@/lib/base/dates';
import { englishMonth } from '@/lib/base/english';

/** A date whose form is known. */
export interface WrittenDate {
  /** In ISO 8601, with an offset if it has a time. Whether such a day exists is not known yet. */
  readonly text: string;
  /** What is unusual in it. */
  readonly problem?: { readonly code: string; readonly message: string; readonly fix: string };
}

const time =
  '(?:(?:[Tt]|,? +)(?<clock>\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(?: *(?<offset>[Zz]|[+-]\\d{2}(?::?\\d{2})?))?(?: *\\(?(?<zone>[A-Za-z]{2,5})\\)?)?)?';
const forms = [
  '(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})',
  '(?:[A-Z][a-z]+,? +)?(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -](?<month>[A-Za-z]{3,9})\\.?,?[ -](?<year>\\d{4})',
  '(?:[A-Z][a-z]+,? +)?(?<month>[A-Za-z]{3,9})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})',
].map((form) => new RegExp(`^${form}${time}$`));

/**
 * Reads a date in a form that can mean one day only: `2022-3-1`, `2022/03/01`, `1 March 2022`,
 * `Tue, 01 Mar 2022 10:00:00 GMT`. A time without an offset is taken for UTC, as Hugo does.
 *
 * @returns undefined for any other form, such as 03/04/2022, of which nobody knows the month.
 */
export function readWrittenDate(written: string): WrittenDate | undefined {
  const groups = forms.map((form) => form.exec(written.trim())?.groups).find(Boolean);
  const { year = '', month = '', day = '', clock, offset, zone } = groups ?? {};
  const number = toMonthNumber(month);
  if (!groups || number === undefined) return undefined;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (clock === undefined) return withForm(written, date);
  const isUtc = /^(?:UTC|GMT|Z)$/i.test(zone ?? '');
  const text = `${date}T${clock.padStart(clock.indexOf(':') === 1 ? clock.length + 1 : 0, '0')}${toOffset(offset)}`;
  if (offset !== undefined || isUtc) return withForm(written, text);
  const what = zone === undefined ? 'has a time without a zone' : `has a time zone without an offset, ${zone}`;
  const fix = 'add Z for UTC, or an offset such as +01:00';
  return { text, problem: { code: 'date/zone', message: `"${written}" ${what}, so UTC is assumed`, fix } };
}

/** @param text the date that is meant, which is reported where the written one has another form. */
function withForm(written: string, text: string): WrittenDate {
  const read = parseInstant(written);
  // That it does not exist is reported of its own.
  if (read instanceof Date || read.code === 'date/calendar') return { text: written };
  const message = `"${written}" is not an ISO date`;
  return { text, problem: { code: 'date/form', message, fix: `write ${text}` } };
}

function toOffset(offset: string | undefined): string {
  return offset === undefined || /^z$/i.test(offset)
    ? 'Z'
    : `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`;
}

/** @param month a number, or an English name with at least three letters. */
function toMonthNumber(month: string): number | undefined {
  if (/^\d/.test(month)) return Number(month);
  const wanted = month.toLowerCase().replace(/^sept$/, 'sep');
  return Array.from({ length: 12 }, (_, index) => index + 1).find(
    (number) => wanted !== '' && englishMonth(number).toLowerCase().startsWith(wanted),
  );
}
