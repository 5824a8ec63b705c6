/**
 * Freezing the result: once the jury has decided, and anew with a reason whenever a decision or a ballot has changed. Two signed
 * files: the core, which stays, and the full one, with which anybody can compute it again and which can be erased.
 */
import { randomInt } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { canonicalJson, sha256Hex } from '../../core/audit/canonical.ts';
import { agreedIn, coreParts, nominationsOf, type CoreResult } from '../../core/record/core-file.ts';
import { recompute } from '../../core/record/recompute.ts';
import { caseOfFile, fullParts, type FullResult } from '../../core/record/result-file.ts';
import type { Unit } from '../../core/process/unit.ts';
import { signDocument } from '../../platform/signed-document.ts';
import type { SigningKey } from '../../platform/signing-key.ts';
import type { DB } from '../../platform/db/types.ts';
import { rulesOf } from '../editions/rules-hash.ts';
import { readDecisions, readFullResult, readJury } from './freeze-read.ts';

export interface Signer {
  signing: SigningKey;
  config: { baseUrl: string };
}

/** Editions whose decisions or ballots are other than when the result was last frozen, or frozen for the first time. */
export async function resultsToFreeze(db: Kysely<DB>): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from editions e
    left join lateral (select standing, ballots from frozen_results f where f.edition_id = e.id order by version desc limit 1) last on true
    where e.state in ('deliberating', 'decided', 'finalistsPublished', 'winnerAnnounced', 'noAward')
      and exists (select from decisions d where d.edition_id = e.id)
      and (last.standing is distinct from ${standing} or last.ballots <> ballots_fingerprint(e.id))
      and (last.standing is not null or cardinality(${standing}) > 0)
    order by e.id`.execute(db);
  return rows;
}

const standing = sql`(select coalesce(array_agg(d.id order by d.id), '{}') from decisions d where d.edition_id = e.id and d.retracted_at is null)`;

/**
 * Freezes the result of an edition as it stands.
 *
 * @returns false when somebody else has done so in the meantime
 * @throws Error when a ballot is not what its juror delivered: such a result is never signed
 */
export async function freezeResult(unit: Unit, editionId: string, signer: Signer): Promise<boolean> {
  const { trx, now } = unit;
  const edition = await trx
    .selectFrom('editions')
    .selectAll()
    .where('id', '=', editionId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (!(await resultsToFreeze(trx)).some(({ id }) => id === editionId)) return false;
  const last = await trx
    .selectFrom('frozen_results')
    .select(['version', 'standing', 'core_sha256'])
    .where('edition_id', '=', editionId)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  const full = await readFullResult(trx, editionId);
  const faults = recompute(full);
  if (faults.length > 0) throw new Error(`The result is not frozen: ${faults.join('; ')}`);
  const version = (last?.version ?? 0) + 1;
  const change = await changeSince(unit, editionId, last);
  const about = { service: signer.config.baseUrl, at: now, year: edition.year, version };
  const fullFile = signDocument(signer.signing, { ...about, kind: 'result-full' }, fullParts(full));
  const rules = await rulesOf(trx, edition);
  const core: CoreResult = {
    rules: { sha256: sha256Hex(canonicalJson(rules)), content: rules },
    arithmetic: {
      ...full.arithmetic,
      rule: full.rules?.rule ?? null,
      tieRule: full.rules?.tieRule ?? null,
    },
    change: { ...change, previous: last?.core_sha256 ?? null },
    decisions: await readDecisions(trx, editionId),
    jury: await readJury(trx, full),
    nominations: nominationsOf(full),
    ballots: full.ballots.map(({ hash }) => hash).toSorted(),
    agreed: agreedIn(full),
    full: { name: `resultat-${edition.year}-${version}-fullt.json`, sha256: sha256Hex(fullFile) },
  };
  const coreFile = signDocument(signer.signing, { ...about, kind: 'result' }, coreParts(core));
  const extract =
    edition.public_extract && full.rules
      ? signDocument(signer.signing, { ...about, kind: 'result-extract' }, extractOf(full, core.full.sha256))
      : null;
  const { id } = await trx
    .insertInto('frozen_results')
    .values({
      edition_id: editionId,
      version,
      standing: sql<
        string[]
      >`(select coalesce(array_agg(d.id order by d.id), '{}') from decisions d where d.edition_id = ${editionId} and d.retracted_at is null)`,
      ballots: sql<string>`ballots_fingerprint(${editionId})`,
      ...change,
      frozen_at: now,
      core_sha256: sha256Hex(coreFile),
      full_sha256: core.full.sha256,
      core: coreFile,
      extract,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx.insertInto('frozen_full_results').values({ frozen_id: id, full_file: fullFile }).execute();
  unit.record({
    editionId,
    subjectType: 'edition',
    subjectId: editionId,
    event: 'freezeResult',
    payload: { version, core: sha256Hex(coreFile), full: core.full.sha256 },
  });
  return true;
}

type Cause =
  | 'finalistsDecided'
  | 'winnerDecided'
  | 'noAwardDecided'
  | 'finalistsRetracted'
  | 'winnerRetracted'
  | 'ballotsChanged';

/** What has happened since the last version, and the reason that was given for it. */
async function changeSince(
  { trx }: Unit,
  editionId: string,
  last: { standing: string[] } | undefined,
): Promise<{ cause: Cause; reason: string }> {
  const decisions = await trx
    .selectFrom('decisions')
    .select(['id', 'kind', 'no_award', 'reason', 'retracted_at', 'retraction_reason'])
    .where('edition_id', '=', editionId)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const made = decisions.find(({ id, retracted_at }) => !retracted_at && !last?.standing.includes(id));
  if (made) {
    const decided = made.kind === 'finalists' ? 'finalistsDecided' : 'winnerDecided';
    return { cause: made.no_award ? 'noAwardDecided' : decided, reason: made.reason };
  }
  const gone = decisions.find(({ id, retracted_at }) => retracted_at && last?.standing.includes(id));
  if (gone)
    return {
      cause: gone.kind === 'finalists' ? 'finalistsRetracted' : 'winnerRetracted',
      reason: gone.retraction_reason ?? '',
    };
  return { cause: 'ballotsChanged', reason: '' };
}

/** The figures without names: applications and jurors in a secret random order, which is written down nowhere. */
function extractOf(full: FullResult, fullSha256: string) {
  const { criteria, nominations, jurors } = full;
  const { scale, weights, rule, scores: counted } = caseOfFile(full)!;
  const row = shuffled(nominations.length);
  const column = shuffled(jurors.length);
  const scores = nominations.map(() => jurors.map((): readonly (number | null)[] | null => null));
  for (const [nomination, line] of counted!.entries())
    for (const [juror, cell] of line.entries()) scores[row[nomination]!]![column[juror]!] = cell;
  return [
    { name: 'case', content: { scale, weights, rule, scores } },
    {
      name: 'criteria',
      content: criteria.flatMap(({ name, weight }) => (weight === null ? [] : [{ name, weight }])),
    },
    { name: 'full', content: { sha256: fullSha256 } },
  ];
}

/** Each position gets another one, by chance that nobody can repeat. */
function shuffled(length: number): number[] {
  const places = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [places[i], places[j]] = [places[j]!, places[i]!];
  }
  return places;
}
