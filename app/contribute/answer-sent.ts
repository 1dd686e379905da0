// From a request with a form to the response: what is refused, how many wait, and where the answer comes from.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { AnswerWorker } from '@/app/contribute/answer-worker';
import { LimitedWorker } from '@/lib/base/limited-worker';
import { sleep } from '@/lib/base/sleep';
import { contributePath, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { TaskLimitError } from '@/lib/base/worker-process';
import { answerWorkerFile, contributeDataFile } from '@/lib/output/contribute/kept-files';
import { refusalPage } from '@/lib/output/contribute/refusal-page';

const said = words.contribute;

/** Bytes of a form: far more than an entry needs. */
const mostBytes = 32_000;

/** Seconds for one answer, which takes a few milliseconds. */
const limit = { processor: 2, clock: 10 };

/** So many forms may wait for their answer: the last of them usually for a second or two. */
const mostWaiting = 50;

/** Milliseconds that a form waits, if those before it take long. */
const longestWait = 15_000;

/** Megabytes of the process that answers: it needs less than a third of them. */
const mostMemory = 512;

const isDev = process.env.NODE_ENV === 'development';
const distDir = () => resolve(/* turbopackIgnore: true */ process.env.NEWS_DIST_DIR || '.next');

/** The code of the process: bundled by the build; in dev, its source. */
async function findScript(): Promise<string> {
  return isDev
    ? join(/* turbopackIgnore: true */ process.cwd(), 'app', 'contribute', 'answer-worker.ts')
    : join(distDir(), answerWorkerFile);
}

const worker = new LimitedWorker<AnswerWorker>(findScript, limit, {
  idle: 60_000,
  env: { NODE_OPTIONS: `--max-old-space-size=${mostMemory}` },
});
let waiting = 0;

/**
 * Answers a form.
 *
 * @param kind as in the address.
 * @returns the page, whatever is wrong with the answers. What is refused: 403 from another origin, 404 for an unknown
 *   kind, 413 and 415 for other bodies, 422 for what takes too long to check, 503 where too many wait.
 */
export async function answerSent(request: Request, kind: string): Promise<Response> {
  if (isFromElsewhere(request)) return refuse(403);
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '')) {
    return refuse(415);
  }
  const body = await readBody(request);
  if (body === undefined) return refuse(413, said.tooLong);
  if (waiting >= mostWaiting) return refuse(503, said.busy, { 'Retry-After': '10' });
  waiting += 1;
  try {
    const page = await readPage(request, kind);
    if (page === undefined) return refuse(404);
    const answering = worker.run('answer', { kind, body, page, data: await findData() });
    const answer = await unlessLate(answering);
    if (answer === null) return refuse(503, said.busy, { 'Retry-After': '30' });
    return answer === undefined ? refuse(413, said.tooLong) : respond(200, answer);
  } catch (error) {
    if (error instanceof TaskLimitError) return refuse(422, said.tooCostly);
    throw error;
  } finally {
    waiting -= 1;
  }
}

/** What a promise leads to, or null where that takes longer than a form may wait. */
async function unlessLate<T>(promise: Promise<T>): Promise<T | null> {
  const timer = new AbortController();
  const late = sleep(longestWait, timer.signal).then(
    () => null,
    () => null,
  );
  try {
    return await Promise.race([promise, late]);
  } finally {
    // Otherwise the timer would keep the answer until its end.
    timer.abort();
    promise.catch(() => undefined);
  }
}

/**
 * Whether another site has sent the form. Browsers say so in `Sec-Fetch-Site` (Fetch Metadata, section 2.3), older ones in
 * `Origin` (RFC 6454, section 7). What says neither is no browser, whose user a form could deceive.
 */
function isFromElsewhere({ headers, url }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  if (origin === null) return false;
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? new URL(url).host;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** The body as text; undefined where it is too long. */
async function readBody({ headers, body }: Request): Promise<string | undefined> {
  if (Number(headers.get('content-length') ?? 0) > mostBytes) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The page with the empty form; undefined for a kind that has none. */
async function readPage(request: Request, kind: string): Promise<string | undefined> {
  if (!/^[a-z][a-z0-9-]*$/.test(kind)) return undefined;
  if (isDev) {
    const page = await fetch(new URL(toUrl(contributePath(kind)), request.url));
    return page.ok ? withoutFramework(await page.text()) : undefined;
  }
  const file = join(distDir(), 'server', 'app', 'contribute', `${kind}.html`);
  return readFile(file, 'utf8').catch(() => undefined);
}

/** A page of dev without the framework's scripts, which would put the empty form in the place of the answer. */
function withoutFramework(html: string): string {
  return html.replace(/<script\b(?![^>]*\/(?:elements|__news)\/)[^>]*>[\s\S]*?<\/script>/g, '');
}

/** The path of what the answer is made from. */
async function findData(): Promise<string> {
  const path = join(distDir(), contributeDataFile);
  if (!isDev) return path;
  const [{ writeContributeData }, { getContent }] = await Promise.all([
    import('@/lib/check/make-contribute-data'),
    import('@/lib/content/queries'),
  ]);
  const current = `${path}.dev`;
  await writeContributeData(current, await getContent());
  return current;
}

function refuse(status: number, text = '', headers: Readonly<Record<string, string>> = {}): Response {
  return respond(status, refusalPage(text), headers);
}

function respond(status: number, html: string, headers: Readonly<Record<string, string>> = {}): Response {
  const always = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
  return new Response(html, { status, headers: { ...always, ...headers } });
}
