import base from './playwright.config';
import { defineConfig } from 'playwright/test';
const only = (process.env.ONLY ?? '').split(',');
export default defineConfig({ ...base, webServer: (base.webServer as { name: string }[]).filter(({ name }) => only.includes(name)) as never });
