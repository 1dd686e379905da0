// The sections of the template for what an edition lists and its text has no place for.
import type { EntryBase } from '@/lib/kinds/kind';
import { entryComponents } from '@/lib/mdx/vocabulary';
import { type ListKey, type Lists, listKeys, mapLists } from '@/lib/news/draft/front-matter';
import type { MonthFacts } from '@/lib/news/draft/gather';

/** The components that place a list, and what of it. */
function componentsOf(key: ListKey): string[] {
  if (key === 'posts') return ['Posts'];
  if (key === 'contributors') return ['Thanks'];
  return entryComponents.filter(({ kind }) => kind.folder === key).map(({ name }) => name);
}

/** Whether a text has a component for a list, or for one entry of it. */
function hasPlaceFor(body: string, key: ListKey, id?: string): boolean {
  return componentsOf(key).some((name) => {
    const tags = body.match(new RegExp(`<${name}(?=[\\s/>])[^<>]{0,500}>`, 'g')) ?? [];
    return tags.some(
      (tag) => !/\sid=/.test(tag) || id === undefined || tag.includes(`"${id}"`) || tag.includes(`'${id}'`),
    );
  });
}

/** What a text has no place for, of some lists. */
export function withoutPlace(body: string, lists: Lists): Lists {
  return mapLists((key) => lists[key].filter((id) => !hasPlaceFor(body, key, id)));
}

/** The facts of a month, of which only those of some lists stay. */
export function factsIn(facts: MonthFacts, lists: Lists): MonthFacts {
  const kept = (key: ListKey, entries: readonly EntryBase[]) => entries.filter(({ id }) => lists[key].includes(id));
  return {
    entries: facts.entries.map(({ kind, all, past, upcoming }) => {
      const { folder } = kind;
      return { kind, all: kept(folder, all), past: kept(folder, past), upcoming: kept(folder, upcoming) };
    }),
    posts: facts.posts.filter(({ url }) => lists.posts.includes(url)),
    contributors: facts.contributors.filter(({ name }) => lists.contributors.includes(name)),
  };
}

/**
 * The sections that place some lists.
 *
 * @param body of the edition. @param filled the template, filled in with nothing but these lists.
 * @returns MDX; empty where the template has none either.
 */
export function sectionsFor(body: string, filled: string, lists: Lists): string {
  const keys = listKeys.filter((key) => lists[key].length > 0);
  const headings = new Set(body.match(/^## .*$/gm));
  return filled
    .split(/^(?=## )/m)
    .filter((section) => section.startsWith('## ') && keys.some((key) => hasPlaceFor(section, key)))
    .map((section) => {
      const [heading = '', ...rest] = section.trim().split('\n');
      // What is below a heading that the text has already can be pasted there.
      return headings.has(heading) ? rest.join('\n').trim() : section.trim();
    })
    .join('\n\n');
}
