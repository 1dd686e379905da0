// Days and times as people write them, where they can mean only one.
import { isDay } from '@/lib/base/dates';
import { englishMonth } from '@/lib/base/english';
import { parseLocalTime } from '@/lib/base/zones';

const months = Array.from({ length: 12 }, (_, index) => englishMonth(index + 1).toLowerCase());

/**
 * Reads a day, with a time or without: `2022-05-19 18:00`, `May 19 2022 1pm`, `Thursday, 19 May 2022 at 13:00`. A month is named, or
 * second after the year: in 05/06/2022 it may be either number. A time has minutes, or am or pm.
 *
 * @returns `2022-05-19T13:00` or `2022-05-19`; the text as it is where it can mean something else, or nothing.
 */
export function readLocalTime(text: string): string {
  const written = text.trim();
  if (isDay(written)) return written;
  if (parseLocalTime(written)) return written.replace(' ', 'T');
  const plain = written
    .replace(/\s+/g, ' ')
    .replace(/^(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?,? /i, '');
  const [, dayText = '', timeText] =
    /^(.*?)(?:(?:,? at |, | |T)(\d{1,2}(?::\d{2})? ?(?:[ap]\.?m\.?)?))?$/i.exec(plain) ?? [];
  const day = readDay(dayText);
  const time = timeText === undefined ? '' : readTime(timeText);
  if (day === undefined || time === undefined) return text;
  if (time === '') return day;
  return parseLocalTime(`${day}T${time}`) ? `${day}T${time}` : text;
}

function readDay(text: string): string | undefined {
  if (isDay(text)) return text;
  const [, month, day, year] = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text) ?? [];
  const [, day2, month2, year2] = /^(\d{1,2})(?:st|nd|rd|th|\.)? ([a-z]+)\.?,? (\d{4})$/i.exec(text) ?? [];
  const name = (month ?? month2)?.toLowerCase() ?? '';
  const index = name.length < 3 ? -1 : months.findIndex((each) => each.startsWith(name.replace(/^sept$/, 'sep')));
  const found = `${year ?? year2}-${String(index + 1).padStart(2, '0')}-${(day ?? day2)?.padStart(2, '0')}`;
  return isDay(found) ? found : undefined;
}

/** @returns `13:00`; undefined for an hour that may be one of two, or that does not exist. */
function readTime(text: string): string | undefined {
  const [, hours = '', minutes, half] = /^(\d{1,2})(?::(\d{2}))? ?(?:([ap])\.?m\.?)?$/i.exec(text) ?? [];
  const hour = Number(hours);
  if (half === undefined) return minutes === undefined ? undefined : `${hours.padStart(2, '0')}:${minutes}`;
  if (hour < 1 || hour > 12) return undefined;
  const from = half.toLowerCase() === 'p' ? 12 : 0;
  return `${String((hour % 12) + from).padStart(2, '0')}:${minutes ?? '00'}`;
}
