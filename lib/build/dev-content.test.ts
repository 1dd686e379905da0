import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LiveContent } from '@/lib/build/dev-content';
import { readSnapshot } from '@/lib/content/snapshot';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

/** A content folder with two posts and an event, followed as `npm run dev` does. */
async function follow(files: Readonly<Record<string, string>> = {}) {
  const { dir } = await writeContent({
    'blog/2022/03/a.mdx': postText({ body: 'One.\n' }),
    'blog/2022/03/b.mdx': postText({ fields: ['events: [talk]'], body: '<Event id="talk" />\n' }),
    'events/talk.yaml': event,
    ...files,
  });
  const snapshot = join(dir, '.snapshot');
  const content = new LiveContent(dir, snapshot);
  await content.start();
  return {
    content,
    codes: () => content.state.problems.map(({ file, code }) => `${file.slice(file.lastIndexOf('/') + 1)} ${code}`),
    save: async (path: string, text: string) => {
      await writeFile(join(dir, path), text);
      await content.update();
    },
    remove: async (path: string) => {
      await rm(join(dir, path));
      await content.update();
    },
    bodyOf: async (slug: string) =>
      (await readSnapshot(snapshot)).posts.find((post) => post.slug === slug)?.body.trim(),
    titles: async () => (await readSnapshot(snapshot)).community.events.map(({ title }) => title),
  };
}

const event = 'title: A talk\nkind: talk\nstart: 2022-03-03\n';

it('passes on what was saved, and reports the change', async () => {
  const { content, save, bodyOf, codes } = await follow();
  const { changedAt } = content.state;
  let changes = 0;
  content.follow(() => {
    changes += 1;
  });
  await save('blog/2022/03/a.mdx', postText({ body: 'Two, and longer.\n' }));
  expect([await bodyOf('a'), codes(), changes]).toEqual(['Two, and longer.', [], 1]);
  expect(content.state.changedAt).toBeGreaterThan(changedAt);
});

it('reports an error in a body or in front matter, and keeps the post as it was until it is corrected', async () => {
  const { content, save, bodyOf, codes } = await follow();
  for (const [text, problem] of [
    [postText({ body: '<Nope />\n' }), 'a.mdx mdx/element'],
    [postText({ body: '![x](missing.png)\n' }), 'a.mdx picture/missing'],
    [postText({ fields: ['tags: ['] }), 'a.mdx yaml/invalid'],
  ] as const) {
    const { changedAt } = content.state;
    await save('blog/2022/03/a.mdx', text);
    expect(codes()).toContain(problem);
    expect([await bodyOf('a'), content.state.changedAt]).toEqual(['One.', changedAt]);
    await save('blog/2022/03/a.mdx', postText({ body: 'One.\n' }));
    expect(codes()).toEqual([]);
  }
});

it('keeps the entries as they were while one of them has errors, and drops a removed post', async () => {
  const { save, remove, codes, titles, bodyOf } = await follow();
  await save('events/talk.yaml', event.replace('kind: talk', 'kind: talc'));
  expect(codes().some((code) => code.startsWith('talk.yaml event/'))).toBe(true);
  expect(await titles()).toEqual(['A talk']);
  await save('events/talk.yaml', event.replace('A talk', 'Another talk'));
  expect([codes(), await titles()]).toEqual([[], ['Another talk']]);
  await remove('blog/2022/03/a.mdx');
  expect([await bodyOf('a'), codes()]).toEqual([undefined, []]);
});

it('checks the body of a post once its page is open', async () => {
  const { content, codes, bodyOf } = await follow({ 'blog/2022/03/c.mdx': postText({ body: '<Nope />\n' }) });
  expect([codes(), await bodyOf('c')]).toEqual([[], '<Nope />']);
  content.shown = () => ['/blog/2022/03/c/'];
  await content.look();
  expect(codes()).toEqual(['c.mdx mdx/element']);
});
