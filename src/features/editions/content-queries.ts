/** The criteria and the form of a year, in their order. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import type { CriterionRow, EditionRow, QuestionRow } from './schema.ts';
import type { Gap } from './schema-readiness.ts';
import { translationGaps } from './translations.ts';

export const criteriaOf = (db: Kysely<DB>, editionId: string): Promise<CriterionRow[]> =>
  db
    .selectFrom('criteria')
    .selectAll()
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .execute() as Promise<CriterionRow[]>;

export const questionsOf = (db: Kysely<DB>, editionId: string): Promise<QuestionRow[]> =>
  db
    .selectFrom('questions')
    .selectAll()
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .execute() as Promise<QuestionRow[]>;

/** What a year that is not announced yet still has to say in the other form of Norwegian. Later it is frozen. */
export async function gapsOf(db: Kysely<DB>, edition: EditionRow): Promise<Gap[]> {
  if (edition.state !== 'planned') return [];
  return translationGaps({
    edition,
    criteria: await criteriaOf(db, edition.id),
    questions: await questionsOf(db, edition.id),
  });
}
