import config from './playwright.config';
import { sites } from '@/e2e/sites';
const on = ['own', ...(process.env.SITES ?? '').split(',')];
export default { ...config, webServer: (config.webServer as any[]).filter(({ name }) => on.includes(name)) };
