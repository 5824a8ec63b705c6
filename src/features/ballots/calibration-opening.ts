/** When the made-up application is shown side by side. */
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';

/**
 * Shows it side by side when everybody who is waited for has delivered: after a delivery, and after somebody has left. A deputy who
 * is called in later closes nothing again.
 */
export async function openWhenAll({ trx, now }: Unit, editionId: string): Promise<void> {
  await trx
    .selectFrom('calibrations')
    .select('version')
    .where('edition_id', '=', editionId)
    .forUpdate()
    .execute();
  const delivered = sql`(select s.person_id from calibration_sheets s where s.edition_id = calibrations.edition_id and s.delivered_at is not null)`;
  await trx
    .updateTable('calibrations')
    .set({ opened_at: now })
    .where('edition_id', '=', editionId)
    .where('active', '=', true)
    .where('opened_at', 'is', null)
    .where(sql<boolean>`exists ${delivered}`)
    .where(
      sql<boolean>`not exists (select from calibration_jurors(calibrations.edition_id) j where j.person_id not in ${delivered})`,
    )
    .execute();
}
