/** What is kept of whoever asked or told without signing in. */
export type OwnRule = 'askers' | 'barriers';
export const ownPath = '/dine-opplysninger';

/** What is kept of whoever has the link. */
export interface Kept {
  rule: OwnRule;
  subjectId: string;
  email: string;
  /** What they wrote, when, and of a barrier where it was and what was answered. */
  text: string;
  at: Date;
  page: string | null;
  answer: string | null;
}
