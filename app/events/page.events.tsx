// All events, as an agenda.

import { EventsPage } from '@/app/events/events-page';
import { pageHead } from '@/app/views/cards';
import { sectionTexts } from '@/lib/base/sections';
import { words } from '@/lib/base/words';

const { title, description } = sectionTexts.events;

export const generateMetadata = () =>
  pageHead({
    title,
    description,
    path: '/events/',
    feeds: { folder: '/events/', title: words.events.feed },
  });

export default function AllEventsPage() {
  return <EventsPage />;
}
