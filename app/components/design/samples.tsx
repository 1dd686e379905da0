// Every part of pages in every state, for /components/design/.
import { type ComponentType, createElement, type ReactNode } from 'react';
import {
  adopters,
  arabic,
  ecosystem,
  event,
  events,
  longest,
  past,
  people,
  post,
  posts,
  release,
  releases,
} from '@/app/components/design/entries';
import { AdopterWall } from '@/components/adopters/adopter-wall';
import { AdoptersOverTime } from '@/components/adopters/adopters-over-time';
import { PlainFacts, Thanks } from '@/components/blog/edition-parts';
import { AgeNotice, HiddenBanner } from '@/components/blog/post-header';
import { LeadPost, Pagination, PostList } from '@/components/blog/post-list';
import { YearGlance } from '@/components/blog/year-glance';
import { EcosystemList } from '@/components/ecosystem/ecosystem-list';
import { EventInvitation } from '@/components/events/event-invitation';
import { EventAgenda, EventCard } from '@/components/events/events';
import { PersonCard } from '@/components/people/person-card';
import { ReleaseCallout, ReleaseList } from '@/components/releases/releases';
import { Callout, calloutKinds } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/page-parts';
import { Figure, Gallery } from '@/components/ui/pictures';
import { toUrl } from '@/lib/base/urls';

/** A component with each of some props. */
function show<Props extends object>(Component: ComponentType<Props>, ...list: readonly Props[]): ReactNode {
  return list.map((props, index) => createElement(Component, { ...props, key: index }));
}

const invitation = {
  links: { google: '#google', outlook: '#outlook', office365: '#office', apple: '#apple' },
  editHref: '#edit',
  rank: 3,
} as const;

const facts = ['releases', 'events', 'adopters', 'ecosystem', 'people', 'contributors'].map((kind, index) => ({
  text: `${index + 1} ${kind}`,
  url: `#entry-${kind}`,
}));

const year = ['release', 'event', 'new adopter'].map((one, index) => ({
  counted: { one: `# ${one}`, other: `# ${one}s` },
  all: `All ${one}s`,
  url: `#all-${one}`,
  items: [longest, arabic, 'A short title'].slice(index).map((title) => ({ title, url: `#${one}` })),
}));

const images = ['first-mark', 'second-mark'].map((name) => ({
  name,
  picture: { src: toUrl('/favicon.svg'), srcSet: '', width: 32, height: 32 },
}));

const text = (
  <p>
    Text with <code>code</code> and <a href="#site-boxes">a link to this section</a>.
  </p>
);

const lead = show(
  LeadPost,
  { post, children: <PlainFacts facts={facts} /> },
  { post: { ...post, title: longest, cover: undefined } },
  { post: { ...post, title: arabic, description: arabic, lang: 'ar' } },
);
const list = [
  show(PostList, { posts, rank: 3 }),
  show(Pagination, { page: 63, pages: 125, urlOf: (page) => `#${page}` }),
];
const notices = [
  show(AgeNotice, { date: post.date }),
  show(HiddenBanner, { reason: 'draft', date: post.date }, { reason: 'scheduled', date: post.date }),
  show(EmptyState, {}),
];
const invitations = show(
  EventInvitation,
  { event, times: [event, past], ...invitation },
  { event: { ...event, status: 'cancelled', title: longest }, times: [], ...invitation },
);
const callouts = show(ReleaseCallout, ...releases.map((view) => ({ view })));
const oneAdopter = [
  show(AdopterWall, { views: adopters.slice(0, 1) }),
  show(AdoptersOverTime, { points: [{ month: '2026-11', added: 1, total: 1 }], undated: 0, id: 'one' }),
];
const boxes = [
  show(Callout, ...calloutKinds.map((kind) => ({ kind, children: text }))),
  show(Figure, { picture: undefined, alt: 'What the image shows' }),
  show(Gallery, { pictures: images }),
  show(ReleaseCallout, { view: release, children: text }),
];

/** The sections of the page. */
export const samples: readonly (readonly [id: string, title: string, content: ReactNode])[] = [
  ['lead', 'Lead post', lead],
  ['posts', 'Posts: many, longest, right to left, Chinese, draft, scheduled', list],
  ['year', 'A year in numbers', show(YearGlance, { groups: year })],
  ['notices', 'Notices: old, draft, scheduled, empty list', notices],
  [
    'events',
    'Events: upcoming, repeating, moved, cancelled, past, longest, right to left',
    show(EventCard, ...events.map((view) => ({ view }))),
  ],
  ['agenda', 'Agenda: nothing planned', show(EventAgenda, { upcoming: [], past: [past], addHref: '#add' })],
  ['invitation', 'Invitation', invitations],
  [
    'releases',
    'Releases: plain, breaking, both, security, minimal, longest',
    [
      <div key="prose" className="prose">
        {callouts}
      </div>,
      show(ReleaseList, { releases, withProject: true }),
    ],
  ],
  ['adopters', 'Adopters: many, new, with a story, longest, right to left', show(AdopterWall, { views: adopters })],
  ['one-adopter', 'Adopters: one', oneAdopter],
  ['ecosystem', 'Ecosystem: one, longest, right to left', show(EcosystemList, { views: ecosystem })],
  [
    'people',
    'People: with roles, longest, right to left, Chinese',
    [
      <div key="people" className="people">
        {show(PersonCard, ...people.map((view) => ({ view })))}
      </div>,
      show(Thanks, { people: people.map(({ title, url }) => ({ name: title, url })) }),
    ],
  ],
  [
    'boxes',
    'Callouts and images',
    <div key="boxes" className="prose">
      {boxes}
    </div>,
  ],
];
