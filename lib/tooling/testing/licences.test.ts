// The licences of installed packages, and why each is allowed.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/** Licences (SPDX) that a package may have. Another one needs a person's thought, and then a line here. */
const allowedLicences: Readonly<Record<string, string>> = {
  // As slick, a part of juice, spells it; brackets are left out before the comparison.
  'MIT http://mootools.net/license.txt': 'permissive',
  MIT: 'permissive',
  'Apache-2.0': 'permissive, the licence of this code',
  ISC: 'permissive',
  '0BSD': 'permissive',
  'BSD-2-Clause': 'permissive',
  'BSD-3-Clause': 'permissive',
  'BlueOak-1.0.0': 'permissive',
  'Unicode-3.0': 'permissive: data of the Unicode Consortium',
  'OFL-1.1': 'fonts that social pictures are set in; free to use and to redistribute',
  'CC-BY-4.0': 'data about browsers, which the build reads',
  'MPL-2.0': 'tools of the build and of tests, unchanged; nothing of them is on the site',
  'LGPL-3.0-or-later': 'the library behind sharp, unchanged and linked at run time; nothing of it is on the site',
};

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
    }),
  ),
});

/** A package that may be installed. */
interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; undefined where neither it nor the package that it is a part of says one. */
  readonly licence: string | undefined;
}

/** Every package of a lockfile, by name. */
function installedPackages(lock: unknown): InstalledPackage[] {
  const packages = Object.entries(lockSchema.parse(lock).packages).filter(([path]) => path !== '');
  const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return packages
    .map(([path, { version = '', license }]) => ({
      name: nameOf(path),
      version,
      licence: license,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Whether an SPDX expression is allowed: all parts of an AND, one of an OR. */
function isAllowed(licence: string | undefined): boolean {
  if (licence === undefined) return false;
  const plain = licence.replace(/[()]/g, '');
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => Object.hasOwn(allowedLicences, part.trim())));
}

const packages = installedPackages(JSON.parse(readFileSync('package-lock.json', 'utf8')));

describe('licences', () => {
  it('of every package are known and allowed', () => {
    expect(packages.length).toBeGreaterThan(100);
    const refused = packages.filter(({ licence }) => !isAllowed(licence));
    expect(refused.map(({ name, version, licence }) => `${name}@${version}: ${licence}`)).toEqual([]);
  });

  it('are allowed only if a package uses them', () => {
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
});
