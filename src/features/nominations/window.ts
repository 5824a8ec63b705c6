/** Whether an application can be written in and sent at an instant: the very requirements the machine asks of a submission. */
import {
  nominationMachine,
  nominationRequirements,
  type NominationFacts,
} from '../../../workflows/nomination.ts';
import { needsOf } from '../../../workflows/requirements.ts';
import { problem } from '../../platform/http/problem.ts';
import type { EditionRow } from '../editions/schema.ts';
import type { NominationRow } from './schema.ts';

type Dates = Pick<EditionRow, 'state' | 'announced_at' | 'opens_at' | 'closes_at'>;
type Stage = Pick<NominationRow, 'state' | 'return_due_at' | 'extended_until'>;
/** An application that is about to begin. */
export const newDraft: Stage = { state: 'draft', return_due_at: null, extended_until: null };
const windows = ['callOpen', 'dueNotPassed'] as const;

/** `now` is the arrival time of the request, never a time that the sender tells. */
export function isOpen(call: Dates, row: Stage, now: Date): boolean {
  const needed = needsOf(nominationMachine, row.state, 'submit');
  const facts = {
    now,
    opensAt: call.opens_at,
    closesAt: closingOf(call, row),
    returnDueAt: row.return_due_at,
    editionAnnounced: isAnnounced(call),
  } as NominationFacts;
  return (
    needed !== undefined &&
    windows.every((window) => !needed.includes(window) || nominationRequirements[window](facts))
  );
}

/** It takes part in the year: announced and not cancelled. */
export const isAnnounced = ({ announced_at, state }: Pick<Dates, 'announced_at' | 'state'>): boolean =>
  announced_at !== null && state !== 'cancelled';

/** When this application can no longer be sent in: the call's deadline, or its own later one. In the database: application_closes_at. */
export const closingOf = (
  { closes_at }: Pick<Dates, 'closes_at'>,
  { extended_until }: Pick<NominationRow, 'extended_until'>,
): Date => (extended_until && extended_until > closes_at ? extended_until : closes_at);

/** THE DEADLINE OF AN APPLICATION, everywhere: its own due date when it was returned, else when it closes for this one. */
export const deadlineOf = (call: Pick<Dates, 'closes_at'>, row: Stage): Date =>
  row.state === 'returned' && row.return_due_at ? row.return_due_at : closingOf(call, row);

/** @throws nomination/deadline-passed; process/unmet before the call opens or without one; process/not-now in any later state */
export function demandOpen(call: Dates, row: Stage, now: Date): void {
  if (isOpen(call, row, now)) return;
  if (needsOf(nominationMachine, row.state, 'submit') === undefined) throw problem('process/not-now');
  const deadline = deadlineOf(call, row);
  if (isAnnounced(call) && deadline <= now) throw problem('nomination/deadline-passed', { deadline });
  throw problem('process/unmet', {}, [{ requirement: 'callOpen' }]);
}
