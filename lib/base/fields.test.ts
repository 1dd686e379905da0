import { expect, it } from 'vitest';
import { httpsUrl } from '@/lib/base/fields';

const codeOf = (url: string) => {
  const [issue] = httpsUrl.safeParse(url).error?.issues ?? [];
  return issue && 'params' in issue ? (issue.params as { code: string }).code : issue?.message;
};

it.each([
  ['https://example.com/d。再见。', 'https://example.com/d%E3%80%82再见%E3%80%82'],
  ['https://example.com/?q=一．二', 'https://example.com/?q=一.二'],
  ['https://example.com/d｡', 'https://例え.テスト/配置'],
])('rejects a URL that runs on into a sentence: %s', (wrong, right) => {
  expect(codeOf(wrong)).toBe('url/form');
  expect(codeOf(right)).toBeUndefined();
});
