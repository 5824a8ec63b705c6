/** The result as one reader may see it: only after the closing, and nothing of an application he or she is out of (HAB-2). */
import { sql, type Kysely } from 'kysely';
import { weighed } from '../../core/policy/states.ts';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { applicantName, compareNames } from '../../ui/text/format.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import { analysisOf, type Analysis } from './analysis.ts';
import { rankEdition, type Ranked } from './queries.ts';
import { rangesOf } from './ranges.ts';
import type { Redraws } from './redraws.ts';
import { linesPerPage, type ResultLine, type ResultOut } from './schema.ts';
import { summaryOf } from './summary.ts';

interface Named {
  id: string;
  organisation_name: string;
  unit_name: string;
}

/** The result with what it was computed from, for one reader. */
export interface ResultSeen {
  out: ResultOut;
  analysis: Analysis;
  edition: JudgedEdition;
  nameOf: (nominationId: string) => string;
}

/**
 * `redraws`: begins the re-drawn juries where that takes no longer than a page may, and gives their ranges where there are any.
 *
 * `given`: the figures, where the caller has them already.
 *
 * @throws process/not-now before the closing; auth/forbidden or not-found for whoever has no part in it
 */
export async function resultOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
  { page = 1, redraws, given }: { page?: number; redraws: Redraws; given?: Analysis },
): Promise<ResultSeen> {
  const edition = await findEdition(db, reader, editionId);
  demand(edition, 'seeResult');
  const visible = await visibleTo(db, reader, editionId);
  const names = new Map(visible.map((row) => [row.id, nameOf(row)]));
  const { all, seq, quorum } = await wholeOf(db, editionId);
  const analysis = given ?? (await analysisOf(db, editionId, idsOf(visible), seq));
  const ranking = new Map(analysis.ranked.map((ranked) => [ranked.nominationId, ranked]));
  const places = placesAmong(visible, ranking);
  const order = visible.toSorted(
    (a, b) =>
      (places.get(a.id) ?? Infinity) - (places.get(b.id) ?? Infinity) ||
      compareNames(a.organisation_name, b.organisation_name) ||
      compareNames(a.unit_name, b.unit_name),
  );
  const shown = order.slice((page - 1) * linesPerPage, page * linesPerPage);
  const cells = await cellsOf(db, [...idsOf(shown)]);
  const { redrawing, rangeOf } = await rangesOf(redraws, analysis);
  const summary = summaryOf(analysis, (id) => names.get(id) ?? '');
  const top = new Set(summary?.topGroup.map(({ nominationId }) => nominationId));
  return {
    edition,
    analysis,
    nameOf: (id) => names.get(id) ?? '',
    out: {
      scoring: edition.scoring,
      scale: { min: edition.scale_min, max: edition.scale_max },
      rule: edition.rank_rule ?? 'plain',
      tieRule: edition.tie_rule,
      partial: all > visible.length,
      total: visible.length,
      quorum,
      page,
      lines: shown.map((row) => ({
        ...lineOf(row, places.get(row.id) ?? null, ranking.get(row.id), cells.get(row.id) ?? []),
        placeRange: rangeOf(row.id),
        inTopGroup: top.has(row.id),
      })),
      summary,
      redrawing,
    },
  };
}

const nameOf = ({ organisation_name, unit_name }: Named): string =>
  applicantName(organisation_name, unit_name);

/** The applications of the edition that the reader is free of. */
export const visibleTo = (db: Kysely<DB>, { actor, now }: Reader, editionId: string): Promise<Named[]> =>
  db
    .selectFrom('nominations')
    .select(['id', 'organisation_name', 'unit_name'])
    .where('edition_id', '=', editionId)
    .where('state', 'in', weighed)
    .where(scope(nomination, 'seeResult', viewerOf(actor), now))
    .execute();

/** How many applications there are for those who see all, how many ballots each should have, and how long the log of the edition is. */
async function wholeOf(
  db: Kysely<DB>,
  editionId: string,
): Promise<{ all: number; seq: string; quorum: number }> {
  const { n, seq, quorum } = await db
    .selectFrom('nominations')
    .select((eb) => [
      eb.fn.countAll<string>().as('n'),
      eb.selectFrom('audit_heads').select('seq').where('chain', '=', editionId).as('seq'),
      sql<number>`quorum_of(${editionId})`.as('quorum'),
    ])
    .where('edition_id', '=', editionId)
    .where('state', 'in', weighed)
    .executeTakeFirstOrThrow();
  return { all: Number(n), seq: seq ?? '0', quorum };
}

export const idsOf = (rows: readonly { id: string }[]): ReadonlySet<string> =>
  new Set(rows.map(({ id }) => id));

/** Places among these applications only, by what the reader may see: a ballot on an application one is out of moves none of them. */
export async function placesFor(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
  among: readonly { id: string }[],
): Promise<Map<string, number>> {
  const visible = idsOf(await visibleTo(db, reader, editionId));
  const ranking = await rankEdition(db, editionId, visible);
  return placesAmong(among, new Map(ranking.map((ranked) => [ranked.nominationId, ranked])));
}

/** 1, 2, 2, 4 among those shown: a gap would tell where the hidden one stands. */
function placesAmong(
  visible: readonly { id: string }[],
  ranking: ReadonlyMap<string, Ranked>,
): Map<string, number> {
  const placed = visible
    .flatMap(({ id }) => {
      const place = ranking.get(id)?.place;
      return place ? [{ id, place }] : [];
    })
    .toSorted((a, b) => a.place - b.place);
  const places = new Map<string, number>();
  let first = 0;
  for (const [index, { id, place }] of placed.entries()) {
    if (index > 0 && place !== placed[index - 1]!.place) first = index;
    places.set(id, first + 1);
  }
  return places;
}

interface Cell {
  nomination_id: string;
  person_id: string;
  name: string;
  state: string;
  standing: string;
  agreed: number;
}

/** Every ballot of the applications shown, whatever became of it. */
async function cellsOf(db: Kysely<DB>, ids: readonly string[]): Promise<Map<string, Cell[]>> {
  if (ids.length === 0) return new Map();
  const cells = await db
    .selectFrom('ballots as b')
    .innerJoin('people as p', 'p.id', 'b.person_id')
    .innerJoin('seats as s', 's.id', 'b.seat_id')
    .leftJoin('standings as st', (join) =>
      join.onRef('st.nomination_id', '=', 'b.nomination_id').onRef('st.person_id', '=', 'b.person_id'),
    )
    .select(['b.nomination_id', 'b.person_id', 'p.name', 'b.state'])
    .select((eb) => eb.fn.coalesce('st.standing', sql<string>`'undeclared'`).as('standing'))
    .select(
      sql<number>`(select count(*)::int from counted_agreements a where a.ballot_id = b.id and b.state = 'locked')`.as(
        'agreed',
      ),
    )
    .where('b.nomination_id', 'in', [...ids])
    .orderBy('s.position')
    .orderBy('b.assigned_at')
    .execute();
  return Map.groupBy(cells as Cell[], (cell) => cell.nomination_id);
}

const isOut = ({ state, standing }: Cell): boolean =>
  state === 'recused' || standing === 'recused' || standing === 'pending';

function lineOf(
  { id, organisation_name, unit_name }: Named,
  place: number | null,
  ranked: Ranked | undefined,
  cells: readonly Cell[],
): Omit<ResultLine, 'placeRange' | 'inTopGroup'> {
  const inIt = cells.filter((cell) => !isOut(cell) && cell.state !== 'voided');
  const person = ({ person_id, name }: Cell) => ({ personId: person_id, name });
  const totals = inIt.flatMap((cell) => {
    const total = ranked?.totals.get(cell.person_id);
    return total ? [{ ...person(cell), mean: { exact: total.exact, display: total.display } }] : [];
  });
  return {
    nominationId: id,
    organisation: organisation_name,
    unit: unit_name,
    place,
    score: ranked?.score ? { value: ranked.score.value, display: ranked.score.display } : null,
    mean: ranked?.mean ? { exact: ranked.mean.exact, display: ranked.mean.display } : null,
    nBallots: inIt.filter(({ state }) => state === 'locked').length,
    nJurors: inIt.length,
    totals,
    agreed: inIt.reduce((sum, { agreed }) => sum + agreed, 0),
    missing: inIt.filter(({ state }) => state !== 'locked').map(person),
    out: cells.filter(isOut).map(person),
  };
}
