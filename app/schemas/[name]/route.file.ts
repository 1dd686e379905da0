// The JSON Schema of each kind of file, for editors and for programs that read our data.
import { fileRoute } from '@/app/param-route';
import { serveJson } from '@/app/serve';
import { postListJsonSchema } from '@/lib/output/data/post-list';
import { schemaKinds, toJsonSchema } from '@/lib/output/data/schemas';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = fileRoute({
  list: () => [...schemaKinds, 'posts'].map((kind) => ({ name: `${kind}.json` })),
  find: ({ name }) => [...schemaKinds, 'posts'].find((kind) => name === `${kind}.json`),
  respond: (kind) => serveJson(kind === 'posts' ? postListJsonSchema() : toJsonSchema(kind)),
});
