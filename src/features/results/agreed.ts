/**
 * Agreeing on another score at the meeting. Whoever chairs proposes it with a reason, only the juror confirms it, and it lies beside
 * what was delivered: neither the ballot nor its hash is touched. What the database refuses anyhow is said here in words.
 */
import { sql } from 'kysely';
import { demandAction } from '../../core/policy/demand.ts';
import { relationsOf, scope } from '../../core/policy/policy.ts';
import { ballot } from '../../core/policy/resources.ts';
import { personOf, viewerOf, type Unit } from '../../core/process/unit.ts';
import { commitToAgreed } from '../../core/record/commitment.ts';
import type { EventOf } from '../../core/process/events.ts';
import { problem } from '../../platform/http/problem.ts';
import type { AgreedAnswer, ProposalIn } from './schema-agreed.ts';

/**
 * @throws not-found for whoever may not read the ballot; auth/forbidden for anybody but whoever chairs its application, and on one's
 *   own; process/not-now outside of a meeting that treats it, or once the jury has decided; request/invalid
 */
export async function proposeScore(
  unit: Unit,
  ballotId: string,
  { criterionId, score, reason }: ProposalIn,
): Promise<{ id: string }> {
  const { trx, now } = unit;
  const row = await lockBallot(unit, ballotId, 'proposeScore');
  if (row.person_id === personOf(unit)) throw problem('auth/forbidden', {}, [], (t) => t.agreed.notOwn);
  await demandOpen(unit, row);
  await demandScore(unit, row, { criterionId, score, reason });
  const meeting = await meetingAbout(unit, row);
  const { delivery, number } = await trx
    .selectFrom('ballot_commitments as c')
    .select((eb) => [
      eb.fn.max('c.delivery').as('delivery'),
      eb
        .selectFrom('agreed_scores as a')
        .select((each) => each.fn.max('a.number').as('n'))
        .where('a.ballot_id', '=', row.id)
        .as('number'),
    ])
    .where('c.ballot_id', '=', row.id)
    .executeTakeFirstOrThrow();
  const { id } = await trx
    .insertInto('agreed_scores')
    .values({
      ballot_id: row.id,
      delivery,
      number: (number ?? 0) + 1,
      criterion_id: criterionId,
      meeting_id: meeting,
      proposed_by: personOf(unit),
      proposed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('agreed_score_contents')
    .values({ agreed_id: id, score, reason: reason.trim() })
    .execute();
  log(unit, row, 'proposeScore', { agreed: id });
  return { id };
}

/**
 * The juror says yes or no; whoever proposed it takes it back. Once.
 *
 * @throws not-found; auth/forbidden for anybody else; process/not-now once it is answered or the jury has decided
 */
export async function answerScore(
  unit: Unit,
  id: string,
  answer: AgreedAnswer,
): Promise<{ nominationId: string }> {
  const { trx, now } = unit;
  const found = await trx
    .selectFrom('agreed_scores as a')
    .leftJoin('agreed_score_contents as c', 'c.agreed_id', 'a.id')
    .innerJoin('ballot_commitments as d', (join) =>
      join.onRef('d.ballot_id', '=', 'a.ballot_id').onRef('d.delivery', '=', 'a.delivery'),
    )
    .leftJoin('ballot_salts as s', (join) =>
      join.onRef('s.ballot_id', '=', 'a.ballot_id').onRef('s.delivery', '=', 'a.delivery'),
    )
    .select(['a.ballot_id', 'a.number', 'a.criterion_id', 'a.proposed_by', 'c.score', 'c.reason'])
    .select(['d.hash as delivered', 's.salt'])
    .where('a.id', '=', id)
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  const row = await lockBallot(
    unit,
    found.ballot_id,
    answer === 'withdrawn' ? 'proposeScore' : 'answerScore',
  );
  if (answer === 'withdrawn' && found.proposed_by !== personOf(unit)) throw problem('auth/forbidden');
  if (answer === 'confirmed') await demandOpen(unit, row);
  const hash =
    answer === 'confirmed'
      ? commitToAgreed(found.salt!, {
          ballot: found.delivered,
          number: found.number,
          criterion: found.criterion_id,
          score: found.score!,
          reason: found.reason!,
        })
      : null;
  const done = await trx
    .updateTable('agreed_scores')
    .set({ answer, answered_by: personOf(unit), answered_at: now, hash })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!done) throw problem('process/not-now', {}, [], (t) => t.agreed.answered);
  log(unit, row, `${answer}Score`, { agreed: id, ...(hash ? { hash } : {}) });
  return { nominationId: row.nomination_id };
}

/** The edition, then the ballot, as everybody locks them; and the right to `action` with it. */
async function lockBallot({ trx, actor, now }: Unit, id: string, action: 'proposeScore' | 'answerScore') {
  const viewer = viewerOf(actor);
  const read = () =>
    trx
      .selectFrom('ballots')
      .selectAll()
      .select(relationsOf(ballot, viewer, now).as('rel'))
      .where('id', '=', id)
      .where(scope(ballot, 'read', viewer, now))
      .executeTakeFirst();
  const seen = await read();
  if (!seen) throw problem('not-found');
  await trx.selectFrom('editions').select('id').where('id', '=', seen.edition_id).forShare().execute();
  await trx.selectFrom('ballots').select('id').where('id', '=', id).forUpdate().execute();
  const row = await read();
  if (!row) throw problem('not-found');
  demandAction(ballot, action, row);
  return row;
}
type LockedBallot = Awaited<ReturnType<typeof lockBallot>>;

/** @throws process/not-now once the jury has decided */
async function demandOpen({ trx }: Unit, { edition_id }: LockedBallot): Promise<void> {
  const { rows } = await sql<{ open: boolean }>`select agreement_open(${edition_id}) as open`.execute(trx);
  if (!rows[0]?.open) throw problem('process/not-now', {}, [], (t) => t.agreed.decided);
}

/** @throws request/invalid, each field named */
async function demandScore(
  { trx }: Unit,
  { id, edition_id }: LockedBallot,
  { criterionId, score, reason }: ProposalIn,
): Promise<void> {
  const found = await trx
    .selectFrom('criteria as c')
    .innerJoin('editions as e', 'e.id', 'c.edition_id')
    .leftJoin('ballot_scores as g', (join) =>
      join.onRef('g.criterion_id', '=', 'c.id').on('g.ballot_id', '=', id),
    )
    .leftJoin('counted_agreements as a', (join) =>
      join.onRef('a.criterion_id', '=', 'c.id').on('a.ballot_id', '=', id),
    )
    .select(['e.scale_min', 'e.scale_max'])
    .select((eb) => eb.fn.coalesce('a.score', 'g.score').as('now'))
    .where('c.id', '=', criterionId)
    .where('c.edition_id', '=', edition_id)
    .where('c.weight', 'is not', null)
    .where('e.scoring', '=', true)
    .executeTakeFirst();
  if (!found)
    throw problem('request/invalid', {}, [{ field: 'criterionId', message: (t) => t.fieldErrors.choose }]);
  const { scale_min, scale_max, now } = found;
  if (score < scale_min || score > scale_max)
    throw problem('request/invalid', {}, [
      { field: 'score', message: (t) => t.agreed.offScale(scale_min, scale_max) },
    ]);
  if (score === now)
    throw problem('request/invalid', {}, [{ field: 'score', message: (t) => t.agreed.same(score) }]);
  if (!reason.trim())
    throw problem('request/invalid', {}, [{ field: 'reason', message: (t) => t.fieldErrors.required }]);
}

/** The meeting that goes on, where the application has been opened. @throws process/not-now */
async function meetingAbout({ trx }: Unit, { edition_id, nomination_id }: LockedBallot): Promise<string> {
  const found = await trx
    .selectFrom('meetings as m')
    .innerJoin('meeting_openings as o', 'o.meeting_id', 'm.id')
    .select('m.id')
    .where('m.edition_id', '=', edition_id)
    .where('m.ended_at', 'is', null)
    .where('o.nomination_id', '=', nomination_id)
    .executeTakeFirst();
  if (!found) throw problem('process/not-now', {}, [], (t) => t.agreed.noMeeting);
  return found.id;
}

const log = (
  unit: Unit,
  row: LockedBallot,
  event: EventOf<'ballot'>,
  payload: Record<string, unknown>,
): void =>
  unit.record({ editionId: row.edition_id, subjectType: 'ballot', subjectId: row.id, event, payload });
