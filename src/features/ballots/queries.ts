/** A juror's own ballots. Nobody else's are read here: after the closing they are part of the result. */
import type { AliasedSelectQueryBuilder, Kysely } from 'kysely';
import { can, relationsOf, scope } from '../../core/policy/policy.ts';
import { ballot } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { BallotScoreRow, GivenScore, JudgedBallot, MyBallot, Scale, SheetLine } from './schema.ts';

/** The reader's ballots of an edition that are open to him or her: none of an application one is out of. */
export function myBallots(db: Kysely<DB>, { actor, now }: Reader, editionId: string): Promise<MyBallot[]> {
  return db
    .selectFrom('ballots as b')
    .innerJoin('nominations as n', 'n.id', 'b.nomination_id')
    .select(['b.id', 'b.nomination_id', 'b.state', 'b.version', 'n.organisation_name', 'n.unit_name'])
    .where('b.edition_id', '=', editionId)
    .where('b.person_id', '=', actor?.personId ?? null)
    .where('b.state', 'not in', ['recused', 'voided'])
    .where(scope(ballot, 'read', viewerOf(actor), now, 'b'))
    .orderBy('n.organisation_name')
    .orderBy('b.id')
    .execute();
}

/**
 * One's own ballot, by its id or by its application.
 *
 * @throws not-found for anybody else's, ballot/declaration-missing before one has answered for every application (HAB-1),
 *   ballot/recused where one is out of it (HAB-2), ballot/calibration-missing while the made-up application comes first
 */
export async function ownBallot(
  db: Kysely<DB>,
  { actor, now }: Reader,
  by: { id: string } | { nominationId: string },
): Promise<JudgedBallot> {
  const query = db
    .selectFrom('ballots as b')
    .selectAll('b')
    .select((eb) => [
      relationsOf(ballot, viewerOf(actor), now, 'b').as('rel'),
      eb.fn<string>('juror_standing', ['b.person_id', 'b.nomination_id']).as('standing'),
      eb.fn<boolean>('calibration_waits', ['b.person_id', 'b.edition_id']).as('waits'),
    ])
    .where('b.person_id', '=', actor?.personId ?? null);
  const found = await (
    'id' in by ? query.where('b.id', '=', by.id) : query.where('b.nomination_id', '=', by.nominationId)
  ).executeTakeFirst();
  if (!found || !found.rel.owner) throw problem('not-found');
  const { standing, waits, ...row } = found;
  if (standing === 'recused' || standing === 'pending') throw problem('ballot/recused');
  if (row.state === 'voided') throw problem('not-found');
  if (!can(ballot, 'read', row)) throw problem('ballot/declaration-missing');
  if (waits) throw problem('ballot/calibration-missing');
  return row;
}

/** What comes before one's ballots, and the page where it is done. */
const first: Partial<Record<Problem['type'], string>> = {
  'ballot/declaration-missing': '/jury/habilitet',
  'ballot/calibration-missing': '/jury/eksempel',
};

/** As `ownBallot` for a page; the address of what must be done first, where there is something. */
export async function ballotOrFirst(
  db: Kysely<DB>,
  reader: Reader,
  nominationId: string,
): Promise<JudgedBallot | string> {
  try {
    return await ownBallot(db, reader, { nominationId });
  } catch (error) {
    const where = error instanceof Problem ? first[error.type] : undefined;
    if (where === undefined) throw error;
    return where;
  }
}

/** What the reader has given on each criterion of each application that is open to him or her. */
export const ownGiven = (db: Kysely<DB>, { actor, now }: Reader, editionId: string): Promise<GivenScore[]> =>
  db
    .selectFrom('ballot_scores as s')
    .innerJoin('ballots as b', 'b.id', 's.ballot_id')
    .select(['b.id as ballotId', 's.criterion_id as criterionId'])
    .select(['s.score', 's.not_described as notDescribed', 's.met', 's.assessment'])
    .where('b.edition_id', '=', editionId)
    .where('b.person_id', '=', actor?.personId ?? null)
    .where(scope(ballot, 'read', viewerOf(actor), now, 'b'))
    .execute();

/** The criteria of the edition with what the ballot has given on each. */
export const sheetOf = (
  db: Kysely<DB>,
  { id, edition_id }: Pick<JudgedBallot, 'id' | 'edition_id'>,
): Promise<SheetLine[]> =>
  linesWith(
    db,
    edition_id,
    db.selectFrom('ballot_scores').select(givenColumns).where('ballot_id', '=', id).as('s'),
  );

export const givenColumns = [
  'criterion_id',
  'score',
  'not_described',
  'met',
  'assessment',
  'version',
] as const;

/** The criteria of the edition with what `given` holds on each. */
export async function linesWith(
  db: Kysely<DB>,
  editionId: string,
  given: AliasedSelectQueryBuilder<Pick<BallotScoreRow, (typeof givenColumns)[number]>, 's'>,
): Promise<SheetLine[]> {
  const rows = await db
    .selectFrom('criteria as c')
    .innerJoin('editions as e', 'e.id', 'c.edition_id')
    .leftJoin(given, (join) => join.onRef('s.criterion_id', '=', 'c.id'))
    .select([
      'c.id',
      'c.kind',
      'c.weight',
      'c.texts',
      'e.scoring',
      's.score',
      's.not_described',
      's.met',
      's.assessment',
      's.version',
    ])
    .where('c.edition_id', '=', editionId)
    .orderBy('c.position')
    .execute();
  return rows.map((row) => ({
    criterionId: row.id,
    kind: row.kind,
    weight: row.weight,
    texts: row.texts as SheetLine['texts'],
    scored: row.scoring && row.weight !== null,
    score: row.score,
    notDescribed: row.not_described ?? false,
    met: row.met,
    assessment: row.assessment ?? '',
    version: row.version ?? 0,
  }));
}

export async function scaleOf(db: Kysely<DB>, editionId: string): Promise<Scale> {
  const { scale_min, scale_max, scale_words } = await db
    .selectFrom('editions')
    .select(['scale_min', 'scale_max', 'scale_words'])
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  return { min: scale_min, max: scale_max, words: scale_words as Scale['words'] };
}
