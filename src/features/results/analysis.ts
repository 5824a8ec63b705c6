/**
 * Everything the arithmetic says of an edition (but the re-drawn juries, `redraws.ts`), kept under the hash of its inputs. That hash
 * the database makes of the hashes of the ballots, and only when the log of the edition has grown since it was last asked for.
 */
import { sql, type Kysely } from 'kysely';
import { weighed } from '../../core/policy/states.ts';
import { canonicalJson, sha256Hex } from '../../core/audit/canonical.ts';
import { rankCase, type RankResult } from '../../core/scoring/index.ts';
import type { DB } from '../../platform/db/types.ts';
import { canRank, caseOf, readInputs, rulesOf, type ResultInputs } from './inputs.ts';
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
/** What was asked, and how long the log was > the hash of the inputs. */
const known = new Map<string, string>();

/**
 * `among`: the applications that count, for the reader: nothing of any other can be told from what comes out.
 * `seq`: how long the log of the edition was (`logged`), read before.
 */
export async function analysisOf(
  db: Kysely<DB>,
  editionId: string,
  among: ReadonlySet<string>,
  seq: string,
): Promise<Analysis> {
  const ids = [...among].toSorted();
  const asked = sha256Hex(`${editionId} ${seq} ${ids.join()}`);
  const at = known.get(asked);
  const key = at ?? (await keyOf(db, editionId, ids));
  const found = kept.get(key);
  if (at && found) return found;
  const analysis = found ?? analyse(key, await readInputs(db, editionId, among));
  // Nothing is kept under a key that its inputs have left in the meantime.
  if ((await logged(db, editionId)) !== seq) return analysis;
  keep(known, asked, key);
  if (!found) keep(kept, key, analysis);
  return analysis;
}

/** Whatever changes the inputs leaves something in the log of the edition: while that is as long as it was, they are the same. */
export async function logged(db: Kysely<DB>, editionId: string): Promise<string> {
  const head = await db
    .selectFrom('audit_heads')
    .select('seq')
    .where('chain', '=', editionId)
    .executeTakeFirst();
  return head?.seq ?? '0';
}

export function analyse(key: string, inputs: ResultInputs): Analysis {
  const { prizePlaces } = inputs.rules;
  const options = { bootstrap: false, sha256: sha256Hex, prizePlaces };
  const result = canRank(inputs) ? rankCase(caseOf(inputs), options) : null;
  return { key, inputs, ranked: rankInputs(inputs), result };
}

/** The oldest go first. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value);
  if (map.size > MOST_KEPT) map.delete(map.keys().next().value!);
}

/** Hash of the rules, the applications, and the hashes of each ballot: from its delivery, and of what was agreed on since. */
async function keyOf(db: Kysely<DB>, editionId: string, ids: readonly string[]): Promise<string> {
  const rules = await rulesOf(db, editionId);
  const { rows } = await sql<{ hash: string }>`
    select encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', b.nomination_id, b.person_id, ballot_print(b.id)), ',' order by b.id), ''), 'UTF8')), 'hex') as hash
    from ballots b
    join nominations n on n.id = b.nomination_id and n.state in (${sql.join(weighed)})
    where b.edition_id = ${editionId} and b.state = 'locked' and b.nomination_id = any(${[...ids]}::uuid[])
      and not exists (select from standings d where d.nomination_id = b.nomination_id and d.person_id = b.person_id and d.standing in ('recused', 'pending'))`.execute(
    db,
  );
  return sha256Hex(canonicalJson({ rules, ids, ballots: rows[0]!.hash }));
}
