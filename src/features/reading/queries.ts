/** The texts of documents: which are still to be read, and where identity numbers stand in what is about to be sent in. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import { readable } from '../documents/queries.ts';
import type { RenderedSubmission } from '../nominations/schema.ts';
import { covered, identityNumbers } from './identity-numbers.ts';
import { READER, type TextPage } from './schema.ts';

/** Documents that no reader of today's has read, or tried to; of those that may be opened at all. */
export const unreadDocuments = (db: Kysely<DB>) =>
  db
    .selectFrom('documents as d')
    .leftJoin('document_texts as x', (join) =>
      join.onRef('x.document_id', '=', 'd.id').on('x.reader', '>=', READER),
    )
    .select(['d.id', 'd.name', 'd.sha256', 'd.media_type'])
    .where('x.document_id', 'is', null)
    .where(readable('d'));
export type UnreadDocument = Awaited<ReturnType<ReturnType<typeof unreadDocuments>['execute']>>[number];

/** Those of an application that would go along if it were sent in now. */
export const unreadOf = (db: Kysely<DB>, nominationId: string): Promise<UnreadDocument[]> =>
  unreadDocuments(db)
    .where('d.nomination_id', '=', nominationId)
    .where('d.removed_at', 'is', null)
    .orderBy('d.position')
    .orderBy('d.id')
    .execute();

/** Where an identity number stands. It is named so that it can be found, and the number itself is never said. */
export type Place =
  | { in: 'answer'; question: string; label: string }
  | { in: 'organisation' }
  | { in: 'document'; document: string; name: string; pages: number[]; besides: boolean }
  | { in: 'description'; document: string; name: string };

/** All places of what is about to be sent in that hold an identity number (GDPR-1). */
export async function identityNumberPlaces(
  db: Kysely<DB>,
  { organisation, answers, documents }: RenderedSubmission,
): Promise<Place[]> {
  const holds = (...texts: readonly string[]) => texts.some((text) => identityNumbers(text).length > 0);
  const places: Place[] = answers
    .filter(({ value }) => holds(value))
    .map(({ question, label }) => ({ in: 'answer', question, label }));
  if (holds(organisation.name, organisation.unit, ...organisation.partners))
    places.push({ in: 'organisation' });
  const inTexts = await foundInTexts(
    db,
    documents.map(({ id }) => id),
  );
  for (const { id: document, name: given, description, withhold = '' } of documents) {
    const name = covered(given);
    const found = inTexts.get(document);
    if (found) places.push({ in: 'document', document, name, ...found });
    if (holds(given, description, withhold)) places.push({ in: 'description', document, name });
  }
  return places;
}

async function foundInTexts(
  db: Kysely<DB>,
  ids: readonly string[],
): Promise<Map<string, { pages: number[]; besides: boolean }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('document_texts as x')
    .leftJoin('document_pages as p', (join) =>
      join.onRef('p.document_id', '=', 'x.document_id').on('p.identity_numbers', '>', 0),
    )
    .select(['x.document_id', sql<boolean>`x.identity_numbers_besides > 0`.as('besides')])
    .select(
      sql<
        number[]
      >`coalesce(array_agg(p.number order by p.number) filter (where p.number is not null), '{}')`.as(
        'pages',
      ),
    )
    .where('x.document_id', 'in', [...ids])
    .groupBy('x.document_id')
    .having(sql<boolean>`x.identity_numbers_besides > 0 or count(p.number) > 0`)
    .execute();
  return new Map(rows.map(({ document_id, ...rest }) => [document_id, rest]));
}

/** Where the text of a document stands, and how it was read. */
export interface DocumentText {
  state: 'read' | 'partly' | 'empty' | 'unreadable';
  pages: Pick<TextPage, 'number' | 'text' | 'nodes'>[];
}

/** The text of a document that the caller has found by right; undefined while it is not read yet. */
export async function textOf(db: Kysely<DB>, documentId: string): Promise<DocumentText | undefined> {
  const found = await db
    .selectFrom('document_texts')
    .select('state')
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  if (!found) return undefined;
  const pages = await db
    .selectFrom('document_pages')
    .select(['number', 'text', 'nodes'])
    .where('document_id', '=', documentId)
    .orderBy('number')
    .execute();
  return { state: found.state, pages: pages as DocumentText['pages'] };
}

/** The texts of several documents that the caller has found by right, each to a number of pages; `length` is all there are. */
export async function textsOf(
  db: Kysely<DB>,
  ids: readonly string[],
  most: number,
): Promise<Map<string, DocumentText & { length: number }>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .selectFrom('document_texts')
    .select(['document_id', 'state', 'pages'])
    .where('document_id', 'in', [...ids])
    .execute();
  const pages = await db
    .selectFrom('document_pages')
    .select(['document_id', 'number', 'text', 'nodes'])
    .where('document_id', 'in', [...ids])
    .where('number', '<=', most)
    .orderBy('document_id')
    .orderBy('number')
    .execute();
  const byDocument = Map.groupBy(pages as (TextPage & { document_id: string })[], (page) => page.document_id);
  return new Map(
    found.map(({ document_id, state, pages: length }) => [
      document_id,
      { state, pages: byDocument.get(document_id) ?? [], length },
    ]),
  );
}
