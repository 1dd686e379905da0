// The sections of the site: which there are, and what their pages say.
import { words } from '@/lib/base/words';
import type { SectionWords } from '@/lib/base/words/words';
import { site } from '@/lib/site';
import type { NamedLink, SectionId, SectionTexts } from '@/lib/site-types';

const own: { readonly [Id in SectionId]?: Partial<SectionTexts> } = site.sections;

/** What the pages of the sections say: what `site.sections` says, and the words of the site's language where it says nothing. */
export const sectionTexts = Object.fromEntries(
  Object.entries(words.sections).map(([id, texts]) => [id, { ...texts, ...own[id as SectionId] }]),
) as unknown as SectionWords;

/** The main navigation, each entry with its title. */
export const navigation: readonly NamedLink[] = site.navigation.map(({ url, title }) => {
  const texts: { readonly [Id in string]?: SectionTexts } = { ...sectionTexts };
  return { url, title: title ?? texts[url.slice(1, -1)]?.title ?? url };
});

/** Whether the site has a section. Kinds of entries of the community's own are sections that every site has. */
export function hasSection(id: string): boolean {
  return !Object.hasOwn(words.sections, id) || Object.hasOwn(own, id);
}
