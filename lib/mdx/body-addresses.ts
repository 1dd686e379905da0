// Addresses in a body that may not stand there, in Markdown and in HTML, whether or not readers would see them.
import type { Root } from 'mdast';
import type { Diagnostic, Place } from '@/lib/base/diagnostic';
import { judgeAddress } from '@/lib/mdx/addresses';
import type { Format } from '@/lib/mdx/body';
import type { HtmlElement } from '@/lib/mdx/html-elements';
import { walkMarkdown } from '@/lib/mdx/walk';

/** Attributes of HTML that hold an address, by their names in the tree. */
const holdsAddress = new Set(
  `action background cite classId codeBase data dynSrc formAction href icon longDesc lowSrc manifest ping poster profile
  src srcSet useMap xLinkHref xlink:href xlinkHref`.split(/\s+/),
);

/** A fault for each address that is no `https:`, `mailto:`, path or fragment. Pictures from elsewhere are no matter here. */
export function findAddressFaults(tree: Root, format: Format, elements: readonly HtmlElement[]): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const look = (address: string, isPicture: boolean, place: Place) => {
    const fault = judgeAddress(address, format);
    if (!fault || (isPicture && fault.code === 'link/http')) return;
    faults.push({ ...fault, line: place.line, column: place.column });
  };
  const pictures = new Set<string>();
  walkMarkdown(tree, (node) => {
    if (node.type === 'imageReference') pictures.add(node.identifier);
  });
  walkMarkdown(tree, (node) => {
    const place = node.position?.start ?? { line: 1, column: 1 };
    if (node.type === 'link' || node.type === 'image') look(node.url, node.type === 'image', place);
    if (node.type === 'definition') look(node.url, pictures.has(node.identifier), place);
  });
  for (const { element, place } of elements) {
    for (const [name, value] of Object.entries(element.properties)) {
      if (!holdsAddress.has(name)) continue;
      const addresses =
        name === 'srcSet' ? toList(value).map((each) => each.trim().split(/\s+/)[0] ?? '') : toList(value);
      for (const address of addresses) look(address, element.tagName === 'img', place);
    }
  }
  return faults;
}

function toList(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
