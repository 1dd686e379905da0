import { describe, expect, it } from 'vitest';
import { loadCommunity } from '@/lib/content/load-community';
import { event } from '@/lib/kinds/event/kind';
import { answersOf, parseForm } from '@/lib/output/contribute/form-answers';
import { formQuestions } from '@/lib/output/contribute/form-questions';

const { community } = await loadCommunity('e2e/fixtures/site');
const questions = formQuestions(event, community);
const answer = (body: string) => Object.fromEntries(answersOf(questions, parseForm(body) ?? new Map()));

describe('answersOf', () => {
  it('joins a day and its time, and leaves out what is empty', () => {
    expect(answer('start=2027-01-13&start.time=18%3A00&end=&end.time=&title=+A+talk+')).toEqual({
      start: '2027-01-13T18:00',
      title: 'A talk',
    });
    expect(answer('start=2027-01-13&start.time=')).toEqual({ start: '2027-01-13' });
  });

  it('takes the day of the start for an end that has only a time', () => {
    expect(answer('start=2027-01-13&start.time=18%3A00&end=&end.time=19%3A00')).toMatchObject({
      end: '2027-01-13T19:00',
    });
    expect(answer('start=soon&end.time=19%3A00')).toMatchObject({ end: 'T19:00' });
  });

  it('has several answers to one question on a line each', () => {
    expect(answer('speakers=Ada&speakers=&speakers=Grace%0D%0AHopper')).toEqual({ speakers: 'Ada\n\nGrace Hopper' });
  });

  it('keeps the lines of Markdown, with the line ends of files', () => {
    expect(answer('description=One%0D%0ATwo')).toEqual({ description: 'One\nTwo' });
  });

  it('makes a rule of a choice', () => {
    expect(answer('start=2027-01-13&repeats=weekly-2&repeats.until=2027-03-31')).toMatchObject({
      repeats: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;UNTIL=20270331',
    });
  });

  it('ignores what the form does not ask', () => {
    expect(answer('aliases=/a/&lastmod=2022-01-01&__proto__=x&constructor=y')).toEqual({});
  });
});

it('reads no form with more inputs than any of ours has', () => {
  expect(parseForm('a=&'.repeat(300))?.get('a')).toHaveLength(300);
  expect(parseForm('a=&'.repeat(301))).toBeUndefined();
});
