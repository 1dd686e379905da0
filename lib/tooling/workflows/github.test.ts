import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fakeGitHub } from '@/lib/tooling/testing/fixtures/fake-github';
import type { Page } from '@/lib/tooling/testing/fixtures/fake-server';
import { GitHub } from '@/lib/tooling/workflows/github';

const numbered = z.object({ id: z.number() });

describe('GitHub', () => {
  it('sends the token, and returns the fields of the schema', async () => {
    const { github, asked } = await fakeGitHub(() => ({ json: { id: 1, more: true } }));
    expect(await github.ask('POST', '/issues', numbered, { a: 'b' })).toEqual({ id: 1 });
    expect(asked).toEqual([{ method: 'POST', path: '/issues', body: { a: 'b' }, token: 'Bearer t0ken' }]);
  });

  it('reads a list page by page', async () => {
    const { github, asked } = await fakeGitHub(({ path }) => {
      const page = Number(/[?&]page=(\d+)/.exec(path)?.[1]);
      const length = page === 1 ? 100 : 3;
      return { json: Array.from({ length }, (_, index) => ({ id: page * 1000 + index })) };
    });
    expect(await github.list('/issues?state=all', numbered)).toHaveLength(103);
    expect(asked.map(({ path }) => path)).toEqual([
      '/issues?state=all&per_page=100&page=1',
      '/issues?state=all&per_page=100&page=2',
    ]);
  });

  it('retries after a temporary server error', async () => {
    let times = 0;
    const { github } = await fakeGitHub(() => {
      times += 1;
      return times === 1 ? { status: 502 } : { json: { id: 2 } };
    });
    expect(await github.ask('GET', '/x', numbered)).toEqual({ id: 2 });
  });

  it('retries reading a list after a lost connection, but never retries a change', async () => {
    const hangUp: Page = ({ socket }) => void socket.destroy();
    const { github, asked } = await fakeGitHub(() => (asked.length === 1 ? hangUp : { json: { id: 2 } }));
    expect(await github.ask('GET', '/x', numbered)).toEqual({ id: 2 });
    const other = await fakeGitHub(() => hangUp);
    await expect(other.github.ask('POST', '/x', numbered, {})).rejects.toThrow('it closed the connection');
    expect([asked.length, other.asked.length]).toEqual([2, 1]);
  });

  it('stops waiting for a server that sends slowly', async () => {
    const drip: Page = (_, response) => {
      const timer = setInterval(() => response.write(' '), 30);
      response.on('close', () => clearInterval(timer));
    };
    const { github, asked } = await fakeGitHub(() => drip, { total: 200, size: 1_000 });
    await expect(github.ask('GET', '/x', numbered)).rejects.toThrow('no response within 0.2 s');
    expect(asked).toHaveLength(1);
  });

  it('reports what was rejected, without the token', async () => {
    const { github } = await fakeGitHub(() => ({ status: 403, json: { message: 'Forbidden' } }));
    const refused = github.ask('GET', '/x', numbered);
    await expect(refused).rejects.toThrow('GET /x answered 403: Forbidden');
    await expect(refused).rejects.not.toThrow('t0ken');
  });

  it('rejects a response in another format, and an invalid repository name', async () => {
    const { github } = await fakeGitHub(() => ({ json: { id: 'x' } }));
    await expect(github.ask('GET', '/x', numbered)).rejects.toThrow();
    expect(() => new GitHub({ api: 'https://a.example', repository: 'o/r/../x', token: '' })).toThrow();
  });
});
