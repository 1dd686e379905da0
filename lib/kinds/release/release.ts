// Releases: their order, and what came between two of them.
import { compareVersions, validate } from 'compare-versions';
import { compare } from '@/lib/base/compare';
import { words } from '@/lib/base/words';
import type { Entry } from '@/lib/kinds/kind';
import type { ReleaseFields } from '@/lib/kinds/release/schema';

export type Release = Entry<ReleaseFields>;

/** `Example tool 2.3.0`. In text from right to left, a mark keeps a version such as `2.3.0-rc.1` in its order. */
export function releaseName(project: string, version: string, { direction } = words): string {
  return `${project} ${direction === 'rtl' ? '\u200e' : ''}${version}`;
}

/** Orders releases of one project by version, newest first. Versions are numbers between dots, so 1.10 comes after 1.9. */
export function byVersion(a: Release, b: Release): number {
  const orderly = validate(a.version) && validate(b.version);
  return orderly ? compareVersions(b.version, a.version) : compare(b.version, a.version);
}

/** Orders releases by date, newest first; those without a date come last. */
export function byDate(a: Release, b: Release): number {
  const difference = (b.date?.start.getTime() ?? 0) - (a.date?.start.getTime() ?? 0);
  return difference || compare(a.project, b.project) || byVersion(a, b);
}

/**
 * What one meets on the way from a release to the newest of its project.
 *
 * @param releases those of the project, newest first.
 * @returns the later ones in the order of an upgrade, oldest first.
 */
export function laterReleases(release: Release, releases: readonly Release[]): Release[] {
  const index = releases.indexOf(release);
  return index < 0 ? [] : releases.slice(0, index).reverse();
}

/** Whether a release mends another, or comes before one: editions give it no section of its own. */
export function isPatch({ version }: Pick<Release, 'version'>): boolean {
  const [, , patch = '0'] = version.split(/[-+]/)[0]?.split('.') ?? [];
  return Number(patch) > 0 || version.includes('-');
}

/**
 * A version as it is compared: `0.28`, `0.28.0` and `0.28.00` are one, and so are `1.0-rc.1` and `1.0.0-RC1`, as in most
 * package managers. What comes after a plus sign tells two builds apart.
 */
export function sameVersion(version: string): string {
  const [, numbers = '', rest = ''] = /^([\d.]*\d)(.*)$/.exec(version) ?? [];
  const [suffix = '', ...build] = rest.split('+');
  const short = numbers.replace(/(^|\.)0+(?=\d)/g, '$1').replace(/(?:\.0)+$/, '');
  const stage = suffix
    .toLowerCase()
    .replace(/^[-.]?(?=.)/, '-')
    .replace(/(?<=[a-z])[-.](?=\d)/g, '');
  return [short + stage, ...build].join('+');
}
