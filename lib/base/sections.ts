// The sections of the site: which there are, and what their pages say.
import { words } from '@/lib/base/words';
import type { SectionWords } from '@/lib/base/words/words';
import { site } from '@/lib/site';
import type { SectionId, SectionTexts } from '@/lib/site-types';

const own: { readonly [Id in SectionId]?: Partial<SectionTexts> } = site.sections;

/** What the pages of the sections say: what `site.sections` says, and the words of the site's language where it says nothing. */
export const sectionTexts = Object.fromEntries(
  Object.entries(words.sections).map(([id, texts]) => [id, { ...texts, ...own[id as SectionId] }]),
) as unknown as SectionWords;

/** Whether the site has a section. Kinds of entries of the community's own are sections that every site has. */
export function hasSection(id: string): boolean {
  return !Object.hasOwn(words.sections, id) || Object.hasOwn(own, id);
}
