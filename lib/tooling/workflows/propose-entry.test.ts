import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { check } from '@/lib/check/check';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { type Answerer, fakeGitHub } from '@/lib/tooling/testing/fixtures/fake-github';
import { formIssueSchema } from '@/lib/tooling/workflows/form-issue';
import { proposeEntry } from '@/lib/tooling/workflows/propose-entry';

const sha = 'c'.repeat(40);

/** A repository that has the form's branch already, or has not. */
function host(branchThere = false): Answerer {
  return ({ method, path }) => {
    if (path === '/git/ref/heads/main') return { json: { object: { sha } } };
    if (path === '/git/refs') return branchThere ? { status: 422, json: { message: 'exists' } } : { status: 201 };
    if (path.startsWith('/pulls?')) return { json: branchThere ? [{ number: 40 }] : [] };
    if (path === '/pulls') return { status: 201, json: { number: 41 } };
    if (method === 'GET') return { json: [] };
    return { json: {} };
  };
}

const body = (name: string, url = 'https://new.example', projects = 'Tool') =>
  `### What is the organisation called?\n\n${name}\n\n### What is its website?\n\n${url}\n\n### Which projects does it use?\n\n${projects}\n\n### May we publish this?\n\n- [x] I may say this.\n`;

async function propose(text: string, { labels = ['adopter', 'accepted'], branchThere = false } = {}) {
  const project = '{id: tool, name: Tool, about: x, repository: https://a.example, color: "#1d4fd8"}';
  const { dir } = await writeContent({
    'content/projects.yaml': `projects:\n  - ${project}\n`,
    'content/adopters/known.yaml': 'name: Known\nurl: https://known.example\nprojects: [tool]\n',
  });
  await cp('.github', join(dir, '.github'), { recursive: true });
  const { github, asked } = await fakeGitHub(host(branchThere));
  const event = formIssueSchema.parse({
    issue: { number: 7, body: text, labels: labels.map((name) => ({ name })) },
    repository: { default_branch: 'main' },
  });
  const place = { root: dir, now: new Date('2026-11-22T12:00:00Z'), check };
  const number = await proposeEntry(github, event, place);
  const bodyOf = (method: string, path: string) =>
    asked.find((one) => one.method === method && one.path === path)?.body as Record<string, string> | undefined;
  return { number, asked, bodyOf, dir };
}

describe('proposeEntry', () => {
  it('opens a pull request with the file, and says so on the issue', async () => {
    const { number, bodyOf, dir } = await propose(body('New One'));
    expect(number).toBe(41);
    expect(bodyOf('POST', '/git/refs')).toEqual({ ref: 'refs/heads/form/adopter-7', sha });
    const put = bodyOf('PUT', '/contents/content/adopters/new-one.yaml');
    expect(put).toMatchObject({ branch: 'form/adopter-7' });
    expect(parse(Buffer.from(put?.content ?? '', 'base64').toString())).toEqual({
      name: 'New One',
      url: 'https://new.example',
      projects: ['tool'],
      joined: '2026-11',
    });
    expect(bodyOf('POST', '/pulls')).toMatchObject({ title: 'Add the adopter new-one', head: 'form/adopter-7' });
    expect(bodyOf('POST', '/issues/7/comments')?.body).toContain('#41');
    // GitHub starts none by itself for what a workflow makes.
    for (const path of ['/pulls', '/issues/7/comments']) {
      expect(bodyOf('POST', path)?.body).toContain('its checks do not start by themselves');
    }
    expect(existsSync(join(dir, 'content/adopters/new-one.yaml'))).toBe(false);
  });

  it('continues an earlier attempt', async () => {
    const { number, bodyOf } = await propose(body('New One'), { branchThere: true });
    expect(number).toBe(40);
    expect(bodyOf('PATCH', '/git/refs/heads/form/adopter-7')).toEqual({ sha, force: true });
    expect(bodyOf('POST', '/pulls')).toBeUndefined();
  });

  it.each([
    ['an answer that the schema refuses', body('A', 'http://a.example'), 'is not encrypted'],
    ['an unknown project', body('A', 'https://a.example', 'Toool'), 'there is no project'],
    ['an organisation that is there already', body('known'), 'is the same as in'],
    ['one that comes before it by name', body('A known one', 'https://known.example'), 'is the same as in'],
    ['no answers', '', '**What is its website?** `this question needs an answer`'],
  ])('opens none for %s, and lists what to correct', async (_, text, message) => {
    const { number, asked, bodyOf } = await propose(text);
    expect(number).toBeUndefined();
    expect(asked.filter(({ path }) => /^\/(?:git|pulls|contents)/.test(path))).toEqual([]);
    expect(bodyOf('POST', '/issues/7/comments')?.body).toContain(message);
  });

  it('quotes the answers without any effect', async () => {
    const { bodyOf } = await propose(body('A', '`@all ![x](http://evil.example)'));
    const text = bodyOf('POST', '/issues/7/comments')?.body ?? '';
    expect(text).toContain('evil.example');
    expect(text.replace(/`[^`\n]*`/g, '')).not.toMatch(/@|evil/);
  });

  it('requires exactly one label of a kind', async () => {
    await expect(propose(body('A'), { labels: ['accepted'] })).rejects.toThrow('has 0 labels');
    await expect(propose(body('A'), { labels: ['adopter', 'event'] })).rejects.toThrow('has 2 labels');
  });
});
