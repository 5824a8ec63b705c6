/** Those who run a year and those who apply to it are different people (decision 154). */
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';

/** Before somebody becomes one of those who work on an application; the database refuses as well. @throws role/runs-the-year */
export async function refuseSecretariat(
  { trx, now }: Unit,
  editionId: string,
  personId: string,
): Promise<void> {
  const { rows } = await sql<{
    runs: boolean;
  }>`select runs_year(${personId}, ${editionId}, ${now}) as runs`.execute(trx);
  if (rows[0]?.runs) throw problem('role/runs-the-year');
}
