// The framework's address patterns (`/events/:id([a-z]+).ics`), applied in reverse: from a destination to its public address.
import pathToRegexp from 'next/dist/compiled/path-to-regexp/index.js';

// CommonJS, whose names Node does not find from a module.
const { compile, match, parse } = pathToRegexp;

/** A rule of the framework that answers one address with another. */
export interface AddressRule {
  readonly source: string;
  readonly destination: string;
}

/**
 * The address at which a rule would find another.
 *
 * @param address the destination of the rule, decoded: `/events/a/event.ics`.
 * @returns the public address, `/events/a.ics`; undefined if the rule has another destination, or its source has a parameter
 *   that its destination has not, or that does not take the value.
 */
export function reverseRule({ source, destination }: AddressRule, address: string): string | undefined {
  const found = match(destination, { strict: true, sensitive: true })(address);
  if (!found) return undefined;
  try {
    return compile(source, { sensitive: true })(found.params);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The one address that a pattern means; undefined where it has parameters. */
export function fixedAddress(pattern: string): string | undefined {
  const tokens = parse(pattern);
  return tokens.every((token) => typeof token === 'string') ? tokens.join('') : undefined;
}
