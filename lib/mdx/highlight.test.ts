import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, it, vi } from 'vitest';
import { rehypeHighlight } from '@/lib/mdx/highlight';

/** A fenced block, as Markdown makes it. */
function block(source: string, language?: string): Element {
  const properties = language === undefined ? {} : { className: [`language-${language}`] };
  const children: ElementContent[] = [{ type: 'text', value: `${source}\n` }];
  return {
    type: 'element',
    tagName: 'pre',
    properties: {},
    children: [{ type: 'element', tagName: 'code', properties, children }],
  };
}

async function transform(...children: Element[]): Promise<Element[]> {
  const tree: Root = { type: 'root', children };
  await rehypeHighlight()(tree);
  return tree.children as Element[];
}

/** The `<code>` of a block, after it was coloured. */
async function colour(source: string, language?: string): Promise<Element> {
  const pre = block(source, language);
  await transform(pre);
  return pre.children[0] as Element;
}

const spansOf = (code: Element) => code.children.filter((child) => child.type === 'element');

describe('rehypeHighlight', () => {
  it.each(['yaml', 'go', 'js', 'json', 'sh', 'console', 'diff', 'YAML'])(
    'highlights %s without changing a character',
    async (language) => {
      const source = 'a: "b" # c\n\n\tkey = [1, true] // é 通量\nFROM x | y > z\n- d\n+ e';
      const code = await colour(source, language);
      expect(code.properties).toEqual({ dataLanguage: language.toLowerCase() });
      expect(textOf(code)).toBe(source);
    },
  );

  it('colours by class, never by style', async () => {
    const code = await colour('kind: "Kustomization" # why\nsuspend: true', 'yaml');
    const spans = spansOf(code);
    expect(spans.length).toBeGreaterThan(3);
    for (const span of spans) {
      expect(Object.keys(span.properties)).toEqual(['className']);
      expect(String(span.properties.className)).toMatch(/^c-[a-z-]+$/);
    }
    const classOf = (text: string) => spans.find((span) => textOf(span).includes(text))?.properties.className;
    expect(classOf('why')).toEqual(['c-comment']);
    expect(classOf('Kustomization')).not.toEqual(classOf('why'));
  });

  it.each([
    ['an unknown language', 'nope'],
    ['no language', undefined],
    ['plain text', 'text'],
    ['a name that every object has', 'constructor'],
  ])('leaves code plain that has %s', async (_, language) => {
    const code = await colour('let a = <b>;', language);
    expect(code.children).toEqual([{ type: 'text', value: 'let a = <b>;' }]);
    expect(spansOf(await colour('let a = <b>;', 'js')).length).toBeGreaterThan(0);
  });

  it('leaves code plain that is very long', async () => {
    const line = 'let a = 1;';
    expect((await colour(line.repeat(5001), 'js')).children).toHaveLength(1);
    expect(spansOf(await colour(line, 'js')).length).toBeGreaterThan(0);
  });

  it('leaves the rest plain if code is nested very deep or the post has a lot of it', async () => {
    const nested = (sign: string) => `${`${sign}\n`.repeat(300)}let a = 1;`;
    const [deep, flat] = [await colour(nested('{'), 'js'), await colour(nested(';'), 'js')];
    expect(textOf(deep)).toBe(nested('{'));
    expect(textOf(deep.children.at(-1) as Element)).toMatch(/let a = 1;$/);
    expect(textOf(flat)).toBe(nested(';'));
    expect(textOf(flat.children.at(-1) as Element)).toBe(';');
    const code = block(`//${'\n'.repeat(49_000)}`, 'js');
    const blocks = await transform(...Array.from({ length: 5 }, () => structuredClone(code)), block('let a;', 'js'));
    const isPlain = (copy: Element | undefined) => {
      const [pre] = (copy?.children ?? []) as Element[];
      return spansOf(pre?.children[0] as Element).length === 0;
    };
    expect(blocks.map(isPlain)).toEqual([false, false, false, false, true, false]);
  });

  // Shiki gives up on a line after half a second by default: a build on a busy machine would differ.
  it('colours code the same however slow the machine is', async () => {
    const expected = await colour('let a = 1;', 'js');
    let time = 0;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
      time += 60_000;
      return time;
    });
    const slow = await colour('let a = 1;', 'js').finally(() => clock.mockRestore());
    expect(spansOf(slow).length).toBeGreaterThan(0);
    expect(slow).toEqual(expected);
  });

  it('wraps each block in an element with a copy button, and makes it scrollable by keyboard', async () => {
    const [first, second] = await transform(block('a', 'js'), block('b'));
    for (const wrapper of [first, second]) {
      expect(wrapper).toMatchObject({
        tagName: 'copy-code',
        properties: {},
        children: [{ tagName: 'pre', properties: { tabIndex: 0 } }],
      });
    }
  });

  it('removes one line end from the end and keeps the others', async () => {
    expect(textOf(await colour('a\n\n', 'yaml'))).toBe('a\n\n');
    expect(textOf(await colour('\n  a', 'yaml'))).toBe('\n  a');
    expect(textOf(await colour(''))).toBe('');
  });

  it('finds blocks inside other elements, and leaves inline code unchanged', async () => {
    const inline: Element = {
      type: 'element',
      tagName: 'code',
      properties: {},
      children: [{ type: 'text', value: 'a' }],
    };
    const quote: Element = { type: 'element', tagName: 'blockquote', properties: {}, children: [block('b'), inline] };
    const [changed] = await transform(quote);
    expect(changed?.children).toMatchObject([{ tagName: 'copy-code' }, inline]);
  });
});
