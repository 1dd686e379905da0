// The community that this site is for. The one code file that a fork edits.

/** One entry of the main navigation. */
export interface NavigationEntry {
  readonly title: string;
  /** A path on this site, with its final slash. The check reports one that is not a page. */
  readonly url: string;
}

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

/** What the page of a section says in this community's words. */
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

/** A kind of event that people can choose. */
export interface EventKind {
  /** In files and addresses: small letters, digits and single hyphens. Once published, leave it as it is. */
  readonly id: string;
  /** What readers see: `Talk`. */
  readonly label: string;
  /** Meetings are in a list of their own in editions and on the community page. */
  readonly isMeeting?: boolean;
}

export const site = {
  name: 'Flux Community News',
  shortName: 'Flux News',
  description:
    'Releases, breaking changes, events and adopters: news from the Flux family of GitOps projects for Kubernetes.',
  /** The language of pages, unless a post sets another one (BCP 47). */
  lang: 'en',
  /**
   * The origin of the site if neither SITE_URL nor the host sets one. The permanent ids of feeds and calendars begin with it:
   * when the site moves, set SITE_URL and leave this as it is, so that no feed reader shows every post as new.
   */
  origin: 'https://flux-news.example',
  /**
   * The colour of links, buttons and the mark, `#rrggbb`, for the light and the dark scheme. As text it needs a contrast of 4.5 on
   * the grounds of the pages, else nothing is built. Draw public/favicon.svg and the other icons anew when it changes.
   */
  accent: { light: '#1a4bcb', dark: '#96b5ff' },
  /** The site of links to a path whose first segment is not ours (`/flux/…`, `/roadmap/`). */
  docsOrigin: 'https://fluxcd.io',
  /** The current documentation, for the notice on old posts. */
  docsUrl: 'https://fluxcd.io/flux/',
  navigation: [
    { title: 'Blog', url: '/blog/' },
    { title: 'Releases', url: '/releases/' },
    { title: 'Events', url: '/events/' },
    { title: 'Adopters', url: '/adopters/' },
    { title: 'Ecosystem', url: '/ecosystem/' },
    { title: 'Community', url: '/community/' },
  ] as readonly NavigationEntry[],
  /** What the page of each section says. A `blog/_index.md` with a title or a description goes before `blog`. */
  sections: {
    blog: { title: 'Blog' },
    releases: {
      title: 'Releases',
      lead: 'Newest first. A triangle marks breaking changes, a diamond marks security fixes.',
      description: 'Releases of all projects: highlights, breaking changes and security fixes.',
    },
    events: {
      title: 'Events',
      lead: 'Talks, meetings and bug scrubs: see the projects in action and meet the people behind them.',
      description: 'Upcoming and past events, recordings, and a calendar to subscribe to.',
      empty: 'No events are planned at the moment.',
    },
    adopters: {
      title: 'Adopters',
      lead: 'Organisations that publicly use the projects.',
      empty: 'No adopters are listed yet. Be the first: all it takes is one file.',
    },
    ecosystem: {
      title: 'Ecosystem',
      lead: 'Tools, controllers and integrations that others have built around the projects.',
      empty:
        'Nothing is listed yet. Have you built something that works with the projects? Add it: all it takes is one file.',
    },
    people: {
      title: 'People',
      lead: 'Authors, maintainers, speakers and contributors.',
      empty: 'Nobody is listed yet.',
    },
    community: {
      title: 'Community',
      lead: 'Everyone is welcome, whether you want to ask a question, listen in, improve a sentence or maintain a controller.',
      description: 'Meetings, channels, maintainers, and ways to join in.',
      empty: 'No meetings are scheduled at the moment.',
    },
    tags: {
      title: 'Tags',
      lead: 'What posts are about. Each tag has its own page and feeds.',
      description: 'All tags, and how many posts each has.',
    },
    search: { title: 'Search' },
    subscribe: {
      title: 'Subscribe',
      lead: 'Get new posts, releases and events as they appear. You need no account and give no email address.',
      description: 'Follow posts, releases and events with a feed reader or a calendar.',
    },
  } as const satisfies Readonly<Record<string, SectionTexts>>,
  /**
   * The kinds of events, in the order of lists. The form .github/ISSUE_TEMPLATE/event.yml offers the same ids, which a test checks.
   */
  eventKinds: [
    { id: 'talk', label: 'Talk' },
    { id: 'meetup', label: 'Meetup' },
    { id: 'conference', label: 'Conference' },
    { id: 'meeting', label: 'Meeting', isMeeting: true },
    { id: 'bug-scrub', label: 'Bug scrub', isMeeting: true },
    { id: 'webinar', label: 'Webinar' },
    { id: 'workshop', label: 'Workshop' },
  ] as const satisfies readonly EventKind[],
  /** What kinds of thing the ecosystem has: suggestions, people may write others. */
  ecosystemKinds: ['controller', 'tool', 'extension', 'integration', 'platform', 'plugin'],
  /** What the ecosystem has, for counts: one and several. */
  ecosystemCounted: ['tool, controller or integration', 'tools, controllers and integrations'],
  /** The repository with the content, and its pages for editing a file and opening an issue. */
  repository: {
    url: 'https://github.com/fluxcd/community-news',
    editUrl: 'https://github.com/fluxcd/community-news/edit/main/content/',
    newFileUrl: 'https://github.com/fluxcd/community-news/new/main',
    issuesUrl: 'https://github.com/fluxcd/community-news/issues',
  },
  /** For `/.well-known/security.txt`: where to report vulnerabilities, and when this information expires (a year at most). */
  security: {
    contact: 'https://github.com/fluxcd/community-news/security/advisories/new',
    policy: 'https://github.com/fluxcd/community-news/security/policy',
    expires: '2027-11-01T00:00:00Z',
  },
  /** The community's channels, shown in the footer: addresses of other sites, or paths of this one. */
  channels: [
    { title: 'Slack: #flux in the CNCF workspace', url: 'https://slack.cncf.io/' },
    { title: 'GitHub Discussions', url: 'https://github.com/fluxcd/flux2/discussions' },
    { title: 'Documentation', url: 'https://fluxcd.io/flux/' },
  ],
  /** Where new posts are announced: `npm run news -- announce` writes the texts, people send them. */
  announcements: [
    { id: 'x', title: 'X', form: 'thread', limit: 280, counts: 'x' },
    { id: 'mastodon', title: 'Mastodon', form: 'thread', limit: 500, counts: 'mastodon' },
    { id: 'linkedin', title: 'LinkedIn', form: 'post', limit: 3000, counts: 'plain' },
    { id: 'slack', title: 'Slack', form: 'slack', limit: 4000, counts: 'plain' },
    { id: 'mail', title: 'Mailing list', form: 'mail', limit: 20000, counts: 'plain' },
  ] as readonly AnnouncementChannel[],
  /** Ways to join in, in the order of the community page: addresses of other sites, or paths of this one. */
  waysToJoin: [
    {
      title: 'Start with the guide',
      about: 'New to Flux? Follow the Get Started guide, and tell the team where you got stuck.',
      url: 'https://fluxcd.io/flux/get-started/',
    },
    {
      title: 'Talk on Slack',
      about: 'Ask questions and meet the maintainers in the #flux channel of the CNCF workspace.',
      url: 'https://slack.cncf.io/',
    },
    {
      title: 'Plan with the team',
      about: 'Ideas and proposals are discussed in public before anything is built.',
      url: 'https://github.com/fluxcd/flux2/discussions',
    },
    {
      title: 'Come to a meeting',
      about: 'Dev meetings and bug scrubs are open to everyone. You do not need to prepare anything.',
      url: 'https://fluxcd.io/community/#meetings',
    },
  ],
  contentLicence: {
    name: 'CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  trademarks:
    'Flux is a project of the Cloud Native Computing Foundation. Flux, Kubernetes and the names and logos of organisations shown here are trademarks of their owners.',
  privacy: 'No tracking: no cookies, no analytics, nothing loaded from other sites.',
  postsPerPage: 12,
  /** Whether posts in `.md` get typographic quotation marks and dashes, as in Hugo. */
  typographer: true,
  /** Hosts whose images posts may show, such as `avatars.githubusercontent.com`; they can see who reads. Images of other hosts become links. */
  pictureHosts: [] as readonly string[],
  /** Posts older than this many days have a notice, unless they are `evergreen`. */
  agesAfterDays: 365,
} as const;
