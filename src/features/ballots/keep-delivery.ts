/** Both versions of a ballot that is opened after the closing. */
import type { Unit } from '../../core/process/unit.ts';
import { sheetOf } from './queries.ts';
import type { BallotRow } from './schema.ts';

/** Keeps what the ballot says now beside the reason why it is opened. */
export async function keepDelivery(
  { trx, now, actor }: Unit,
  row: Pick<BallotRow, 'id' | 'edition_id'>,
  reason: string,
): Promise<void> {
  const last = await trx
    .selectFrom('ballot_commitments')
    .select('delivery')
    .where('ballot_id', '=', row.id)
    .orderBy('delivery', 'desc')
    .executeTakeFirstOrThrow();
  const { id } = await trx
    .insertInto('ballot_reopenings')
    .values({
      ballot_id: row.id,
      delivery: last.delivery,
      reopened_by: actor.personId!,
      reopened_at: now,
      reason,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const sheet = await sheetOf(trx, row);
  await trx
    .insertInto('ballot_earlier_scores')
    .values(
      sheet.map(({ criterionId, score, notDescribed, met, assessment }) => ({
        reopening_id: id,
        criterion_id: criterionId,
        score,
        not_described: notDescribed,
        met,
        assessment,
      })),
    )
    .execute();
}
