// Events of one kind.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EventsPage } from '@/app/events/events-page';
import { staticParams } from '@/app/static-params';
import { pageHead } from '@/app/views/page-head';
import { eventKindPath } from '@/lib/base/urls';
import { eventKinds } from '@/lib/kinds/event/schema';
import { eventKindLabel } from '@/lib/kinds/event/view';

type Props = PageProps<'/events/kind/[kind]'>;

export const dynamicParams = false;

export const generateStaticParams = staticParams(() => eventKinds.map((kind) => ({ kind })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = await findKind(params);
  return kind ? pageHead({ title: `Events: ${eventKindLabel(kind)}`, path: eventKindPath(kind) }) : {};
}

export default async function EventKindPage({ params }: Props) {
  const kind = await findKind(params);
  if (!kind) notFound();
  return <EventsPage kind={kind} />;
}

async function findKind(params: Props['params']) {
  const { kind } = await params;
  return eventKinds.find((each) => each === kind);
}
