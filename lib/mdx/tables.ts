// Makes tables scrollable and aligns their cells by class; labels the checkboxes of task lists.
import type { Root } from 'hast';
import { element as make } from '@/lib/base/html';
import { words } from '@/lib/base/words';
import { walkElements } from '@/lib/mdx/walk';

/** Wraps each table in a focusable group that scrolls, and labels the checkboxes of task lists. */
export function rehypeTables() {
  return (tree: Root): void => {
    walkElements(tree, (element, index, parent) => {
      const { tagName, properties } = element;
      if ((tagName === 'td' || tagName === 'th') && properties.align) {
        properties.className = [`align-${String(properties.align)}`];
        delete properties.align;
      }
      if (tagName === 'input' && properties.type === 'checkbox') {
        properties.ariaLabel = properties.checked ? words.text.done : words.text.toDo;
      }
      if (tagName === 'table' && parent && index !== undefined) {
        const group = { className: ['table-scroll'], role: 'group', ariaLabel: words.text.table, tabIndex: 0 };
        parent.children[index] = make('div', group, element);
      }
    });
  };
}
