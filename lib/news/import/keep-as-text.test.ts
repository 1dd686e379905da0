import { describe, expect, it } from 'vitest';
import { keepAsText } from '@/lib/news/import/keep-as-text';

describe('keepAsText', () => {
  it('puts the block around a line into a fence that its text cannot close', () => {
    expect(keepAsText('a\n\nb ```\nc\n\nd', 4)).toBe('a\n\n\n````text\nb ```\nc\n````\n\n\nd');
    expect(keepAsText('a', 1)).toBe('\n```text\na\n```\n');
  });

  it('ignores code and lines that do not exist', () => {
    expect(keepAsText('```\na\n```\nb', 2)).toBeUndefined();
    expect(keepAsText('```\na\n```\nb', 4)).toBe('```\na\n```\n\n```text\nb\n```\n');
    expect(keepAsText('a', 2)).toBeUndefined();
  });
});
