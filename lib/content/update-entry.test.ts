import { describe, expect, it } from 'vitest';
import { changesIn, updateEntry } from '@/lib/content/update-entry';

const update = (text: string, fields: Record<string, unknown>) => updateEntry(text, changesIn(text, fields));

const netrics = `# yaml-language-server: $schema=../../.schemas/adopter.json
name: "Netrics" # of Bern
url: https://netrics.example/

projects: [flux] # since long
# Asked for on the mailing list.
`;

describe('an entry that is updated', () => {
  it('gets what it lacks, and keeps everything else to the letter', () => {
    expect(update(netrics, { name: 'Netrics', joined: '2022-03' })).toBe(`${netrics}joined: 2022-03\n`);
    expect(update(netrics.trimEnd(), { joined: '2022-03' })).toBe(`${netrics}joined: 2022-03\n`);
  });

  it('gets new items of a list after those it has', () => {
    expect(update(netrics, { projects: ['flux', 'flagger'] })).toBe(netrics.replace('[flux]', '[flux, flagger]'));
    const block = 'projects:\n  - flux # the first\nname: A\n';
    expect(update(block, { projects: ['flagger'] })).toBe('projects:\n  - flux # the first\n  - flagger\nname: A\n');
    const people = 'speakers:\n- ann\n- name: B\n  affiliation: C\n';
    expect(update(people, { speakers: [{ name: 'D', affiliation: 'E' }] })).toBe(
      `${people}- name: D\n  affiliation: E\n`,
    );
  });

  it('gets another value where it has one, or an empty one', () => {
    expect(update(netrics, { name: 'Netrics AG' })).toBe(netrics.replace('"Netrics"', 'Netrics AG'));
    expect(update('name: A\nurl:\n', { url: 'https://a.example/' })).toBe('name: A\nurl: https://a.example/\n');
    expect(update('version: 1.0.0 # out\n', { version: '1.10' })).toBe('version: "1.10" # out\n');
  });

  it('stays as it is where it has it all', () => {
    expect(changesIn(netrics, { name: 'Netrics', projects: ['flux'], joined: undefined })).toEqual([]);
    expect(update(netrics, {})).toBe(netrics);
  });

  it('keeps the ends of its lines', () => {
    expect(update('name: A\r\nurl: b\r\n', { joined: '2022-03' })).toBe('name: A\r\nurl: b\r\njoined: 2022-03\r\n');
  });

  it('keeps its comments where it has an unusual form', () => {
    const text = 'a: &x [flux] # one\nprojects: *x\n';
    expect(update(text, { projects: ['flux', 'flagger'] })).toMatch(/# one\nprojects:/);
    expect(update('{name: A}\n', { joined: '2022-03' })).toContain('joined');
  });
});
