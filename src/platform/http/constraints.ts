/** What a constraint of the database means to the person who ran into it. One file, so that none is forgotten. */
import { problem } from './problem.ts';
import type { Problem, ProblemType } from './problem.ts';

type Plain = {
  [T in ProblemType]: Parameters<typeof problem<T>> extends [type: T, params: object, ...unknown[]]
    ? never
    : T;
}[ProblemType];

/** Constraints and unique indexes that people can run into, by name. */
export const CONSTRAINTS: Readonly<Record<string, Plain>> = {
  ballot_scores_open: 'ballot/locked',
  ballot_scores_free: 'ballot/recused',
  ballots_locked_stays: 'ballot/locked',
  ballots_calibrated: 'ballot/calibration-missing',
  calibrations_fixed: 'process/not-now',
  calibrations_opened: 'process/not-now',
  calibration_sheets_stay: 'ballot/delivered',
  calibration_sheets_jury: 'process/not-now',
  agreed_scores_locked: 'process/not-now',
  people_needed: 'process/not-now',
  people_there: 'person/just-deleted',
  agreed_scores_undecided: 'process/not-now',
  agreed_scores_meeting: 'process/not-now',
  agreed_scores_stay: 'process/not-now',
  agreed_scores_own: 'auth/forbidden',
  agreed_scores_two: 'process/same-person',
  agreed_scores_free: 'ballot/recused',
  agreed_scores_criterion: 'request/invalid',
  feedbacks_two_people: 'process/same-person',
  role_grants_substitute: 'request/invalid',
  role_grants_apart: 'role/runs-the-year',
  nomination_members_apart: 'role/runs-the-year',
  role_grants_two_administrators: 'role/last-administrator',
  feedbacks_given: 'process/not-now',
  decisions_one_standing: 'decision/exists',
  decision_entries_one_winner: 'decision/exists',
  decisions_departure_has_reason: 'decision/reason-missing',
  return_parts_closed: 'nomination/part-closed',
  meetings_one_open: 'meeting/open-already',
  meetings_over: 'meeting/over',
  meeting_openings_members_out: 'meeting/members-in',
  meeting_openings_motion: 'process/not-now',
  meeting_door_closed: 'meeting/not-in-now',
  motions_one_open: 'motion/open-already',
  motions_stay: 'motion/closed',
  motion_votes_open: 'motion/closed',
  motion_votes_entitled: 'motion/no-vote',
  motion_votes_own: 'motion/no-vote',
  motion_votes_in_room: 'motion/not-in-room',
  motion_dissents_voted: 'motion/no-dissent',
  practice_run_empty: 'practice/exists',
  practice_run_only: 'practice/none',
  publications_two_persons: 'process/same-person',
  publications_move_two_persons: 'process/same-person',
  contacts_stay: 'process/not-now',
  letter_texts_pkey: 'conflict/version',
  letter_texts_wait: 'process/not-now',
  letter_batches_two_people: 'process/same-person',
  letter_batches_agreed: 'process/not-now',
  letter_batches_stay: 'process/not-now',
  namings_told: 'process/not-now',
  namings_approved: 'process/not-now',
  namings_out: 'process/not-now',
  publications_quiet: 'publication/too-late',
  publications_stay: 'process/not-now',
  publications_year_over: 'process/not-now',
  deadline_extensions_two_people: 'process/same-person',
  deadline_extensions_open: 'process/not-now',
  rejection_proposals_two_people: 'process/same-person',
  rejection_proposals_open: 'process/not-now',
};

/** The part of PostgreSQL's error that matters here. */
export interface DatabaseError {
  code: string;
  constraint?: string;
}

export function isDatabaseError(error: unknown): error is DatabaseError {
  return (
    error instanceof Error &&
    /^[0-9A-Z]{5}$/.test(String((error as { code?: unknown }).code)) &&
    'severity' in error
  );
}

const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
/** A sign that no text of the database can hold: a zero byte in an address, say. */
const NO_TEXT = '22021';
/** Shutting down, too many connections, out of retries: nothing is wrong with the request. */
const PASSING = new Set(['57P01', '57P02', '57P03', '53300', '40001', '40P01']);

/** The problem for a refusal by the database; undefined when it is an error of ours. */
export function fromDatabase(error: DatabaseError): Problem | undefined {
  const known = CONSTRAINTS[error.constraint ?? ''];
  if (known) return problem(known);
  if (error.code === UNIQUE) return problem('conflict/exists');
  if (error.code === FOREIGN_KEY) return problem('conflict/in-use');
  if (error.code === NO_TEXT) return problem('request/invalid');
  if (PASSING.has(error.code)) return problem('server/unavailable');
  return undefined;
}

/** The database cannot be reached, or hung up: pg says so in words where the system gives no code. */
export function isUnreachable(error: unknown): boolean {
  const { syscall, message } = error as { syscall?: string; message?: string };
  return (
    syscall === 'connect' ||
    /^(timeout exceeded when trying to connect|Connection terminated)/.test(message ?? '')
  );
}
