import { describe, expect, it } from 'vitest';
import { entityTag, isCurrent } from '@/lib/base/entity-tag';

describe('entityTag', () => {
  it('changes only with the text', () => {
    expect(entityTag('a')).toBe(entityTag('a'));
    expect(entityTag('a')).not.toBe(entityTag('b'));
    expect(entityTag('a')).toMatch(/^W\/"[\w-]{22}"$/);
  });
});

describe('isCurrent', () => {
  const tag = entityTag('a');
  it.each([tag, tag.slice(2), `"x", ${tag}`, '*'])('takes %s', (given) => expect(isCurrent(given, tag)).toBe(true));
  it.each([undefined, '', entityTag('b'), '"*"'])('refuses %s', (given) => expect(isCurrent(given, tag)).toBe(false));
});
