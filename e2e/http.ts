// Sends a request exactly as written: the path is not normalized, and redirects are not followed.
import { request } from 'node:http';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  /** By lower-case name; several of one name are joined by a comma and a space. */
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Buffer;
  /** The bytes as UTF-8. */
  readonly body: string;
}

/**
 * Sends one request.
 *
 * @param origin `http://127.0.0.1:4310`.
 * @param path the request's target, not changed in any way: `//evil.example/` stays that.
 * @param headers more of them, by lower-case name.
 * @param body as it is sent.
 */
export function ask(
  origin: string,
  path: string,
  method = 'GET',
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path, method, headers: { accept: '*/*', ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const bytes = Buffer.concat(chunks);
          const headers = Object.entries(response.headersDistinct).map(([name, values]): [string, string] => [
            name,
            (values ?? []).join(', '),
          ]);
          resolve({
            status: response.statusCode ?? 0,
            headers: new Map(headers),
            bytes,
            body: bytes.toString('utf8'),
          });
        });
      },
    );
    sent.once('error', reject);
    // A social picture takes a busy machine long; a test that must not wait has its own limit.
    sent.setTimeout(60_000, () => sent.destroy(new Error(`${method} ${path}: no answer within a minute`)));
    sent.end(body);
  });
}
