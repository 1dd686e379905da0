// The entries of each kind as data, for other programs.
import { fileRoute } from '@/app/param-route';
import { serveJson } from '@/app/serve';
import { entriesOf } from '@/lib/content/community';
import { getContent } from '@/lib/content/queries';
import { kindIn } from '@/lib/kinds/index';
import { exportKinds, toExport } from '@/lib/output/data/exports';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = fileRoute({
  list: () => exportKinds.map((folder) => ({ name: `${folder}.json` })),
  find({ name }) {
    const kind = kindIn(name.replace(/\.json$/, ''));
    return kind?.isData ? kind : undefined;
  },
  respond: async (kind) => serveJson(toExport(kind, entriesOf((await getContent()).community, kind))),
});
