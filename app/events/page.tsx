// All events, as an agenda.
import { EventsPage } from '@/app/events/events-page';
import { pageHead } from '@/app/views/cards';

export const generateMetadata = () =>
  pageHead({
    title: 'Events',
    description: 'Upcoming and past events, recordings, and a calendar to subscribe to.',
    path: '/events/',
    feeds: { folder: '/events/', title: 'New events' },
  });

export default function AllEventsPage() {
  return <EventsPage />;
}
