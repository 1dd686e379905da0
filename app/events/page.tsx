// All events, as an agenda.
import type { Metadata } from 'next';
import { EventsPage } from '@/app/events/events-page';
import { pageMetadata } from '@/lib/seo/page-metadata';

export const metadata: Metadata = pageMetadata({
  title: 'Events',
  description: 'What is on next, what was on, with recordings, and a calendar to subscribe to.',
  path: '/events/',
  feeds: { folder: '/events/', title: 'New events' },
});

export default function AllEventsPage() {
  return <EventsPage />;
}
