/** The records of a year as they stand now (ARK-1): one for each application, and once the year is over the protocol, the decision and the publication. */
import { sql, type Kysely } from 'kysely';
import { can, relationsOf, scope } from '../../core/policy/policy.ts';
import { edition as editionResource, nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { Services } from '../../platform/services.ts';
import type { JudgedEdition } from '../editions/queries.ts';
import { applicationRecord } from './records-application.ts';
import { outcomeRecords } from './records-outcome.ts';
import type { Case, Delivery, LeftOut, Registration } from './schema.ts';

/** What to deliver of a year: one application, or what counts on days of a period; everything where neither is said. */
export interface Part {
  nominationId?: string;
  /** From the one until before the other. */
  within?: { from: Date; until: Date };
}

/** The year's case as the archive knows it. */
export async function caseOf(db: Kysely<DB>, row: JudgedEdition): Promise<Case> {
  const found = await db
    .selectFrom('archive_numbers')
    .select('number')
    .where('edition_id', '=', row.id)
    .where('nomination_id', 'is', null)
    .executeTakeFirst();
  return {
    id: row.id,
    year: row.year,
    number: found?.number ?? null,
    createdAt: row.created_at,
    closedAt: row.ended_at,
  };
}

/** Nothing of the outcome goes to an archive before it is public, whoever takes it out: until then it can still be another. */
export const isOver = (row: JudgedEdition): boolean =>
  (['winnerAnnounced', 'noAward', 'archived'] as readonly string[]).includes(row.state) &&
  can(editionResource, 'readProtocol', row);

/** The caller has seen to the right to the year, or to the application. */
export async function deliveryOf(
  db: Kysely<DB>,
  reader: Reader,
  row: JudgedEdition,
  services: Services,
  part: Part = {},
): Promise<Delivery> {
  const of = await caseOf(db, row);
  const leftOut: LeftOut[] = [];
  const registrations: Registration[] = [];
  for (const application of await applicationsIn(db, reader, row.id, part)) {
    const found = await applicationRecord(db, { row: application, of, services });
    registrations.push(found.registration);
    leftOut.push(...found.leftOut);
  }
  if (part.nominationId === undefined && isOver(row))
    registrations.push(...within(await outcomeRecords(db, reader, row, services), part));
  return { of, registrations, leftOut, outOf: await outOf(db, reader, row.id) };
}

const within = (all: readonly Registration[], { within: period }: Part): readonly Registration[] =>
  period ? all.filter(({ at }) => at >= period.from && at < period.until) : all;

export type ApplicationRow = Awaited<ReturnType<typeof applicationsIn>>[number];

/** Those that were sent in and that the reader may deliver, in the order in which they first came. */
export function applicationsIn(db: Kysely<DB>, { actor, now }: Reader, editionId: string, part: Part = {}) {
  const viewer = viewerOf(actor);
  let query = db
    .selectFrom('nominations as n')
    .leftJoin('archive_numbers as a', 'a.nomination_id', 'n.id')
    .selectAll('n')
    .select([
      'a.number as archive_number',
      relationsOf(nomination, viewer, now, 'n').as('rel'),
      sql<Date | null>`(select max(s.erased_at) from submissions s where s.nomination_id = n.id)`.as(
        'erased_at',
      ),
    ])
    .where('n.edition_id', '=', editionId)
    .where('n.submission_count', '>', 0)
    .where(scope(nomination, 'archivePackage', viewer, now, 'n'))
    .orderBy('n.receipt_number')
    .orderBy('n.id');
  if (part.nominationId !== undefined) query = query.where('n.id', '=', part.nominationId);
  if (part.within)
    query = query
      .where('n.submitted_at', '>=', part.within.from)
      .where('n.submitted_at', '<', part.within.until);
  return query.execute();
}

/** How many that were sent in the reader has no part in. */
export async function outOf(db: Kysely<DB>, { actor, now }: Reader, editionId: string): Promise<number> {
  const { n } = await db
    .selectFrom('nominations as n')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('n.edition_id', '=', editionId)
    .where('n.submission_count', '>', 0)
    .where((eb) => eb.not(scope(nomination, 'archivePackage', viewerOf(actor), now, 'n')))
    .executeTakeFirstOrThrow();
  return Number(n);
}
