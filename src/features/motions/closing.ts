/** A vote is closed: counted by the regulations, and kept with everybody of the jury as it was. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { locked, log } from './commands.ts';
import { count } from './counting.ts';
import { votersOf } from './voters.ts';

interface Closing {
  id: string;
  edition_id: string;
  closes_at: Date | null;
  closed_at: Date | null;
}

/**
 * In writing not before the deadline, unless everybody has voted.
 *
 * @throws not-found, auth/forbidden; motion/closed; process/not-now
 */
export async function closeMotion(unit: Unit, id: string): Promise<void> {
  const row = await locked(unit, id, 'keep');
  if (row.closed_at) throw problem('motion/closed');
  const voters = (await votersOf(unit.trx, [row])).get(id) ?? [];
  const waiting = voters.some(({ entitled, vote }) => entitled && vote === null);
  if (row.closes_at && unit.now < row.closes_at && waiting)
    throw problem('process/not-now', {}, [], (t) => t.motions.stillOpen);
  await close(unit, row);
}

/** Takes it back before it is closed. */
export async function withdrawMotion(unit: Unit, id: string): Promise<void> {
  const row = await locked(unit, id, 'keep');
  if (row.closed_at) throw problem('motion/closed');
  await unit.trx
    .updateTable('motions')
    .set({ closed_at: unit.now, closed_by: unit.actor.personId, outcome: 'withdrawn' })
    .where('id', '=', id)
    .execute();
  log(unit, row, 'withdrawMotion');
}

/** Votes in writing whose deadline has passed. */
export const motionsToClose = (db: Kysely<DB>, now: Date) =>
  db
    .selectFrom('motions')
    .select('id')
    .where('closed_at', 'is', null)
    .where('closes_at', '<=', now)
    .orderBy('id')
    .execute();

/** By the clock: false when somebody was faster. */
export async function closeDueMotion(unit: Unit, id: string): Promise<boolean> {
  const { trx, now } = unit;
  const row = await trx
    .selectFrom('motions')
    .selectAll()
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .where('closes_at', '<=', now)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return false;
  await close(unit, row);
  return true;
}

async function close(unit: Unit, row: Closing): Promise<void> {
  const { trx, now, actor } = unit;
  const { quorum, castingVote, presiding } = await rulesFor(unit, row);
  const voters = (await votersOf(trx, [row])).get(row.id) ?? [];
  const votes = voters.flatMap(({ vote }) => (vote ? [vote] : []));
  const chair = voters.find(({ personId }) => personId === presiding)?.vote ?? null;
  const { outcome, castVote } = count(votes, { quorum, castingVote, presiding: chair });
  if (voters.length)
    await trx
      .insertInto('motion_voters')
      .values(
        voters.map(({ personId, entitled, vote, outOf, unanswered, wholeEdition }) => ({
          motion_id: row.id,
          person_id: personId,
          entitled,
          vote,
          out_of: outOf,
          unanswered,
          whole_edition: wholeEdition,
        })),
      )
      .execute();
  await trx
    .updateTable('motions')
    .set({
      closed_at: now,
      closed_by: actor.personId,
      outcome,
      quorum,
      presided_by: presiding,
      cast_vote: castVote,
    })
    .where('id', '=', row.id)
    .execute();
  log(unit, row, 'closeMotion', { outcome });
}

async function rulesFor({ trx }: Unit, { id, edition_id }: Closing) {
  const { rows } = await sql<{ quorum: number; castingVote: boolean; presiding: string | null }>`
    select quorum_of(e.id) as quorum, coalesce(e.casting_vote, true) as "castingVote", motion_presiding(${id}) as presiding
    from editions e where e.id = ${edition_id}`.execute(trx);
  return rows[0]!;
}
