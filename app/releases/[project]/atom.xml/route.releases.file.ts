// The latest releases of one project as Atom.
import { projectFeedRoute } from '@/app/serve-feed';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = projectFeedRoute('atom');
