// Asks a route handler for its response, in the form in which the framework stores it.
import type { ResponseHead } from '@/lib/build/prerender/framework-output';
import type { Params } from '@/lib/build/prerender/prerender-page';

/** A file `route.ts`. */
export interface RouteModule {
  readonly GET: (request: Request, context: { params: Promise<Params> }) => Response | Promise<Response>;
}

/** The response of a route handler. */
export interface StaticResponse {
  readonly head: ResponseHead;
  readonly body: Buffer;
}

/**
 * Calls a route handler.
 *
 * @param encoded the percent-encoded address, without a final slash.
 * @throws {Error} whatever the handler throws, and for a status that the framework would not prerender.
 */
export async function prerenderRoute({ GET }: RouteModule, encoded: string, params: Params): Promise<StaticResponse> {
  const request = new Request(new URL(`${encoded}/`, 'http://localhost:3000'));
  const response = await GET(request, { params: Promise.resolve(params) });
  const { status } = response;
  if (status >= 400 && status !== 404) throw new Error(`answers with status ${status}, which cannot be prerendered`);
  return {
    head: { status, headers: Object.fromEntries(response.headers) },
    body: Buffer.from(await response.arrayBuffer()),
  };
}
