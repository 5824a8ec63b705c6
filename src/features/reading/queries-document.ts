/** A document to read: its text, what was looked for in it, and what lies beside it. */
import { sql, type Kysely } from 'kysely';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { ReadableDocument } from '../../ui/components/index.ts';
import { findReadable, knownTo, readable } from '../documents/queries.ts';
import { findNomination } from '../nominations/queries.ts';
import { markedWords } from './queries-search.ts';
import { textOf, textsOf } from './queries.ts';
import { MOST_PAGES, type ReadDocument } from './schema.ts';

export interface Reading {
  document: ReadableDocument;
  nomination: { id: string; organisation: string };
  /** In which capacity the reader reads it. */
  as: 'applicant' | 'secretary' | 'juror';
  /** All documents of the application that the reader may open, in their order. */
  beside: { id: string; name: string }[];
}

/**
 * For a page that shows a document, alone or beside something else.
 *
 * @throws as `findReadable` does, for everybody who may not open it
 */
export async function readingOf(db: Kysely<DB>, reader: Reader, id: string, sought = ''): Promise<Reading> {
  const { nomination_id, name, description, media_type: mediaType } = await findReadable(db, reader, id);
  const row = await findNomination(db, reader, nomination_id);
  const text = await textOf(db, id);
  const pages = text?.pages ?? [];
  const { words: marks, hits } = await markedWords(db, pages, sought);
  return {
    document: {
      id,
      name,
      description,
      mediaType,
      language: row.language,
      state: text?.state ?? 'waiting',
      pages,
      sought,
      marks,
      hits,
    },
    nomination: { id: row.id, organisation: row.organisation_name },
    as: row.rel.applicant ? 'applicant' : row.rel.secretary ? 'secretary' : 'juror',
    beside: await readableBeside(db, reader, nomination_id),
  };
}

/** All documents of an application that the reader may open, in their order. */
export const readableBeside = (db: Kysely<DB>, reader: Reader, nominationId: string) =>
  readableOf(db, reader, [nominationId]);

/** All documents of these applications that the reader may open, in their order; of each, what it belongs to. */
export const readableOf = (db: Kysely<DB>, reader: Reader, nominationIds: readonly string[]) =>
  db
    .selectFrom('documents as d')
    .innerJoin('nominations as n', 'n.id', 'd.nomination_id')
    .select(['d.id', 'd.nomination_id', 'd.name', 'd.description', 'd.media_type as mediaType'])
    .where('d.nomination_id', '=', sql<string>`any(${[...nominationIds]}::uuid[])`)
    .where('d.removed_at', 'is', null)
    .where(knownTo(reader))
    .where(readable('d'))
    .orderBy('d.position')
    .orderBy('d.id')
    .execute();

/** The documents of these applications with their texts, up to `MOST_PAGES` of each, and of each the same share of `inAll`. */
export async function documentsRead(
  db: Kysely<DB>,
  reader: Reader,
  nominationIds: readonly string[],
  inAll = Infinity,
): Promise<ReadDocument[]> {
  const documents = await readableOf(db, reader, nominationIds);
  const share = Math.max(1, Math.floor(inAll / documents.length));
  const texts = await textsOf(
    db,
    documents.map(({ id }) => id),
    Math.min(MOST_PAGES, share),
  );
  return documents.map((document) => ({
    ...document,
    ...(texts.get(document.id) ?? { state: 'waiting', pages: [], length: 0 }),
  }));
}
