import { afterEach, describe, expect, it, vi } from 'vitest';
import { cardImage, listCards } from '@/app/views/cards';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

afterEach(() => vi.unstubAllEnvs());

/** A content folder as the site's. */
async function serve(files: Record<string, string>, env: Record<string, string> = {}) {
  const { dir } = await writeContent(files);
  const all = {
    CONTENT_DIR: dir,
    NEWS_NOW: '2026-11-22T12:00:00Z',
    NEWS_PREVIEW: '0',
    SITE_URL: 'https://news.example',
    ...env,
  };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
}

const posts = {
  'blog/2022/03/a.md': postText({ fields: ['tags: [One]', 'author: Ada'] }),
  'blog/2022/03/hidden.md': postText({ fields: ['draft: true'] }),
  'blog/2099/01/later.md': postText().replace('2022-03-01', '2099-01-01'),
};

describe('listCards', () => {
  it('has a card for each page that is not hidden', async () => {
    await serve(posts);
    const { cards, colors } = await listCards();
    expect(colors.paper).toMatch(/^#/);
    expect(cards['/cards/blog/2022/03/a.png']).toMatchObject({ kicker: '1 March 2022', title: 'A post', line: 'Ada' });
    expect(Object.keys(cards)).toEqual(
      expect.arrayContaining(['/cards/index.png', '/cards/tags/one.png', '/cards/blog/2022.png']),
    );
    expect(Object.keys(cards).filter((path) => /hidden|later/.test(path))).toEqual([]);
  });

  it('has a cover for the mail of an edition, where it has something to show', async () => {
    await serve({
      'blog/2022/03/a.md': postText({ fields: ['period: 2022-02', 'contributors: [Ann]'] }),
      'blog/2022/04/empty.md': postText({ fields: ['period: 2022-03'] }),
      'blog/2022/05/other.md': postText({ fields: ['contributors: [Ann]'] }),
    });
    const covers = Object.entries((await listCards()).cards).filter(([path]) => path.endsWith('/cover.png'));
    expect(covers).toMatchObject([['/cards/blog/2022/03/a/cover.png', { figure: { kind: 'cover' } }]]);
  });

  it('has cards for drafts in a preview', async () => {
    await serve(posts, { NEWS_PREVIEW: '1' });
    expect(Object.keys((await listCards()).cards)).toContain('/cards/blog/2022/03/hidden.png');
  });

  it('has cards for a site without content', async () => {
    await serve({});
    expect((await listCards()).cards['/cards/events.png']).toMatchObject({ title: 'Events', line: '0 events' });
  });
});

describe('cardImage', () => {
  it('is the page’s own, or that of the nearest page above it', async () => {
    await serve(posts);
    const hrefOf = async (path: string) => (await cardImage(path)).href.replace(/\?v=[\w-]{6}$/, '');
    expect(await hrefOf('/blog/2022/03/a/')).toBe('https://news.example/cards/blog/2022/03/a.png');
    expect(await hrefOf('/tags/one/page/2/')).toBe('https://news.example/cards/tags/one.png');
    expect(await hrefOf('/blog/page/2/')).toBe('https://news.example/cards/blog.png');
    expect(await hrefOf('/nothing/')).toBe('https://news.example/cards/index.png');
    expect((await cardImage('/blog/2022/03/a/')).alt).toContain('A post');
  });

  it('is the preview’s own on a preview, and has another version when its content changes', async () => {
    await serve(posts, { VERCEL_ENV: 'preview', VERCEL_URL: 'news-abc.vercel.app' });
    const before = (await cardImage('/blog/2022/03/a/')).href;
    expect(before).toMatch(/^https:\/\/news-abc\.vercel\.app\/cards\/blog\/2022\/03\/a\.png\?v=/);
    await serve(
      { 'blog/2022/03/a.md': postText().replace('A post', 'Another') },
      { VERCEL_ENV: 'preview', VERCEL_URL: 'news-abc.vercel.app' },
    );
    expect((await cardImage('/blog/2022/03/a/')).href).not.toBe(before);
  });
});
