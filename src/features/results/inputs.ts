/** What the arithmetic starts from: the rules of the edition and the ballots that count, as a case that `npm run rank` reads too. */
import { sql, type Kysely } from 'kysely';
import { weighed } from '../../core/policy/states.ts';
import type { RankInput, Rule, TieRule } from '../../core/scoring/index.ts';
import type { DB } from '../../platform/db/types.ts';

export interface ResultRules {
  scoring: boolean;
  scale: [number, number];
  rule: Rule;
  tieRule: TieRule;
  /** What the lot is drawn under: the award, and the public number once it is known. */
  award: string;
  beacon: string | null;
  /** Up to this place the methods are compared. */
  prizePlaces: number;
  /** Only what is weighted counts: musts are yes or no, an extra without weight is text. */
  criteria: { id: string; weight: number; texts: unknown }[];
}
export interface ResultInputs {
  rules: ResultRules;
  /** Ordered by id, as are the jurors: the same ballots always make the same case. */
  nominations: { id: string; receipt: string }[];
  /** Person ids of those with a ballot that counts. */
  jurors: string[];
  /** `[nomination][juror][criterion]` */
  scores: ((number | null)[] | null)[][];
}

/** `among`: only these applications, as if there were no others. Nothing of another can be told from what comes out. */
export async function readInputs(
  db: Kysely<DB>,
  editionId: string,
  among?: ReadonlySet<string>,
): Promise<ResultInputs> {
  const rules = await rulesOf(db, editionId);
  const all = await db
    .selectFrom('nominations')
    .select(['id', 'receipt_number'])
    .where('edition_id', '=', editionId)
    .where('state', 'in', weighed)
    .orderBy('id')
    .execute();
  const nominations = all.flatMap(({ id, receipt_number }) =>
    among && !among.has(id) ? [] : [{ id, receipt: receipt_number! }],
  );
  const counts = rules.scoring && rules.criteria.length > 0 && nominations.length > 0;
  const ballots = counts ? await countedBallots(db, editionId) : [];
  return { rules, nominations, ...tableOf(nominations, ballots) };
}

/** As `npm run rank` takes it. */
export function caseOf({ rules, nominations, scores }: Omit<ResultInputs, 'jurors'>): RankInput {
  const { scale, rule, tieRule, award, beacon, criteria } = rules;
  return {
    scale,
    weights: criteria.map(({ weight }) => weight),
    rule,
    tieRule,
    ...(beacon === null ? {} : { award, beacon, ids: nominations.map(({ receipt }) => receipt) }),
    scores,
  };
}

/** Whether there is anything to compute: points, criteria that count, applications and at least one ballot. */
export const canRank = ({ jurors }: Pick<ResultInputs, 'jurors'>): boolean => jurors.length > 0;

export async function rulesOf(db: Kysely<DB>, editionId: string): Promise<ResultRules> {
  const { year, scoring, scale_min, scale_max, rank_rule, tie_rule, lot_beacon, finalists_max } = await db
    .selectFrom('editions')
    .select(['year', 'scoring', 'scale_min', 'scale_max', 'rank_rule', 'tie_rule', 'lot_beacon'])
    .select('finalists_max')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  const criteria = await db
    .selectFrom('criteria')
    .select(['id', 'weight', 'texts'])
    .where('edition_id', '=', editionId)
    .where('weight', 'is not', null)
    .orderBy('position')
    .execute();
  return {
    scoring,
    scale: [scale_min, scale_max],
    rule: rank_rule ?? 'plain',
    tieRule: tie_rule,
    award: `etikkprisen-${year}`,
    beacon: lot_beacon,
    prizePlaces: finalists_max,
    criteria: criteria.map(({ id, weight, texts }) => ({ id, weight: weight!, texts })),
  };
}

interface Counted {
  nomination_id: string;
  person_id: string;
  scores: (number | null)[];
}

/**
 * Delivered and locked ballots, but those of a juror who has since said that there may be a connection. What was agreed on at the
 * meeting counts instead of what was delivered.
 */
async function countedBallots(db: Kysely<DB>, editionId: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select b.nomination_id, b.person_id, array_agg(coalesce(a.score, s.score) order by c.position) as scores
    from ballots b
    join criteria c on c.edition_id = b.edition_id and c.weight is not null
    left join ballot_scores s on s.ballot_id = b.id and s.criterion_id = c.id
    left join counted_agreements a on a.ballot_id = b.id and a.criterion_id = c.id
    where b.edition_id = ${editionId} and b.state = 'locked'
      and not exists (select from standings d where d.nomination_id = b.nomination_id and d.person_id = b.person_id and d.standing in ('recused', 'pending'))
    group by b.id`.execute(db);
  return rows;
}

function tableOf(
  nominations: readonly { id: string }[],
  ballots: readonly Counted[],
): Pick<ResultInputs, 'jurors' | 'scores'> {
  const row = new Map(nominations.map(({ id }, index) => [id, index]));
  const mine = ballots.filter(({ nomination_id }) => row.has(nomination_id));
  const jurors = [...new Set(mine.map(({ person_id }) => person_id))].toSorted();
  const column = new Map(jurors.map((id, index) => [id, index]));
  const scores = nominations.map(() => jurors.map((): (number | null)[] | null => null));
  for (const { nomination_id, person_id, scores: given } of mine)
    scores[row.get(nomination_id)!]![column.get(person_id)!] = given;
  return { jurors, scores };
}
