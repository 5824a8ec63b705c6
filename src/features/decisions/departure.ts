/** Scores advise, the jury decides: whether a decision is another than the ranking suggests, so that it needs a reason. */
import type { Decision } from '../../../workflows/edition.ts';
import type { Unit } from '../../core/process/unit.ts';
import { rankEdition } from '../results/queries.ts';

/**
 * True when the chosen finalists are not those at the top by place, or the winner is not placed first among the finalists.
 * Ties may be cut anywhere. Never true for "no award", and never with scoring off: there is no ranking to depart from.
 */
export async function departsFromRanking(
  unit: Unit,
  editionId: string,
  kind: 'finalists' | 'winner',
  decision: Decision,
): Promise<boolean> {
  if (decision.noAward) return false;
  const field = kind === 'finalists' ? null : await nominated(unit, editionId);
  const ranking = (await rankEdition(unit.trx, editionId)).filter(
    ({ nominationId }) => field === null || field.has(nominationId),
  );
  const chosen = new Set(
    kind === 'finalists' ? decision.finalists : decision.winner ? [decision.winner] : [],
  );
  const places = (isChosen: boolean) =>
    ranking
      .filter(({ nominationId }) => chosen.has(nominationId) === isChosen)
      .map(({ place }) => place ?? Infinity);
  const worstChosen = places(true).reduce((worst, place) => Math.max(worst, place), 0);
  return places(false).some((place) => place < worstChosen);
}

async function nominated({ trx }: Unit, editionId: string): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('decisions as d')
    .innerJoin('decision_entries as e', 'e.decision_id', 'd.id')
    .select('e.nomination_id')
    .where('d.edition_id', '=', editionId)
    .where('d.kind', '=', 'finalists')
    .where('d.retracted_at', 'is', null)
    .execute();
  return new Set(rows.map(({ nomination_id }) => nomination_id));
}
