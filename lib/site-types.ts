// The shapes of what lib/site.ts says.

/**
 * One entry of the main navigation: a path on this site, with its final slash, which the check reports where it is not a page.
 * The title may be left out for a section, whose title it then has.
 */
export type NavigationEntry = NamedLink | { readonly url: `/${SectionId}/`; readonly title?: string };

/** Where new posts are announced, and how long a text may be there. */
export interface AnnouncementChannel {
  readonly id: string;
  readonly title: string;
  /** `thread`: several short texts; `post`: one text; `mail` and `slack`: one text in the form of its place. */
  readonly form: 'thread' | 'post' | 'mail' | 'slack';
  /** How many characters a text may have, counted as the channel does: see lib/news/announce/count.ts. */
  readonly limit: number;
  readonly counts: 'x' | 'mastodon' | 'plain';
}

/** The kinds of events that have a name in every language of the interface. */
export type KnownEventKind = 'talk' | 'meetup' | 'conference' | 'meeting' | 'webinar' | 'workshop';

/** A kind of event that people can choose. One that the language has no name for needs a label. */
export type EventKind = {
  /** In files and addresses: small letters, digits and single hyphens. Once published, leave it as it is. */
  readonly id: string;
  /** What readers see: `Talk`. */
  readonly label?: string;
  /** Meetings are in a list of their own in editions and on the community page. */
  readonly isMeeting?: boolean;
} & ({ readonly id: KnownEventKind } | { readonly label: string });

/**
 * The forms of a phrase with a number, by the plural categories of the language (CLDR). `#` stands for the number, written as
 * the language writes numbers; a form for exactly one number may do without it. `other` is used for categories that are left out.
 */
export type Plural = { readonly [Category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** A section of the site, as in its address. */
export type SectionId =
  | 'blog'
  | 'releases'
  | 'events'
  | 'adopters'
  | 'ecosystem'
  | 'links'
  | 'people'
  | 'community'
  | 'tags'
  | 'search'
  | 'subscribe'
  | 'contribute';

/** What the page of a section says, unless `site.sections` says it otherwise. */
export interface SectionTexts {
  /** The heading of the page, its name in the browser's tab, on social cards and in lists of sections. */
  readonly title: string;
  /** One or two sentences below the heading. */
  readonly lead?: string;
  /** What search engines and shared links show: one sentence. */
  readonly description?: string;
  /** Shown while the list is empty. */
  readonly empty?: string;
}

/** A link with its text. */
export interface NamedLink {
  readonly title: string;
  /** The address of another site, or a path of this one. */
  readonly url: string;
}

/** A form of a mail provider with which readers subscribe by email. It is sent to the provider, which shows its own page then. */
export interface MailForm {
  /**
   * The `action` of the form that the provider gives for other sites, with `https:`. The content security policy of /subscribe/ allows
   * sending to its origin. If the provider redirects to another origin, Chromium does not follow.
   */
  readonly action: string;
  /** The name of its field for the address: `email` if it is left out. */
  readonly field?: string;
  /** Its hidden fields: their names and values. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** The heading, in place of the language's own. */
  readonly title?: string;
  /** A sentence before the form: what is sent, and how often. */
  readonly about?: string;
}

/** A file with a font, in public/fonts/. */
export interface FontFile {
  readonly family: string;
  /** Its address: `/fonts/inter.woff2`. WOFF2, at most 100 kB. */
  readonly file: string;
  /** `700`, or `'100 900'` for a variable font. Left out: 400. */
  readonly weight?: number | string;
  /** Left out: normal. */
  readonly style?: 'normal' | 'italic';
  /** The characters that the file is for, as CSS writes them: `U+0000-00FF, U+0131`. It is loaded where a page has one of them. */
  readonly unicodeRange?: string;
  /** Whether every page loads it at once. At most two files: those that the first screen needs. */
  readonly preload?: boolean;
}

/**
 * The fonts of pages. Each list has the families in their order: those of `files`, those of readers' systems by their names, and at
 * the end a generic one, such as `serif`. Social cards, whose text is drawn on the server, keep their own fonts.
 */
export interface SiteFonts {
  /** Of texts. */
  readonly text?: readonly string[];
  /** Of headings. Left out: as texts. */
  readonly headings?: readonly string[];
  /** Of the navigation, labels, buttons, tables and charts. */
  readonly interface?: readonly string[];
  readonly code?: readonly string[];
  readonly files?: readonly FontFile[];
}

/** All choices of a community. lib/site.ts says what each is. */
export interface Site {
  readonly name: string;
  readonly shortName: string;
  readonly description: string;
  readonly lang: string;
  readonly origin: string;
  /** Without `dark`, the dark form is derived from the light one. */
  readonly accent: string | { readonly light: string; readonly dark?: string };
  /** The path of an SVG file in public/, at most 4 kB. Left out: the shapes that covers have, too. */
  readonly mark?: string;
  /** Left out: those of readers' systems. */
  readonly fonts?: SiteFonts;
  /** Left out: a link to a path that is not ours leads nowhere, which the check reports. */
  readonly docsOrigin?: string;
  /** Left out: the notice on old posts has no link. */
  readonly docsUrl?: string;
  readonly navigation: readonly NavigationEntry[];
  readonly sections: { readonly [Id in SectionId]?: Partial<SectionTexts> };
  readonly eventKinds: readonly EventKind[];
  /** IANA names. Left out: only the zones that events have are offered first. */
  readonly usualZones?: readonly string[];
  readonly ecosystemKinds: readonly string[];
  readonly ecosystemCounted?: Plural;
  readonly repository: {
    readonly url: string;
    readonly editUrl: string;
    readonly newFileUrl: string;
    readonly issuesUrl: string;
  };
  readonly security: { readonly contact: string; readonly policy: string; readonly expires: string };
  readonly channels: readonly NamedLink[];
  /** Left out: readers subscribe to feeds and calendars. */
  readonly mailForm?: MailForm;
  readonly announcements: readonly AnnouncementChannel[];
  readonly waysToJoin: readonly (NamedLink & { readonly about: string })[];
  /** Left out: neither pages, feeds nor data name a licence. */
  readonly contentLicence?: { readonly name: string; readonly url: string };
  /** Left out: the footer has no such sentence. */
  readonly trademarks?: string;
  /** In the footer: what is recorded of readers. By default, that nothing is; an empty text for no sentence. */
  readonly privacy?: string;
  readonly postsPerPage: number;
  readonly typographer: boolean;
  readonly pictureHosts: readonly string[];
  /** `text` takes the place of the language's own words. Left out: after 365 days. */
  readonly oldPosts?: { readonly days: number; readonly text?: string } | false;
}
