/** Applications that came outside of the form, for those who register and approve them. */
import { sql, type Kysely } from 'kysely';
import { can } from '../../core/policy/policy.ts';
import { edition as editionResource } from '../../core/policy/resources.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { readable } from '../documents/queries.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import type { ReceivedOut } from './schema.ts';

export interface ReceivedPage {
  edition: JudgedEdition;
  received: ReceivedOut[];
  mayRegister: boolean;
}

const filesOf = (db: Kysely<DB>, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('received_files')
        .selectAll()
        .where('received_id', 'in', [...ids])
        .orderBy('id')
        .execute();

/** @throws not-found, auth/forbidden */
export async function receivedOf(db: Kysely<DB>, reader: Reader, editionId: string): Promise<ReceivedPage> {
  const edition = await findEdition(db, reader, editionId);
  demand(edition, 'seeReceived');
  const rows = await db
    .selectFrom('received_applications as r')
    .innerJoin('people as p', 'p.id', 'r.registered_by')
    .leftJoin('people as a', (join) =>
      join.on((eb) => eb('a.id', '=', eb.fn.coalesce('r.approved_by', 'r.declined_by'))),
    )
    .selectAll('r')
    .select(['p.name as registrar', 'a.name as answerer'])
    .where('r.edition_id', '=', editionId)
    .orderBy('r.registered_at', 'desc')
    .execute();
  const files = Map.groupBy(
    await filesOf(
      db,
      rows.map(({ id }) => id),
    ),
    ({ received_id }) => received_id,
  );
  const received = rows.map((row): ReceivedOut => {
    const open = row.approved_at === null && row.declined_at === null;
    const originals = files.get(row.id) ?? [];
    const notOwn = row.registered_by !== reader.actor?.personId;
    return {
      id: row.id,
      organisation: row.organisation_name,
      unit: row.unit_name,
      kind: row.applicant_kind,
      organisationNumber: row.organisation_number,
      partners: row.partners,
      language: row.language,
      contactName: row.contact_name,
      contactEmail: row.contact_email,
      cameBy: row.came_by,
      receivedAt: row.received_at.toISOString(),
      reason: row.reason,
      state: row.approved_at ? 'approved' : row.declined_at ? 'declined' : 'registered',
      registeredBy: row.registrar,
      registeredAt: row.registered_at.toISOString(),
      answeredBy: row.answerer,
      answeredAt: (row.approved_at ?? row.declined_at)?.toISOString() ?? null,
      nominationId: row.nomination_id,
      files: originals.map(({ id, name, media_type, bytes, sha256 }) => ({
        id,
        name,
        mediaType: media_type,
        bytes: Number(bytes),
        sha256,
      })),
      mayAttach: open && can(editionResource, 'registerReceived', edition),
      mayApprove: open && notOwn && originals.length > 0 && can(editionResource, 'approveReceived', edition),
      mayDecline: open && can(editionResource, 'declineReceived', edition),
    };
  });
  return { edition, received, mayRegister: can(editionResource, 'registerReceived', edition) };
}

/** One of them. @throws not-found */
export async function oneReceived(db: Kysely<DB>, reader: Reader, editionId: string, id: string) {
  const page = await receivedOf(db, reader, editionId);
  const one = page.received.find((each) => each.id === id);
  if (!one) throw problem('not-found');
  return { ...page, one };
}

/** An original that the reader may open now. @throws not-found; document/infected, document/not-checked */
export async function findOriginal(
  db: Kysely<DB>,
  reader: Reader,
  { id, fileId }: { id: string; fileId: string },
) {
  const file = await db
    .selectFrom('received_files as o')
    .innerJoin('received_applications as r', 'r.id', 'o.received_id')
    .innerJoin('stored_files as f', 'f.sha256', 'o.sha256')
    .select(['o.name', 'o.media_type', 'o.bytes', 'o.sha256', 'r.edition_id', 'f.scan'])
    .select(readable('o').as('may_open'))
    .where('o.id', '=', fileId)
    .where('o.received_id', '=', id)
    .executeTakeFirst();
  if (!file) throw problem('not-found');
  demand(await findEdition(db, reader, file.edition_id), 'seeReceived');
  if (file.may_open) return file;
  throw problem(file.scan === 'infected' ? 'document/infected' : 'document/not-checked', { name: file.name });
}

/** Whether this application came so, and two people have said so. */
export const wasReceived = async (db: Kysely<DB>, nominationId: string): Promise<boolean> =>
  (await db
    .selectFrom('received_applications')
    .select('id')
    .where('nomination_id', '=', nominationId)
    .where(sql<boolean>`approved_by <> registered_by`)
    .executeTakeFirst()) !== undefined;
