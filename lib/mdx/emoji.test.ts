import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { parseBody } from '@/lib/mdx/syntax';

describe('emoji by name', () => {
  it.each([
    ['Done :tada: :+1:', 'Done 🎉 👍'],
    ['at 10:30:00 UTC', 'at 10:30:00 UTC'],
    [':no_such_name: :constructor:', ':no_such_name: :constructor:'],
    ['`:tada:`', ':tada:'],
  ])('%s', (body, text) => {
    expect(textOf(parseBody(body, 'md'))).toBe(text);
  });

  it('are text in MDX', () => {
    expect(textOf(parseBody(':tada:', 'mdx'))).toBe(':tada:');
  });
});
