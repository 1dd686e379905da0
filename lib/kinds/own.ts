// A community's own kinds of entry. With lib/site.ts the only code that a fork edits: docs/adding-a-kind.md shows how.

/** Those of this community. Each adds a folder of content, a section of the site, and components for posts. */
export const ownKinds = [] as const;
