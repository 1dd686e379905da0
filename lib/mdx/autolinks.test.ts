import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseBody } from '@/lib/mdx/syntax';
import { walkMarkdown } from '@/lib/mdx/walk';

/** Each link and each text outside of one, as they are in the source. */
function partsOf(body: string, format: 'md' | 'mdx'): string[] {
  const parts: string[] = [];
  walkMarkdown(parseBody(body, format) as Root, (node) => {
    if (node.type === 'link') {
      const { start, end } = node.position ?? {};
      parts.push(`<${node.url}> ${body.slice(start?.offset, end?.offset)}`);
      return 'skip';
    }
    if (node.type === 'text') parts.push(node.value);
    return undefined;
  });
  return parts;
}

describe('addresses in text end before punctuation', () => {
  it.each([
    ['见 https://example.com/d。再见。', ['见 ', '<https://example.com/d> https://example.com/d', '。再见。']],
    ['https://example.com。再见', ['<https://example.com> https://example.com', '。再见']],
    ['https://a.example/d，b', ['<https://a.example/d> https://a.example/d', '，b']],
    ['（https://a.example/d）b', ['（', '<https://a.example/d> https://a.example/d', '）b']],
    ['「https://a.example/d」', ['「', '<https://a.example/d> https://a.example/d', '」']],
    ['“https://a.example/d”', ['“', '<https://a.example/d> https://a.example/d', '”']],
    ['https://a.example/d… b', ['<https://a.example/d> https://a.example/d', '…', ' b']],
    ['https://a.example/d؟', ['<https://a.example/d> https://a.example/d', '؟']],
    ['https://a.example/d।', ['<https://a.example/d> https://a.example/d', '।']],
    ['www.a.example。b', ['<http://www.a.example> www.a.example', '。b']],
    [
      'https://a.example、https://b.example/c。',
      ['<https://a.example> https://a.example', '、', '<https://b.example/c> https://b.example/c', '。'],
    ],
    ['https://a.example/d)。b', ['<https://a.example/d> https://a.example/d', ')。b']],
    [
      `https://a.example/d${')'.repeat(20_000)}。`,
      ['<https://a.example/d> https://a.example/d', `${')'.repeat(20_000)}。`],
    ],
    ['https://a.example/d_(e)。b', ['<https://a.example/d_(e)> https://a.example/d_(e)', '。b']],
    ['https://kettle。example.b.example/', ['https://kettle。example.b.example/']],
    ['- a\n  > https://a.example/d。b', ['a', '<https://a.example/d> https://a.example/d', '。b']],
  ])('%.40s', (body, parts) => {
    expect(partsOf(body, 'mdx')).toEqual(parts);
    expect(partsOf(body, 'md')).toEqual(parts);
  });

  it.each([
    ['[a](https://a.example/d。b)', ['<https://a.example/d。b> [a](https://a.example/d。b)']],
    ['<https://a.example/d。b>', ['<https://a.example/d。b> <https://a.example/d。b>']],
    ['https://a.example/你好。', ['<https://a.example/你好> https://a.example/你好', '。']],
    ['[https://a.example/d。b](/c/)', ['</c/> [https://a.example/d。b](/c/)']],
    ['`https://a.example/d。b`', []],
  ])('where the author says where it ends, it is as written: %s', (body, parts) => {
    expect(partsOf(body, 'md')).toEqual(parts);
  });
});
