// In development, loaded first by every process of the framework. After each drawing it starts one that lists the pages of
// the route anew, which takes two seconds of a processor: where that follows a saving, the page is drawn first.
// It is no TypeScript and imports none of ours, lib/base/clock.ts neither: it runs before anything that could read that.
'use strict';
const { statSync } = require('node:fs');

/** How long after a saving nothing but the page is made. Milliseconds. */
const drawnWithin = 700;

if (process.argv[1]?.includes('jest-worker') && process.env.NEWS_SNAPSHOT) {
  const saved = statSync(process.env.NEWS_SNAPSHOT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const left = saved + drawnWithin - Date.now();
  if (left > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.min(left, drawnWithin));
}
