// Pictures of links that entries name.
import { entryPictureRoute } from '@/app/serve-entry-picture';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = entryPictureRoute('links');
