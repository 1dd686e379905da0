// Links of one form.
import { linksPartRoute } from '@/app/links/part-route';

const { generateStaticParams, generateMetadata, Page } = linksPartRoute('form');

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;
