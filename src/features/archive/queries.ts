/** What there is to deliver to an archive, for the secretariat. */
import type { Kysely } from 'kysely';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import { nominationFor } from '../nominations/queries.ts';
import { applicationsIn, caseOf, isOver, outOf, type ApplicationRow } from './records.ts';
import { holdingOf } from './records-application.ts';
import type { ArchiveOut } from './schema.ts';

export interface ArchiveView extends ArchiveOut {
  edition: JudgedEdition;
}

/** @throws not-found, auth/forbidden */
export async function archiveOf(db: Kysely<DB>, reader: Reader, id: string): Promise<ArchiveView> {
  const edition = await findEdition(db, reader, id);
  demand(edition, 'archivePackage');
  const { number } = await caseOf(db, edition);
  return {
    edition,
    number,
    isOver: isOver(edition),
    applications: (await applicationsIn(db, reader, id)).map(applicationOut),
    outOf: await outOf(db, reader, id),
  };
}

export interface ArchivedApplication {
  edition: JudgedEdition;
  application: ArchiveOut['applications'][number];
}

/** @throws not-found, auth/forbidden; ballot/recused for a secretary in conflict; process/not-now before it is sent in */
export async function archiveOfNomination(
  db: Kysely<DB>,
  reader: Reader,
  id: string,
): Promise<ArchivedApplication> {
  const row = await nominationFor(db, reader, id, 'archivePackage');
  const [found] = await applicationsIn(db, reader, row.edition_id, { nominationId: id });
  if (!found) throw problem('process/not-now');
  return {
    edition: await findEdition(db, reader, row.edition_id),
    application: applicationOut(found),
  };
}

const applicationOut = (row: ApplicationRow): ArchiveOut['applications'][number] => ({
  id: row.id,
  organisation: row.organisation_name,
  unit: row.unit_name,
  receiptNumber: row.receipt_number ?? '',
  submittedAt: (row.submitted_at ?? row.created_at).toISOString(),
  number: row.archive_number,
  holding: holdingOf(row),
});
