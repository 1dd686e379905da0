import { expect, it } from 'vitest';
import { serveFile, serveJson } from '@/app/serve';
import { entityTag } from '@/lib/base/entity-tag';
import { filePolicy } from '@/lib/base/headers.mjs';

it('serves a file as what it is, in a sandbox that may load nothing', async () => {
  const answer = serveFile(Buffer.from('<svg/>'), 'image/svg+xml', 'public, max-age=86400');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('<svg/>');
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-type': 'image/svg+xml',
    'cache-control': 'public, max-age=86400',
    'content-security-policy': filePolicy,
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  });
});

it('serves a value as JSON, to every site', async () => {
  const answer = serveJson({ a: 'ä' });
  expect(await answer.text()).toBe('{\n  "a": "ä"\n}\n');
  expect(Object.fromEntries(answer.headers)).toEqual({
    etag: entityTag('{\n  "a": "ä"\n}\n'),
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'public, max-age=3600',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  });
});
