import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { rehypeTables } from '@/lib/mdx/tables';

function transform(html: string): Root {
  const tree = fromHtml(html, { fragment: true });
  rehypeTables()(tree);
  return tree;
}

function find(tree: Root, tagName: string): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.tagName === tagName) found.push(element);
  });
  return found;
}

describe('tables', () => {
  it('are in a scrollable region that the keyboard can reach', () => {
    const [region] = transform('<table><tr><td>a</td></tr></table>').children;
    expect(region).toMatchObject({
      tagName: 'div',
      properties: { className: ['table-scroll'], role: 'group', ariaLabel: 'Table', tabIndex: 0 },
      children: [{ tagName: 'table' }],
    });
  });

  it('each have a region of their own, at any depth', () => {
    const table = '<table><tr><td align="right">a</td></tr></table>';
    const tree = transform(`${table}<p>x</p><blockquote>${table}</blockquote>${table}`);
    expect(find(tree, 'table')).toHaveLength(3);
    expect(find(tree, 'div')).toHaveLength(3);
    for (const region of find(tree, 'div')) expect(region.children).toMatchObject([{ tagName: 'table' }]);
    expect(find(tree, 'td').map(({ properties }) => properties.className)).toEqual(Array(3).fill(['align-right']));
  });

  it('align their cells by class, not by attribute', () => {
    const tree = transform('<table><tr><th align="left">a</th><td align="center">b</td><td>c</td></tr></table>');
    expect([...find(tree, 'th'), ...find(tree, 'td')].map(({ properties }) => properties)).toEqual([
      { className: ['align-left'] },
      { className: ['align-center'] },
      {},
    ]);
  });
});

describe('checkboxes of task lists', () => {
  it('have an accessible name', () => {
    const tree = transform('<input type="checkbox" checked disabled><input type="checkbox" disabled>');
    expect(find(tree, 'input').map(({ properties }) => properties.ariaLabel)).toEqual(['Done', 'To do']);
  });

  it('are the only inputs that get a name', () => {
    expect(find(transform('<input type="text">'), 'input')[0]?.properties).toEqual({ type: 'text' });
  });
});
