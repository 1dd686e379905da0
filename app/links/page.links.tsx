// All links, newest first.

import { LinksPage } from '@/app/links/links-page';
import { pageHead } from '@/app/views/cards';
import { sectionTexts } from '@/lib/base/sections';

const { title, description } = sectionTexts.links;

export const generateMetadata = () =>
  pageHead({ title, description, path: '/links/', feeds: { folder: '/links/', title } });

export default function AllLinksPage() {
  return <LinksPage />;
}
