// How many words the entries of an edition add to it.
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { countWords } from '@/lib/mdx/reading-time';

/** The words of the entries that a post names, as its cards show them. */
export function wordsOf({ coverage }: Post, { byId }: Content): number {
  const releases = coverage.releases.flatMap((id) => {
    const { highlights = [], breaking = [], security = [], upgrade = '' } = byId.releases.get(id) ?? {};
    return [
      ...highlights,
      ...breaking.flatMap(({ change, action }) => [change, action]),
      ...security.map(({ summary }) => summary),
      upgrade,
    ];
  });
  const events = coverage.events.flatMap((id) => {
    const { title = '', description = '' } = byId.events.get(id) ?? {};
    return [title, description];
  });
  const joined = [
    ...coverage.adopters.map((id) => byId.adopters.get(id)?.name),
    ...coverage.ecosystem.map((id) => byId.ecosystem.get(id)?.about),
    ...coverage.contributors,
  ];
  return [...releases, ...events, ...joined].reduce((sum, text) => sum + countWords(text ?? ''), 0);
}
