// Takes the place of the framework's module that cuts each page into pieces of data: only its scripts, which no page of
// ours loads, would ask for them. It is a quarter of what drawing a page takes. Where a coming version of the framework
// keeps the module elsewhere, the pieces are made again, and lib/build/strip-scripts.ts removes them.
module.exports = () => `
export async function collectSegmentData() {
  return new Map();
}
export async function collectPrefetchHints() {
  return null;
}
`;
