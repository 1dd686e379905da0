import { describe, expect, it } from 'vitest';
import { foldLines, unfoldLines } from '@/lib/output/calendar/fold';

const octets = (text: string) => text.split('\r\n').map((line) => Buffer.byteLength(line));

describe('foldLines (RFC 5545, section 3.1)', () => {
  it('leaves 75 octets as they are, and folds 76', () => {
    expect(octets(foldLines(['x'.repeat(75)]))).toEqual([75, 0]);
    expect(octets(foldLines(['x'.repeat(76)]))).toEqual([75, 2, 0]);
  });

  it('counts the space that continues a line', () => {
    expect(octets(foldLines(['x'.repeat(75 + 74)]))).toEqual([75, 75, 0]);
    expect(octets(foldLines(['x'.repeat(75 + 75)]))).toEqual([75, 75, 2, 0]);
  });

  it.each(['é', '通', '🎉'])('does not split %s', (character) => {
    const size = Buffer.byteLength(character);
    expect(octets(foldLines([`${'x'.repeat(75 - size)}${character}`]))).toEqual([75, 0]);
    expect(octets(foldLines([`${'x'.repeat(76 - size)}${character}`]))).toEqual([76 - size, size + 1, 0]);
  });

  it('comes back whole', () => {
    const lines = ['BEGIN:VCALENDAR', `SUMMARY: ${'مرحبا 🎉 通 '.repeat(40)}`, '', 'END:VCALENDAR'].filter(Boolean);
    expect(unfoldLines(foldLines(lines))).toEqual(lines);
    expect(unfoldLines('a\r\n b\r\n\tc\r\nd\r\n')).toEqual(['abc', 'd']);
  });
});
