// What a post in MDX may contain beside Markdown: elements and components, their attributes by name. All else is refused.
import { inCapitals } from '@/lib/base/words';
import { countedKinds, type EntryKind, type Folder, refuseTwice } from '@/lib/kinds/index';

/** Plain elements, each with the attributes it may carry. */
export const plainElements: Readonly<Record<string, readonly string[]>> = {
  abbr: ['title'],
  br: [],
  del: [],
  details: ['open'],
  ins: [],
  kbd: [],
  mark: [],
  s: [],
  samp: [],
  small: [],
  sub: [],
  summary: [],
  sup: [],
  var: [],
};

/** What an attribute of a component holds. All are text: `name="value"`. */
export interface Attribute {
  readonly required?: boolean;
  /** `text`, the name of a picture beside the post, a video's address, or the id of an entry of a kind. */
  readonly holds: 'text' | 'picture' | 'video' | Folder;
  readonly about: string;
}

/** A component that a post may place. */
export interface ComponentSpec {
  readonly about: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Whether text may stand between its tags. */
  readonly text: boolean;
  /** The kinds of entry of which it places all that are named and not placed one by one. */
  readonly places?: Folder | 'posts' | 'contributors';
}

/** A component that places entries: one by its id, all of a kind that are left, or a part of these. */
export interface EntryComponent {
  readonly name: string;
  readonly kind: EntryKind;
  readonly places: 'one' | 'all' | 'part';
  readonly spec: ComponentSpec;
}

/** The components that the registered kinds bring: `Event`, `Events`, `Meetings`. */
export const entryComponents: readonly EntryComponent[] = countedKinds.flatMap((kind) => {
  const { name, folder } = kind;
  const { one, all, part } = kind.components;
  const id: Attribute = { required: true, holds: folder, about: 'The id of the entry.' };
  const placing = { attributes: {}, text: false, places: folder } as const;
  const found: EntryComponent[] = [];
  if (one) {
    found.push({
      name: inCapitals(name),
      kind,
      places: 'one',
      spec: { about: one.about, attributes: { id }, text: true },
    });
  }
  if (all) found.push({ name: inCapitals(folder), kind, places: 'all', spec: { about: all.about, ...placing } });
  if (part) found.push({ name: part.name, kind, places: 'part', spec: { about: part.about, ...placing } });
  return found;
});

const title: Attribute = { holds: 'text', about: 'A heading instead of the usual one.' };

/** The components that every post may use. */
const commonComponents = {
  Posts: { about: 'The posts of the month that the post names.', attributes: {}, text: false, places: 'posts' },
  Thanks: { about: 'The contributors that the post names.', attributes: {}, text: false, places: 'contributors' },
  ProjectFacts: { about: 'What the community says of its projects, from facts.yaml.', attributes: {}, text: false },
  Prompt: {
    about: 'What is still to be written, in a draft; a post that is published has none.',
    attributes: {},
    text: true,
  },
  Note: { about: 'A remark beside the text.', attributes: { title }, text: true },
  Warning: { about: 'Something to watch out for.', attributes: { title }, text: true },
  Security: { about: 'Something that concerns security.', attributes: { title }, text: true },
  Figure: {
    about: 'A picture with a caption, which is the text inside.',
    attributes: {
      src: { required: true, holds: 'picture', about: 'The name of the picture beside the post.' },
      alt: { required: true, holds: 'text', about: 'What one sees, for those who do not.' },
    },
    text: true,
  },
  Video: {
    about: 'A video, loaded only when it is started.',
    attributes: {
      url: { required: true, holds: 'video', about: 'Its address on YouTube or Vimeo.' },
      title: { required: true, holds: 'text', about: 'What it shows.' },
      poster: { holds: 'picture', about: 'A still, the name of a picture beside the post.' },
    },
    text: false,
  },
  Gallery: {
    about: 'Pictures beside the post, side by side.',
    attributes: { match: { holds: 'text', about: 'Which ones, with * for any text: `images/*.png`. By default all.' } },
    text: false,
  },
} as const satisfies Record<string, ComponentSpec>;

/** The name of a component that every post may use. */
export type CommonComponent = keyof typeof commonComponents;

/** All components of posts, by name. `components/mdx/components.tsx` shows each on a page, `lib/edition/plain.ts` elsewhere. */
export const componentSpecs: Readonly<Record<string, ComponentSpec>> = {
  ...Object.fromEntries(entryComponents.map(({ name, spec }) => [name, spec])),
  ...commonComponents,
};

refuseTwice('components', [...entryComponents.map(({ name }) => name), ...Object.keys(commonComponents)]);

/** The description of a component, or undefined where a post may place none of that name. */
export function specOf(name: string): ComponentSpec | undefined {
  return Object.hasOwn(componentSpecs, name) ? componentSpecs[name] : undefined;
}
