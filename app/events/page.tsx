// All events, as an agenda.

import type { Metadata } from 'next';
import { EventsPage } from '@/app/events/events-page';
import { pageHead } from '@/app/views/page-head';

export async function generateMetadata(): Promise<Metadata> {
  return pageHead({
    title: 'Events',
    description: 'What is on next, what was on, with recordings, and a calendar to subscribe to.',
    path: '/events/',
    feeds: { folder: '/events/', title: 'New events' },
  });
}

export default function AllEventsPage() {
  return <EventsPage />;
}
