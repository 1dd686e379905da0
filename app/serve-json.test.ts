import { expect, it } from 'vitest';
import { serveJson } from '@/app/serve-json';
import { entityTag } from '@/lib/base/entity-tag';

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
