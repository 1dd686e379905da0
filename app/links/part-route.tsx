// What the pages of a part of the links have in common.
import { LinksPage } from '@/app/links/links-page';
import { pageRoute } from '@/app/param-route';
import { pageHead } from '@/app/views/cards';
import { sectionTexts } from '@/lib/base/sections';
import { linkPartPath } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';
import { link } from '@/lib/kinds/link/kind';

/** What the route of a part of the links exports. @param by what its parameter says, which is also its name. */
export function linksPartRoute<By extends Parameters<typeof linkPartPath>[0]>(by: By) {
  const getParts = async () => {
    const { links, projects } = (await getContent()).community;
    return link.parts?.(links, projects) ?? [];
  };
  return pageRoute<Readonly<Record<By, string>>, { readonly path: string; readonly title: string }>({
    async list() {
      const start = linkPartPath(by, '').slice(0, -1);
      const paths = (await getParts()).map(({ path }) => path).filter((path) => path.startsWith(start));
      return paths.map((path) => ({ [by]: path.slice(start.length, -1) }) as Record<By, string>);
    },
    find: async (params) => (await getParts()).find(({ path }) => path === linkPartPath(by, params[by])),
    head: ({ path, title }) => pageHead({ title: words.labelled(sectionTexts.links.title, title), path }),
    render: ({ path }) => <LinksPage path={path} />,
  });
}
