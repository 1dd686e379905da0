import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { toAgeNotice } from '@/app/views/post-views';
import { AgeNotice } from '@/components/blog/post-header';

const post = { date: new Date('2022-03-01T00:00:00Z'), evergreen: false };
const docsUrl = 'https://docs.example/';

/** What the page says of a post that is a number of days old. */
function noticeAfter(days: number, choices: Parameters<typeof toAgeNotice>[2], evergreen = false) {
  const instant = new Date(post.date.getTime() + days * 86_400_000);
  const notice = toAgeNotice({ ...post, evergreen }, instant, choices);
  return notice && renderToStaticMarkup(<AgeNotice {...notice} />).replace(/<(?!a )[^>]+>/g, '');
}

describe('the notice on old posts', () => {
  it('appears a year after publication by default, and after the days that the community chooses', () => {
    expect(noticeAfter(365, {})).toBeUndefined();
    expect(noticeAfter(366, {})).toBe(
      'This post was published on 1 March 2022. Versions and steps may have changed since then.',
    );
    expect(noticeAfter(90, { oldPosts: { days: 90 } })).toBeUndefined();
    expect(noticeAfter(91, { oldPosts: { days: 90 } })).toContain('published on 1 March 2022');
  });

  it('links to the documentation only if there is one', () => {
    expect(noticeAfter(366, { docsUrl })).toMatch(
      /Check the <a href="https:\/\/docs.example\/" rel="external">documentation\.$/,
    );
    expect(noticeAfter(366, {})).not.toContain('Check');
  });

  it('says what the community says', () => {
    expect(noticeAfter(366, { oldPosts: { days: 365, text: 'Old news.' } })).toBe('Old news.');
    expect(noticeAfter(366, { oldPosts: { days: 365, text: 'Old news.' }, docsUrl })).toContain('Old news. Check the ');
  });

  it('is on no evergreen post, and on none if the community wants none', () => {
    expect(noticeAfter(5000, {}, true)).toBeUndefined();
    expect(noticeAfter(5000, { oldPosts: false })).toBeUndefined();
    expect(noticeAfter(5000, {})).toBeDefined();
  });
});
