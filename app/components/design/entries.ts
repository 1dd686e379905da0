// Invented entries in every state that a part of a page can show. Only /components/design/ uses them.
import type { PostSummary } from '@/components/blog/post-list';
import type { AdopterView } from '@/lib/kinds/adopter/kind';
import type { EcosystemView } from '@/lib/kinds/ecosystem/kind';
import type { EventView } from '@/lib/kinds/event/view';
import type { PersonView } from '@/lib/kinds/person/kind';
import type { ReleaseView } from '@/lib/kinds/release/view';
import { type CoverFacts, emptyMonth } from '@/lib/output/pictures/cover';

export const longest =
  'A title longer than any editor would accept, because one day somebody will write one that goes on and on, with Kustomization.spec.postBuild.substituteFrom[].optional and Donaudampfschifffahrtsgesellschaftskapitän in it, and the page must still look as if it were designed for that';
export const arabic = 'عنوان باللغة العربية يُقرأ من اليمين إلى اليسار';
const chinese = '一个用来检查排版的中文标题 🚀';

const day = new Date('2026-11-22T00:00:00Z');

export const covers: readonly (readonly [name: string, facts: CoverFacts])[] = [
  ['A quiet month', { ...emptyMonth('2026-01'), events: 2, contributors: 3 }],
  ['One release', { ...emptyMonth('2026-02'), releases: ['plain'], events: 4, adopters: 2, contributors: 12 }],
  [
    'Breaking changes and security fixes',
    { ...emptyMonth('2026-03'), releases: ['breaking', 'secured', 'plain'], events: 7, adopters: 8, people: 1 },
  ],
  ['Many adopters', { ...emptyMonth('2026-04'), releases: ['plain'], adopters: 40, ecosystem: 6, contributors: 20 }],
  [
    'Very busy',
    { ...emptyMonth('2026-05'), releases: Array(9).fill('plain'), events: 22, ecosystem: 9, contributors: 80 },
  ],
];

export const post: PostSummary = {
  url: '#post',
  title: 'An edition',
  description: 'A summary in one sentence, as lists show it.',
  date: day,
  authors: [],
  lang: undefined,
  hidden: undefined,
  picture: undefined,
  cover: covers[2]?.[1],
};

export const posts: readonly PostSummary[] = [
  post,
  { ...post, url: '#long', title: longest, cover: undefined },
  { ...post, url: '#arabic', title: arabic, description: arabic, lang: 'ar', cover: undefined },
  { ...post, url: '#chinese', title: chinese, description: undefined, lang: 'zh-Hans', cover: undefined },
  { ...post, url: '#draft', title: 'A draft', hidden: 'draft' },
  { ...post, url: '#scheduled', title: 'A scheduled post', hidden: 'scheduled', cover: undefined },
];

const time = {
  leaf: { day: '3', month: 'Dec' },
  dateText: 'Thursday, 3 December 2026',
  timeText: '10:00–11:00 UTC',
  monthText: 'December 2026',
  local: '2026-12-03T10:00',
  datetime: '2026-12-03T10:00:00Z',
};

export const event: EventView = {
  id: 'sample',
  url: '#event',
  title: 'An upcoming talk',
  kind: 'talk',
  kindLabel: 'Talk',
  status: 'confirmed',
  ...time,
  times: [time],
  over: '2026-12-03T11:00:00Z',
  isOver: false,
  repeatText: undefined,
  place: 'Online',
  speakers: [],
  description: 'What you will learn, in a sentence or two.',
  moreUrl: '#more',
  recordingUrl: '#recording',
  slidesUrl: undefined,
  calendarUrl: '#calendar',
};

export const past: EventView = { ...event, id: 'past', title: 'A past talk', isOver: true };

export const events: readonly EventView[] = [
  event,
  { ...event, id: 'repeats', title: 'A meeting that repeats', kindLabel: 'Meeting', repeatText: 'every week' },
  { ...event, id: 'moved', title: 'A talk that has moved', status: 'moved' },
  { ...event, id: 'cancelled', title: 'A talk that is cancelled', status: 'cancelled' },
  past,
  { ...past, id: 'no-recording', title: 'A past talk without a recording', recordingUrl: undefined },
  { ...event, id: 'longest', title: longest, place: longest.slice(0, 80) },
  { ...event, id: 'arabic', title: arabic },
];

export const release: ReleaseView = {
  id: 'sample',
  title: 'A project 1.2.0',
  url: '#release',
  project: 'A project',
  color: '#0f766e',
  version: '1.2.0',
  dateText: '22 November 2026',
  datetime: '2026-11-22',
  notesUrl: '#notes',
  highlights: ['What is new.', 'What has improved.'],
  breaking: [],
  security: [],
  upgrade: undefined,
};

const change = { change: 'What no longer works.', action: 'What to do before you upgrade.' };
const fix = { id: 'CVE-2026-0000', summary: 'What an attacker could do.', url: '#fix' };

export const releases: readonly ReleaseView[] = [
  release,
  { ...release, id: 'breaking', version: '2.0.0', url: '#breaking', breaking: [change] },
  { ...release, id: 'both', version: '3.0.0', url: '#both', breaking: [change, change], security: [fix] },
  { ...release, id: 'secured', version: '1.2.1', url: '#secured', security: [fix], highlights: [] },
  { ...release, id: 'bare', version: '1.2.2', url: '#bare', highlights: [], dateText: undefined, notesUrl: undefined },
  { ...release, id: 'longest', project: longest.slice(0, 90), version: '10.20.30-rc.1+build.2026', url: '#longest' },
];

const adopter: AdopterView = {
  id: 'sample',
  title: 'An adopter',
  url: '#adopter',
  about: undefined,
  storyUrl: undefined,
  joinedText: 'November 2026',
  isNew: false,
};

export const adopters: readonly AdopterView[] = [
  { ...adopter, isNew: true },
  { ...adopter, id: 'story', title: 'With a story', storyUrl: '#story' },
  { ...adopter, id: 'long', title: 'Donaudampfschifffahrtsgesellschaft' },
  { ...adopter, id: 'arabic', title: 'شركة' },
  { ...adopter, id: 'chinese', title: '一家公司' },
  ...Array.from({ length: 19 }, (_, index) => ({ ...adopter, id: `n${index}`, title: `Adopter ${index + 6}` })),
];

export const ecosystem: readonly EcosystemView[] = [
  { id: 'one', title: 'A tool', url: '#tool', about: 'What it does.', kind: 'Tool', joinedText: 'November 2026' },
  { id: 'long', title: longest.slice(0, 90), url: '#long', about: longest, kind: 'Integration', joinedText: undefined },
  { id: 'arabic', title: arabic, url: '#arabic', about: arabic, kind: 'UI', joinedText: undefined },
];

export const people: readonly PersonView[] = [
  person('A Person', ['Maintainer of A project, since November 2026'], 'An organisation'),
  person('longest-name-of-an-account-without-any-space-in-it', []),
  person('اسم', ['Author']),
  person('名字', ['Author']),
];

function person(name: string, roles: string[], affiliation?: string): PersonView {
  return { id: name, title: name, url: '#person', affiliation, roles };
}
