/**
 * Everything the arithmetic says of an edition (but the re-drawn juries, `redraws.ts`), kept as long as its inputs are the same.
 * What is kept is found by a hash of the inputs that the database makes, so that finding it costs a fraction of reading them.
 */
import { sql, type Kysely } from 'kysely';
import { canonicalJson, sha256Hex } from '../../core/audit/canonical.ts';
import { rankCase, type RankResult } from '../../core/scoring/index.ts';
import type { DB } from '../../platform/db/types.ts';
import { canRank, caseOf, readInputs, rulesOf, weighedStates, type ResultInputs } from './inputs.ts';
import { rankInputs, type Ranked } from './queries.ts';

export interface Analysis {
  /** Hash of the inputs. */
  key: string;
  inputs: ResultInputs;
  ranked: Ranked[];
  /** Null where there is nothing to compute: no points, no ballots. */
  result: RankResult | null;
}

const MOST_KEPT = 40;
const kept = new Map<string, Analysis>();

/** `among`: the applications that count, for the reader: nothing of any other can be told from what comes out. */
export async function analysisOf(
  db: Kysely<DB>,
  editionId: string,
  among: ReadonlySet<string>,
): Promise<Analysis> {
  const key = await keyOf(db, editionId, among);
  const found = kept.get(key);
  if (found) return found;
  const analysis = analyse(key, await readInputs(db, editionId, among));
  // Nothing is kept under a key that its inputs have left in the meantime.
  if ((await keyOf(db, editionId, among)) === key) keep(analysis);
  return analysis;
}

export function analyse(key: string, inputs: ResultInputs): Analysis {
  const { prizePlaces } = inputs.rules;
  const options = { bootstrap: false, sha256: sha256Hex, prizePlaces };
  const result = canRank(inputs) ? rankCase(caseOf(inputs), options) : null;
  return { key, inputs, ranked: rankInputs(inputs), result };
}

function keep(analysis: Analysis): void {
  kept.set(analysis.key, analysis);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
}

/** Hash of the rules, the applications, and the hash that each ballot was given at its delivery. */
async function keyOf(db: Kysely<DB>, editionId: string, among: ReadonlySet<string>): Promise<string> {
  const rules = await rulesOf(db, editionId);
  const ids = [...among].toSorted();
  const { rows } = await sql<{ hash: string }>`
    select encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', b.nomination_id, b.person_id, c.hash), ',' order by b.id), ''), 'UTF8')), 'hex') as hash
    from ballots b
    join nominations n on n.id = b.nomination_id and n.state in (${sql.join(weighedStates)})
    left join lateral (select hash from ballot_commitments where ballot_id = b.id order by delivery desc limit 1) c on true
    where b.edition_id = ${editionId} and b.state = 'locked' and b.nomination_id = any(${ids}::uuid[])
      and not exists (select from standings d where d.nomination_id = b.nomination_id and d.person_id = b.person_id and d.standing in ('recused', 'pending'))`.execute(
    db,
  );
  return sha256Hex(canonicalJson({ rules, ids, ballots: rows[0]!.hash }));
}
