// Logos, as entries name them.
import { entryPictureRoute } from '@/app/serve-entry-picture';

export const dynamic = 'force-static';
export const dynamicParams = false;

const route = entryPictureRoute('logo');

export const generateStaticParams = route.generateStaticParams;
export const GET = route.GET;
