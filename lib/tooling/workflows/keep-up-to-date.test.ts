import { describe, expect, it } from 'vitest';
import { fakeGitHub } from '@/lib/tooling/testing/fixtures/fake-github';
import { keepComment, keepIssue } from '@/lib/tooling/workflows/keep-up-to-date';

const bot = { login: 'github-actions[bot]' };
const comments = (list: unknown[]) => fakeGitHub(({ method }) => ({ json: method === 'GET' ? list : {} }));

describe('keepComment', () => {
  it('writes a comment if there is none', async () => {
    const { github, asked } = await comments([]);
    expect(await keepComment(github, 7, 'x', 'Hello')).toBe('created');
    expect(asked.at(-1)).toMatchObject({
      method: 'POST',
      path: '/issues/7/comments',
      body: { body: '<!-- x -->\nHello\n' },
    });
  });

  it('updates its own comment', async () => {
    const { github, asked } = await comments([{ id: 3, body: '<!-- x -->\nOld\n', user: bot }]);
    expect(await keepComment(github, 7, 'x', 'Hello')).toBe('updated');
    expect(asked.at(-1)).toMatchObject({ method: 'PATCH', path: '/issues/comments/3' });
  });

  it('does not change it while it is up to date', async () => {
    const { github, asked } = await comments([{ id: 3, body: '<!-- x -->\nHello\n', user: bot }]);
    expect(await keepComment(github, 7, 'x', 'Hello')).toBe('unchanged');
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['somebody else wrote', { id: 3, body: '<!-- x -->\nMine\n', user: { login: 'mallory' } }],
    ['has no author', { id: 3, body: '<!-- x -->\nMine\n', user: null }],
    ['another workflow wrote', { id: 3, body: '<!-- y -->\nMine\n', user: bot }],
    ['only quotes the marker', { id: 3, body: '> <!-- x -->\n', user: bot }],
  ])('does not touch a comment that %s', async (_, comment) => {
    const { github } = await comments([comment]);
    expect(await keepComment(github, 7, 'x', 'Hello')).toBe('created');
  });

  it('shortens long text at the end of a line', async () => {
    const { github, asked } = await comments([]);
    await keepComment(github, 7, 'x', `${'- `a`\n'.repeat(20_000)}`);
    const { body = '' } = (asked.at(-1)?.body ?? {}) as { body?: string };
    expect(body.length).toBeLessThan(65_536);
    expect(body).toMatch(/- `a`\n\nThe rest is too long to show./);
  });
});

describe('keepIssue', () => {
  const what = { marker: 'links', title: 'Links', label: 'links' };
  const ours = { number: 5, state: 'open', body: '<!-- links -->\nOld\n', user: bot };

  it('opens, updates and closes one issue', async () => {
    const none = await comments([]);
    expect(await keepIssue(none.github, what, 'New')).toBe('created');
    expect(none.asked.at(-1)).toMatchObject({ path: '/issues', body: { title: 'Links', labels: ['links'] } });
    const one = await comments([ours]);
    expect(await keepIssue(one.github, what, 'New')).toBe('updated');
    expect(one.asked.at(-1)).toMatchObject({ method: 'PATCH', path: '/issues/5', body: { state: 'open' } });
    const done = await comments([ours]);
    expect(await keepIssue(done.github, what, undefined)).toBe('closed');
    expect(done.asked.at(-1)).toMatchObject({ path: '/issues/5', body: { state: 'closed' } });
  });

  it('reopens it if it was closed', async () => {
    const { github, asked } = await comments([{ ...ours, state: 'closed', body: '<!-- links -->\nNew\n' }]);
    expect(await keepIssue(github, what, 'New')).toBe('updated');
    expect(asked.at(-1)).toMatchObject({ body: { state: 'open' } });
  });

  it('does nothing without text, and never uses a pull request as the issue', async () => {
    const { github, asked } = await comments([{ ...ours, pull_request: {} }]);
    expect(await keepIssue(github, what, undefined)).toBe('unchanged');
    expect(asked).toHaveLength(1);
  });
});
