// All events, as an agenda.
import { EventsPage } from '@/app/events/events-page';
import { pageHead } from '@/app/views/cards';
import { site } from '@/lib/site';

const { title, description } = site.sections.events;

export const generateMetadata = () =>
  pageHead({
    title,
    description,
    path: '/events/',
    feeds: { folder: '/events/', title: 'New events' },
  });

export default function AllEventsPage() {
  return <EventsPage />;
}
