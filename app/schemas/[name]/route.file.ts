// What each kind of file may hold, as JSON Schema, for editors and for those who read our data.

import { notFound } from 'next/navigation';
import { serveJson } from '@/app/serve';
import { staticParams } from '@/app/static-params';
import { postListJsonSchema } from '@/lib/output/data/post-list';
import { schemaKinds, toJsonSchema } from '@/lib/output/data/schemas';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(() =>
  [...schemaKinds, 'posts'].map((kind) => ({ name: `${kind}.json` })),
);

export async function GET(_: Request, { params }: RouteContext<'/schemas/[name]'>) {
  const { name } = await params;
  if (name === 'posts.json') return serveJson(postListJsonSchema());
  const kind = schemaKinds.find((candidate) => name === `${candidate}.json`);
  if (!kind) notFound();
  return serveJson(toJsonSchema(kind));
}
