// What a route handler answers, as the framework would keep it.
import type { Params } from '@/lib/build/draw/draw-page';
import type { AnswerHead } from '@/lib/build/draw/framework-output';

/** A file `route.ts`. */
export interface RouteModule {
  readonly GET: (request: Request, context: { params: Promise<Params> }) => Response | Promise<Response>;
}

/** An answer. */
export interface Answer {
  readonly head: AnswerHead;
  readonly body: Buffer;
}

/**
 * Asks a route handler.
 *
 * @param encoded the address without a final slash.
 * @throws {Error} whatever it throws, and where its status is one that the framework would not keep.
 */
export async function answerRoute({ GET }: RouteModule, encoded: string, params: Params): Promise<Answer> {
  const request = new Request(new URL(`${encoded}/`, 'http://localhost:3000'));
  const { status, headers, ...response } = await readResponse(await GET(request, { params: Promise.resolve(params) }));
  if (status >= 400 && status !== 404) throw new Error(`answers ${status}, which nothing can be made of beforehand`);
  return { head: { status, headers }, body: response.body };
}

async function readResponse(response: Response) {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  };
}
