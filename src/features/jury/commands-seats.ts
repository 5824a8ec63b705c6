/** The secretariat sets up the seats of the jury and invites people to them. */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { assignBallots, voidBallotsOfJuror } from '../ballots/commands.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { lockEdition, type JudgedEdition } from '../editions/queries.ts';
import { endAccess, ensurePerson, letInAgain } from '../people/commands.ts';
import { rememberParent } from './affiliations.ts';
import { recordJuryChange } from './changes.ts';
import type { Invitation, NewSeat, SeatChange, SeatRole } from './schema.ts';

/** @throws request/invalid where there is a chair or a deputy chair already, and a term that ends before it begins */
export async function addSeat(
  unit: Unit,
  editionId: string,
  { organisation, role, organisationNumber, parentNumber, termFrom, termTo }: NewSeat,
): Promise<{ id: string }> {
  await lockEdition(unit, editionId, 'adjust');
  await oneOfEach(unit, editionId, role);
  inOrder(termFrom, termTo);
  const { id } = await unit.trx
    .insertInto('seats')
    .values((eb) => ({
      edition_id: editionId,
      organisation: organisation.trim(),
      organisation_number: organisationNumber ?? null,
      role,
      term_from: termFrom ?? null,
      term_to: termTo ?? null,
      position: eb
        .selectFrom('seats')
        .select((e) => e.fn.coalesce(e.fn.max('position'), e.lit(0)).as('last'))
        .where('edition_id', '=', editionId),
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await unit.trx
    .updateTable('seats')
    .set((eb) => ({ position: eb('position', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await rememberParent(unit, organisationNumber, parentNumber);
  unit.record({
    editionId,
    subjectType: 'seat',
    subjectId: id,
    event: 'addSeat',
    payload: { organisation: organisation.trim(), role },
  });
  return { id };
}

/** Another organisation, role or term. A deputy who becomes a member has been called in and gets ballots where the jury judges. */
export async function changeSeat(unit: Unit, seatId: string, change: SeatChange): Promise<void> {
  const { seat, edition } = await lockSeat(unit, seatId);
  const role = change.role ?? seat.role;
  if (role !== seat.role) await oneOfEach(unit, edition.id, role);
  const organisation = change.organisation?.trim() ?? seat.organisation;
  const { termFrom = seat.term_from, termTo = seat.term_to } = change;
  inOrder(termFrom, termTo);
  const calledIn = seat.role === 'deputy' && role !== 'deputy';
  // Midway: a deputy for the rest of the year, who makes no quorum higher (HAB-8).
  const called_in_at = role === 'deputy' ? null : calledIn && edition.announced_at ? unit.now : undefined;
  await unit.trx
    .updateTable('seats')
    .set({
      role,
      organisation,
      term_from: termFrom,
      term_to: termTo,
      ...(change.organisationNumber ? { organisation_number: change.organisationNumber } : {}),
      ...(called_in_at === undefined ? {} : { called_in_at }),
    })
    .where('id', '=', seatId)
    .execute();
  await rememberParent(unit, change.organisationNumber ?? seat.organisation_number, change.parentNumber);
  unit.record({
    editionId: edition.id,
    subjectType: 'seat',
    subjectId: seatId,
    event: calledIn ? 'callInDeputy' : 'changeSeat',
    payload: { organisation, role, from: seat.role },
  });
  if (role === 'deputy' && seat.role !== 'deputy') await leave(unit, edition.id, seatId, seat.role);
  if (calledIn) await tellCalledIn(unit, edition.id, seatId);
  await ballotsWhereJudging(unit, edition);
}

/** Takes away a seat that nobody has ever held. @throws conflict/in-use */
export async function removeSeat(unit: Unit, seatId: string): Promise<void> {
  const { edition } = await lockSeat(unit, seatId);
  const held = await unit.trx
    .selectFrom('seat_holders')
    .select('id')
    .where('seat_id', '=', seatId)
    .executeTakeFirst();
  if (held) throw problem('conflict/in-use');
  await unit.trx.deleteFrom('seats').where('id', '=', seatId).execute();
  unit.record({ editionId: edition.id, subjectType: 'seat', subjectId: seatId, event: 'removeSeat' });
}

/** Invites a person to a seat by mail. Whoever held it leaves it: ballots not yet locked are marked as no longer counting. */
export async function fillSeat(
  unit: Unit,
  seatId: string,
  { email, name, language = 'nb' }: Invitation,
): Promise<{ personId: string }> {
  const { trx, actor, now } = unit;
  const { seat, edition } = await lockSeat(unit, seatId);
  if (!actor.personId) throw problem('auth/forbidden');
  const person = await ensurePerson(unit, { email, name, language });
  const elsewhere = await trx
    .selectFrom('seat_holders')
    .select('seat_id')
    .where('edition_id', '=', edition.id)
    .where('person_id', '=', person.id)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  if (elsewhere?.seat_id === seatId) return { personId: person.id };
  if (elsewhere)
    throw problem('request/invalid', {}, [{ field: 'email', message: (t) => t.jury.seats.hasSeat }]);
  await letInAgain(unit, person);
  await leave(unit, edition.id, seatId, seat.role);
  const { id } = await trx
    .insertInto('seat_holders')
    .values({
      seat_id: seatId,
      edition_id: edition.id,
      person_id: person.id,
      invited_by: actor.personId,
      invited_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  unit.record({
    editionId: edition.id,
    subjectType: 'seat',
    subjectId: seatId,
    event: 'inviteToSeat',
    payload: { person: person.id },
  });
  await queueLetter(unit, {
    template: 'seatInvitation',
    key: `seat:${id}:invitation`,
    to: { personId: person.id, email: person.email, language: person.language },
    editionId: edition.id,
    params: {
      year: edition.year,
      organisation: seat.organisation,
      seat: seat.role,
      invitedBy: actor.name || actor.email,
      path: '/jury',
    },
  });
  await ballotsWhereJudging(unit, edition);
  return { personId: person.id };
}

/** The person leaves the seat; it stands empty until somebody else is invited. */
export async function vacateSeat(unit: Unit, seatId: string): Promise<void> {
  const { seat, edition } = await lockSeat(unit, seatId);
  await leave(unit, edition.id, seatId, seat.role);
}

/** Every seat of a person in a year that is not over: somebody who is shut out of the service sits in no jury. */
export async function vacateSeatsOf(unit: Unit, personId: string): Promise<void> {
  const held = await unit.trx
    .selectFrom('seat_holders as h')
    .innerJoin('editions as e', 'e.id', 'h.edition_id')
    .innerJoin('seats as s', 's.id', 'h.seat_id')
    .select(['h.seat_id', 'h.edition_id', 's.role'])
    .where('h.person_id', '=', personId)
    .where('h.until_at', 'is', null)
    // Who sat in a jury whose year is over stays in its history.
    .where('e.state', 'not in', ['winnerAnnounced', 'noAward', 'cancelled', 'archived'])
    .orderBy('h.edition_id')
    .forUpdate('e')
    .execute();
  for (const { seat_id, edition_id, role } of held) await leave(unit, edition_id, seat_id, role);
}

/** The rights end with the seat, and so do the sessions and tokens of whoever held it. */
async function leave(unit: Unit, editionId: string, seatId: string, role: SeatRole): Promise<void> {
  const left = await unit.trx
    .updateTable('seat_holders')
    .set({ until_at: unit.now })
    .where('seat_id', '=', seatId)
    .where('until_at', 'is', null)
    .returning(['person_id', 'confirmed_at'])
    .executeTakeFirst();
  if (!left) return;
  unit.record({
    editionId,
    subjectType: 'seat',
    subjectId: seatId,
    event: 'leaveSeat',
    payload: { person: left.person_id },
  });
  await voidBallotsOfJuror(unit, editionId, left.person_id);
  await endAccess(unit, left.person_id);
  // A deputy who was never called in has not sat with the jury.
  if (left.confirmed_at && role !== 'deputy')
    await recordJuryChange(unit, { editionId, seatId, personId: left.person_id, kind: 'left' });
}

/** From now on the deputy sits with the jury (HAB-8). One who has not confirmed yet does so by confirming. */
async function tellCalledIn(unit: Unit, editionId: string, seatId: string): Promise<void> {
  const holder = await unit.trx
    .selectFrom('seat_holders')
    .select('person_id')
    .where('seat_id', '=', seatId)
    .where('until_at', 'is', null)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  if (holder)
    await recordJuryChange(unit, {
      editionId,
      seatId,
      personId: holder.person_id,
      kind: 'joined',
      calledIn: true,
    });
}

const ballotsWhereJudging = async (unit: Unit, edition: JudgedEdition): Promise<void> => {
  if (edition.state === 'judging') await assignBallots(unit, edition.id);
};

async function lockSeat(unit: Unit, seatId: string) {
  const seat = await unit.trx.selectFrom('seats').selectAll().where('id', '=', seatId).executeTakeFirst();
  if (!seat) throw problem('not-found');
  return { seat, edition: await lockEdition(unit, seat.edition_id, 'adjust') };
}

function inOrder(from: number | null | undefined, to: number | null | undefined): void {
  if (from && to && to < from)
    throw problem('request/invalid', {}, [{ field: 'termTo', message: (t) => t.jury.seats.termOrder }]);
}

async function oneOfEach({ trx }: Unit, editionId: string, role: SeatRole): Promise<void> {
  if (role !== 'chair' && role !== 'deputyChair') return;
  const taken = await trx
    .selectFrom('seats')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('role', '=', role)
    .executeTakeFirst();
  if (taken)
    throw problem('request/invalid', {}, [{ field: 'role', message: (t) => t.jury.seats.roleTaken }]);
}
