import { expect, it } from 'vitest';
import { serveFile } from '@/app/serve-file';
import { filePolicy } from '@/lib/base/headers.mjs';

it('serves a file as what it is, in a sandbox that may load nothing', async () => {
  const answer = serveFile(Buffer.from('<svg/>'), 'image/svg+xml', 'public, max-age=86400');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('<svg/>');
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-type': 'image/svg+xml',
    'cache-control': 'public, max-age=86400',
    'content-security-policy': filePolicy,
    'x-content-type-options': 'nosniff',
  });
});
