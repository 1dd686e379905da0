// The framework's address patterns (`/events/:id([a-z]+).ics`), read backwards: from where something is to where it is asked for.

type Token = { readonly literal: string } | { readonly name: string; readonly pattern: string };

/** A rule of the framework that answers one address with another. */
export interface AddressRule {
  readonly source: string;
  readonly destination: string;
}

/**
 * The address at which a rule would find another.
 *
 * @param address what the rule leads to, decoded: `/events/a/event.ics`.
 * @returns what readers ask for, `/events/a.ics`, or undefined where the rule leads elsewhere or the way back is open.
 */
export function reverseRule({ source, destination }: AddressRule, address: string): string | undefined {
  const target = readPattern(destination);
  const form = target
    .map((token) => ('literal' in token ? literally(token.literal) : `(?<${token.name}>[^/]+)`))
    .join('');
  const found = new RegExp(`^${form}$`, 'u').exec(address);
  if (!found) return undefined;
  let asked = '';
  for (const token of readPattern(source)) {
    if ('literal' in token) asked += token.literal;
    else {
      const value = found.groups?.[token.name];
      if (value === undefined || !new RegExp(`^(?:${token.pattern})$`, 'u').test(value)) return undefined;
      asked += value;
    }
  }
  return asked;
}

/** The one address that a pattern means, or undefined where it has parameters. */
export function fixedAddress(pattern: string): string | undefined {
  const tokens = readPattern(pattern);
  return tokens.every((token) => 'literal' in token)
    ? tokens.map((token) => ('literal' in token ? token.literal : '')).join('')
    : undefined;
}

function readPattern(pattern: string): Token[] {
  const tokens: Token[] = [];
  let literal = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] ?? '';
    const [, name] = /^:(\w+)/.exec(pattern.slice(at)) ?? [];
    if (character === '\\') {
      at += 1;
      literal += pattern[at] ?? '';
    } else if (name) {
      if (literal !== '') tokens.push({ literal });
      literal = '';
      const group = readGroup(pattern, at + 1 + name.length);
      const repeated = /^[*+]/.test(pattern.slice(at + 1 + name.length + group.length));
      tokens.push({ name, pattern: group === '' ? (repeated ? '.+' : '[^/]+') : group.slice(1, -1) });
      at += name.length + group.length + (repeated ? 1 : 0);
    } else literal += character;
  }
  return literal === '' ? tokens : [...tokens, { literal }];
}

/** `(…)` at a place of a pattern, with the parentheses inside it; empty where there is none. */
function readGroup(pattern: string, from: number): string {
  if (pattern[from] !== '(') return '';
  let depth = 0;
  for (let at = from; at < pattern.length; at += 1) {
    if (pattern[at] === '\\') at += 1;
    else if (pattern[at] === '(') depth += 1;
    else if (pattern[at] === ')') {
      depth -= 1;
      if (depth === 0) return pattern.slice(from, at + 1);
    }
  }
  throw new Error(`"${pattern}" has a parenthesis that is not closed`);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
