/** What a year made in SQL lacks beside one that people have made: hands that work on the applications, what was sent in, frozen rules, the log. */
import { sql } from 'kysely';
import { append, type AuditEntry } from '../../src/core/audit/audit.ts';
import { canonicalJson, sha256Hex } from '../../src/core/audit/canonical.ts';
import { rulesOf } from '../../src/features/editions/queries.ts';
import type { RenderedSubmission } from '../../src/features/nominations/schema.ts';
import { submissionHash } from '../../src/features/nominations/submission.ts';
import { checkInvariants } from '../../src/features/records/check.ts';
import type { Database } from '../../src/platform/db/open.ts';

/** What everybody has sent in. */
const rendered: RenderedSubmission = {
  organisation: {
    kind: 'enterprise',
    name: 'Virksomhet',
    key: 'navn:virksomhet',
    number: null,
    unit: '',
    partners: [],
  },
  answers: [],
  documents: [],
};
/** Events that are written at once: a statement takes so many values and no more. */
const BATCH = 3000;

/** Adds what is lacking. @throws Error unless every invariant holds afterwards */
export async function whole(db: Database, editionId: string, at: Date): Promise<void> {
  // Each by somebody of their own: that the secretariat had written them all would be another question to the database.
  await sql`insert into people (email, name, created_at)
    select 'soker-' || n.id || '@example.no', 'Søker', n.created_at from nominations n where n.edition_id = ${editionId}`.execute(
    db,
  );
  await sql`insert into nomination_members (nomination_id, person_id, added_by, added_at)
    select n.id, p.id, p.id, n.created_at from nominations n join people p on p.email = 'soker-' || n.id || '@example.no'
    where n.edition_id = ${editionId}`.execute(db);
  await sql`insert into submissions (nomination_id, number, submitted_at, submitted_by, rendered, sha256)
    select n.id, 1, n.submitted_at, n.created_by, ${JSON.stringify(rendered)}, ${submissionHash(rendered)}
    from nominations n where n.edition_id = ${editionId} and n.submission_count = 1`.execute(db);
  const edition = await db
    .selectFrom('editions')
    .selectAll()
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('editions')
    .set({ rules_sha256: sha256Hex(canonicalJson(await rulesOf(db, edition))) })
    .where('id', '=', editionId)
    .execute();
  await log(db, editionId, at);
  await sql`analyze`.execute(db);
  const { violations } = await checkInvariants(db);
  if (violations.length > 0)
    throw new Error(`What was made does not hold: ${JSON.stringify(violations.slice(0, 5))}`);
}

/** That everything came to the state in which it is. */
async function log(db: Database, editionId: string, now: Date): Promise<void> {
  const { rows } = await sql<{ type: string; id: string; state: string }>`
    select 'edition' as type, id, state from editions where id = ${editionId}
    union all select 'nomination', id, state from nominations where edition_id = ${editionId} and state <> 'draft'
    union all select 'ballot', id, state from ballots where edition_id = ${editionId}`.execute(db);
  const entries = rows.map(({ type, id, state }): AuditEntry => ({
    editionId,
    subjectType: type,
    subjectId: id,
    event: 'made',
    toState: state,
  }));
  const context = { actorId: null, actorName: 'bench', now, requestId: 'bench' };
  await db.transaction().execute(async (trx) => {
    for (let from = 0; from < entries.length; from += BATCH)
      await append(trx, context, entries.slice(from, from + BATCH));
  });
}
