// What can be searched for, in the order in which readers choose.

/** Each kind as one thing is called, and as many are. */
export const searchKinds = {
  post: { one: 'Post', many: 'Posts' },
  event: { one: 'Event', many: 'Events' },
  release: { one: 'Release', many: 'Releases' },
  adopter: { one: 'Adopter', many: 'Adopters' },
  ecosystem: { one: 'Ecosystem', many: 'Ecosystem' },
} as const;

export type SearchKind = keyof typeof searchKinds;
