// The search index of `npm run dev`, made from the current content when somebody searches. No build has this route:
// next.config.mjs knows the extension `.dev.ts` only in development.
import { notFound } from 'next/navigation';
import { getSearchTexts } from '@/app/views/search-texts';
import { makeSearchIndex } from '@/lib/build/search-index';
import type { Content } from '@/lib/content/content';
import { getContent } from '@/lib/content/queries';
import { partsFile } from '@/lib/output/search/parts';

let made: { readonly content: Content; readonly files: ReturnType<typeof makeSearchIndex> } | undefined;

const types: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json' };

export async function GET(_: Request, { params }: { params: Promise<{ file: string[] }> }): Promise<Response> {
  const path = (await params).file.join('/');
  // The first file requested lists the others, so only that request checks whether the content has changed.
  if (!made || path === partsFile) {
    const content = await getContent();
    if (made?.content !== content)
      made = { content, files: getSearchTexts(content).then((texts) => makeSearchIndex(texts)) };
  }
  const { files } = made;
  const file = (await files.catch(forget)).find((each) => each.path === path);
  if (!file) notFound();
  const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return new Response(new Uint8Array(file.content), { headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } });
}

/** Has the next request try again after a failure. */
function forget(error: unknown): never {
  made = undefined;
  throw error;
}
