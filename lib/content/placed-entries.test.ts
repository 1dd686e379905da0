import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPlacedEntries } from '@/lib/content/placed-entries';
import { kindIn } from '@/lib/kinds/index';
import { findPlacements } from '@/lib/mdx/placements';
import { parseBody } from '@/lib/mdx/syntax';

const placedIn = (body: string) => findPlacedEntries(body).map(({ folder, id }) => `${folder}/${id}`);

/** The same as the parser of MDX sees it. */
const parsedIn = (body: string) => {
  const values = findPlacements(parseBody(body, 'mdx')).flatMap((placement) => placement.values);
  return [...new Set(values.flatMap(({ kind, value }) => (kindIn(kind) ? [`${kind}/${value}`] : [])))];
};

describe('the entries that a text places', () => {
  it.each<[string, string, ...string[]]>([
    [
      'one by one',
      '<Event id="a" />\n\nText <Release id=\'b-1.0.0\'>and text</Release>.',
      'events/a',
      'releases/b-1.0.0',
    ],
    [
      'of each kind',
      '<Adopter id="a" />\n\n<Ecosystem id="b" />\n\n<Person id="c" />',
      'adopters/a',
      'ecosystem/b',
      'people/c',
    ],
    ['over several lines', '<Event\n  id="a"\n>\n\nText.\n\n</Event>', 'events/a'],
    ['in a quotation and in a list', '> <Event id="a" />\n\n- <Event id="b" />', 'events/a', 'events/b'],
    ['twice', '<Event id="a" />\n\n<Event id="a" />', 'events/a'],
    ['not by a list', '<Events />\n\n<Ecosystem />\n\n<Events when="past" />'],
    ['not in code', 'Write `<Event id="a" />` or ``a ` <Event id="b" />``.\n\n<Event id="c" />', 'events/c'],
    ['not in code over two lines', 'Write `a\n<Event id="a" />`.\n\n<Event id="c" />', 'events/c'],
    ['after a stray backtick', 'A stray ` is here.\n\n<Event id="a" />\n\nAnd `here`.', 'events/a'],
    ['after an escaped backtick', 'A \\` is here: <Event id="a" />, and \\` here.', 'events/a'],
    ['not in a fence', '```mdx\n<Event id="a" />\n```\n\n<Event id="b" />\n\n~~~\n<Event id="c" />\n~~~', 'events/b'],
    ['not in a longer fence', '````\n```\n<Event id="a" />\n````\n\n<Event id="b" />', 'events/b'],
    ['not in a fence in a list', '- ```\n  <Event id="a" />\n  ```\n\n<Event id="b" />', 'events/b'],
    ['not in a fence in a quotation', '> ```\n> <Event id="a" />\n> ```\n\n<Event id="b" />', 'events/b'],
    ['not in a fence without an end', '<Event id="b" />\n\n```\n<Event id="a" />', 'events/b'],
    ['not where the sign is escaped', '\\<Event id="a" />\n\n<Event id="b" />', 'events/b'],
    ['inside other components', '<Note>\n\n<Event id="a" />\n\n</Note>', 'events/a'],
  ])('%s', (_, body, ...expected) => {
    expect(placedIn(body)).toEqual(expected);
    expect(parsedIn(body)).toEqual(expected);
  });

  it('are those of the parser in every post of this repository', () => {
    const bodies = ['content/blog', 'e2e/fixtures', 'lib/check/examples'].flatMap((folder) =>
      readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.mdx') && !/templates|not-named/.test(name))
        .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')),
    );
    const parsed = bodies.flatMap((body) => {
      try {
        return [[placedIn(body), parsedIn(body)]];
      } catch {
        return [];
      }
    });
    expect(parsed.length).toBeGreaterThan(20);
    for (const [placed, expected] of parsed) expect(placed).toEqual(expected);
  });

  it.each([
    ['tags without an end', '<Event id="'],
    ['backticks', '` `` ``` '],
    ['fences', '~~~\n> '],
    ['lines of spaces', '   \n\t'],
    ['tags', '<Event id="a">'],
  ])('are found in one pass, however many %s there are', (_, part) => {
    // Of half a megabyte; what takes a time that grows with its square does not end within the limit of a test.
    expect(findPlacedEntries(`a ${part.repeat(500_000 / part.length)}`).length).toBeLessThan(2);
  });
});
