/** What the parts of writing have in common. */
export const revisionKinds = ['writing', 'conflict', 'submission', 'restore'] as const;
export type RevisionKind = (typeof revisionKinds)[number];

/** A person who was heard from within this time has the form open now. Milliseconds. */
export const PRESENT = 30_000;
