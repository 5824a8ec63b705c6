/** Reading documents: always through the application they belong to. */
import { sql, type Expression, type Kysely, type SqlBool } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { FileStore } from '../../platform/files/store.ts';
import { problem } from '../../platform/http/problem.ts';
import type { DocumentRow } from '../nominations/schema.ts';
import type { ListedDocument, Scan } from './schema.ts';

/**
 * THE CONDITION for opening the content of a document on the alias `row`: scanned and clean, or never scanned where that is
 * allowed. Text, pictures, search and downloads all ask it; whoever asks has scoped the document by its application.
 */
export const readable = (row = 'documents') => sql<boolean>`document_readable(${sql.ref(`${row}.sha256`)})`;

const listed = (db: Kysely<DB>, nominationId: string) =>
  db
    .selectFrom('documents as d')
    .innerJoin('stored_files as f', 'f.sha256', 'd.sha256')
    .selectAll('d')
    .select([sql<Scan>`f.scan`.as('scan'), readable('d').as('readable')])
    .where('d.nomination_id', '=', nominationId)
    .orderBy('d.position')
    .orderBy('d.id');

/** The documents of the draft, in their order. Whoever calls has checked `readDraft`. */
export const documentsOf = (db: Kysely<DB>, nominationId: string): Promise<ListedDocument[]> =>
  listed(db, nominationId).where('d.removed_at', 'is', null).execute();

/** Earlier versions that are kept until the application is sent in. Whoever calls has checked `readDraft`. */
export const earlierVersionsOf = (db: Kysely<DB>, nominationId: string): Promise<ListedDocument[]> =>
  listed(db, nominationId).where('d.replaced_by', 'is not', null).execute();

/** A document that the reader may know of. @throws not-found for everybody else, and for ids that do not exist */
export async function findDocument(db: Kysely<DB>, reader: Reader, id: string): Promise<DocumentRow> {
  const found = await db
    .selectFrom('documents as d')
    .innerJoin('nominations as n', 'n.id', 'd.nomination_id')
    .selectAll('d')
    .where('d.id', '=', id)
    .where(knownTo(reader))
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  return found;
}

/**
 * A document whose content the reader may open.
 *
 * @throws not-found as `findDocument`; document/infected and document/not-checked for one that nobody may open
 */
export async function findReadable(db: Kysely<DB>, reader: Reader, id: string): Promise<DocumentRow> {
  const { may_open, scan, ...document } = await db
    .selectFrom('documents as d')
    .innerJoin('nominations as n', 'n.id', 'd.nomination_id')
    .innerJoin('stored_files as f', 'f.sha256', 'd.sha256')
    .selectAll('d')
    .select(['f.scan', readable('d').as('may_open')])
    .where('d.id', '=', id)
    .where(knownTo(reader))
    .executeTakeFirstOrThrow(() => problem('not-found'));
  if (may_open) return document;
  throw problem(scan === 'infected' ? 'document/infected' : 'document/not-checked', { name: document.name });
}

/**
 * The documents (`d`, of the application `n`) that the reader may know of: those of the draft for who works on it, and for
 * everyone who may read the application, those that went with what was sent in last. Whether one opens is `readable`'s.
 */
export function knownTo({ actor, now }: Reader): Expression<SqlBool> {
  const viewer = viewerOf(actor);
  const lastSent = sql<boolean>`exists (select from submission_documents sd join submissions s on s.id = sd.submission_id
    where sd.document_id = d.id and s.number = (select max(number) from submissions where nomination_id = n.id))`;
  const everSent = sql<boolean>`exists (select from submission_documents sd where sd.document_id = d.id)`;
  // Whoever reads along sees the draft as it stands, without what was taken away.
  return sql<SqlBool>`((${scope(nomination, 'readAlong', viewer, now, 'n')} and d.removed_at is null)
    or (${scope(nomination, 'readDraft', viewer, now, 'n')} and (d.removed_at is null or d.replaced_by is not null or ${everSent}))
    or (${scope(nomination, 'read', viewer, now, 'n')} and ${lastSent}))`;
}

export type FileFault = 'missing' | 'infected' | 'unchecked';

/** Which of these files do not open, by hash, and why: that is shown instead of breaking a page. */
export async function fileFaults(
  db: Kysely<DB>,
  files: FileStore,
  documents: readonly { sha256: string }[],
): Promise<ReadonlyMap<string, FileFault>> {
  const hashes = [...new Set(documents.map(({ sha256 }) => sha256))];
  if (hashes.length === 0) return new Map();
  const [blocked, sizes] = await Promise.all([
    db
      .selectFrom('stored_files as f')
      .select(['f.sha256', 'f.scan'])
      .where('f.sha256', 'in', hashes)
      .where(sql<SqlBool>`not ${readable('f')}`)
      .execute(),
    Promise.all(hashes.map((sha256) => files.size(sha256))),
  ]);
  return new Map<string, FileFault>([
    ...hashes.filter((_, i) => sizes[i] === undefined).map((sha256) => [sha256, 'missing'] as const),
    ...blocked.map(({ sha256, scan }) => [sha256, scan === 'infected' ? 'infected' : 'unchecked'] as const),
  ]);
}
