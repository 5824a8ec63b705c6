/** A meeting of the jury from its start to its end: who is there, and when each was out and in. */
import { can } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { personOf, type Unit } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import { problem } from '../../platform/http/problem.ts';
import { lockEdition } from '../editions/queries.ts';
import { findMeeting, openingOf, type FoundMeeting } from './queries.ts';
import { peopleOf } from './people.ts';
import type { OrderIn, PeopleIn } from './schema.ts';

/**
 * Begins with who is there, each having been asked about new conflicts.
 *
 * @throws not-found, auth/forbidden; process/not-now; meeting/open-already; request/invalid when nobody is there
 */
export async function startMeeting(
  unit: Unit,
  editionId: string,
  { present }: PeopleIn,
): Promise<{ id: string }> {
  await lockEdition(unit, editionId, 'holdMeeting');
  const { id } = await unit.trx
    .insertInto('meetings')
    .values({ edition_id: editionId, started_by: personOf(unit), started_at: unit.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (present.length === 0)
    throw problem('request/invalid', {}, [{ field: 'present', message: (t) => t.meetings.nobody }]);
  await setPeople(unit, id, editionId, { present });
  log(unit, { id, edition_id: editionId }, 'startMeeting', { present: present.length });
  return { id };
}

/** Who is there from now on. Whoever has left is away; an answer that changes is a new one, the old one stays. */
export async function recordPeople(unit: Unit, meetingId: string, given: PeopleIn): Promise<void> {
  const { meeting } = await lockMeeting(unit, meetingId);
  await setPeople(unit, meetingId, meeting.edition_id, given);
  log(unit, meeting, 'recordPresent', { present: given.present.length });
}

async function setPeople(
  unit: Unit,
  meetingId: string,
  editionId: string,
  { present }: PeopleIn,
): Promise<void> {
  const { trx, now } = unit;
  const people = await peopleOf(trx, editionId, meetingId, now);
  const wanted = new Map(present.map(({ personId, newConflict }) => [personId, newConflict]));
  if ([...wanted.keys()].some((id) => people.every(({ personId }) => personId !== id)))
    throw problem('request/invalid', {}, [{ field: 'present', message: (t) => t.fieldErrors.choose }]);
  for (const { personId, newConflict } of people) {
    const answer = wanted.get(personId) ?? null;
    if (answer === newConflict) continue;
    if (newConflict !== null)
      await trx
        .updateTable('meeting_presence')
        .set({ until_at: now })
        .where('meeting_id', '=', meetingId)
        .where('person_id', '=', personId)
        .where('until_at', 'is', null)
        .execute();
    if (answer !== null)
      await trx
        .insertInto('meeting_presence')
        .values({
          meeting_id: meetingId,
          person_id: personId,
          new_conflict: answer,
          from_at: now,
          recorded_by: personOf(unit),
        })
        .execute();
  }
}

/** @throws request/invalid for somebody who is not there */
export async function sendOut(
  unit: Unit,
  { id, edition_id }: { id: string; edition_id: string },
  personId: string,
  nominationId: string | null,
): Promise<void> {
  const { trx, now } = unit;
  const found = (await peopleOf(trx, edition_id, id, now)).find((one) => one.personId === personId);
  if (found?.state === 'out') return;
  if (found?.state !== 'here')
    throw problem('request/invalid', {}, [{ field: 'out', message: (t) => t.meetings.notThere }]);
  await trx
    .insertInto('meeting_absences')
    .values({
      meeting_id: id,
      person_id: personId,
      nomination_id: nominationId,
      out_at: now,
      out_by: personOf(unit),
    })
    .execute();
  log(unit, { id, edition_id }, 'markOut', { person: personId, nomination: nominationId });
}

/**
 * In again. The door is shut while what is treated is not for this person.
 *
 * @throws meeting/not-in-now
 */
export async function markIn(unit: Unit, meetingId: string, personId: string): Promise<void> {
  const { meeting } = await lockMeeting(unit, meetingId);
  const back = await unit.trx
    .updateTable('meeting_absences')
    .set({ in_at: unit.now, in_by: personOf(unit) })
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .where('in_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (back) log(unit, meeting, 'markIn', { person: personId });
}

/** @throws process/not-now for an order by disagreement without points */
export async function orderItems(
  unit: Unit,
  meetingId: string,
  { order, byHand = [] }: OrderIn,
): Promise<void> {
  const { trx } = unit;
  const { meeting, edition: row } = await lockMeeting(unit, meetingId);
  if (order === 'disagreement' && !row.scoring)
    throw problem('process/not-now', {}, [], (t) => t.meetings.noScores);
  await trx.updateTable('meetings').set({ item_order: order }).where('id', '=', meetingId).execute();
  const known = byHand.length
    ? await trx
        .selectFrom('nominations')
        .select('id')
        .where('edition_id', '=', row.id)
        .where('id', 'in', byHand)
        .execute()
    : [];
  for (const [position, nomination_id] of byHand.entries()) {
    if (!known.some(({ id }) => id === nomination_id)) throw problem('not-found');
    await trx
      .insertInto('meeting_places')
      .values({ meeting_id: meetingId, nomination_id, position })
      .onConflict((conflict) => conflict.columns(['meeting_id', 'nomination_id']).doUpdateSet({ position }))
      .execute();
  }
  log(unit, meeting, 'orderItems', { order });
}

/** Covers the screen, and nobody is there any more. */
export async function endMeeting(unit: Unit, meetingId: string): Promise<void> {
  const { trx, now } = unit;
  const { meeting } = await lockMeeting(unit, meetingId);
  await coverScreen(unit, meeting);
  await trx
    .updateTable('meeting_presence')
    .set({ until_at: now })
    .where('meeting_id', '=', meetingId)
    .where('until_at', 'is', null)
    .execute();
  await trx.updateTable('meetings').set({ ended_at: now }).where('id', '=', meetingId).execute();
  log(unit, meeting, 'endMeeting');
}

/** Closes what is open. Whoever is out stays out until he or she is in again. */
export async function coverScreen(unit: Unit, meeting: { id: string; edition_id: string }): Promise<void> {
  const opening = await openingOf(unit.trx, meeting.id);
  if (!opening) return;
  await unit.trx
    .updateTable('meeting_openings')
    .set({ closed_at: unit.now })
    .where('id', '=', opening.id)
    .execute();
  log(unit, meeting, 'coverScreen', {
    what: opening.what,
    nomination: opening.nomination_id,
    ...(opening.motion_id ? { motion: opening.motion_id } : {}),
  });
}

/**
 * A meeting that goes on, locked for whoever may hold it. What is about one application is for its acting chair, too: who asks
 * for `seeMeetings` checks that with `demandTreating`.
 */
export async function lockMeeting(
  unit: Unit,
  id: string,
  action: 'holdMeeting' | 'seeMeetings' = 'holdMeeting',
): Promise<FoundMeeting> {
  const { meeting } = await findMeeting(unit.trx, unit, id, action);
  await unit.trx
    .selectFrom('editions')
    .select('id')
    .where('id', '=', meeting.edition_id)
    .forUpdate()
    .execute();
  const found = await findMeeting(unit.trx, unit, id, action);
  if (found.meeting.ended_at) throw problem('meeting/over');
  return found;
}

/** Whether the one who holds the meeting is the one to uncover the ranking. */
export const uncovers = ({ edition: row }: FoundMeeting): boolean => can(edition, 'uncoverRanking', row);

export const log = (
  unit: Unit,
  { id, edition_id }: { id: string; edition_id: string },
  event: EventOf<'meeting'>,
  payload: Record<string, unknown> = {},
): void => unit.record({ editionId: edition_id, subjectType: 'meeting', subjectId: id, event, payload });
