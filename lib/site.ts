// The community that this site speaks for. The one code file that a fork edits.

/** One entry of the main navigation. */
export interface NavigationEntry {
  readonly title: string;
  /** A path on this site, with its final slash. */
  readonly url: string;
}

/** Where a new post is announced, and how long a text may be there. */
export interface AnnouncementChannel {
  readonly id: string;
  readonly title: string;
  /** `thread`: several short texts; `post`: one text; `mail` and `slack`: one text in the form of its place. */
  readonly form: 'thread' | 'post' | 'mail' | 'slack';
  /** How many characters a text may have, counted as the channel does: see lib/news/announce/count.ts. */
  readonly limit: number;
  readonly counts: 'x' | 'mastodon' | 'plain';
}

export const site = {
  name: 'Flux Community News',
  shortName: 'Flux News',
  description:
    'What shipped, what breaks, when to meet and who joined: news from the Flux family of GitOps projects for Kubernetes.',
  /** The language of pages that do not say otherwise (BCP 47). */
  lang: 'en',
  /**
   * Where the site lives when neither SITE_URL nor the host says so. The permanent ids of feeds and calendars begin with it:
   * when the site moves, set SITE_URL and leave this as it is, and nobody's program shows every post as new.
   */
  origin: 'https://flux-news.example',
  /** Links to a path whose first segment is not ours (`/flux/…`, `/roadmap/`) lead here. */
  docsOrigin: 'https://fluxcd.io',
  /** Where the documentation of today begins, for the notice on old posts. */
  docsUrl: 'https://fluxcd.io/flux/',
  navigation: [
    { title: 'Blog', url: '/blog/' },
    { title: 'Releases', url: '/releases/' },
    { title: 'Events', url: '/events/' },
    { title: 'Adopters', url: '/adopters/' },
    { title: 'Ecosystem', url: '/ecosystem/' },
    { title: 'Community', url: '/community/' },
  ] as readonly NavigationEntry[],
  /** Where readers find the file behind a page, and how to change it. */
  repository: {
    url: 'https://github.com/fluxcd/community-news',
    editUrl: 'https://github.com/fluxcd/community-news/edit/main/content/',
    newFileUrl: 'https://github.com/fluxcd/community-news/new/main',
    issuesUrl: 'https://github.com/fluxcd/community-news/issues',
  },
  /** For `/.well-known/security.txt`: where to report in confidence, and until when this may be believed (a year at most). */
  security: {
    contact: 'https://github.com/fluxcd/community-news/security/advisories/new',
    policy: 'https://github.com/fluxcd/community-news/security/policy',
    expires: '2027-11-01T00:00:00Z',
  },
  /** Where the community talks, shown in the footer. */
  channels: [
    { title: 'Slack: #flux on the CNCF workspace', url: 'https://slack.cncf.io/' },
    { title: 'GitHub Discussions', url: 'https://github.com/fluxcd/flux2/discussions' },
    { title: 'Documentation', url: 'https://fluxcd.io/flux/' },
  ],
  /** Where a new post is announced: `npm run news -- announce` makes the texts, people send them. */
  announcements: [
    { id: 'x', title: 'X', form: 'thread', limit: 280, counts: 'x' },
    { id: 'mastodon', title: 'Mastodon', form: 'thread', limit: 500, counts: 'mastodon' },
    { id: 'linkedin', title: 'LinkedIn', form: 'post', limit: 3000, counts: 'plain' },
    { id: 'slack', title: 'Slack', form: 'slack', limit: 4000, counts: 'plain' },
    { id: 'mail', title: 'Mailing list', form: 'mail', limit: 20000, counts: 'plain' },
  ] as readonly AnnouncementChannel[],
  /** Ways to join in, in the order in which the community page shows them. */
  waysToJoin: [
    {
      title: 'Start with the guide',
      about: 'New to Flux? Walk through the Get Started guide and tell the team where it lost you.',
      url: 'https://fluxcd.io/flux/get-started/',
    },
    {
      title: 'Talk on Slack',
      about: 'The #flux channel on the CNCF workspace is where questions meet maintainers.',
      url: 'https://slack.cncf.io/',
    },
    {
      title: 'Plan with the team',
      about: 'Ideas and proposals are discussed in the open before anything is built.',
      url: 'https://github.com/fluxcd/flux2/discussions',
    },
    {
      title: 'Come to a meeting',
      about: 'Dev meetings and Bug Scrubs are open to everybody; nobody needs to prepare.',
      url: 'https://fluxcd.io/community/#meetings',
    },
  ],
  contentLicence: {
    name: 'CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  trademarks:
    'Flux is a project of the Cloud Native Computing Foundation. Flux, Kubernetes and the names and logos of organisations shown here are trademarks of their owners.',
  privacy: 'Nothing is tracked here: no cookies, no analytics, nothing loaded from elsewhere.',
  postsPerPage: 12,
  /** Whether posts in `.md` get the quotation marks and dashes that printers set, as Hugo sets them. */
  typographer: true,
  /** Hosts whose pictures posts may show, such as `avatars.githubusercontent.com`. They learn who reads; others become links. */
  pictureHosts: [] as readonly string[],
  /** Posts older than this many days carry a notice, unless they are `evergreen`. */
  agesAfterDays: 365,
} as const;
