// Finds the values of lib/site.ts in its text, for the lines of diagnostics.
import { type Place, placeAt } from '@/lib/base/diagnostic';
import type { LocatedData } from '@/lib/content/yaml';

/**
 * The settings, whose parts can be found in the text of their file. TypeScript is not parsed for it: within the setting, the
 * value is looked for, then the last key of its path. Where neither is written as such, the place is that of the setting.
 *
 * @param data what the file exports as `site`. @param text of the file; empty where it cannot be read.
 */
export function locateSettings(data: object, text: string): LocatedData {
  const start = Math.max(0, text.search(/\bexport const site\b/));
  const placeOf = (path: readonly PropertyKey[], written?: string): Place => {
    const [name = '', ...inner] = path.map(String);
    // The settings themselves are indented once, so that one ends where the next begins.
    const from = find(text, start, `^  ${literally(name)}\\s*:`) ?? start;
    const end = find(text, from + 1, '^  \\w+\\s*:') ?? text.length;
    const value = written ?? path.reduce<unknown>((around, key) => Reflect.get(Object(around), key), data);
    const key = inner.findLast((each) => !/^\d+$/.test(each));
    const places = [
      typeof value === 'string' && value !== '' && find(text, from, `['"\`]${literally(value)}['"\`]`),
      key !== undefined && find(text, from, `\\b${literally(key)}['"]?\\s*:`),
    ];
    const at = places.find((place) => typeof place === 'number' && place < end) || from;
    return placeAt(text, at + Math.max(0, text.slice(at).search(/\S/)));
  };
  return {
    data: data as Record<string, unknown>,
    placeOf: (path) => placeOf(path),
    placeOfKey: (path, key) => placeOf([...path, key]),
    placeOfText: (path, written) => placeOf(path, written),
    sourceOf: () => undefined,
    comments: [],
  };
}

function find(text: string, from: number, pattern: string): number | undefined {
  const found = text.slice(from).search(new RegExp(pattern, 'm'));
  return found < 0 ? undefined : from + found;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
