/** Applicants are told that the jury's answer to them is there: that, and where; never what it says. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { callOf } from '../nominations/queries-call.ts';
import { lettersToMembers } from '../nominations/to-members.ts';

/** Approved answers that their applicants can read at `now` and have not been told of. */
const untold = (now: Date, only: RawBuilder<unknown> = sql`true`) => sql<{ id: string; version: number }>`
  select f.nomination_id as id, f.version from feedbacks f
  where f.told_at is null and f.approved_at is not null and feedback_open(f.nomination_id, ${now}) and ${only}
  order by f.nomination_id`;

export const feedbacksToTell = async (db: Kysely<DB>, now: Date): Promise<{ id: string }[]> =>
  (await untold(now).execute(db)).rows;

/** Tells everybody who works on the application. @returns false when it has been told, or can no longer be read */
export async function tellOfFeedback(unit: Unit, nominationId: string): Promise<boolean> {
  const { trx, now } = unit;
  const row = await trx
    .selectFrom('nominations')
    .select(['id', 'edition_id', 'language', 'organisation_name'])
    .where('id', '=', nominationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const [found] = (await untold(now, sql`f.nomination_id = ${nominationId}`).execute(trx)).rows;
  if (!found) return false;
  const { year } = await callOf(trx, row.edition_id);
  await trx
    .updateTable('feedbacks')
    .set({ told_at: now })
    .where('nomination_id', '=', nominationId)
    .execute();
  await lettersToMembers(unit, row, {
    template: 'feedback',
    key: `feedback:${found.version}`,
    params: { organisation: row.organisation_name, year, path: `/soknad/${row.id}/tilbakemelding` },
  });
  return true;
}
