// Links of lib/site.ts to pages of this site.
import { readFile } from 'node:fs/promises';
import { type Diagnostic, error, placeAt } from '@/lib/base/diagnostic';
import { type CheckContext, checkSitePath } from '@/lib/check/bodies';
import { splitHref } from '@/lib/mdx/links';
import { site } from '@/lib/site';

/** The settings, by the path that authors know. */
export const siteFile = 'lib/site.ts';

/** The lists of lib/site.ts whose addresses are checked. */
type SiteLinks = Readonly<Record<'navigation' | 'channels' | 'waysToJoin', readonly { readonly url: string }[]>>;

/**
 * An error for each address of the navigation, the channels and the ways to join in that begins with `/` and is not a page or a
 * file of this site, and for each entry of the navigation that begins with something else.
 *
 * @param links by default those of lib/site.ts, whose text is then read for the lines of the diagnostics.
 */
export async function checkSiteLinks(
  context: Pick<CheckContext, 'paths' | 'suggest'>,
  { navigation, channels, waysToJoin }: SiteLinks = site,
): Promise<Diagnostic[]> {
  const text = await readFile(siteFile, 'utf8').catch(() => '');
  return [...navigation, ...channels, ...waysToJoin].flatMap((entry) => {
    const { url } = entry;
    const isPath = /^\/(?!\/)/.test(url);
    if (!isPath && !navigation.includes(entry)) return [];
    const found = isPath
      ? checkSitePath(splitHref(url).path, context)
      : error(
          'link/unknown-page',
          `"${url}" in the navigation is not a path of this site`,
          'write one such as /blog/, or use channels',
        );
    return found ? [{ ...found, file: siteFile, ...placeAt(text, Math.max(0, text.indexOf(`'${url}'`))) }] : [];
  });
}
