// The head of every page: what the page says of itself, and its social picture.
import type { Metadata } from 'next';
import { cardImage } from '@/app/views/cards';
import { type PageFacts, pageMetadata } from '@/lib/output/seo/page-metadata';

export async function pageHead(page: Omit<PageFacts, 'card'>): Promise<Metadata> {
  return pageMetadata({ ...page, card: await cardImage(page.path) });
}
