// All events, as an agenda.
import type { Metadata } from 'next';
import { EventsPage } from '@/app/events/events-page';
import { toHref } from '@/lib/urls';

export const metadata: Metadata = {
  title: 'Events',
  description: 'What is on next, what was on, with recordings, and a calendar to subscribe to.',
  alternates: { canonical: toHref('/events/') },
};

export default function AllEventsPage() {
  return <EventsPage />;
}
