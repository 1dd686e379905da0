import { expect, it } from 'vitest';
import { tagWords } from '@/components/blog/post-header';

it.each([
  ['monthly-update', 'Monthly update'],
  ['tool_cd', 'Tool cd'],
  ['eBPF', 'eBPF'],
  ['gRPC-web', 'gRPC web'],
  ['über uns', 'Über uns'],
  ['日本語', '日本語'],
])('shows the tag %s as %s', (tag, words) => {
  expect(tagWords(tag)).toBe(words);
});
