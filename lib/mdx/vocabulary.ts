// What a post in MDX may contain beside Markdown: elements and components, their attributes by name. All else is refused.
import type { CoveredKind } from '@/lib/content/coverage';

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
  readonly holds: 'text' | 'picture' | 'video' | CoveredKind;
  readonly about: string;
}

/** A component that a post may place. */
export interface ComponentSpec {
  readonly about: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Whether text may stand between its tags. */
  readonly text: boolean;
  /** The kinds of entry of which it places all that are named and not placed one by one. */
  readonly places?: CoveredKind | 'posts' | 'contributors';
}

const id = (holds: CoveredKind): Attribute => ({ required: true, holds, about: 'The id of the entry.' });
const title: Attribute = { holds: 'text', about: 'A heading instead of the usual one.' };

/** The components of posts, by name. `components/mdx/components.tsx` draws each of them. */
export const componentSpecs = {
  Release: { about: 'One release; the text inside goes below it.', attributes: { id: id('releases') }, text: true },
  Releases: {
    about: 'The releases that the post names and does not place one by one.',
    attributes: {},
    text: false,
    places: 'releases',
  },
  Event: {
    about: 'One event; the text inside takes the place of its description.',
    attributes: { id: id('events') },
    text: true,
  },
  Events: {
    about: 'The events that the post names and does not place one by one.',
    attributes: {},
    text: false,
    places: 'events',
  },
  Meetings: {
    about: 'Of these, the meetings and bug scrubs, as a short list.',
    attributes: {},
    text: false,
    places: 'events',
  },
  Adopters: { about: 'The adopters that the post names, as a wall.', attributes: {}, text: false, places: 'adopters' },
  Ecosystem: { about: 'The ecosystem entries that the post names.', attributes: {}, text: false, places: 'ecosystem' },
  Person: { about: 'One person; the text inside goes below the name.', attributes: { id: id('people') }, text: true },
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

export type ComponentName = keyof typeof componentSpecs;

/** The description of a component, or undefined where a post may place none of that name. */
export function specOf(name: string): ComponentSpec | undefined {
  return Object.hasOwn(componentSpecs, name) ? componentSpecs[name as ComponentName] : undefined;
}
