import { expect, it } from 'vitest';
import { readLocalTime } from '@/lib/base/local-time';

it.each([
  ['2022-05-19', '2022-05-19'],
  ['2022-05-19T13:00', '2022-05-19T13:00'],
  ['2022-05-19 13:00', '2022-05-19T13:00'],
  ['2022-05-19 1pm', '2022-05-19T13:00'],
  ['2022-10-30T02:30+02:00', '2022-10-30T02:30+02:00'],
  ['May 19 2022 1pm', '2022-05-19T13:00'],
  ['May 19, 2022, 1:30 PM', '2022-05-19T13:30'],
  ['may 19th 2022 at 9:05 a.m.', '2022-05-19T09:05'],
  ['Thursday, 19 May 2022 at 13:00', '2022-05-19T13:00'],
  ['Thu, Sept. 1 2022', '2022-09-01'],
  ['1 Sep 2022', '2022-09-01'],
  ['  3  March   2022 ', '2022-03-03'],
  ['Mar 3 2022 12am', '2022-03-03T00:00'],
  ['Mar 3 2022 12:15pm', '2022-03-03T12:15'],
])('reads %j as %j', (text, read) => {
  expect(readLocalTime(text)).toBe(read);
});

it.each([
  ['a month that may be a day', '05/06/2022'],
  ['an hour that may be one of two', 'May 19 2022 1'],
  ['an hour that does not exist', 'May 19 2022 13pm'],
  ['a minute that does not exist', 'May 19 2022 12:75'],
  ['no hour of a half day', 'May 19 2022 0am'],
  ['a day that does not exist', 'Feb 30 2022'],
  ['a month that may be one of two', 'Ju 3 2022'],
  ['no month', 'Smarch 3 2022'],
  ['no year', 'May 19'],
  ['a year of two digits', '19 May 22'],
  ['a zone', 'May 19 2022 1pm PST'],
  ['a word', 'tomorrow'],
  ['a word before it', 'about May 19 2022'],
  ['nothing', ''],
])('leaves %s as it is: %j', (_, text) => {
  expect(readLocalTime(text)).toBe(text);
});
