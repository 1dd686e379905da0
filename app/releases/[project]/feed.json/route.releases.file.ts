// The latest releases of one project as JSON Feed.
import { projectFeedRoute } from '@/app/serve-feed';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = projectFeedRoute('json');
