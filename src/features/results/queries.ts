/**
 * The ranking of an edition, computed from the locked ballots whenever it is asked for. It holds every application named in
 * `among` (or all): what a person may see of it is for the caller to cut out (`resultOf`).
 */
import type { Kysely } from 'kysely';
import { rankingOf, type ExactMean, type Figure } from '../../core/scoring/index.ts';
import type { DB } from '../../platform/db/types.ts';
import { canRank, caseOf, readInputs, type ResultInputs } from './inputs.ts';

export interface Ranked {
  nominationId: string;
  /** 1, 2, 2, 4 by the mean that the regulations name; null without ballots that count, and with scoring off. */
  place: number | null;
  /** That mean; null where it is not defined. */
  score: Figure | null;
  /** Plain mean of the ballots that count; null without any. On the scale of the scores. */
  mean: ExactMean | null;
  /** Person id > the weighted mean of that juror's ballot. */
  totals: ReadonlyMap<string, ExactMean>;
}

/** Best first, those without ballots last. Empty when the edition has no points to rank by. */
export async function rankEdition(
  db: Kysely<DB>,
  editionId: string,
  among?: ReadonlySet<string>,
): Promise<Ranked[]> {
  return rankInputs(await readInputs(db, editionId, among));
}

export function rankInputs(inputs: ResultInputs): Ranked[] {
  if (!canRank(inputs)) return inputs.rules.scoring ? inputs.nominations.map(unranked) : [];
  return rankingOf(caseOf(inputs)).map((rank) => ({
    nominationId: inputs.nominations[rank.nomination]!.id,
    place: rank.place,
    score: rank.score,
    mean: rank.plainMean,
    totals: new Map(
      rank.totals.flatMap((total, index) =>
        total === null ? [] : [[inputs.jurors[index]!, total] as const],
      ),
    ),
  }));
}

const unranked = ({ id }: { id: string }): Ranked => ({
  nominationId: id,
  place: null,
  score: null,
  mean: null,
  totals: new Map(),
});
