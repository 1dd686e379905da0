import { expect, it } from 'vitest';
import { feedSheet } from '@/lib/output/feeds/feed-sheet';

it('says above a feed what it is and where to read more, in one rule after the namespaces', () => {
  const sheet = feedSheet();
  expect(sheet).toMatch(/ content: "This is a feed\. [^"\n]*, see \/subscribe\/ on this site\."; }\n$/);
  expect(sheet.indexOf('@namespace')).toBeLessThan(sheet.indexOf('{'));
});
