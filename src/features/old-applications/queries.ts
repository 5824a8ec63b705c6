/** Old applications, for the secretariat and for whoever sent them. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { oldApplication, type resources } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { readable } from '../documents/queries.ts';
import type { OldApplication, OwnOld } from './schema.ts';

type Action = keyof (typeof resources)['oldApplication']['rules'];

const found = (db: Kysely<DB>, { actor, now }: Reader, action: Action) =>
  db
    .selectFrom('old_applications as o')
    .innerJoin('people as p', 'p.id', 'o.registered_by')
    .leftJoin('people as s', 's.id', 'o.struck_by')
    .selectAll('o')
    .select(['p.name as registrar', 's.name as striker'])
    .select(
      sql<Date>`prize_year_end(o.year) + (select r.keep from retention_rules r
        where r.name = case when o.nominated then 'oldNominated' else 'oldOthers' end)`.as('kept_until'),
    )
    .where(scope(oldApplication, action, viewerOf(actor), now, 'o'));

type Row = Awaited<ReturnType<ReturnType<typeof found>['execute']>>[number];

async function filesOf(db: Kysely<DB>, rows: readonly { id: string }[]) {
  if (rows.length === 0) return new Map<string, OldApplication['files']>();
  const files = await db
    .selectFrom('old_application_files')
    .select(['id', 'application_id', 'name', 'media_type', 'bytes', 'sha256'])
    .where(
      'application_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('id')
    .execute();
  const byApplication = Map.groupBy(files, ({ application_id }) => application_id);
  return new Map(
    [...byApplication].map(([id, own]) => [
      id,
      own.map(({ id: fileId, name, media_type, bytes, sha256 }) => ({
        id: fileId,
        name,
        mediaType: media_type,
        bytes: Number(bytes),
        sha256,
      })),
    ]),
  );
}

const asJson = (row: Row, files: OldApplication['files']): OldApplication => ({
  id: row.id,
  year: row.year,
  kind: row.applicant_kind,
  organisation: row.organisation_name,
  organisationNumber: row.organisation_number,
  unit: row.unit_name,
  nominated: row.nominated,
  cameBy: row.came_by,
  receivedOn: row.received_on,
  note: row.note,
  readerEmail: row.reader_email,
  registeredBy: row.registrar,
  registeredAt: row.registered_at.toISOString(),
  struckBy: row.striker,
  struckAt: row.struck_at?.toISOString() ?? null,
  keptUntil: row.kept_until.toISOString(),
  files,
});

/** All of them, the latest year first. None for whoever may not keep them. */
export async function oldApplications(db: Kysely<DB>, reader: Reader): Promise<OldApplication[]> {
  const rows = await found(db, reader, 'keep')
    .orderBy('o.year', 'desc')
    .orderBy('o.organisation_name')
    .orderBy('o.id')
    .execute();
  const files = await filesOf(db, rows);
  return rows.map((row) => asJson(row, files.get(row.id) ?? []));
}

/** @throws not-found, also for whoever may not keep it */
export async function oldApplicationOf(db: Kysely<DB>, reader: Reader, id: string): Promise<OldApplication> {
  const row = await found(db, reader, 'keep').where('o.id', '=', id).executeTakeFirst();
  if (!row) throw problem('not-found');
  return asJson(row, (await filesOf(db, [row])).get(id) ?? []);
}

/** Those of an organisation, before this year, that the reader has sent: by the address that the secretariat has written down, no other. */
export async function ownOldOf(
  db: Kysely<DB>,
  reader: Reader,
  by: { year: number; key: string; number: string | null },
): Promise<OwnOld[]> {
  const rows = await found(db, reader, 'readOwn')
    .where('o.year', '<', by.year)
    .where((eb) =>
      eb.or([
        eb('o.organisation_key', '=', by.key),
        ...(by.number === null ? [] : [eb('o.organisation_number', '=', by.number)]),
      ]),
    )
    .orderBy('o.year', 'desc')
    .orderBy('o.id')
    .execute();
  const files = await filesOf(db, rows);
  return rows.map(({ id, year, organisation_name, unit_name, received_on }) => ({
    id,
    year,
    organisation: organisation_name,
    unit: unit_name,
    receivedOn: received_on,
    files: files.get(id) ?? [],
  }));
}

/** A file that the reader may open now. @throws not-found; document/infected, document/not-checked */
export async function findOldFile(
  db: Kysely<DB>,
  { actor, now }: Reader,
  action: Action,
  { id, fileId }: { id: string; fileId: string },
) {
  const file = await db
    .selectFrom('old_application_files as a')
    .innerJoin('old_applications as o', 'o.id', 'a.application_id')
    .innerJoin('stored_files as f', 'f.sha256', 'a.sha256')
    .select(['a.name', 'a.media_type', 'a.bytes', 'a.sha256', 'f.scan'])
    .select(readable('a').as('may_open'))
    .where('a.id', '=', fileId)
    .where('o.id', '=', id)
    .where(scope(oldApplication, action, viewerOf(actor), now, 'o'))
    .executeTakeFirst();
  if (!file) throw problem('not-found');
  if (file.may_open) return file;
  throw problem(file.scan === 'infected' ? 'document/infected' : 'document/not-checked', { name: file.name });
}
