// The elements, components and attributes that a post in MDX may contain in addition to Markdown. All others are rejected.
import { inCapitals } from '@/lib/base/english';
import { countedKinds, type EntryKind, type Folder, refuseTwice } from '@/lib/kinds/index';
import { whens } from '@/lib/kinds/kind';

/** Plain elements, each with the attributes it may carry. */
export const plainElements: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title'],
  abbr: ['title'],
  details: ['open'],
  ...Object.fromEntries('br del ins kbd mark s samp small sub summary sup var'.split(' ').map((name) => [name, []])),
};

/** An attribute of a component. All are text: `name="value"`. */
export interface Attribute {
  readonly required?: boolean;
  /** What the text is: any text, a word, the name of a picture next to the post, a video's address, or the id of an entry. */
  readonly type: 'text' | 'word' | 'picture' | 'video' | Folder;
  /** Which words it may be. */
  readonly words?: readonly string[];
  readonly about: string;
}

/** A component that a post may place. */
export interface ComponentSpec {
  readonly about: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Whether there may be text between its tags. */
  readonly text: boolean;
  /** For a component that places a list, if it has no id: what it lists. Entries placed one by one are left out. */
  readonly places?: Folder | 'posts' | 'contributors';
}

/** A component that places entries: all others of a kind, a part of these, or, if it has an id, one. */
export interface EntryComponent {
  readonly name: string;
  readonly kind: EntryKind;
  readonly isPart: boolean;
  readonly spec: ComponentSpec;
}

/** The components of the registered kinds: `Event`, `Events`, `Meetings`. */
export const entryComponents: readonly EntryComponent[] = countedKinds.flatMap((kind) => {
  const { name, folder } = kind;
  const { one, all, part } = kind.components;
  const id: Attribute = { type: folder, about: 'The id of the entry.' };
  const when: Attribute = {
    type: 'word',
    words: whens,
    about: 'Only those that are over, or still to come, on its day.',
  };
  const placing = { attributes: kind.when ? { when } : {}, text: false, places: folder };
  const found: EntryComponent[] = [];
  const add = (each: string, spec: ComponentSpec, isPart = false) => found.push({ name: each, kind, isPart, spec });
  const [single, several] = [inCapitals(name), inCapitals(folder)];
  if (one && all && single === several) {
    const about = `${all.about} With an id: ${one.about}`;
    add(single, { ...placing, about, attributes: { ...placing.attributes, id }, text: true });
  } else {
    if (one) add(single, { about: one.about, attributes: { id: { ...id, required: true } }, text: true });
    if (all) add(several, { about: all.about, ...placing });
  }
  if (part) add(part.name, { about: part.about, ...placing }, true);
  return found;
});

const title: Attribute = { type: 'text', about: 'A heading that replaces the usual one.' };

/** The components that every post may use. */
const commonComponents = {
  Posts: { about: 'The posts of the month that the post names.', attributes: {}, text: false, places: 'posts' },
  Thanks: { about: 'The contributors that the post names.', attributes: {}, text: false, places: 'contributors' },
  ProjectFacts: { about: 'What the community says about its projects, from facts.yaml.', attributes: {}, text: false },
  Prompt: { about: 'What a draft still needs. A published post has none.', attributes: {}, text: true },
  Note: { about: 'A side note.', attributes: { title }, text: true },
  Warning: { about: 'Something to watch out for.', attributes: { title }, text: true },
  Security: { about: 'Something that concerns security.', attributes: { title }, text: true },
  Figure: {
    about: 'An image. The text inside is its caption.',
    attributes: {
      src: { required: true, type: 'picture', about: 'The file name of an image next to the post.' },
      alt: { required: true, type: 'text', about: 'The alt text: what the image shows.' },
    },
    text: true,
  },
  Video: {
    about: 'A video, loaded only when it is started.',
    attributes: {
      url: { required: true, type: 'video', about: 'Its URL on YouTube or Vimeo.' },
      title: { required: true, type: 'text', about: 'Its title: what it shows.' },
      poster: {
        type: 'picture',
        about: 'The image shown until the video plays: the file name of an image next to the post.',
      },
    },
    text: false,
  },
  Gallery: {
    about: 'Images next to the post, side by side.',
    attributes: {
      match: { type: 'text', about: 'Which images, with * for any text: `images/*.png`. By default all.' },
    },
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
