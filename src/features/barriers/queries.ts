/** What has been told, for the secretariat: those that wait first. */
import { sql, type Kysely } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { authoriseService } from '../people/commands.ts';
import type { Barrier } from './schema.ts';

const all = (db: Kysely<DB>) =>
  db
    .selectFrom('barriers as b')
    .leftJoin('people as p', 'p.id', 'b.closed_by')
    .select(['b.id', 'b.told', 'b.page', 'b.language', 'b.email', 'b.asked_at', 'b.answer', 'b.closed_at'])
    .select('p.name as closer');

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

const asJson = (row: Row): Barrier => ({
  id: row.id,
  told: row.told,
  page: row.page,
  language: row.language,
  email: row.email,
  toldAt: row.asked_at.toISOString(),
  state: row.closed_at === null ? 'open' : row.answer === null ? 'closed' : 'answered',
  answer: row.answer,
  closedBy: row.closer,
  closedAt: row.closed_at?.toISOString() ?? null,
});

/** So many are listed; the schedule takes them away after a year. */
const MOST_LISTED = 200;

/** @throws auth/forbidden */
export async function barriers(unit: Unit): Promise<Barrier[]> {
  await authoriseService(unit, 'answerBarriers');
  const rows = await all(unit.trx)
    .orderBy(sql`closed_at is null`, 'desc')
    .orderBy('b.asked_at', 'desc')
    .orderBy('b.id', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return rows.map(asJson);
}

/** @throws auth/forbidden, not-found */
export async function barrierOf(unit: Unit, id: string): Promise<Barrier> {
  await authoriseService(unit, 'answerBarriers');
  const row = await all(unit.trx).where('b.id', '=', id).executeTakeFirst();
  if (!row) throw problem('not-found');
  return asJson(row);
}
