/** Delivering a year, an application or a period to an archive, and keeping what the archive calls them. That it was done, and by whom, stands in the log. */
import type { Unit } from '../../core/process/unit.ts';
import { addDays, osloInstant } from '../../platform/clock.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { demand as demandEdition, findEdition, listEditions } from '../editions/queries.ts';
import { nominationFor } from '../nominations/queries.ts';
import { authoriseService } from '../people/commands.ts';
import { checkedNumber } from './numbers.ts';
import { demandValid, type ArchivePackage } from './package.ts';
import { deliveryOf } from './records.ts';
import type { Delivery, Period } from './schema.ts';
import { judge } from './validity.ts';

/** @throws not-found, auth/forbidden; archive/invalid */
export async function archiveEdition(unit: Unit, services: Services, id: string): Promise<ArchivePackage> {
  const row = await findEdition(unit.trx, unit, id);
  demandEdition(row, 'archivePackage');
  const delivery = await deliveryOf(unit.trx, unit, row, services);
  const made = await checked(services, {
    name: `arkiv-etikkprisen-${row.year}.zip`,
    subject: { kind: 'edition', id, year: row.year },
    deliveries: [delivery],
  });
  unit.record({
    editionId: id,
    subjectType: 'edition',
    subjectId: id,
    event: 'archivePackage',
    payload: { records: delivery.registrations.length },
  });
  return made;
}

/** The case of the year, and this record of it. @throws not-found, auth/forbidden; ballot/recused for a secretary in conflict; process/not-now before it is sent in */
export async function archiveNomination(unit: Unit, services: Services, id: string): Promise<ArchivePackage> {
  const row = await nominationFor(unit.trx, unit, id, 'archivePackage');
  if (row.submission_count === 0) throw problem('process/not-now');
  const year = await findEdition(unit.trx, unit, row.edition_id);
  const delivery = await deliveryOf(unit.trx, unit, year, services, { nominationId: id });
  const [record] = delivery.registrations;
  const made = await checked(services, {
    name: `arkiv-${record?.folder ?? 'soknad'}.zip`,
    subject: { kind: 'application', id, receiptNumber: row.receipt_number ?? '' },
    // What else the reader is out of is no matter of this one.
    deliveries: [{ ...delivery, outOf: 0 }],
  });
  unit.record({
    editionId: row.edition_id,
    subjectType: 'nomination',
    subjectId: id,
    event: 'archivePackage',
  });
  return made;
}

/** Of every year that the reader may deliver, what counts on days of the period. @throws auth/forbidden; request/invalid; archive/invalid */
export async function archivePeriod(unit: Unit, services: Services, period: Period): Promise<ArchivePackage> {
  await authoriseService(unit, 'archivePackage');
  const within = daysOf(period);
  const deliveries: Delivery[] = [];
  for (const { id } of (await listEditions(unit.trx, unit)).toSorted((a, b) => a.year - b.year)) {
    const row = await findEdition(unit.trx, unit, id);
    if (!row.rel.secretary) continue;
    const delivery = await deliveryOf(unit.trx, unit, row, services, { within });
    if (delivery.registrations.length > 0) deliveries.push(delivery);
  }
  if (deliveries.length === 0)
    throw problem('request/invalid', {}, [{ field: 'from', message: (t) => t.archive.nothingThen }]);
  const { from, to } = period;
  const made = await checked(services, {
    name: `arkiv-${from}-${to}.zip`,
    subject: { kind: 'period', from, to },
    deliveries,
  });
  for (const { of, registrations } of deliveries)
    unit.record({
      editionId: of.id,
      subjectType: 'edition',
      subjectId: of.id,
      event: 'archivePackage',
      payload: { records: registrations.length, from, to },
    });
  return made;
}

/** Both days whole, as they are in Norway. @throws request/invalid */
function daysOf({ from, to }: Period): { from: Date; until: Date } {
  const first = osloInstant(from);
  const last = osloInstant(to);
  if (last < first)
    throw problem('request/invalid', {}, [{ field: 'to', message: (t) => t.archive.endsBefore }]);
  return { from: first, until: addDays(last, 1) };
}

async function checked({ config }: Services, made: Omit<ArchivePackage, 'judge'>): Promise<ArchivePackage> {
  const whole = { ...made, judge: await judge(config.archiveSchema) };
  demandValid(whole);
  return whole;
}

/** What the archive calls the year; nothing takes it away. @throws not-found, auth/forbidden; request/invalid */
export async function numberEdition(unit: Unit, id: string, given: string | null | undefined): Promise<void> {
  const row = await findEdition(unit.trx, unit, id);
  demandEdition(row, 'archivePackage');
  const number = checkedNumber(given);
  await keep(unit, { editionId: id, nominationId: null, number });
  unit.record({
    editionId: id,
    subjectType: 'edition',
    subjectId: id,
    event: 'numberInArchive',
    payload: { number },
  });
}

/** What the archive calls an application: a case of its own, or a record of the year's. @throws as `archiveNomination`; request/invalid */
export async function numberNomination(
  unit: Unit,
  id: string,
  given: string | null | undefined,
): Promise<void> {
  const row = await nominationFor(unit.trx, unit, id, 'archivePackage');
  if (row.submission_count === 0) throw problem('process/not-now');
  const number = checkedNumber(given);
  await keep(unit, { editionId: row.edition_id, nominationId: id, number });
  unit.record({
    editionId: row.edition_id,
    subjectType: 'nomination',
    subjectId: id,
    event: 'numberInArchive',
    payload: { number },
  });
}

interface Kept {
  editionId: string;
  nominationId: string | null;
  number: string | null;
}
async function keep({ trx, now }: Unit, { editionId, nominationId, number }: Kept): Promise<void> {
  if (number === null) {
    await trx
      .deleteFrom('archive_numbers')
      .where('edition_id', '=', editionId)
      .where('nomination_id', nominationId === null ? 'is' : '=', nominationId)
      .execute();
    return;
  }
  const row = { edition_id: editionId, nomination_id: nominationId, number, entered_at: now };
  await trx
    .insertInto('archive_numbers')
    .values(row)
    .onConflict((conflict) =>
      conflict.constraint('archive_numbers_once').doUpdateSet({ number, entered_at: now }),
    )
    .execute();
}
