// How pictures of pages are compared: on the fixtures alone, whose pages change only when the look does.
import { defineConfig } from 'playwright/test';
import { fixtures } from '@/e2e/sites';
import usual from '@/playwright.config';

const [server] = [usual.webServer ?? []].flat().filter(({ name }) => name === fixtures.name);

export default defineConfig({
  ...usual,
  testMatch: /visual\/.*\.visual\.ts$/,
  reporter: 'list',
  ...(server ? { webServer: server } : {}),
});
