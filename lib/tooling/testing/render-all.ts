// Renders every page and file of the site without the framework, for tests that need the site in many forms and not a build of each.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AppRoute } from '@/lib/build/prerender/app-routes';
import { toAddress } from '@/lib/build/prerender/framework-output';
import {
  type LayoutModule,
  type PageModule,
  type Params,
  prerenderPage,
  prerenderRoute,
  type RouteModule,
  sheetElement,
} from '@/lib/build/prerender/prerender-page';

type LoadedRoute = AppRoute & {
  readonly module: (PageModule | RouteModule) & { readonly generateStaticParams?: () => Promise<readonly Params[]> };
};

/** Writes every page as `<path>/index.html`, with `/style.css` as its style sheet, and every file as it is. */
export async function renderAll(
  layout: LayoutModule,
  notFound: PageModule,
  routes: readonly LoadedRoute[],
  dir: string,
): Promise<void> {
  const write = async (path: string, content: string | Buffer) => {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  };
  const writePage = async (module: PageModule, pattern: string, path: string, params: Params) => {
    const html = await prerenderPage(layout, module, pattern, path, params);
    await write(`${path}/index.html`, html.replace(sheetElement, '<link rel="stylesheet" href="/style.css"/>'));
  };
  await writePage(notFound, '/404', '/404', {});
  for (const { module, pattern } of routes) {
    for (const given of (await module.generateStaticParams?.()) ?? [{}]) {
      const { path, encoded, params } = toAddress(pattern, given);
      if ('GET' in module) await write(path, (await prerenderRoute(module, encoded, params)).body);
      else await writePage(module, pattern, path, params);
    }
  }
}
