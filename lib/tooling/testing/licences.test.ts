import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allowedLicences, installedPackages, isAllowed } from '@/lib/tooling/testing/licences';

const packages = installedPackages(JSON.parse(readFileSync('package-lock.json', 'utf8')));

describe('licences', () => {
  it('are known and allowed, of every package', () => {
    expect(packages.length).toBeGreaterThan(100);
    const refused = packages.filter(({ licence }) => !isAllowed(licence));
    expect(refused.map(({ name, version, licence }) => `${name}@${version}: ${licence}`)).toEqual([]);
  });

  it('are allowed only where something has them', () => {
    const found = new Set(packages.flatMap(({ licence = '' }) => licence.replace(/[()]/g, '').split(/ (?:AND|OR) /)));
    expect(Object.keys(allowedLicences).filter((licence) => !found.has(licence))).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only', 'MIT'],
    ['MIT AND GPL-3.0-only', 'MIT AND ISC'],
    ['SSPL-1.0 OR GPL-3.0-only', 'GPL-3.0-only OR MIT'],
    ['SEE LICENSE IN LICENSE.txt', '(MIT OR Apache-2.0)'],
    [undefined, '0BSD'],
  ])('refuses %s, and not %s', (bad, good) => {
    expect(isAllowed(bad)).toBe(false);
    expect(isAllowed(good)).toBe(true);
  });

  it('of a native part are those of the whole', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/a': { version: '1.0.0', license: 'MIT', optionalDependencies: { '@a/linux': '1.0.0' } },
        'node_modules/@a/linux': { version: '1.0.0' },
        'node_modules/b/node_modules/c': { version: '2.0.0' },
      },
    };
    expect(installedPackages(lock)).toEqual([
      { name: '@a/linux', version: '1.0.0', licence: 'MIT' },
      { name: 'a', version: '1.0.0', licence: 'MIT' },
      { name: 'c', version: '2.0.0', licence: undefined },
    ]);
  });
});
