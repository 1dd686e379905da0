// English.
import type { Words } from '@/lib/base/words/words';

export const en: Words = {
  locale: 'en-GB',
  direction: 'ltr',
  name: 'English',

  dayWithWeekday: (weekday, day) => `${weekday}, ${day}`,
  fromTo: (first, last) => `${first} to ${last}`,

  sections: {
    blog: { title: 'Blog' },
    releases: {
      title: 'Releases',
      lead: 'Newest first. A triangle marks breaking changes, a diamond marks security fixes.',
      description: 'Releases of all projects: highlights, breaking changes and security fixes.',
    },
    events: {
      title: 'Events',
      lead: 'Talks and meetings: see the projects in action and meet the people behind them.',
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
      lead: 'Tools and integrations that others have built around the projects.',
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
      lead: 'Everyone is welcome, whether you want to ask a question, listen in, improve a sentence or maintain a project.',
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
  },

  page: {
    skip: 'Skip to main content',
    menu: 'Menu',
    mainNavigation: 'Main',
    search: 'Search',
    footerNavigation: 'Community',
    subscribe: 'Subscribe to feeds and calendars',
    allTags: 'All tags',
    sourceCode: 'Source code of this site',
    licence: (link) => ['Text is licensed under ', link, ', code under Apache-2.0.'],
    previewOf: (commit) => ['Preview of commit ', commit],
    previewFor: (pullRequest) => [' for ', pullRequest],
  },

  scripts: {
    colours: 'Colours',
    schemes: { system: 'System', light: 'Light', dark: 'Dark' },
    copy: 'Copy',
    copyCode: 'Copy code',
    copied: 'Copied',
    notCopied: 'Could not copy',
  },
};
