import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeRaw from 'rehype-raw';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parsePlain } from '@/lib/mdx/syntax';
import { quoteBlock, quoteText } from '@/lib/tooling/workflows/hostile-text';

function render(markdown: string): { elements: string[]; text: string } {
  const processor = unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw);
  const tree = processor.runSync(parsePlain(markdown)) as Root;
  const elements: string[] = [];
  visit(tree, 'element', (element: Element) => {
    elements.push(element.tagName);
  });
  return { elements, text: textOf(tree).trim() };
}

describe('quoteBlock', () => {
  it.each([
    'a: b\n```\n# heading\n```yaml\n',
    '````` [click](https://evil.example)',
    '</code></pre><script>alert(1)</script>',
    '@everybody #1',
    '~~~\n<img src=x>',
  ])('shows %j as it is, without any effect', (text) => {
    const shown = render(`Before\n\n${quoteBlock(text, 'yaml')}\n\nAfter`);
    expect(shown.elements).toEqual(['p', 'pre', 'code', 'p']);
    expect(shown.text).toContain(text.trimEnd());
  });

  it('hides nothing and turns nothing round, but joins what is written with joiners', () => {
    expect(quoteBlock('a\u202eb\u200bc\u0000d\n👩\u200d💻', '')).toBe('```\na b c d\n👩\u200d💻\n```');
  });

  it('is cut where it is too long, and closed', () => {
    const shown = quoteBlock('x\n'.repeat(15_000), '');
    expect(shown.length).toBeLessThan(20_100);
    expect(shown).toMatch(/\n…\n```$/);
    expect(quoteBlock('x\n'.repeat(9_000), '')).not.toContain('…');
  });
});

describe('quoteText', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    '</code><script>alert(1)</script>',
    '[click](https://evil.example)',
    '![see](https://evil.example/x.png)',
    'https://evil.example www.evil.example',
    '`code` **bold** ~~gone~~ | cell |',
    '<!-- news:preview -->',
    '@everybody #1 example/tool2#1',
    '&lt;b&gt; &#60;',
    '# heading',
    '- [ ] task',
    '/blog/2022/03/february-update/',
    '配置 إعداد é',
  ])('shows %s without any effect', (text) => {
    expect(render(`Pages:\n\n- ${quoteText(text)}: 3 kB\n`)).toEqual({
      elements: ['p', 'ul', 'li', 'code'],
      text: expect.stringContaining(`${text.replaceAll('`', 'ˋ')}: 3 kB`),
    });
  });

  it('returns one line without hidden characters', () => {
    expect(quoteText('a\r\n\u0000b\u202ec\u200bd\ud800e')).toBe('`a b c d e`');
  });

  it('has a placeholder for empty text', () => {
    expect(quoteText(' \n')).toBe('(empty)');
    expect(quoteText('`')).toBe('`ˋ`');
  });

  it('shortens long text between characters', () => {
    expect(quoteText('😀😀😀', 2)).toBe('`😀😀…`');
    expect(quoteText('abc', 3)).toBe('`abc`');
  });
});
