/** What the judging of a file may come to. */
import type { MediaType } from '../types.ts';

/** Why a file is not taken: each is a problem `document/<reason>` with words of its own. */
export const reasons = [
  'type-not-allowed',
  'web-page',
  'heic',
  'encrypted',
  'damaged',
  'bomb',
  'pixels',
  'macros',
  'two-kinds',
  'active-content',
  'embedded-files',
  'unreadable',
] as const;
export type Reason = (typeof reasons)[number];

/** Thrown by a judge; anything else it throws counts as damage. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly reason: Reason;
  constructor(reason: Reason, detail = '') {
    super(`${reason} ${detail}`);
    this.reason = reason;
  }
}

export interface Accepted {
  type: MediaType;
  /** The content to keep instead: the same picture without what it tells of where and with what it was taken. */
  cleaned?: Uint8Array;
}
export type Judge = (content: Buffer) => Accepted | Promise<Accepted>;
