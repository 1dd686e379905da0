// The latest releases of one project as RSS.
import { projectFeedRoute } from '@/app/serve-feed';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = projectFeedRoute('rss');
