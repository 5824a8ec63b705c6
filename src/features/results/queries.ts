/**
 * The ranking of an edition, computed from the locked ballots whenever it is asked for and never stored.
 * It holds every application: what a person may see of it is for the caller to cut out (`resultOf`).
 */
import { sql, type Kysely } from 'kysely';
import { simpleRanking, type ExactMean } from '../../core/scoring/index.ts';
import type { DB } from '../../platform/db/types.ts';

/** An application as the jury weighs it: after the closing, and not withdrawn. */
export const weighedStates = [
  'scored',
  'finalist',
  'notSelected',
  'winner',
  'honourableMention',
  'finalistWithoutPrize',
] as const;

export interface Ranked {
  nominationId: string;
  /** 1, 2, 2, 4; null without ballots that count, and with scoring off. */
  place: number | null;
  /** Of the ballots that count; null without any. On the scale of the scores. */
  mean: ExactMean | null;
  /** Person id > the weighted mean of that juror's ballot. */
  totals: ReadonlyMap<string, ExactMean>;
}
interface Counted {
  nomination_id: string;
  person_id: string;
  scores: (number | null)[];
}

/** Best first, those without ballots last. Empty when the edition has no points to rank by. */
export async function rankEdition(db: Kysely<DB>, editionId: string): Promise<Ranked[]> {
  const edition = await db
    .selectFrom('editions')
    .select(['scoring', 'scale_min', 'scale_max'])
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  const weights = await weightsOf(db, editionId);
  const nominations = await db
    .selectFrom('nominations')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('state', 'in', weighedStates)
    .execute();
  if (!edition.scoring || weights.length === 0 || nominations.length === 0) return [];
  const ballots = await countedBallots(db, editionId);
  const jurors = [...new Set(ballots.map((ballot) => ballot.person_id))].toSorted();
  const column = new Map(jurors.map((id, index) => [id, index]));
  const scores = new Map(
    nominations.map(({ id }) => [id, Array<(number | null)[] | null>(jurors.length).fill(null)]),
  );
  for (const { nomination_id, person_id, scores: given } of ballots)
    scores.get(nomination_id)?.splice(column.get(person_id)!, 1, given);
  const ids = [...scores.keys()];
  return simpleRanking({
    scores: [...scores.values()],
    weights,
    scale: [edition.scale_min, edition.scale_max],
  }).map((rank) => ({
    nominationId: ids[rank.nomination]!,
    place: rank.place,
    mean: rank.plainMean,
    totals: new Map(
      rank.totals.flatMap((total, index) => (total === null ? [] : [[jurors[index]!, total] as const])),
    ),
  }));
}

/** Only what is weighted counts: musts are yes or no, an extra without weight is text. */
async function weightsOf(db: Kysely<DB>, editionId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('criteria')
    .select('weight')
    .where('edition_id', '=', editionId)
    .where('weight', 'is not', null)
    .orderBy('position')
    .execute();
  return rows.map(({ weight }) => weight!);
}

/** Delivered and locked ballots, but those of a juror who has since said that there may be a connection. */
async function countedBallots(db: Kysely<DB>, editionId: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select b.nomination_id, b.person_id, json_agg(s.score order by c.position) as scores
    from ballots b
    join criteria c on c.edition_id = b.edition_id and c.weight is not null
    left join ballot_scores s on s.ballot_id = b.id and s.criterion_id = c.id
    where b.edition_id = ${editionId} and b.state = 'locked'
      and not exists (select from standings d where d.nomination_id = b.nomination_id and d.person_id = b.person_id and d.standing in ('recused', 'pending'))
    group by b.id`.execute(db);
  return rows;
}
