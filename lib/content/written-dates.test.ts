import { describe, expect, it } from 'vitest';
import { readWrittenDate } from '@/lib/content/written-dates';

describe('a date of a post', () => {
  it.each([
    '2022-03-01',
    '2022-03-01T10:00:00Z',
    '2022-03-01 10:00:00 +0100',
    '2022-03-01 8:30:00+00:00',
    ' 2022-03-01 ',
  ])('is read unchanged: %s', (text) => {
    expect(readWrittenDate(text)).toEqual({ text });
  });

  it.each([
    ['2022-03-01 10:00:00', '2022-03-01T10:00:00Z'],
    ['2022-03-01T10:00', '2022-03-01T10:00Z'],
    ['2022-03-01 8:30', '2022-03-01T08:30Z'],
    ['2022-03-01 10:00 PST', '2022-03-01T10:00Z'],
    ['March 1, 2022 10:00', '2022-03-01T10:00Z'],
  ])('is in UTC if its time has no offset: %s', (written, text) => {
    expect(readWrittenDate(written)).toMatchObject({ text, problem: { code: 'date/zone' } });
  });

  it.each([
    ['2022-3-1', '2022-03-01'],
    ['2022/03/01', '2022-03-01'],
    ['2022.3.1', '2022-03-01'],
    ['1 March 2022', '2022-03-01'],
    ['1st of', undefined],
    ['1st March 2022', '2022-03-01'],
    ['01 Mar 2022', '2022-03-01'],
    ['Mar 1, 2022', '2022-03-01'],
    ['Sept. 1, 2022', '2022-09-01'],
    ['Tue, 01 Mar 2022 10:00:00 GMT', '2022-03-01T10:00:00Z'],
    ['Tue, 01 Mar 2022 10:00:00 -0700', '2022-03-01T10:00:00-07:00'],
    ['2022-03-01 10:00:00 UTC', '2022-03-01T10:00:00Z'],
    ['2022-03-01 10:00:00 -0700 MST', '2022-03-01T10:00:00-07:00'],
    ['2022-03-01T10:00:00+01', '2022-03-01T10:00:00+01:00'],
  ])('is read in another form: %s', (written, text) => {
    if (text === undefined) return expect(readWrittenDate(written)).toBeUndefined();
    expect(readWrittenDate(written)).toMatchObject({ text, problem: { code: 'date/form', fix: `write ${text}` } });
  });

  it.each(['03/04/2022', '1.3.2022', '2022', 'March 2022', '20220301', 'yesterday', '1 Mai 2022', '2022-03/01'])(
    'is not guessed: %s',
    (text) => expect(readWrittenDate(text)).toBeUndefined(),
  );

  it('that does not exist is left to validation', () => {
    expect(readWrittenDate('2022-02-30')).toEqual({ text: '2022-02-30' });
    expect(readWrittenDate('2022-02-30 10:00')?.text).toBe('2022-02-30T10:00Z');
  });
});
