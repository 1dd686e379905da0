// Starts `npm run check` from one file.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
// biome-ignore lint/style/noRestrictedImports: Node itself reads this file, and knows no '@/'
import { bundleOf } from '../build/bundle.mjs';

const entry = 'lib/check/main.ts';
const bundle = await bundleOf(entry);
// Where nothing can be kept, its modules are loaded as they are.
if (!bundle) (await import('tsx/esm/api')).register();
await import(pathToFileURL(bundle ?? resolve(import.meta.dirname, '../..', entry)).href);
