/** The organisation's applications of earlier years, for those who worked on them: nobody else learns that there are any. */
import type { Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { callOf } from '../nominations/queries-call.ts';
import { ownOldOf } from '../old-applications/queries.ts';
import type { NominationRow } from '../nominations/schema.ts';

/** Sent in for an earlier year, by the same organisation; the latest first. */
export async function earlierOf(
  db: Kysely<DB>,
  { actor, now }: Reader,
  row: Pick<NominationRow, 'edition_id' | 'organisation_key' | 'organisation_number'>,
) {
  const { year } = await callOf(db, row.edition_id);
  return db
    .selectFrom('nominations as n')
    .innerJoin('editions as e', 'e.id', 'n.edition_id')
    .select(['n.id', 'n.organisation_name', 'n.unit_name', 'n.state', 'n.submitted_at', 'e.year'])
    .where('e.year', '<', year)
    .where('n.submission_count', '>', 0)
    .where((eb) =>
      eb.or([
        eb('n.organisation_key', '=', row.organisation_key),
        ...(row.organisation_number === null
          ? []
          : [eb('n.organisation_number', '=', row.organisation_number)]),
      ]),
    )
    .where(scope(nomination, 'readDraft', viewerOf(actor), now, 'n'))
    .orderBy('e.year', 'desc')
    .orderBy('n.unit_name')
    .orderBy('n.id')
    .execute();
}
/** Those that came by mail for an earlier year, and that the reader has sent. */
export async function oldOf(
  db: Kysely<DB>,
  reader: Reader,
  row: Pick<NominationRow, 'edition_id' | 'organisation_key' | 'organisation_number'>,
) {
  const { year } = await callOf(db, row.edition_id);
  return ownOldOf(db, reader, { year, key: row.organisation_key, number: row.organisation_number });
}

export type EarlierApplication = Awaited<ReturnType<typeof earlierOf>>[number];
