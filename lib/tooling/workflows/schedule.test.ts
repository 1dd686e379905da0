import { describe, expect, it } from 'vitest';
import { fakeGitHub } from '@/lib/tooling/testing/fixtures/fake-github';
import {
  askForBuild,
  callHook,
  failedDeployment,
  lastGoodRun,
  parseDueStatus,
  renderSchedule,
} from '@/lib/tooling/workflows/schedule';

const now = new Date('2026-11-22T12:00:00Z');
const post = { title: 'A post', date: '2026-11-22T09:00:00Z', url: '/blog/2026/11/a-post/' };

describe('lastGoodRun', () => {
  const ask = async (starts: [id: number, start: string, branch?: string][]) => {
    const { github } = await fakeGitHub(({ path }) => {
      if (path === '') return { json: { default_branch: 'trunk' } };
      const { searchParams } = new URL(path, 'https://api.example');
      const found = starts.filter(([, , branch = 'trunk']) => branch === searchParams.get('branch'));
      return { json: { workflow_runs: found.map(([id, created_at]) => ({ id, created_at })) } };
    });
    return (await lastGoodRun(github, 'schedule.yml', 9, now)).toISOString();
  };

  it('is the start of the latest run, but never of this one', async () => {
    expect(
      await ask([
        [9, '2026-11-22T11:59:00Z'],
        [8, '2026-11-22T11:00:00Z'],
        [7, '2026-11-22T10:00:00Z'],
      ]),
    ).toBe('2026-11-22T11:00:00.000Z');
  });

  it('goes back over missed runs, but at most 35 days', async () => {
    expect(await ask([[8, '2026-11-19T00:00:00Z']])).toBe('2026-11-19T00:00:00.000Z');
    expect(await ask([[8, '2025-01-01T00:00:00Z']])).toBe('2026-10-18T12:00:00.000Z');
    expect(await ask([])).toBe('2026-10-18T12:00:00.000Z');
  });

  it('is on the main branch, because a manual run on another publishes nothing', async () => {
    expect(
      await ask([
        [8, '2026-11-22T11:00:00Z', 'try'],
        [7, '2026-11-22T10:00:00Z'],
      ]),
    ).toBe('2026-11-22T10:00:00.000Z');
  });

  it('ignores a run with a time in the future', async () => {
    expect(await ask([[8, '2027-01-01T00:00:00Z']])).toBe('2026-10-18T12:00:00.000Z');
  });
});

describe('failedDeployment', () => {
  type Deployed = [sha: string, created: string, state: string, environment?: string, isProduction?: boolean];
  const ask = async (...deployed: Deployed[]) => {
    const { github } = await fakeGitHub(({ path }) => {
      const [, id] = /^\/deployments\/(\d+)\/statuses/.exec(path) ?? [];
      const state = deployed[Number(id)]?.[2];
      if (id !== undefined) return { json: state === '' ? [] : [{ state }] };
      return {
        json: deployed.map(([sha, created_at, , environment = 'Production', production_environment], index) => {
          return { id: index, sha, created_at, environment, production_environment };
        }),
      };
    });
    return failedDeployment(github, now);
  };

  it.each([
    ['failure', 'a'],
    ['error', 'a'],
    ['success', undefined],
    ['in_progress', undefined],
    ['inactive', undefined],
    ['', undefined],
  ])('is the last where its state is “%s”', async (state, expected) => {
    expect(await ask(['a', '2026-11-22T11:00:00Z', state])).toBe(expected);
  });

  it('is undefined if a later one succeeded, or without deployments', async () => {
    expect(
      await ask(['a', '2026-11-22T10:00:00Z', 'failure'], ['b', '2026-11-22T11:00:00Z', 'success']),
    ).toBeUndefined();
    expect(await ask(['a', '2026-11-22T11:00:00Z', 'failure'], ['b', '2026-11-22T10:00:00Z', 'success'])).toBe('a');
    expect(await ask()).toBeUndefined();
  });

  it('is a production deployment, not a preview', async () => {
    expect(await ask(['a', '2026-11-22T11:00:00Z', 'failure', 'Preview', false])).toBeUndefined();
    expect(await ask(['a', '2026-11-22T11:00:00Z', 'failure', 'Production – news', false])).toBe('a');
    expect(await ask(['a', '2026-11-22T11:00:00Z', 'failure', 'live', true])).toBe('a');
  });

  it('is retried at most four times a day', async () => {
    const tries = [8, 9, 10, 11].map(
      (hour): Deployed => ['a', `2026-11-22T${`${hour}`.padStart(2, '0')}:00:00Z`, 'error'],
    );
    expect(await ask(...tries)).toBeUndefined();
    expect(await ask(...tries.slice(1))).toBe('a');
    const [first, ...others] = tries as [Deployed, ...Deployed[]];
    expect(await ask(['a', '2026-11-21T11:00:00Z', 'error'], ...others)).toBe('a');
    expect(await ask(['b', first[1], 'error'], ...others)).toBe('a');
  });
});

describe('parseDueStatus', () => {
  it('reads what is due, and one or several that are next', () => {
    expect(parseDueStatus(JSON.stringify({ due: [post], next: post }))).toEqual({
      due: [post],
      ended: [],
      next: [post],
    });
    expect(parseDueStatus(JSON.stringify({ due: [], next: [post, post] })).next).toHaveLength(2);
    expect(parseDueStatus('{"due":[],"next":null}')).toEqual({ due: [], ended: [], next: [] });
    expect(parseDueStatus('{"due":[]}')).toEqual({ due: [], ended: [], next: [] });
  });

  it('rejects anything else, so that a misread report cannot delay a build', () => {
    for (const text of ['', '{}', '{"due":7}', 'nothing is due']) expect(() => parseDueStatus(text)).toThrow();
  });
});

describe('the deploy hook', () => {
  it('is called once, and anything but success is a failure', async () => {
    let status = 201;
    const { hook, asked } = await fakeGitHub(() => ({ status }));
    await callHook(hook);
    expect(asked.map(({ method }) => method)).toEqual(['POST']);
    status = 404;
    await expect(callHook(hook)).rejects.toThrow('answered with status 404');
  });

  it('is called again after a server error', async () => {
    const answers = [503, 201];
    const { hook, asked } = await fakeGitHub(() => ({ status: answers.shift() ?? 500 }));
    await callHook(hook, 1);
    expect(asked).toHaveLength(2);
    await expect(callHook(hook, 1)).rejects.toThrow('answered with status 500');
    expect(asked).toHaveLength(5);
  });

  it('must be an https: URL', async () => {
    await expect(askForBuild('')).rejects.toThrow('DEPLOY_HOOK_URL is not set');
    await expect(askForBuild('http://a.example/secret')).rejects.toThrow('not an https address');
  });

  it('is never named in a message', async () => {
    const refused = callHook('http://127.0.0.1:1/secret', 1);
    await expect(refused).rejects.toThrow('The deploy hook did not answer');
    await expect(refused).rejects.not.toThrow('secret');
  });
});

describe('renderSchedule', () => {
  it('says what was published and what is next', () => {
    expect(renderSchedule({ due: [post], ended: [], next: [{ ...post, title: 'B' }] }, now)).toBe(
      '### Schedule\n\nDue since 2026-11-22T12:00:00.000Z; the host is building now:\n\n- `2026-11-22T09:00:00Z` `A post` `/blog/2026/11/a-post/`\n\nNext:\n\n- `2026-11-22T09:00:00Z` `B` `/blog/2026/11/a-post/`\n',
    );
  });

  it('says that a failed deployment is tried again', () => {
    const text = renderSchedule({ due: [], ended: [], next: [] }, now, 'abcdef0123456789');
    expect(text).toContain('The last deployment failed, of commit `abcdef012345`; the host tries it again.');
    expect(text).not.toContain('nothing was built');
  });

  it('says that nothing was due', () => {
    const text = renderSchedule({ due: [], ended: [], next: [] }, now);
    expect(text).toContain('so nothing was built');
    expect(text).toContain('Nothing else is scheduled.');
  });
});
