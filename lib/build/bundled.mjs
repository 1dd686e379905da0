// Runs one of our commands from one file: `node lib/build/bundled.mjs lib/check/main.ts --strict`.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleOf } from '../base/bundle.mjs';

const [entry = ''] = process.argv.splice(2, 1);
const bundle = await bundleOf(entry);
// Without a writable cache, its modules are loaded one by one.
if (!bundle) (await import('tsx/esm/api')).register();
await import(pathToFileURL(bundle ?? resolve(import.meta.dirname, '../..', entry)).href);
