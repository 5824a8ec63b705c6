/** Reading documents: always through the application they belong to. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import type { FileStore } from '../../platform/files/store.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Reader } from '../editions/queries.ts';
import type { DocumentRow } from '../nominations/schema.ts';

/** The documents of the draft, in their order. Whoever calls has checked `readDraft`. */
export const documentsOf = (db: Kysely<DB>, nominationId: string): Promise<DocumentRow[]> =>
  db
    .selectFrom('documents')
    .selectAll()
    .where('nomination_id', '=', nominationId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();

/**
 * A document that the reader may download: those of the draft for who works on it, and for everyone who may read
 * the application, those that went with what was sent in last.
 *
 * @throws not-found for everybody else, and for ids that do not exist
 */
export async function findDocument(db: Kysely<DB>, { actor, now }: Reader, id: string): Promise<DocumentRow> {
  const viewer = viewerOf(actor);
  const lastSent = sql<boolean>`exists (select from submission_documents sd join submissions s on s.id = sd.submission_id
    where sd.document_id = d.id and s.number = (select max(number) from submissions where nomination_id = n.id))`;
  const everSent = sql<boolean>`exists (select from submission_documents sd where sd.document_id = d.id)`;
  const found = await db
    .selectFrom('documents as d')
    .innerJoin('nominations as n', 'n.id', 'd.nomination_id')
    .selectAll('d')
    .where('d.id', '=', id)
    .where((eb) =>
      eb.or([
        eb.and([
          scope(nomination, 'readDraft', viewer, now, 'n'),
          eb.or([eb('d.removed_at', 'is', null), everSent]),
        ]),
        eb.and([scope(nomination, 'read', viewer, now, 'n'), lastSent]),
      ]),
    )
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  return found;
}

/** Which of these files are not where they should be, by hash: they are shown as missing instead of breaking a page. */
export async function missingFiles(
  files: FileStore,
  documents: readonly { sha256: string }[],
): Promise<ReadonlySet<string>> {
  const sizes = await Promise.all(documents.map(({ sha256 }) => files.size(sha256)));
  return new Set(documents.filter((_, i) => sizes[i] === undefined).map(({ sha256 }) => sha256));
}
