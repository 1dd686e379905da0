// The licences of what is installed, and why each may be.
import { z } from 'zod';

/** Licences (SPDX) that a package may have. Another one needs a person's thought, and then a line here. */
export const allowedLicences: Readonly<Record<string, string>> = {
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
  'OFL-1.1': 'fonts that social pictures are set in; free to be used and to be handed on with what uses them',
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
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** A package that may be installed. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; undefined where neither it nor the package that it is a part of says one. */
  readonly licence: string | undefined;
}

/**
 * Every package of a lock file, by name.
 *
 * A package with the native part of another for one platform has that one's licence where the lock does not say it
 * (`.ci/complete-lock.mjs` adds such packages).
 */
export function installedPackages(lock: unknown): InstalledPackage[] {
  const packages = Object.entries(lockSchema.parse(lock).packages).filter(([path]) => path !== '');
  const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const wholes = new Map(
    packages.flatMap(([, { license, optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((part): [string, string | undefined] => [part, license]),
    ),
  );
  return packages
    .map(([path, { version = '', license }]) => ({
      name: nameOf(path),
      version,
      licence: license ?? wholes.get(nameOf(path)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Whether an SPDX expression is allowed: all parts of an AND, one of an OR. */
export function isAllowed(licence: string | undefined): boolean {
  if (licence === undefined) return false;
  const plain = licence.replace(/[()]/g, '');
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => Object.hasOwn(allowedLicences, part.trim())));
}
