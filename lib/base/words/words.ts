// The words of the interface: what each language file must say. Everything that readers see and that neither a community nor an
// author has written is here: pages, feeds, calendars, social cards, mail. Diagnostics and commands are English everywhere.
import type { SectionId, SectionTexts } from '@/lib/site-types';

/**
 * The forms of a phrase with a number, by the plural categories of the language (CLDR). `#` stands for the number, written as
 * the language writes numbers. `other` is used for categories that are left out.
 */
export type Plural = { readonly [Category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** A sentence with one part that the page makes a link, a date or a list: the parts of the sentence in their order. */
export type Sentence = <Part>(part: Part) => readonly (string | Part)[];

/** The sections of the site, by the folders of their addresses. */
export interface SectionWords extends Readonly<Record<SectionId, SectionTexts>> {
  readonly blog: SectionTexts;
  readonly releases: Required<Omit<SectionTexts, 'empty'>> & SectionTexts;
  readonly events: Required<SectionTexts>;
  readonly adopters: SectionTexts & { readonly lead: string; readonly empty: string };
  readonly ecosystem: SectionTexts & { readonly lead: string; readonly empty: string };
  readonly people: SectionTexts & { readonly lead: string; readonly empty: string };
  readonly community: Required<SectionTexts>;
  readonly tags: Required<Omit<SectionTexts, 'empty'>> & SectionTexts;
  readonly search: SectionTexts;
  readonly subscribe: Required<Omit<SectionTexts, 'empty'>> & SectionTexts;
}

/** Every word of the interface in one language. */
export interface Words {
  /** The locale of dates, numbers and lists (BCP 47): `en-GB` writes `3 March 2022`. */
  readonly locale: string;
  /** The direction of the language's script. */
  readonly direction: 'ltr' | 'rtl';
  /** The name of the language, in the language. */
  readonly name: string;

  /** A weekday before or after its day: `Thursday, 3 March 2022`. */
  dayWithWeekday(weekday: string, day: string): string;
  /** Between the first and the last day of an event: `3 March 2022 to 5 March 2022`. */
  fromTo(first: string, last: string): string;

  /** What the pages of the sections say by default. */
  readonly sections: SectionWords;

  /** On every page: header, footer. */
  readonly page: {
    /** The first link, for keyboards and screen readers. */
    readonly skip: string;
    /** The button that opens the navigation on phones. */
    readonly menu: string;
    /** What screen readers call the navigation. */
    readonly mainNavigation: string;
    readonly search: string;
    /** What screen readers call the links at the foot of the page. */
    readonly footerNavigation: string;
    readonly subscribe: string;
    readonly allTags: string;
    readonly sourceCode: string;
    /** Around the link to the licence. */
    readonly licence: Sentence;
    /** Of a preview: around the commit, then around the pull request. */
    readonly previewOf: Sentence;
    readonly previewFor: Sentence;
  };

  /** What the pages' own scripts say: texts and plurals alone, no functions. */
  readonly scripts: {
    /** The switch between colour schemes. */
    readonly colours: string;
    readonly schemes: { readonly system: string; readonly light: string; readonly dark: string };
    /** The button on code; what screen readers call it; and what it says once it has been pressed. */
    readonly copy: string;
    readonly copyCode: string;
    readonly copied: string;
    readonly notCopied: string;
  };
}
