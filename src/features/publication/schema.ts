import type { Selectable } from 'kysely';
import type { PublicationsTable } from '../../platform/db/types.ts';

export type PublicationKind = PublicationsTable['kind'];
/** At a moment, with the approval, or at the press of the ceremony with `publish_at` as the latest. */
export type Release = 'moment' | 'approval' | 'press';
/** A text in both written forms of Norwegian. */
export interface BothForms {
  nb: string;
  nn: string;
}
/** Nomination id > the jury's statement. */
export type Statements = Record<string, BothForms>;
export type PublicationRow = Omit<
  Selectable<PublicationsTable>,
  'texts' | 'statements' | 'correction' | 'notice'
> & {
  texts: BothForms;
  statements: Statements;
  /** What this version has corrected; null for the first. */
  correction: BothForms | null;
  /** What the public reads since it was taken down. */
  notice: BothForms | null;
};

export interface NewPublication {
  kind: PublicationKind;
  /** For the press the latest moment; for the approval whatever is given is not looked at. */
  publishAt: Date;
  /** Left out: the usual one (`usualRelease`). */
  release?: Release | undefined;
  /** The joint paragraph above the statements. */
  texts: BothForms;
  /** What is corrected, where something of this kind is out already. */
  correction?: BothForms | undefined;
}

/** How it comes out unless somebody says otherwise: the ceremony releases the winner, once, and what is wrong is mended at once. */
export const usualRelease = (kind: PublicationKind, corrects: boolean): Release =>
  corrects ? 'approval' : kind === 'winner' ? 'press' : 'moment';
/** A correction is not handed over in a hall, and the nominated have no ceremony. */
export const mayBePressed = (kind: PublicationKind, corrects: boolean): boolean =>
  kind === 'winner' && !corrects;

/** What names the quotes and pictures of all the nominated is no longer than this. */
export const SEEN_LENGTH = 10_000;

/** So long before its moment nothing about a publication changes any more: what is kept for two seconds cannot be wrong. */
export const QUIET_MS = 10_000;

export type PublicationState =
  | 'prepared'
  | 'approved'
  | 'held'
  | 'published'
  | 'replaced'
  | 'takenDown'
  | 'stopped'
  | 'lapsed';
/** A version that has been public; what it said is no secret. */
export interface PublishedVersion {
  kind: PublicationKind;
  state: 'published' | 'replaced' | 'takenDown';
  publicAt: Date;
  takenDownAt: Date | null;
  texts: BothForms;
  correction: BothForms | null;
}
type Dated = Pick<
  PublicationRow,
  'stopped_at' | 'approved_at' | 'held_at' | 'taken_down_at' | 'publish_at' | 'release'
>;

/** Where a publication stands; that a later version has replaced it, its neighbours know. */
export function stateOf(row: Dated, now: Date): PublicationState {
  if (row.stopped_at) return 'stopped';
  if (row.taken_down_at && row.taken_down_at <= now) return 'takenDown';
  if (row.held_at) return 'held';
  if (row.approved_at) return row.publish_at <= now ? 'published' : 'approved';
  return row.release !== 'approval' && isQuiet(row, now) ? 'lapsed' : 'prepared';
}

/** Once a year is cancelled or archived, corrections alone. */
export const mayComeOut = (edition: { state: string }, corrects: boolean): boolean =>
  corrects || (edition.state !== 'archived' && edition.state !== 'cancelled');

/** Somebody has asked for another moment, and nobody has agreed yet. */
export const asksToMove = ({ move_to, moved_at }: Pick<PublicationRow, 'move_to' | 'moved_at'>): boolean =>
  move_to !== null && moved_at === null;

/** It has come out, or is about to: nothing stops it any more. */
export const isQuiet = ({ publish_at }: Pick<PublicationRow, 'publish_at'>, now: Date): boolean =>
  publish_at.getTime() - now.getTime() <= QUIET_MS;
