// The one place that reads the time.
import { parseInstant } from '@/lib/base/dates';

/**
 * The instant that the site is built or rendered for.
 *
 * @returns `NEWS_NOW` (an ISO 8601 instant) where it is set, so that a build can be repeated, else the machine's time.
 * @throws {Error} if `NEWS_NOW` is set and is not an instant.
 */
export function now(): Date {
  const fixed = process.env.NEWS_NOW;
  if (!fixed) return new Date();
  const instant = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(fixed) ? parseInstant(fixed) : undefined;
  if (instant instanceof Date) return instant;
  throw new Error(
    `NEWS_NOW is "${fixed}", which is not an ISO 8601 date and time (fix: write it like 2022-03-02T09:00:00Z)`,
  );
}

/**
 * The machine's time in milliseconds since 1970, whatever `NEWS_NOW` says: for waiting, and for how old a copy of
 * somebody else's answer is. Nothing that readers see depends on it.
 */
export function machineTime(): number {
  return Date.now();
}
