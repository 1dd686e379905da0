// A server of ours that answers like the code host's REST API, for tests on 127.0.0.1.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { GitHub } from '@/lib/tooling/workflows/github';

/** A request that came. */
export interface Asked {
  readonly method: string;
  /** Below the repository, with its query. */
  readonly path: string;
  readonly body: unknown;
  readonly token: string | undefined;
}

/** What is answered: a status and JSON. Undefined is 404. */
export type Answerer = (asked: Asked) => { readonly status?: number; readonly json?: unknown } | undefined;

/** Serves until the test is over. @returns the repository `o/r` there, every request in its order, and any address. */
export async function fakeGitHub(answer: Answerer): Promise<{ github: GitHub; asked: Asked[]; hook: string }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const one: Asked = {
      method: request.method ?? '',
      path: (request.url ?? '').replace('/repos/o/r', ''),
      body: text === '' ? undefined : JSON.parse(text),
      token: request.headers.authorization,
    };
    asked.push(one);
    const { status = 200, json = {} } = answer(one) ?? { status: 404, json: { message: 'Not Found' } };
    response.writeHead(status, { 'content-type': 'application/json' }).end(status === 204 ? '' : JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const api = `http://127.0.0.1:${port}`;
  return { github: new GitHub({ api, repository: 'o/r', token: 't0ken' }), asked, hook: `${api}/hook` };
}
