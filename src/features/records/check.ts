/** Looks at everything that is stored and says what is not as it must be. Reads only. */
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { sql, type Kysely } from 'kysely';
import { verifyChain, type ChainReport } from '../../core/audit/audit.ts';
import { canonicalJson, sha256Hex } from '../../core/audit/canonical.ts';
import type { DB } from '../../platform/db/types.ts';
import type { FileStore } from '../../platform/files/store.ts';
import { rulesOf } from '../editions/rules-hash.ts';
import { submissionHash } from '../nominations/submission.ts';
import type { RenderedSubmission } from '../nominations/schema.ts';
import { brokenAgreements, brokenBallots, brokenResults } from '../results/check.ts';
import { invariants } from './invariants.ts';

export interface Violation {
  invariant: string;
  id: string;
  note: string | null;
}
export interface InvariantReport {
  ok: boolean;
  checks: number;
  chains: ChainReport[];
  /** Stored files that were read and compared; 0 without a store. */
  files: number;
  violations: Violation[];
}

/** Every invariant, every chain of the log, every frozen hash; with a `store`, the hash of every stored file as well. */
export async function checkInvariants(db: Kysely<DB>, store?: FileStore): Promise<InvariantReport> {
  const violations: Violation[] = [];
  for (const [invariant, query] of Object.entries(invariants)) {
    const { rows } = await sql<{ id: string; note?: string }>`${sql.raw(query)}`.execute(db);
    violations.push(...rows.map(({ id, note }) => ({ invariant, id, note: note ?? null })));
  }
  violations.push(...(await brokenSubmissions(db)), ...(await brokenRules(db)));
  violations.push(
    ...(await brokenBallots(db)),
    ...(await brokenAgreements(db)),
    ...(await brokenResults(db)),
  );
  const chains = await checkChains(db);
  for (const { chain, broken } of chains) {
    if (broken)
      violations.push({
        invariant: 'the log is unbroken',
        id: chain,
        note: `${broken.why} at ${broken.seq}`,
      });
  }
  const files = store ? await checkFiles(db, store) : { count: 0, broken: [] };
  violations.push(...files.broken);
  return {
    ok: violations.length === 0,
    checks: Object.keys(invariants).length + 5 + (store ? 1 : 0),
    chains,
    files: files.count,
    violations,
  };
}

async function checkChains(db: Kysely<DB>): Promise<ChainReport[]> {
  const { rows } = await sql<{
    chain: string;
  }>`select chain from audit_heads union select chain from audit_events order by chain`.execute(db);
  const reports = [];
  for (const { chain } of rows) reports.push(await verifyChain(db, chain));
  return reports;
}

async function brokenSubmissions(db: Kysely<DB>): Promise<Violation[]> {
  const rows = await db
    .selectFrom('submissions')
    .select(['id', 'rendered', 'sha256'])
    .where('erased_at', 'is', null)
    .execute();
  return rows
    .filter(({ rendered, sha256 }) => submissionHash(rendered as RenderedSubmission) !== sha256)
    .map(({ id }) => ({ invariant: 'a submission is what its hash says', id, note: null }));
}

async function brokenRules(db: Kysely<DB>): Promise<Violation[]> {
  const editions = await db
    .selectFrom('editions')
    .selectAll()
    .where('rules_sha256', 'is not', null)
    .execute();
  const broken = [];
  for (const edition of editions) {
    if (sha256Hex(canonicalJson(await rulesOf(db, edition))) === edition.rules_sha256) continue;
    broken.push({
      invariant: 'what was announced has not changed (I8)',
      id: edition.id,
      note: String(edition.year),
    });
  }
  return broken;
}

/** Everything that is shown or was sent in must be there, byte for byte. */
async function checkFiles(db: Kysely<DB>, store: FileStore): Promise<{ count: number; broken: Violation[] }> {
  const rows = await db
    .selectFrom('documents as d')
    .select((eb) => ['d.sha256', eb.fn.min<string>('d.name').as('name')])
    .where((eb) =>
      eb.or([
        eb('d.removed_at', 'is', null),
        eb.exists(
          eb
            .selectFrom('submission_documents as s')
            .select('s.document_id')
            .whereRef('s.document_id', '=', 'd.id'),
        ),
      ]),
    )
    .groupBy('d.sha256')
    .orderBy('d.sha256')
    .execute();
  const broken: Violation[] = [];
  for (const { sha256, name } of rows) {
    const found = await hashOf(store, sha256);
    if (found !== sha256)
      broken.push({
        invariant: 'a stored file is there and unchanged',
        id: sha256,
        note: `${found ? 'changed' : 'missing'}: ${name}`,
      });
  }
  return { count: rows.length, broken };
}

async function hashOf(store: FileStore, sha256: string): Promise<string | undefined> {
  const content = await store.open(sha256);
  if (!content) return undefined;
  const hash = createHash('sha256');
  await pipeline(content, hash);
  return hash.digest('hex');
}
