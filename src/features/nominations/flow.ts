/** How an application moves: the facts its machine looks at, the columns that follow, and its effects. */
import { sql } from 'kysely';
import {
  nominationMachine,
  nominationRequirements,
  type NominationEvent,
  type NominationFacts,
} from '../../../workflows/nomination.ts';
import { nomination } from '../../core/policy/resources.ts';
import { dispatch, type Command, type Flow } from '../../core/process/dispatch.ts';
import type { Unit } from '../../core/process/unit.ts';
import { openParts } from '../completion/commands.ts';
import { wantedFor } from '../confirmations/queries.ts';
import type { Wanted } from '../confirmations/schema.ts';
import { differsFromLast, keepSubmission, newReceiptNumber, renderSubmission } from './submission.ts';
import { nominationLetter } from './letters.ts';
import { keepSubmitted } from '../writing/revisions.ts';
import { followAfter, voidBallotsOf } from '../ballots/commands.ts';
import { detachVersions } from '../documents/versions.ts';
import { fieldsOf, isMissing, isTooLong } from './fields.ts';
import { identityNumberPlaces, unreadOf } from '../reading/queries.ts';
import { wasReceived } from '../received/queries.ts';
import { placeText } from '../reading/words.ts';
import type { NominationRow } from './schema.ts';
import { closingOf } from './window.ts';

export const nominationFlow: Flow<NominationRow, NominationEvent, NominationFacts> = {
  name: 'nomination',
  table: 'nominations',
  resource: nomination,
  machine: nominationMachine,
  requirements: nominationRequirements,
  facts: readFacts,
  details: ({ unanswered, overLimit, infected, unchecked, unread, identityNumbers, ...facts }) => ({
    partnersAsked: facts.partnersToAsk,
    partnersConfirmed: facts.partnersToConfirm,
    everythingAnswered: unanswered,
    withinWordLimits: overLimit,
    documentsClean: infected,
    documentsChecked: unchecked,
    documentsRead: unread,
    noIdentityNumbers: identityNumbers,
  }),
  change: (unit, row, event, next) => columnsAfter(unit, row, event, next),
  effects: {
    keepSubmission: async (unit, row) => {
      await keepSubmission(unit, row);
      await keepSubmitted(unit, row.id);
      // What was replaced before this is not needed any more.
      await detachVersions(unit, row.id);
    },
    openParts: (unit, row, _params, event) =>
      openParts(unit, row, event.type === 'return' ? event.parts : []),
    letter: (unit, row, params: { template: Parameters<typeof nominationLetter>[2] }) =>
      nominationLetter(unit, row, params.template),
    cascade: async (unit, row) => {
      await voidBallotsOf(unit, row.id);
      await followAfter(unit, row.id, row.edition_id);
    },
  },
  payload: (event) =>
    event.type === 'return'
      ? { dueAt: event.dueAt.toISOString(), parts: event.parts.map(({ part }) => part) }
      : {},
};

export const dispatchNomination = (unit: Unit, command: Command<NominationEvent>) =>
  dispatch(unit, nominationFlow, command);

async function readFacts(
  unit: Unit,
  row: NominationRow,
): Promise<(event: NominationEvent) => Promise<NominationFacts>> {
  const { trx, now } = unit;
  const edition = await trx
    .selectFrom('editions')
    .select(['state', 'opens_at', 'closes_at', 'announced_at', 'judging_started_at', 'judging_closed_at'])
    .select(['leader_approval', 'confirmation_days', 'partner_confirmation'])
    .select((eb) => [
      eb.fn<boolean>('outcome_is_public', ['id', eb.val('finalists'), eb.val(now)]).as('finalists_public'),
      eb.fn<boolean>('outcome_is_public', ['id', eb.val('winner'), eb.val(now)]).as('winner_public'),
      eb.fn<NominationFacts['publicOutcome']>('public_outcome', [eb.val(row.id), eb.val(now)]).as('outcome'),
    ])
    .where('id', '=', row.edition_id)
    .executeTakeFirstOrThrow();
  const same = {
    now,
    opensAt: edition.opens_at,
    closesAt: closingOf(edition, row),
    returnDueAt: row.return_due_at,
    editionAnnounced: edition.announced_at !== null && edition.state !== 'cancelled',
    judgingStarted: edition.judging_started_at !== null,
    judgingClosed: edition.judging_closed_at !== null,
    finalistsPublic: edition.finalists_public,
    winnerPublic: edition.winner_public,
    publicOutcome: edition.outcome,
  };
  return async (event) => ({ ...same, ...(await factsOf(unit, row, event, edition)) });
}

/** What an event adds. Only sending in reads everything that was written. */
async function factsOf(
  unit: Unit,
  row: NominationRow,
  event: NominationEvent,
  rules: Parameters<typeof wantedFor>[2],
) {
  const { trx, now } = unit;
  const sending = isSending(event);
  const wanted = sending || event.type === 'admit' ? await wantedFor(trx, row, rules) : [];
  const fields = sending ? await fieldsOf(trx, row) : [];
  const unsafe = sending ? await unsafeDocuments(trx, row.id) : [];
  const places = sending ? await identityNumberPlaces(trx, await renderSubmission(trx, row)) : [];
  return {
    received: event.type === 'receive' && (await wasReceived(trx, row.id)),
    unanswered: fields.filter(isMissing).map(labelOf(row)),
    overLimit: fields.filter(isTooLong).map(labelOf(row)),
    infected: unsafe.filter(({ scan }) => scan === 'infected').map(({ name }) => name),
    unchecked: unsafe.filter(({ scan }) => scan !== 'infected').map(({ name }) => name),
    unread: sending ? (await unreadOf(trx, row.id)).map(({ name }) => name) : [],
    identityNumbers: places.map((place) => placeText(place, row.language)),
    ...confirmationFacts(wanted),
    changed: sending && (await differsFromLast(trx, row)),
    reasonGiven: 'reason' in event && event.reason.trim() !== '',
    dueInFuture: event.type === 'return' && event.dueAt > now,
    // A checklist asks of an event that has nothing in it yet.
    partsNamed: event.type === 'return' && Boolean(event.parts?.length),
  };
}

const isSending = ({ type }: NominationEvent): boolean => type === 'submit' || type === 'receive';

/** A "no" is answered by asking anew: for sending in it counts as not asked. */
function confirmationFacts(wanted: readonly Wanted[]) {
  const open = wanted.filter(({ state }) => state === 'notAsked' || state === 'declined');
  const waiting = wanted.filter(({ state }) => state !== 'confirmed');
  const partners = (some: readonly Wanted[]) =>
    some.filter(({ kind }) => kind === 'partner').map(({ organisation }) => organisation);
  return {
    leaderAsked: open.every(({ kind }) => kind !== 'leader'),
    leaderConfirmed: waiting.every(({ kind }) => kind !== 'leader'),
    partnersToAsk: partners(open),
    partnersToConfirm: partners(waiting),
  };
}

/** Documents of the draft that nobody may open: an infected one, and one that waits for the scanner. */
const unsafeDocuments = (trx: Unit['trx'], nominationId: string) =>
  trx
    .selectFrom('documents as d')
    .innerJoin('stored_files as f', 'f.sha256', 'd.sha256')
    .select(['d.name', 'f.scan'])
    .where('d.nomination_id', '=', nominationId)
    .where('d.removed_at', 'is', null)
    .where(sql<boolean>`not document_readable(d.sha256)`)
    .orderBy('d.position')
    .execute();

const labelOf =
  (row: NominationRow) =>
  (field: { question: { texts: Record<string, { label: string }> } }): string =>
    field.question.texts[row.language]?.label ?? field.question.texts['nb']?.label ?? '';

function columnsAfter(
  { now }: Unit,
  row: NominationRow,
  event: NominationEvent,
  next: string,
): Partial<NominationRow> {
  if (isSending(event)) {
    return {
      submitted_at: now,
      first_submitted_at: row.first_submitted_at ?? now,
      receipt_number: row.receipt_number ?? newReceiptNumber(),
      submission_count: row.submission_count + 1,
    };
  }
  if (event.type === 'return')
    return {
      return_reason: event.reason,
      return_due_at: event.dueAt,
      return_count: row.return_count + 1,
    };
  if (event.type === 'reject') return { rejection_reason: event.reason };
  return next === 'withdrawn' ? { withdrawn_at: now } : {};
}
