/** Motions and votes. Who may vote is the database's to say (`motion_electorate`): a vote of anybody else cannot be stored. */
import { can, relationsOf, scope, type Action } from '../../core/policy/policy.ts';
import { motion } from '../../core/policy/resources.ts';
import { viewerOf, type Unit, personOf } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import { problem } from '../../platform/http/problem.ts';
import { openCandidates } from '../decisions/voters.ts';
import { findEdition, lockEdition } from '../editions/queries.ts';
import { choiceCandidates, demandPlain, momentOf } from './putting.ts';
import type { MotionIn, VotesIn } from './schema.ts';
import { tellVoters } from './letters.ts';
import type { Vote } from './counting.ts';

/**
 * Puts a motion: at the meeting that goes on, or in writing until a deadline.
 *
 * @throws not-found, auth/forbidden for whoever is out of what it is about; process/not-now without a meeting;
 * motion/open-already; request/invalid
 */
export async function putMotion(unit: Unit, editionId: string, given: MotionIn): Promise<{ id: string }> {
  const { trx, now } = unit;
  const row = await lockEdition(unit, editionId, 'putMotion');
  const closesAt = momentOf(given, now);
  const body = (given.body ?? '').replace(/\r\n?/g, '\n').trim();
  const meetingId = closesAt ? null : await openMeeting(unit, editionId);
  const nominationId = given.kind === 'noAward' ? null : (given.nominationId ?? null);
  const candidates = await openCandidates(trx, editionId);
  await demandPlain(unit, row.id, { kind: given.kind, nominationId, body, candidates });
  const { id } = await trx
    .insertInto('motions')
    .values({
      edition_id: editionId,
      meeting_id: meetingId,
      kind: given.kind,
      nomination_id: nominationId,
      body,
      put_by: personOf(unit),
      put_at: now,
      closes_at: closesAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const between = choiceCandidates(given.kind, nominationId, candidates);
  if (between.length)
    await trx
      .insertInto('motion_candidates')
      .values(between.map((nomination_id) => ({ motion_id: id, nomination_id })))
      .execute();
  await found(unit, id, 'keep');
  log(unit, { id, edition_id: editionId }, 'putMotion', { kind: given.kind, inWriting: closesAt !== null });
  if (closesAt) await tellVoters(unit, { id, editionId, year: row.year, closesAt });
  return { id };
}

/** @throws process/not-now while no meeting goes on */
async function openMeeting({ trx }: Unit, editionId: string): Promise<string> {
  const meeting = await trx
    .selectFrom('meetings')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!meeting) throw problem('process/not-now', {}, [], (t) => t.motions.noMeeting);
  return meeting.id;
}

/** One's own vote, which can be changed until the vote is closed. @throws motion/no-vote, motion/closed, motion/not-in-room */
export async function castVote(unit: Unit, id: string, vote: Vote): Promise<void> {
  const row = await locked(unit, id, 'vote');
  await store(unit, id, personOf(unit), vote);
  log(unit, row, 'castVote');
}

/** The votes of those in the room, as they are given aloud. Only at a meeting. */
export async function recordVotes(unit: Unit, id: string, { votes }: VotesIn): Promise<void> {
  const row = await locked(unit, id, 'keep');
  for (const { personId, vote } of votes) await store(unit, id, personId, vote);
  log(unit, row, 'recordVotes', { votes: votes.length });
}

async function store(unit: Unit, motionId: string, personId: string, vote: Vote): Promise<void> {
  const given = { vote, cast_at: unit.now, recorded_by: personOf(unit) };
  await unit.trx
    .insertInto('motion_votes')
    .values({ motion_id: motionId, person_id: personId, ...given })
    .onConflict((conflict) => conflict.constraint('motion_votes_one').doUpdateSet(given))
    .execute();
}

/** Why one voted otherwise than the jury did: once. @throws motion/no-dissent */
export async function writeDissent(unit: Unit, id: string, body: string): Promise<void> {
  const row = await locked(unit, id, 'dissent');
  await unit.trx
    .insertInto('motion_dissents')
    .values({
      motion_id: id,
      person_id: personOf(unit),
      body: body.replace(/\r\n?/g, '\n').trim(),
      written_at: unit.now,
    })
    .execute();
  log(unit, row, 'dissent');
}

/**
 * The motion, locked after its edition, for whoever may do this with it. A connection that is declared at the same time waits
 * for us, or we see it.
 *
 * @throws not-found for a motion that the actor must not hear of
 */
export async function locked(unit: Unit, id: string, action: Action<typeof motion>) {
  const { trx } = unit;
  const about = await trx.selectFrom('motions').select('edition_id').where('id', '=', id).executeTakeFirst();
  if (!about) throw problem('not-found');
  await trx.selectFrom('editions').select('id').where('id', '=', about.edition_id).forShare().execute();
  await trx.selectFrom('motions').select('id').where('id', '=', id).forUpdate().execute();
  await findEdition(trx, unit, about.edition_id);
  return found(unit, id, action);
}

async function found({ trx, actor, now }: Unit, id: string, action: Action<typeof motion>) {
  const viewer = viewerOf(actor);
  const row = await trx
    .selectFrom('motions')
    .selectAll()
    .select(relationsOf(motion, viewer, now).as('rel'))
    .where('id', '=', id)
    .where(scope(motion, 'read', viewer, now))
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  if (!can(motion, action, row)) throw problem('auth/forbidden');
  return row;
}

/** That it happened; never how somebody voted. */
export const log = (
  unit: Unit,
  { id, edition_id }: { id: string; edition_id: string },
  event: EventOf<'motion'>,
  payload: Record<string, unknown> = {},
): void => unit.record({ editionId: edition_id, subjectType: 'motion', subjectId: id, event, payload });
