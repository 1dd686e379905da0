// The one place that reads the time.

/**
 * The instant that the site is built or rendered for.
 *
 * @returns `NEWS_NOW` (an ISO 8601 instant) where it is set, so that a build can be repeated, else the machine's time.
 * @throws {Error} if `NEWS_NOW` is set and is not an instant.
 */
export function now(): Date {
  const fixed = process.env.NEWS_NOW;
  if (!fixed) return new Date();
  const instant = new Date(fixed);
  const [, date = ''] = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(fixed) ?? [];
  // The built-in parser takes 30 February for 2 March: a day exists if it comes back as it went in.
  const day = new Date(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
  if (date === '' || !exists || Number.isNaN(instant.getTime())) {
    throw new Error(`NEWS_NOW is "${fixed}", which is not an ISO instant (fix: write it like 2022-03-02T09:00:00Z)`);
  }
  return instant;
}

/**
 * The machine's time in milliseconds since 1970, whatever `NEWS_NOW` says: for waiting, and for how old a copy of
 * somebody else's answer is. Nothing that readers see depends on it.
 */
export function machineTime(): number {
  return Date.now();
}
