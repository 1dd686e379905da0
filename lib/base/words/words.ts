// The words of the interface: what each language file must say. Everything that readers see and that neither a community nor an
// author has written is here: pages, feeds, calendars, social cards, mail. Diagnostics and commands are English everywhere.
import type { KnownEventKind, Plural, SectionId, SectionTexts } from '@/lib/site-types';

export type { Plural };

/** A sentence with one part that the page makes a link, a date or a list: the parts of the sentence in their order. */
export type Sentence = <Part>(part: Part) => readonly (string | Part)[];

/** A sentence with two such parts. */
export type SentenceOfTwo = <Part>(first: Part, second: Part) => readonly (string | Part)[];

/** The sections of the site, by the folders of their addresses. */
export interface SectionWords extends Readonly<Record<SectionId, SectionTexts>> {
  readonly blog: SectionTexts;
  readonly releases: Required<Omit<SectionTexts, 'empty'>> & SectionTexts;
  readonly events: Required<SectionTexts>;
  readonly adopters: SectionTexts & { readonly lead: string; readonly empty: string };
  readonly ecosystem: SectionTexts & { readonly lead: string; readonly empty: string };
  readonly links: Required<SectionTexts>;
  readonly people: SectionTexts & { readonly lead: string; readonly empty: string };
  readonly community: Required<SectionTexts>;
  readonly tags: Required<Omit<SectionTexts, 'empty'>> & SectionTexts;
  readonly search: SectionTexts;
  readonly subscribe: Required<Omit<SectionTexts, 'empty'>> & SectionTexts;
  readonly contribute: Required<Omit<SectionTexts, 'empty'>> & SectionTexts;
}

/** A field of a form: its label, and what helps to fill it in, a sentence or two. */
export interface FieldWords {
  readonly label: string;
  readonly help?: string;
}

/** The form of a kind of entry: the title of its page, what it is for in a sentence, and its fields. */
export interface FormWords<Field extends string> {
  readonly add: string;
  readonly about: string;
  /** What somebody has to confirm who sends it, in the first person. */
  readonly consent?: string;
  readonly fields: Readonly<Record<Field, FieldWords>>;
}

/** What the interface calls the entries of a kind. The title of their section is in `sections`. */
export interface KindLabel {
  /** One of them, above the results of the search: `Event`. */
  readonly title: string;
  /** One of them after “Find”, on the search page: `an event`. */
  readonly sought: string;
  /** Several of them in `scripts.results`, as its `{kind}`: `events`. */
  readonly among: string;
  /** A number of them: `3 events`. */
  readonly number: Plural;
  /** A number of them in an edition and in a year, where that is not the same: `8 new adopters`. */
  readonly counted?: Plural;
  /** A number of them in the summary of a new edition, where that is not the same again. */
  readonly gathered?: Plural;
  /** The link to the whole list: `All events`. */
  readonly all: string;
}

/** What a feed is called, after the name of the site and a colon, and what is in it. */
export interface FeedWords {
  readonly title: string;
  readonly description: string;
}

/** How often something repeats. */
export type RepeatUnit = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** Fields of an event that few people need. */
type EventDetail = 'except' | 'recording' | 'slides';

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
  /** A label before what it is of: `Tag: helm`, `Release notes: Example tool 2.3.0`. */
  labelled(label: string, text: string): string;
  /** A title before a list or names that follow: `Thank you:`. */
  heading(title: string): string;
  /** A list as a sentence, with its full stop. */
  sentence(list: string): string;
  /** Between facts: `Thursday, 3 March 2022, 10:00`, `Ada Lovelace, Analytical Engines`. With its space. */
  readonly comma: string;
  /** After a sentence or a label with its colon, before what follows in the line: a space, in Chinese and Japanese nothing. */
  readonly space: string;

  /** The numbers from zero on as words that fit before every noun; without them, figures. For sentences of posts and announcements. */
  readonly spelledNumbers?: readonly string[];

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
    /** The same where readers can subscribe by email, too. */
    readonly subscribeWithMail: string;
    readonly allTags: string;
    /** Above what comes after the letters of the alphabet in a long list of names: names in other scripts. */
    readonly otherLetters: string;
    readonly sourceCode: string;
    /** Around the link to the licence of posts; and where a community names none. */
    readonly licence: Sentence;
    readonly codeLicence: string;
    /** What is recorded of readers: nothing. Unless `site.privacy` says it. */
    readonly privacy: string;
    /** Of a preview: around the commit, then around the pull request. */
    readonly previewOf: Sentence;
    readonly previewFor: Sentence;
    pullRequest(number: string): string;
  };

  /** A post, and lists of posts. */
  readonly post: {
    readonly count: Plural;
    /** Around the names of the authors. */
    readonly by: Sentence;
    /** How many minutes it takes to read. */
    readonly minutes: Plural;
    /** Around the day. */
    readonly updated: Sentence;
    readonly contents: string;
    readonly edit: string;
    readonly correction: string;
    /** The title of a correction, around its day. */
    readonly correctionOf: Sentence;
    /** What screen readers call the notice on an old post. */
    readonly age: string;
    /** Around the day of the post. True for a post of any age. */
    readonly old: Sentence;
    /** After it where the site has documentation, around the link to it, which says `documentation`. */
    readonly checkDocumentation: Sentence;
    readonly documentation: string;
    /** What screen readers call the notice on a post that is not public yet. */
    readonly preview: string;
    /** Marks in lists, and the first words of the notices on the page. `draft: true` stays as it is. */
    readonly draft: string;
    readonly draftLead: string;
    readonly draftAbout: string;
    readonly scheduled: string;
    readonly scheduledLead: string;
    /** Around the day. */
    readonly scheduledAbout: Sentence;
    readonly withdrawn: string;
    readonly all: string;
    /** What screen readers call the links to the posts before and after one, and these links. */
    readonly neighbours: string;
    readonly older: string;
    readonly newer: string;
    readonly related: string;
    /** Above the posts that name an event, a release or a person. */
    readonly mentionedIn: string;
    /** Above the newest post on the front page. */
    readonly latest: string;
    readonly latestEdition: string;
  };

  /** The pages of a long list of posts. */
  readonly pages: {
    /** What screen readers call the links. */
    readonly label: string;
    readonly newer: string;
    readonly older: string;
    /** What screen readers call the links: `Page 2`, `Page 2 of 7`. */
    page(page: string): string;
    pageOf(page: string, pages: string): string;
    /** The title of a page after the first: `Blog, page 2`. */
    titled(title: string, page: string): string;
  };

  /** Monthly updates, called editions. */
  readonly edition: {
    /** What screen readers call the links between editions, and the text before each of them, without the space. */
    readonly others: string;
    readonly previous: string;
    readonly next: string;
    /** What screen readers call the line of figures: `2 releases`, `8 events`. */
    readonly facts: string;
    /** Above what the text does not mention, at its end. */
    readonly also: string;
    /** Above the names of contributors. */
    readonly thanks: string;
    readonly count: Plural;
    /** Who contributed in the month of an edition. */
    readonly contributors: Plural;
  };

  /** The titles of boxes in posts. */
  readonly boxes: {
    readonly note: string;
    readonly tip: string;
    readonly important: string;
    readonly warning: string;
    readonly caution: string;
    readonly security: string;
    /** A box of the editors' template, in place of a text that is still to be written. */
    readonly toWrite: string;
  };

  /** Pictures and videos in posts. */
  readonly media: {
    /** What screen readers call a picture of a gallery that fills the window, and the text below it. */
    imageOf(number: string, count: string): string;
    of(number: string, count: string): string;
    readonly fullSize: string;
    readonly previous: string;
    readonly next: string;
    readonly close: string;
    /** Before the title of a video: `Watch: A tour`. Without the space. */
    readonly watch: string;
    playsFrom(host: string): string;
  };

  /** Every chart. */
  readonly charts: {
    /** Opens the data of a chart. */
    readonly asTable: string;
  };

  readonly events: {
    /** The headings of the agenda. */
    readonly upcoming: string;
    readonly past: string;
    /** Marks an event that is over, after its kind. */
    readonly over: string;
    /** The notices on the page of an event. */
    readonly cancelled: string;
    readonly moved: string;
    /** The terms of the facts on the page of an event. */
    readonly when: string;
    readonly where: string;
    readonly speakers: string;
    readonly nextDates: string;
    readonly slides: string;
    /** What screen readers call the list of calendars. */
    readonly calendars: string;
    /** A calendar file, which many programs open. */
    readonly appleCalendar: string;
    readonly website: string;
    readonly registration: string;
    readonly edit: string;
    /** A link to the form for a new event, and the sentences around it, after the one that says that no events are planned. */
    readonly add: string;
    readonly addOrSubscribe: Sentence;
    readonly addNow: Sentence;
    /** Above the latest events that are over. */
    readonly recent: string;
    /** What screen readers call the links to kinds of events, and the first of these links. */
    readonly kinds: string;
    readonly allKinds: string;
    readonly subscribe: string;
    /** The name of the feed of events. */
    readonly feed: string;
  };

  readonly releases: {
    /** What the marks in the chart of releases mean. */
    readonly plain: string;
    readonly breaking: string;
    readonly secured: string;
    readonly both: string;
    /** The same after the name of a release: `Example tool 2.3.0, 3 February 2022, breaking changes`. */
    readonly withBreaking: string;
    readonly withSecured: string;
    readonly withBoth: string;
    /** The title of the chart, and what screen readers say of it. `counts` lists the projects: `Example tool 12, Other tool 3`. */
    readonly overTime: string;
    chart(from: string, to: string, counts: string): string;
    /** In place of the chart. */
    readonly noDates: string;
    /** After the name of a project without marks in the chart. */
    readonly noneInPeriod: string;
    /** The table of the chart: what it is called, and its columns. */
    readonly byProject: string;
    readonly release: string;
    readonly date: string;
    readonly changes: string;
    /** The titles of the boxes in a release. */
    readonly breakingChanges: Plural;
    readonly securityFixes: Plural;
    /** Before what to do about a breaking change. */
    readonly toDo: string;
    /** Around the date. */
    readonly released: Sentence;
    readonly notes: string;
    readonly dateUnknown: string;
    /** Short marks in lists. */
    readonly breakingMark: Plural;
    readonly securityMark: Plural;
    /** Around one version and the newest one: what has changed from one to the other. */
    readonly since: SentenceOfTwo;
    readonly isNewest: string;
    readonly later: Plural;
    readonly laterPlain: string;
    readonly laterNotable: string;
    /** The title of the page with the releases of a project, the link to it, and what it says without any. */
    of(project: string): string;
    allOf(project: string): string;
    noneOf(project: string): string;
    readonly repository: string;
    readonly documentation: string;
    readonly edit: string;
  };

  readonly adopters: {
    readonly count: Plural;
    readonly add: string;
    /** Before the day on which an adopter joined: `New · 3 March 2022`. */
    readonly isNew: string;
    /** A link to an adopter's own report. */
    readonly story: string;
    /** The title of the chart; the table below it, and its columns. */
    readonly overTime: string;
    readonly byMonth: string;
    readonly month: string;
    readonly joined: string;
    readonly total: string;
    readonly notRecorded: string;
    /** What the chart shows, in sentences. Where the month is known of all adopters; where it is known of some. */
    readonly allDated: Plural;
    someDated(dated: string, total: string, undated: string): string;
    /** In place of the chart: there are adopters, but of none the month is known. */
    readonly noneDated: Plural;
    readonly none: string;
    /** What screen readers say of the chart. Months, then numbers. */
    rose(from: string, to: string, first: string, last: string): string;
    step(month: string, added: string, total: string): string;
  };

  readonly ecosystem: {
    readonly add: string;
    /** After the kind of an entry: `tool · joined 3 March 2022`. */
    joined(day: string): string;
  };

  readonly links: {
    /** The link that opens a new file. */
    readonly add: string;
    /** What screen readers call the links to a part of the list; and the first of them, to the whole list. */
    readonly byForm: string;
    readonly allForms: string;
    readonly byProject: string;
    readonly allProjects: string;
  };

  readonly people: {
    /** What screen readers call the links to the letters. */
    readonly byLetter: string;
    readonly authors: string;
    /** The headings of a person's page. */
    readonly posts: string;
    readonly speakingAt: string;
    readonly spokeAt: string;
  };

  readonly community: {
    readonly meetings: string;
    readonly join: string;
    readonly maintainers: string;
    readonly maintainersLead: string;
    /** A link in the sentence `events.addOrSubscribe`. */
    readonly announce: string;
    readonly subscribe: string;
    readonly allEvents: string;
  };

  readonly tags: {
    /** Before the name of a tag: `Tag: helm`. */
    readonly tag: string;
    readonly mostUsed: string;
    /** What screen readers call the links to the letters. */
    readonly byLetter: string;
    readonly count: Plural;
    /** After the count. */
    latest(title: string): string;
    readonly withTag: Plural;
    readonly feed: string;
    description(site: string, tag: string): string;
  };

  /** The list of posts of a year or a month. */
  readonly archive: {
    /** What screen readers call the links to the years. */
    readonly years: string;
    ofYear(year: string): string;
    /** @param month `March 2022` */
    ofMonth(month: string): string;
    allOfYear(year: string): string;
    /** What screen readers call the figures of a year. */
    readonly glance: string;
  };

  readonly home: {
    readonly releases: string;
    readonly events: string;
    readonly posts: string;
    readonly allPosts: Plural;
  };

  /** What pages say while there is nothing. */
  readonly empty: {
    readonly title: string;
    /** A link, and the sentence around it. */
    readonly contribute: string;
    readonly contributeHow: Sentence;
  };

  /** At the end of lists, around a link that says `openIssue`. `own`: on pages about people, to those people. */
  readonly corrections: {
    readonly openIssue: string;
    readonly adopter: Sentence;
    readonly entry: Sentence;
    readonly own: Sentence;
  };

  readonly notFound: {
    readonly title: string;
    /** Around a link that says `posts`. Links to other pages follow. */
    readonly about: Sentence;
    readonly posts: string;
    /** What screen readers call the links. */
    readonly others: string;
    readonly home: string;
    readonly latest: string;
  };

  readonly search: {
    /** What search engines show. `things`: what can be found, `a post, an event or a release`, of which `aPost` is the first. */
    description(things: string): string;
    readonly aPost: string;
    /** A result that is a post; posts as a choice; and posts in `scripts.results`. */
    readonly post: string;
    readonly posts: string;
    readonly amongPosts: string;
    /** What screen readers call the form; and its field. */
    readonly label: string;
    readonly terms: string;
    readonly results: string;
    readonly more: string;
    /** Before the choice of kinds; its first choice. */
    readonly show: string;
    readonly everything: string;
    readonly year: string;
    readonly anyYear: string;
    /** Around a key; around two combinations of keys. */
    readonly slash: Sentence;
    readonly chords: SentenceOfTwo;
    /** Links for browsing, for those without scripts. */
    readonly archive: string;
    readonly archiveLead: string;
    /** What screen readers call the links to the sections. */
    readonly sections: string;
  };

  readonly subscribe: {
    /** Instead of the section's lead where readers can subscribe by email, too. */
    readonly leadWithMail: string;
    /** The form for email: its heading, the sentences around the host that the address is sent to, and its parts. */
    readonly mail: string;
    readonly mailAbout: Sentence;
    readonly mailAddress: string;
    readonly mailButton: string;
    readonly feed: string;
    readonly feedAbout: string;
    readonly install: string;
    readonly choose: string;
    /** Around the address of the feed. */
    readonly paste: Sentence;
    /** Around the address of the feed before. */
    readonly feedMore: Sentence;
    /** The table of feeds: its name, and its columns. */
    readonly feeds: string;
    readonly content: string;
    readonly formats: string;
    readonly calendar: string;
    /** Around the address of the calendar. The names in the programs are as the programs have them in the language. */
    readonly calendarAbout: Sentence;
    /** Around the link to the events. */
    readonly calendarKinds: Sentence;
    /** The names of feeds: of posts, and of an author's posts. */
    readonly posts: string;
    by(author: string): string;
  };

  /** The pages with forms for new entries. */
  readonly contribute: {
    readonly event: FormWords<
      | 'title'
      | 'kind'
      | 'start'
      | 'end'
      | 'zone'
      | 'url'
      | 'location'
      | 'online'
      | 'speakers'
      | 'description'
      | 'repeats'
      | EventDetail
    >;
    readonly adopter: FormWords<'name' | 'url' | 'logo' | 'projects' | 'kind' | 'about' | 'story'>;
    readonly ecosystem: FormWords<'name' | 'url' | 'about' | 'kind'>;
    readonly link: FormWords<'title' | 'url' | 'form' | 'date' | 'by' | 'projects' | 'language' | 'about'>;
    /** The link to one of the forms from the list of all. */
    readonly open: string;
    /** Marks a card that only shows what one looks like; and a field that may be left empty. */
    readonly example: string;
    readonly optional: string;
    /** Opens the fields that few people need. */
    readonly more: string;
    /** The parts of a time. */
    readonly day: string;
    readonly time: string;
    /** The first choice of a list, in place of an answer. */
    readonly choose: string;
    /** What screen readers call one of several fields of the same label: `Speaker 2`. */
    numbered(label: string, number: string): string;
    /** How an event repeats. With a weekday once it is known on which day it begins: `every second Wednesday`. */
    readonly repeats: {
      readonly never: string;
      readonly daily: string;
      /** @param weeks from 1 to 4. */
      weekly(weeks: number, weekday: string | undefined): string;
      /** @param week the number of the weekday in its month, from 1 to 5; undefined where it is not known. */
      monthly(week: number | undefined, weekday: string | undefined): string;
      /** On the last of these weekdays in the month. */
      lastInMonth(weekday: string | undefined): string;
      readonly yearly: string;
      /** The label of the day on which it ends. */
      readonly until: string;
    };
    /** The choice of a picture that is sent along: none, or a file in a format. */
    readonly noPicture: string;
    pictureIn(format: string): string;
    readonly check: string;
    /** Above the list of what is wrong, and in the title of the page; what is wrong with a field that is empty. */
    readonly toCorrect: Plural;
    readonly missing: string;
    /** What is wrong with an answer, and what to do on the form, by the code of the check. */
    readonly problems: Readonly<
      Record<
        | 'event/time'
        | 'event/order'
        | 'event/repeats'
        | 'event/except'
        | 'event/ambiguous-time'
        | 'event/no-such-time'
        | 'person/unknown'
        | 'url/form'
        | 'url/http',
        string
      >
    >;
    /** Above an entry that may be the same one; and what to do then. */
    readonly duplicate: string;
    readonly duplicateAbout: string;
    readonly ready: string;
    /** The card as it will look: the heading, and what is above it in light and in dark. */
    readonly preview: string;
    readonly light: string;
    readonly dark: string;
    /** Where it will appear: the heading, and items of the list. Its own page, the calendar, feeds, the search, the next edition. */
    readonly places: string;
    readonly ownPage: string;
    readonly calendar: string;
    readonly feed: string;
    readonly search: string;
    edition(month: string): string;
    /** The heading above the file, and the sentence around its path. */
    readonly file: string;
    readonly fileAbout: Sentence;
    /** The link to the code host that opens with the file filled in; and what to do there. */
    continueAt(host: string): string;
    readonly continueAbout: string;
    /** The same where the text must be pasted there. */
    readonly pasteAbout: string;
    /** A picture that is sent along: the heading, what is accepted, and three steps, of which the second is around the name of the file. */
    readonly picture: string;
    pictureAbout(formats: string, kilobytes: string): string;
    readonly pictureSteps: readonly [string, Sentence, string];
    /** Other ways to contribute: the heading, and links to a form and to a half-filled file of the code host. */
    readonly others: string;
    formAt(host: string): string;
    fileAt(host: string): string;
    /** In place of the form, on hosts without a server. */
    readonly noServer: string;
    /** What becomes of what is typed. */
    readonly privacy: string;
    /** The answer to a form where too many are being checked; and to one that takes too long or is too long. */
    readonly busy: string;
    readonly tooCostly: string;
    readonly tooLong: string;
  };

  /** Within the texts of posts. */
  readonly text: {
    /** What screen readers call the link of a heading to itself. */
    linkTo(heading: string): string;
    /** The heading above footnotes, and what screen readers call the link back from one. */
    readonly footnotes: string;
    backTo(reference: string): string;
    /** What screen readers call the boxes of a list of tasks. */
    readonly done: string;
    readonly toDo: string;
    /** What screen readers call a table that can be scrolled. */
    readonly table: string;
    /** In place of an image or video of another site, or that is not there; its description follows. */
    readonly externalImage: string;
    readonly externalVideo: string;
    readonly missingImage: string;
    readonly missingVideo: string;
    /** A video without a title. */
    readonly aVideo: string;
    videoOn(host: string): string;
    /** Links to posts and code elsewhere. */
    readonly postOnX: string;
    postOnXBy(user: string): string;
    gistBy(user: string): string;
    /** Titles of what opens, and of a tab, where the author gave none. */
    readonly details: string;
    readonly tab: string;
    /** In place of something of another generator that this site does not know, by its name there. */
    notShown(name: string): string;
  };

  /** What is said of events, releases and other entries, on pages and elsewhere: in feeds, calendars, mail and on social cards. */
  readonly kinds: {
    readonly event: KindLabel & {
      readonly feed: FeedWords;
      /** Above the list of events in announcements. */
      readonly announced: string;
      /** Above the list of events that are over, in announcements. */
      readonly happened: string;
      /** The names of kinds of events, as titles. */
      readonly kinds: Readonly<Record<KnownEventKind, string>>;
      /** The status of an event, as a label. */
      readonly cancelled: string;
      readonly moved: string;
      /** Where an event takes place that is only online: as a label, and within a line. */
      readonly online: string;
      readonly onlineInLine: string;
      /** Where an event takes place whose people meet in a place and online: `Valencia, Spain and online`. */
      placeAndOnline(place: string): string;
      /** Every day, every week, every month, every year. */
      readonly every: Readonly<Record<RepeatUnit, string>>;
      /** Every two or more days, weeks, months, years: `every 2 weeks`. */
      readonly everyFew: Readonly<Record<RepeatUnit, Plural>>;
      /** How often at all, after how often it repeats: `every week, 5 times`. */
      readonly times: Plural;
      /** Around the names of the speakers. */
      readonly speakers: Sentence;
      /** The link from an entry of the feed to the event's page. */
      readonly details: string;
      readonly watch: string;
      readonly addToCalendar: string;
    };
    readonly release: KindLabel & {
      readonly feed: FeedWords;
      /** The feed of one project's releases: after the name of the site and a colon; and its description. */
      projectFeed(project: string): FeedWords;
      readonly announced: string;
      /** After the name and version of a release in announcements. `#` is in words where the language has `spelledNumbers`. */
      readonly announcedBreaking: Plural;
      /** On its social card: how many there are of each. */
      readonly breakingChanges: Plural;
      readonly securityFixes: Plural;
      readonly highlightsCount: Plural;
      /** Headings within a release. */
      readonly highlights: string;
      readonly upgrade: string;
    };
    readonly adopter: KindLabel & {
      readonly announced: string;
      /** On the social card of their list. */
      readonly organisations: Plural;
      /** The link to how an adopter uses the projects, in brackets. */
      readonly story: string;
      /** In the results of the search: the projects that an adopter uses. */
      uses(projects: string): string;
    };
    readonly ecosystem: KindLabel & {
      readonly announced: string;
      /** On the social card of their list, unless `site.ecosystemCounted` says it. */
      readonly counts: Plural;
    };
    readonly link: KindLabel & {
      readonly feed: FeedWords;
      /** Above the list of links in announcements. */
      readonly announced: string;
      /** What each is, as a label. A post is one on a social network. */
      readonly forms: Readonly<Record<'article' | 'video' | 'podcast' | 'talk' | 'case-study' | 'post', string>>;
      /** Around the names of those who wrote, recorded or said it. */
      readonly by: Sentence;
    };
    readonly person: KindLabel & {
      readonly announced: string;
      /** The roles of people, as within a sentence. At the beginning of a line they get a capital letter. */
      readonly roles: { readonly author: string; readonly maintainer: string; readonly contributor: string };
      /** The role of a person in a project or a group: `maintainer of Example tool`. */
      roleOf(role: string, subject: string): string;
      /** After a role: `since February 2022`. */
      since(day: string): string;
      until(day: string): string;
    };
    /** For kinds of the community's own, whose name is as the community writes it: `job`, `jobs`. Phrases that fit any name. */
    readonly own: {
      sought(one: string): string;
      all(many: string): string;
      announced(many: string): string;
      /** The description of the feed, and of the page, unless the community gives another. */
      feed(section: string): string;
      page(many: string, site: string): string;
      /** The link that opens a new file. */
      add(one: string): string;
      empty(many: string): string;
      /** The link from an entry of a feed to where one can read more. */
      readonly details: string;
    };
  };

  /** On social cards, the pictures of pages that are shared. */
  readonly cards: {
    /** Below the title of the page about feeds and calendars. */
    readonly subscribe: string;
    /** Below the title of the list of tags: how many there are. */
    readonly tags: Plural;
    /** Above the name of a tag. */
    readonly tag: string;
  };

  /** In feeds, and in the Markdown versions of posts. */
  readonly feeds: {
    /** The description of the feed of an author's posts. */
    byAuthor(author: string, site: string): string;
    /** Below the title of a Markdown version: `2022-03-01 by Ada Lovelace`. */
    dayAndAuthors(day: string, authors: string): string;
    /** Before the address of the page, at the end of a Markdown version. */
    readonly source: string;
    /** Above a feed that somebody opens in a browser; and after it, the path of the page that says more. */
    readonly sheet: string;
    sheetMore(path: string): string;
  };

  /** In the notes of events in calendars. */
  readonly calendar: {
    /** Before the names of speakers, by how many there are, without the number. */
    readonly speakers: Plural;
    /** Before addresses: of the website, the recording and the slides. */
    readonly more: string;
    readonly recording: string;
    readonly slides: string;
  };

  /** The page that leads from an old address to the new one, on hosts that cannot redirect: its title, and its sentence. */
  readonly moved: { readonly title: string; readonly about: Sentence };

  /** The page that is shown when the server fails. */
  readonly failure: {
    /** In the browser's tab. */
    readonly name: string;
    readonly title: string;
    readonly about: string;
  };

  /** What is written of an edition in other places: social networks, chats, mailing lists. */
  readonly announcement: {
    /** Posts of the month. */
    readonly posts: string;
    /** A title for the second time, where its list did not fit into one text. */
    continued(title: string): string;
    /** Before the address of the post, in a post and in a mail. */
    readonly read: string;
    readonly readHere: string;
  };

  /** In an edition that is sent as HTML mail. */
  readonly mail: {
    readonly readOnWeb: string;
    readonly tooLong: string;
    /** In place of an image that mail programs do not show; its description follows. */
    readonly image: string;
    /** At the end: the name of the site, and the link to it; then the link to the licence. */
    readonly from: SentenceOfTwo;
    readonly licence: Sentence;
  };

  /** What a new edition begins with, for an editor to go on from. */
  readonly draft: {
    /** The sentence where nothing is known yet. */
    whatHappened(month: string): string;
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
    /** The time of an event where the reader is, after its own: on the same day, and on another. */
    readonly yourTime: string;
    readonly yourDayAndTime: string;
    /** The button that fills in the reader's time zone, for `{zone}`. */
    readonly yourZone: string;
    /** The search is running; it could not be loaded; there is nothing to search. */
    readonly searching: string;
    readonly notLoaded: string;
    readonly nothingToSearch: string;
    /**
     * What was found. `{words}` is what was searched for, `{kind}` a kind (`posts`), `{year}` a year. What is in brackets is left
     * out where its part is not given.
     */
    readonly results: Plural;
    readonly noResults: string;
    /** What to try if there are no results: with a kind or a year, and without. */
    readonly fewerFilters: string;
    readonly otherWords: string;
  };
}
