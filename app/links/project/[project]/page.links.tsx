// Links about one project.
import { linksPartRoute } from '@/app/links/part-route';

const { generateStaticParams, generateMetadata, Page } = linksPartRoute('project');

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;
