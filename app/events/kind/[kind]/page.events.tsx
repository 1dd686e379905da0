// Events of one kind.

import { EventsPage } from '@/app/events/events-page';
import { pageRoute } from '@/app/param-route';
import { pageHead } from '@/app/views/cards';
import { sectionTexts } from '@/lib/base/sections';
import { eventKindPath } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { eventKinds } from '@/lib/kinds/event/schema';
import { eventKindLabel } from '@/lib/kinds/event/view';

const { generateStaticParams, generateMetadata, Page } = pageRoute({
  list: () => eventKinds.map((kind) => ({ kind: kind as string })),
  find: ({ kind }) => eventKinds.find((each) => each === kind),
  head: (kind) =>
    pageHead({ title: words.labelled(sectionTexts.events.title, eventKindLabel(kind)), path: eventKindPath(kind) }),
  render: (kind) => <EventsPage kind={kind} />,
});

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;
