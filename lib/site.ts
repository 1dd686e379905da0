// The community that this site is for. The one code file that a fork edits.
import type { Site } from '@/lib/site-types';

export const site: Site = {
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
   * The colour of links, buttons and the mark, `#rrggbb`: `'#1a4bcb'`, or one for the light and one for the dark scheme. Without a
   * dark one, a lighter one of the same hue is used there. As text it needs a contrast of 4.5 on the grounds of the pages, else
   * nothing is built. `npm run news -- icons` draws the icons in public/ again when it changes.
   */
  accent: { light: '#1a4bcb', dark: '#96b5ff' },
  /**
   * The mark next to the name, in icons and on social cards: an SVG file in public/ with a square `viewBox`, at most 4 kB, made of
   * shapes. What has no colour, or `currentColor`, is shown in the accent colour, in light and dark. Left out, as here, it is drawn
   * from the shapes that covers have, too. `npm run news -- icons` draws the icons in public/ again when it changes.
   */
  // mark: '/mark.svg',
  /**
   * The fonts of pages (`SiteFonts` in lib/site-types.ts): families of readers' systems, or of files in public/fonts/. Left out, those of
   * readers' systems, for which nothing is loaded.
   */
  // fonts: { text: ['Inter', 'sans-serif'], files: [{ family: 'Inter', file: '/fonts/inter.woff2', preload: true }] },
  /**
   * The origin of links in posts to a path whose first segment is not ours (`/guide/…`, `/roadmap/`). Without it, such a link is
   * an error of the check.
   */
  docsOrigin: 'https://fluxcd.io',
  /** The current documentation, for the notice on old posts. Without it, the notice has no link. */
  docsUrl: 'https://fluxcd.io/flux/',
  /** The links at the top of every page. Sections have their titles; give others a `title`. */
  navigation: [
    { url: '/blog/' },
    { url: '/releases/' },
    { url: '/events/' },
    { url: '/adopters/' },
    { url: '/ecosystem/' },
    { url: '/links/' },
    { url: '/community/' },
  ],
  /**
   * The sections that the site has, and what their pages say where that differs from the words of the language
   * (lib/base/words/). A `blog/_index.md` with a title or a description goes before `blog`.
   */
  sections: {
    blog: {},
    releases: {},
    events: { lead: 'Talks, meetings and bug scrubs: see the projects in action and meet the people behind them.' },
    adopters: {},
    ecosystem: { lead: 'Tools, controllers and integrations that others have built around the projects.' },
    links: {},
    people: {},
    community: {
      lead: 'Everyone is welcome, whether you want to ask a question, listen in, improve a sentence or maintain a controller.',
    },
    tags: {},
    search: {},
    subscribe: {},
    contribute: {},
  },
  /**
   * The kinds of events, in the order of lists. The words of the language have names for talk, meetup, conference, meeting,
   * webinar and workshop; others need a `label`. After a change, `npm run news -- form --write` makes the issue forms anew.
   */
  eventKinds: [
    { id: 'talk' },
    { id: 'meetup' },
    { id: 'conference' },
    { id: 'meeting', isMeeting: true },
    { id: 'bug-scrub', label: 'Bug scrub', isMeeting: true },
    { id: 'webinar' },
    { id: 'workshop' },
  ],
  /**
   * The time zones in which the community usually meets (IANA names): forms for events offer them before all others. `npm run news -- new`
   * offers the zones of events first, then these.
   */
  usualZones: ['Europe/Madrid', 'America/Los_Angeles', 'UTC'],
  /** What kinds of thing the ecosystem has: suggestions, people may write others. */
  ecosystemKinds: ['controller', 'tool', 'extension', 'integration', 'platform', 'plugin'],
  /** What the ecosystem has, for counts: a phrase for each plural form of the language. By default tools and integrations. */
  ecosystemCounted: { one: '# tool, controller or integration', other: '# tools, controllers and integrations' },
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
  /** The links in the footer, such as the community's channels: addresses of other sites, or paths of this one. */
  channels: [
    { title: 'Slack: #flux in the CNCF workspace', url: 'https://slack.cncf.io/' },
    { title: 'GitHub Discussions', url: 'https://github.com/fluxcd/flux2/discussions' },
    { title: 'Documentation', url: 'https://fluxcd.io/flux/' },
  ],
  /**
   * Subscription by email on /subscribe/: the address and the fields of a form of a mail provider (`MailForm` in lib/site-types.ts).
   * Left out, there is none.
   */
  // mailForm: { action: 'https://mail.example.org/subscribe', field: 'email' },
  /** Where new posts are announced: `npm run news -- announce` writes the texts, people send them. */
  announcements: [
    { id: 'x', title: 'X', form: 'thread', limit: 280, counts: 'x' },
    { id: 'mastodon', title: 'Mastodon', form: 'thread', limit: 500, counts: 'mastodon' },
    { id: 'linkedin', title: 'LinkedIn', form: 'post', limit: 3000, counts: 'plain' },
    { id: 'slack', title: 'Slack', form: 'slack', limit: 4000, counts: 'plain' },
    { id: 'mail', title: 'Mailing list', form: 'mail', limit: 20000, counts: 'plain' },
  ],
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
  /** The licence of posts and entries, for pages, feeds and data. Without it, none of them names one. */
  contentLicence: {
    name: 'CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  /** In the footer: whose the names and logos are. May be left out. */
  trademarks:
    'Flux is a project of the Cloud Native Computing Foundation. Flux, Kubernetes and the names and logos of organisations shown here are trademarks of their owners.',
  postsPerPage: 12,
  /** Whether posts in `.md` get typographic quotation marks and dashes, as in Hugo. */
  typographer: true,
  /** Hosts whose images posts may show, such as `avatars.githubusercontent.com`; they can see who reads. Images of other hosts become links. */
  pictureHosts: [],
  /**
   * From how many days of age posts have a notice, unless they are `evergreen`. It says what the language says (lib/base/words/),
   * or `text`. `false`: no post has one.
   */
  oldPosts: { days: 365 },
};
