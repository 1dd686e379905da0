// The pages' own scripts.
import { fileRoute } from '@/app/param-route';
import { getOwnScripts } from '@/lib/build/elements';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = fileRoute({
  list: async () => Object.values(await getOwnScripts()).map(({ name }) => ({ name })),
  find: async ({ name }) => Object.values(await getOwnScripts()).find((script) => script.name === name),
  respond: ({ code }) =>
    new Response(code, {
      headers: {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'public, max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
      },
    }),
});
