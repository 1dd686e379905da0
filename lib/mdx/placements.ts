// The components that a body places, so that the page can show the rest of what the post names.
import type { Root } from 'mdast';
import type { Place } from '@/lib/base/diagnostic';
import { kindIn } from '@/lib/kinds/index';
import { placeOf } from '@/lib/mdx/places';
import { type Attribute, specOf } from '@/lib/mdx/vocabulary';
import { walkMarkdown } from '@/lib/mdx/walk';

/** A component that a body places. */
export interface Placement extends Place {
  readonly component: string;
  /** Values of attributes that are looked up elsewhere: ids of entries, pictures, videos. */
  readonly values: readonly { readonly attribute: string; readonly kind: Attribute['type']; readonly value: string }[];
}

/** What a body places. */
export interface Placements {
  /** Entries placed one by one, as `kind/id`. */
  readonly single: ReadonlySet<string>;
  /** Components that place all the rest of a kind, or a part of it, with the value of `when` if there is one: `Events past`. */
  readonly groups: ReadonlySet<string>;
}

/** The components in a body, in order. */
export function findPlacements(tree: Root): Placement[] {
  const placements: Placement[] = [];
  walkMarkdown(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const spec = node.name ? specOf(node.name) : undefined;
    if (!spec || !node.name) return;
    const values = node.attributes.flatMap((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return [];
      const kind = spec.attributes[attribute.name]?.type;
      return kind && kind !== 'text' ? [{ attribute: attribute.name, kind, value: attribute.value }] : [];
    });
    placements.push({ component: node.name, values, ...placeOf(node) });
  });
  return placements;
}

/** What the components of a body place together. */
export function toPlacements(placements: readonly Placement[]): Placements {
  const entries = placements.flatMap(({ values }) => values.filter(({ kind }) => kindIn(kind) !== undefined));
  return {
    single: new Set(entries.map(({ kind, value }) => `${kind}/${value}`)),
    groups: new Set(placements.filter(isList).map(groupOf)),
  };
}

/** Whether a placement is of a list, and not of one entry by its id. */
export function isList({ component, values }: Pick<Placement, 'component' | 'values'>): boolean {
  return specOf(component)?.places !== undefined && values.every(({ attribute }) => attribute !== 'id');
}

/** What a component that places a list is called in {@link Placements}: `Events`, `Events past`. */
export function groupOf({ component, values }: Pick<Placement, 'component' | 'values'>): string {
  const when = values.find(({ attribute }) => attribute === 'when')?.value;
  return groupName(component, when);
}

/** The name of a group. @param when the value of the attribute. */
export function groupName(component: string, when: unknown): string {
  return when === undefined ? component : `${component} ${when}`;
}
