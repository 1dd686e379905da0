import { describe, expect, it } from 'vitest';
import { toFeed } from '@/lib/feeds/feed';
import { renderPostMarkdown } from '@/lib/feeds/post-markdown';
import { origin } from '@/lib/urls';

function markdownOf(title: string, html: string): string {
  const at = new Date('2022-03-01T00:00:00Z');
  const entry = { path: '/blog/2022/03/a/', title, html, summary: 'In short.', published: at, updated: at };
  const rest = { authors: [{ name: 'Ann', path: undefined }], tags: [], lang: undefined, picture: undefined };
  const [item] = toFeed({
    title: 'N',
    description: 'D',
    page: '/',
    folder: '/',
    entries: [{ ...entry, ...rest }],
  }).items;
  return item ? renderPostMarkdown(item) : '';
}

describe('renderPostMarkdown', () => {
  it('is the post in plain Markdown', () => {
    const html =
      '<h2>New</h2><p>See <a href="https://e.example/">this</a>.</p><pre><code>a\nb</code></pre><ul><li>x</li></ul>';
    expect(markdownOf('A post', html)).toBe(
      `# A post\n\nIn short.\n\n2022-03-01 by Ann\n\n## New\n\nSee [this](https://e.example/).\n\n\`\`\`\na\nb\n\`\`\`\n\n- x\n\nSource: <${origin()}/blog/2022/03/a/>\n`,
    );
  });

  it('keeps tables', () => {
    const html = '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>';
    expect(markdownOf('T', html)).toContain('| a |\n| - |\n| 1 |');
  });

  it('lets no title become anything but text', () => {
    expect(markdownOf('<script>x</script> [a](https://e.example/)', '')).toContain('# \\<script>x\\</script> \\[a]\\(');
    expect(markdownOf('A [b] c', '')).toContain('# A \\[b] c');
  });
});
