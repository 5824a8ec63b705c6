/** Taking an application or a year out of the service as one file. That it was done, and by whom, stands in the log. */
import type { Readable } from 'node:stream';
import type { Unit } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { zipOf, type Written } from '../../platform/zip.ts';
import { problem } from '../../platform/http/problem.ts';
import { demand as demandEdition, findEdition } from '../editions/queries.ts';
import { nominationFor } from '../nominations/queries.ts';
import { contentsOfEdition, contentsOfNomination, contentsOfNominations, nominationsOf } from './contents.ts';
import type { Package } from './schema.ts';

/** @throws not-found, auth/forbidden; process/not-now before it is sent in */
export async function takeOutNomination(unit: Unit, services: Services, id: string): Promise<Package> {
  const row = await nominationFor(unit.trx, unit, id, 'takeOut');
  const found = await contentsOfNomination(unit.trx, unit, row, services);
  unit.record({
    editionId: row.edition_id,
    subjectType: 'nomination',
    subjectId: id,
    event: 'takeOut',
    payload: { parts: found.parts.length },
  });
  return {
    name: `soknad-${row.receipt_number}.zip`,
    subject: { kind: 'application', id, receiptNumber: row.receipt_number ?? '' },
    ...found,
  };
}

/** @throws not-found, auth/forbidden */
export async function takeOutEdition(unit: Unit, services: Services, id: string): Promise<Package> {
  const row = await findEdition(unit.trx, unit, id);
  demandEdition(row, 'takeOut');
  const found = await contentsOfEdition(unit.trx, unit, row, services);
  unit.record({
    editionId: id,
    subjectType: 'edition',
    subjectId: id,
    event: 'takeOut',
    payload: { parts: found.parts.length },
  });
  return { name: `etikkprisen-${row.year}.zip`, subject: { kind: 'edition', id, year: row.year }, ...found };
}

/**
 * Those of these applications of a year that one may take out, in one file; which of them it left out stands in it.
 *
 * @throws not-found, auth/forbidden; process/not-now where there is nothing to take out of any of them
 */
export async function takeOutMarked(
  unit: Unit,
  services: Services,
  { editionId, ids }: { editionId: string; ids: readonly string[] },
): Promise<Package> {
  const { year } = await findEdition(unit.trx, unit, editionId);
  const taken = await nominationsOf(unit.trx, unit, editionId, ids);
  if (taken.length === 0) throw problem('process/not-now');
  const { parts, leftOut, opens } = await contentsOfNominations(unit.trx, unit, taken, services);
  for (const id of taken)
    unit.record({
      editionId,
      subjectType: 'nomination',
      subjectId: id,
      event: 'takeOut',
      payload: { marked: taken.length },
    });
  const skipped = ids
    .filter((id) => !taken.includes(id))
    .map((id) => ({ path: `soknader/${id}`, why: 'skipped' as const }));
  return {
    name: `soknader-${year}.zip`,
    subject: { kind: 'applications', edition: editionId, year, applications: taken.length },
    parts,
    leftOut: [...leftOut, ...skipped],
    opens,
  };
}

/** The archive, with a list of what is in it and each part's hash as its last part. */
export const archive = ({ subject, parts, leftOut }: Package): Readable =>
  zipOf(parts, (written: readonly Written[]) => ({
    path: 'innhold.json',
    content: Buffer.from(
      `${JSON.stringify({ format: 'etikkprisen/package@1', subject, files: written, leftOut }, null, 2)}\n`,
    ),
  }));
