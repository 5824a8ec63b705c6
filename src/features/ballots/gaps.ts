/** What a ballot still lacks before it can be delivered. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import type { BallotRow } from './schema.ts';

/**
 * Names of criteria with something missing, in the juror's language. A must needs yes or no; an assessed criterion (and a weighted
 * extra) needs a score when the edition has scoring; each of these needs a written assessment. An unweighted extra is voluntary.
 */
export async function gapsOf(db: Kysely<DB>, ballot: Pick<BallotRow, 'id' | 'edition_id'>, lang: 'nb' | 'nn' | 'en'): Promise<string[]> {
  const rows = await db
    .selectFrom('criteria as c')
    .innerJoin('editions as e', 'e.id', 'c.edition_id')
    .leftJoin('ballot_scores as s', (join) => join.onRef('s.criterion_id', '=', 'c.id').on('s.ballot_id', '=', ballot.id))
    .select(['c.kind', 'c.weight', 'c.texts', 'e.scoring', 's.score', 's.met', 's.assessment'])
    .where('c.edition_id', '=', ballot.edition_id)
    .orderBy('c.position')
    .execute();
  return rows
    .filter(({ kind, weight, scoring, score, met, assessment }) => {
      if (kind === 'must') return met === null;
      if (kind === 'extra' && weight === null) return false;
      return (scoring && score === null) || !assessment?.trim();
    })
    .map(({ texts }) => {
      const names = texts as Record<string, { name: string } | undefined>;
      return names[lang]?.name ?? names['nb']?.name ?? '';
    });
}
