import { describe, expect, it } from 'vitest';
import { element } from '@/lib/base/html';
import { renderPostMarkdown } from '@/lib/output/feeds/post-markdown';
import type { PostFacts } from '@/lib/output/post-facts';

const href = 'https://news.example/blog/2022/03/a/';

function markdownOf(title: string, description: string | undefined = 'In short.', authors = ['Ann']): string {
  const published = new Date('2022-03-01T00:00:00Z');
  const facts: PostFacts = {
    ...{ path: '/blog/2022/03/a/', title, description, lang: undefined, tags: [], published, updated: published },
    authors: authors.map((name) => ({ name, path: undefined })),
  };
  return renderPostMarkdown(facts, href, [element('h2', {}, 'New'), element('p', {}, 'Text.')]);
}

describe('renderPostMarkdown', () => {
  it('is the post in plain Markdown', () => {
    expect(markdownOf('A post')).toBe(
      `# A post\n\nIn short.\n\n2022-03-01 by Ann\n\n## New\n\nText.\n\nSource: <${href}>\n`,
    );
  });

  it('leaves out the summary and authors if there are none', () => {
    expect(markdownOf('A post', '', [])).toBe(`# A post\n\n2022-03-01\n\n## New\n\nText.\n\nSource: <${href}>\n`);
  });

  it('keeps every title as plain text', () => {
    expect(markdownOf('<script>x</script> [a](https://e.example/)')).toContain('# \\<script>x\\</script> \\[a\\](');
    expect(markdownOf('A [b] c')).toContain('# A \\[b\\] c');
    expect(markdownOf('A\u0000b\nc')).toContain('# Ab c');
  });
});
