// In development, every process of the framework loads this first. After each rendering the framework starts a process that lists
// the pages of the route again, which takes two seconds of processor time: right after a save, the page is rendered first.
// Plain JavaScript without imports of ours, lib/base/clock.ts included: it runs before anything could load them.
'use strict';
const { statSync } = require('node:fs');

/** How long after a save nothing but the page is rendered. Milliseconds. */
const renderTime = 700;

if (process.argv[1]?.includes('jest-worker') && process.env.NEWS_SNAPSHOT) {
  const saved = statSync(process.env.NEWS_SNAPSHOT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const left = saved + renderTime - Date.now();
  if (left > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.min(left, renderTime));
}
