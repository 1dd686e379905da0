// The one place that reads the time.

/**
 * The instant that the site is built or looked at.
 *
 * @returns `NEWS_NOW` (an ISO 8601 instant) where it is set, so that a build can be repeated, else the machine's time.
 * @throws {Error} if `NEWS_NOW` is set and is no instant.
 */
export function now(): Date {
  const fixed = process.env.NEWS_NOW;
  if (!fixed) return new Date();
  const instant = new Date(fixed);
  if (Number.isNaN(instant.getTime()) || !/T.*(Z|[+-]\d\d:?\d\d)$/.test(fixed)) {
    throw new Error(`NEWS_NOW is "${fixed}", which is no ISO instant (fix: write it like 2022-03-02T09:00:00Z)`);
  }
  return instant;
}
