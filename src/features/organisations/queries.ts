/** Who applies, as the register knows them, for those who may know. */
import type { Kysely } from 'kysely';
import { can, scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { askedFor, partsOpen } from '../completion/queries.ts';
import { findNomination } from '../nominations/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import type { NominationWithRelations } from '../nominations/schema.ts';
import { isOpen } from '../nominations/window.ts';
import { duplicatesOf } from './duplicates.ts';
import { registerSnapshot } from './lookups.ts';
import type { RegisterSnapshot } from './schema.ts';

/**
 * For those who work on it what is known now; for the secretariat what was known when it was sent in, and what is known now.
 *
 * @throws not-found, auth/forbidden
 */
export async function organisationOfNomination(db: Kysely<DB>, reader: Reader, id: string) {
  const row = await findNomination(db, reader, id);
  const mine = can(nomination, 'readDraft', row);
  if (!mine && !(row.rel.secretary && can(nomination, 'read', row))) throw problem('auth/forbidden');
  const snapshot = await db
    .selectFrom('submissions')
    .select('register')
    .where('nomination_id', '=', id)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  const call = await callOf(db, row.edition_id);
  return {
    row,
    year: call.year,
    ...(await openness(db, reader, row, call)),
    now: await registerSnapshot(db, row.organisation_number),
    sent: (snapshot?.register ?? null) as RegisterSnapshot | null,
    duplicates: (await duplicatesOf(db, reader, { editionId: row.edition_id, ids: [id] })).get(id) ?? [],
  };
}
/** Whether the facts can be changed now, and what a return says of them. */
async function openness(
  db: Kysely<DB>,
  { now }: Reader,
  row: NominationWithRelations,
  call: Parameters<typeof isOpen>[0],
) {
  const writable = can(nomination, 'edit', row) && isOpen(call, row, now);
  const open = writable && (await partsOpen(db, row))('applicant');
  const asked = await askedFor(db, row);
  return {
    open,
    locked: writable && !open,
    wanted: asked?.find(({ part }) => part === 'applicant')?.note ?? null,
  };
}

/** What stands in the way of taking a number for granted, by application, for whoever may read what was sent in. */
export async function registersOf(
  db: Kysely<DB>,
  { actor, now }: Reader,
  ids: readonly string[],
): Promise<Map<string, RegisterSnapshot>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('nominations as n')
    .leftJoin('organisation_lookups as l', 'l.organisation_number', 'n.organisation_number')
    .select(['n.id', 'n.organisation_number', 'l.status', 'l.entry'])
    .where('n.id', 'in', ids)
    .where('n.organisation_number', 'is not', null)
    .where(scope(nomination, 'read', viewerOf(actor), now, 'n'))
    .execute();
  return new Map(
    rows.flatMap(({ id, organisation_number: number, status, entry }) => {
      const said = status === null ? 'notConfirmed' : status === 'found' ? 'confirmed' : status;
      return said === 'confirmed'
        ? []
        : [[id, { status: said, number, ...(entry as object | null) }] as const];
    }),
  );
}
export type OrganisationView = Awaited<ReturnType<typeof organisationOfNomination>>;
