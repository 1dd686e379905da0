import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { answerFile, askIfChanged, type KeptAnswer, readAnswer } from '@/lib/base/http/answer-cache';
import { request } from '@/lib/base/http/request';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { answer, type Reply, startServer } from '@/lib/tooling/testing/fixtures/fake-server';

/** Asks a server time and again, each time with what is kept. */
async function askOf(reply: Reply) {
  const { dir } = await writeContent({});
  const server = await startServer({ '/': reply });
  const file = answerFile(dir, server.origin);
  let time = 0;
  const ask = (): Promise<KeptAnswer> => {
    time += 1;
    return askIfChanged(
      file,
      readAnswer(file),
      () => time,
      (conditions) =>
        request(new URL(server.origin), { limits: { total: 400, size: 1_000 }, headers: () => conditions }),
    );
  };
  return { ...server, ask, file };
}

it('sends a conditional request, and returns the cached response if it has not changed', async () => {
  const { ask, requests, replies } = await askOf({ text: 'one' });
  expect(await ask()).toMatchObject({ text: 'one', from: 1 });
  expect(await ask()).toMatchObject({ text: 'one', from: 2 });
  expect(requests.map(({ status }) => status)).toEqual([200, 304]);
  replies.set('/', { text: 'two' });
  expect(await ask()).toMatchObject({ text: 'two', from: 3 });
  expect(await ask()).toMatchObject({ text: 'two', from: 4 });
  expect(requests.map(({ status }) => status)).toEqual([200, 304, 200, 304]);
});

it('uses the date if there is no ETag', async () => {
  const date = 'Wed, 16 Feb 2022 13:14:15 GMT';
  const { ask, requests } = await askOf((asked, response) => {
    if (asked.headers['if-modified-since'] === date) response.writeHead(304).end();
    else response.writeHead(200, { 'last-modified': date, link: '</2>; rel="next"' }).end('text');
  });
  const first = await ask();
  expect(await ask()).toEqual({ ...first, from: 2 });
  expect(first.link).toBe('</2>; rel="next"');
  expect(requests.map(({ status }) => status)).toEqual([200, 304]);
});

it('sends no condition if the response has neither an ETag nor a date', async () => {
  const { ask, requests } = await askOf(answer(200));
  await ask();
  await ask();
  expect(requests.map(({ headers }) => headers['if-none-match'] ?? headers['if-modified-since'])).toEqual([
    undefined,
    undefined,
  ]);
});

it('ignores a damaged cache entry', async () => {
  const { ask, file, requests } = await askOf({ text: 'one' });
  await ask();
  await writeFile(file, `${await readFile(file, 'utf8')} `);
  expect(readAnswer(file)).toBeUndefined();
  expect(await ask()).toMatchObject({ text: 'one' });
  expect(requests.map(({ status }) => status)).toEqual([200, 200]);
});
