import type { BallotEvent } from '../../../workflows/ballot.ts';
import { dispatch, type Command } from '../../core/process/dispatch.ts';
import type { Unit } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { openWhenAll } from './calibration-opening.ts';
import { commitBallot, ensureCommitted } from './commitments.ts';
import { ballotFlow } from './flow.ts';
import type { BallotRow } from './schema.ts';

/** Moves a ballot; delivering fixes what it says. */
export async function dispatchBallot(unit: Unit, command: Command<BallotEvent>): Promise<BallotRow> {
  const row = await dispatch(unit, ballotFlow, command);
  if (command.event.type === 'deliver') await commitBallot(unit, row);
  if (command.event.type === 'lock') await ensureCommitted(unit, row);
  return row;
}

/**
 * Gives every seated juror a ballot for every application under review; the recused get theirs as `recused`, so that
 * who is out stands in the record. Running it again (a deputy called in, an application cleared, a juror who comes back) adds
 * what is missing.
 */
export async function assignBallots(unit: Unit, editionId: string): Promise<void> {
  const { trx, now } = unit;
  const pairs = await trx
    .selectFrom('seat_holders as h')
    .innerJoin('seats as s', 's.id', 'h.seat_id')
    .innerJoin('nominations as n', 'n.edition_id', 'h.edition_id')
    .select((eb) => [
      'h.person_id',
      'h.seat_id',
      'n.id as nomination_id',
      eb.fn<string>('juror_standing', ['h.person_id', 'n.id']).as('standing'),
    ])
    .where('h.edition_id', '=', editionId)
    .where('h.until_at', 'is', null)
    .where('s.role', '<>', 'deputy')
    .where('n.state', '=', 'underReview')
    .orderBy('n.id')
    .orderBy('h.person_id')
    .execute();
  for (const { person_id, seat_id, nomination_id, standing } of pairs) {
    await trx
      .insertInto('ballots')
      .values({
        edition_id: editionId,
        nomination_id,
        person_id,
        seat_id,
        assigned_at: now,
        state: standing === 'recused' ? 'recused' : 'assigned',
      })
      .onConflict((conflict) => conflict.columns(['nomination_id', 'person_id']).doNothing())
      .execute();
  }
  await reinstateReturned(unit, editionId);
}

/** The ballots of a juror who left and has a seat again: what was delivered must be delivered anew. */
async function reinstateReturned(unit: Unit, editionId: string): Promise<void> {
  const ballots = await unit.trx
    .selectFrom('ballots as b')
    .innerJoin('nominations as n', 'n.id', 'b.nomination_id')
    .innerJoin('seat_holders as h', (join) =>
      join.onRef('h.edition_id', '=', 'b.edition_id').onRef('h.person_id', '=', 'b.person_id'),
    )
    .innerJoin('seats as s', 's.id', 'h.seat_id')
    .select('b.id')
    .where('b.edition_id', '=', editionId)
    .where('b.state', '=', 'voided')
    .where('n.state', '=', 'underReview')
    .where('h.until_at', 'is', null)
    .where('s.role', '<>', 'deputy')
    .where((eb) => eb(eb.fn<string>('juror_standing', ['b.person_id', 'b.nomination_id']), '<>', 'recused'))
    .orderBy('b.id')
    .execute();
  for (const { id } of ballots)
    await dispatchBallot({ ...unit, actor: systemActor }, { id, event: { type: 'reinstate' } });
}

/** The application is out: its ballots are kept and marked. */
export async function voidBallotsOf(unit: Unit, nominationId: string): Promise<void> {
  const ballots = await unit.trx
    .selectFrom('ballots')
    .select(['id', 'edition_id'])
    .where('nomination_id', '=', nominationId)
    .where('state', '<>', 'voided')
    .orderBy('id')
    .execute();
  for (const { id } of ballots)
    await dispatchBallot({ ...unit, actor: systemActor }, { id, event: { type: 'void' } });
  if (ballots[0]) await openWhenAll(unit, ballots[0].edition_id);
}

/** Who was out of the whole year because of it is out of the others no longer; where that juror has answered, the ballots come back. */
export async function followAfter(unit: Unit, nominationId: string, editionId: string): Promise<void> {
  const people = await unit.trx
    .selectFrom('recusal_decisions')
    .select('person_id')
    .distinct()
    .where('nomination_id', '=', nominationId)
    .where('reach', '=', 'edition')
    .orderBy('person_id')
    .execute();
  for (const { person_id } of people) await followStandings(unit, editionId, person_id);
}

/** The juror has left the seat while the jury judges: what was given is kept and marked, and the successor judges anew. */
export async function voidBallotsOfJuror(unit: Unit, editionId: string, personId: string): Promise<void> {
  const ballots = await unit.trx
    .selectFrom('ballots')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('person_id', '=', personId)
    .where('state', 'not in', ['locked', 'voided'])
    .orderBy('id')
    .execute();
  for (const { id } of ballots)
    await dispatchBallot({ ...unit, actor: systemActor }, { id, event: { type: 'void' } });
  await openWhenAll(unit, editionId);
}

/** After a change of standing: the ballots of a juror follow out of the applications and back into them, in the order of all locks. */
export async function followStandings(unit: Unit, editionId: string, personId: string): Promise<void> {
  const rows = await unit.trx
    .selectFrom('ballots as b')
    .innerJoin('editions as e', 'e.id', 'b.edition_id')
    .innerJoin('standings as st', (join) =>
      join.onRef('st.nomination_id', '=', 'b.nomination_id').onRef('st.person_id', '=', 'b.person_id'),
    )
    .select(['b.id', 'b.state', 'e.state as edition', 'st.standing'])
    .where('b.edition_id', '=', editionId)
    .where('b.person_id', '=', personId)
    .where('b.state', '<>', 'voided')
    .orderBy('b.id')
    .execute();
  const asSystem: Unit = { ...unit, actor: systemActor };
  for (const { id, state, edition, standing } of rows) {
    if (standing === 'recused' && state !== 'recused')
      await dispatchBallot(asSystem, { id, event: { type: 'recuse' } });
    // After the closing nobody scores any more: whoever is cleared then may read, no more.
    if (standing === 'free' && state === 'recused' && edition === 'judging')
      await dispatchBallot(asSystem, { id, event: { type: 'reinstate' } });
  }
  await openWhenAll(unit, editionId);
}
