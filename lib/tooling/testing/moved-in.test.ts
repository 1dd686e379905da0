// Four posts in Hugo's format, as authors would import them: readers get all of their content.
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { renderToStaticMarkup } from 'react-dom/server';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { check } from '@/lib/check/check';
import { loadPosts } from '@/lib/content/load-posts';
import { hasPublicFile } from '@/lib/content/public-files';
import { compileBody } from '@/lib/mdx/compile';
import { inspectBody } from '@/lib/mdx/inspect';
import { renderBody } from '@/lib/mdx/render';
import { getPictures } from '@/lib/output/pictures/pictures';
import { site } from '@/lib/site';

const dir = 'e2e/fixtures/hostile';

async function posts() {
  const { posts } = await loadPosts(dir);
  return posts.filter(({ url }) => url.startsWith('/blog/2023/'));
}

/** A post's body as readers get it, in parts. */
async function shown(url: string) {
  const post = (await posts()).find((each) => each.url === url);
  if (!post) throw new Error(`there is no post at ${url}`);
  const { body, format, context } = post;
  const compiled = await compileBody(body, { format, context, pictures: await getPictures(post), hasPublicFile });
  const html = renderToStaticMarkup(renderBody(compiled, {}));
  const elements: Element[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (element) => {
    elements.push(element);
  });
  const all = (pattern: RegExp) => elements.filter(({ tagName }) => pattern.test(tagName));
  const isAnchor = ({ properties }: Element) => String(properties.className ?? '') === 'anchor';
  return {
    html,
    compiled,
    inspection: inspectBody(body, format).inspection,
    links: all(/^a$/)
      .filter((link) => !isAnchor(link))
      .map(({ properties }) => String(properties.href)),
    pictures: all(/^img$/).map(
      ({ properties: { src, width, height } }) => `${String(src).replace(/.*\//, '')} ${width}×${height}`,
    ),
    code: all(/^pre$/).map((block) => textOf(block).trim()),
    places: elements.filter(({ tagName, properties }) => `${tagName} ${properties.className}`.includes('picture-place'))
      .length,
    videos: elements.filter(({ tagName }) => tagName === 'shortcode-video' || tagName === 'video-player').length,
  };
}

describe('posts in Hugo’s form', () => {
  it('have the addresses that Hugo gives them, and their old ones redirect', async () => {
    const found = (await posts()).map(({ url, title, aliases }) => [url, title, ...aliases]);
    expect(found.sort()).toEqual([
      ['/blog/2023/01/long-gone/', 'Long gone'],
      [
        '/blog/2023/04/moved-in/',
        'Moved in: "everything" that Hugo\'s posts hold',
        '/blog/2023-04-05-moved-in/',
        '/2023/moved-in/',
      ],
      ['/blog/2023/05/in-toml/', 'Front matter in TOML'],
      ['/blog/2023/07/spring-tides-v1.2.0-what-is-new/', "Spring tide's v1.2.0: what is new?", '/2023/spring-tide/'],
    ]);
  });

  it('have no errors', async () => {
    const { problems } = await check(dir);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('show all of the longest post', async () => {
    const { html, compiled, links, pictures, places, code, videos } = await shown('/blog/2023/04/moved-in/');
    expect(compiled.headings.map(({ id, text }) => `${id}: ${text}`)).toEqual([
      'own-id: An id of its own',
      'definitions: Definitions',
      'pictures: Pictures',
      'code: Code',
      'videos-and-posts-elsewhere: Videos and posts elsewhere',
    ]);
    const elsewhere = (path: string) => `https://example.org/${path}`;
    expect(links).toEqual([
      elsewhere('a_b_c'),
      `${site.docsOrigin}/flux/guides/`,
      '/blog/2023/05/in-toml/',
      ...['in-brackets', 'bare', 'by-name', 'in-a-list', 'in-a-box', 'in-a-definition', 'in-a-caption'].map(elsewhere),
      'https://x.com/example/status/1234567890',
      elsewhere('in-a-tab'),
    ]);
    // Of the last two pictures the one is on another site, and the other nowhere.
    expect(pictures).toEqual(['wide-featured.png 1800×900', 'two.jpg 90×56', 'lines.svg 20×7', 'two.jpg 60×38']);
    expect(places).toBe(2);
    expect(code).toEqual([
      'title: "quoted -- and so on..."\nshortcode: {{< not-one >}}',
      'echo "indented"',
      'fmt.Println("highlighted")',
    ]);
    expect(videos).toBe(2);
    expect(html).not.toMatch(/HAHAHUGO|\{#[\w-]+\}|[\u{F0000}-\u{FFFFD}]/u);
  });

  it.each([
    '/blog/2023/01/long-gone/',
    '/blog/2023/04/moved-in/',
    '/blog/2023/05/in-toml/',
    '/blog/2023/07/spring-tides-v1.2.0-what-is-new/',
  ])('have the ids that their links are checked against: %s', async (url) => {
    const { compiled, inspection } = await shown(url);
    expect(compiled.headings.length).toBeGreaterThan(0);
    expect(inspection.ids).toEqual(expect.arrayContaining(compiled.headings.map(({ id }) => id)));
  });

  it('link to one another with shortcodes', async () => {
    const { links, videos } = await shown('/blog/2023/07/spring-tides-v1.2.0-what-is-new/');
    expect(links).toEqual([
      '/blog/2023/05/in-toml/',
      '/blog/2023/05/in-toml/#what-follows',
      'https://example.org/in-a-heading',
    ]);
    expect(videos).toBe(1);
  });
});
